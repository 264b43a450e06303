"""The command ``cable``, as ``python -m cable`` and as the installed script."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import cable
import pytest


def run(*arguments: str | Path, locale: str = "C") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0"}
    return subprocess.run([sys.executable, "-m", "cable", *arguments], capture_output=True, env=environment)


@pytest.fixture
def file(tmp_path: Path, data: bytes) -> Path:
    file = tmp_path / "telegram.txt"
    file.write_bytes(data)
    return file


def test_parse_prints_a_line_for_each_file(file: Path, data: bytes) -> None:
    done = run("parse", file, file)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == (cable.parse(data).to_json() + "\n") * 2


def test_parse_takes_options(file: Path) -> None:
    file.write_bytes(b"UNCLAS NORDHAVEN 000123\nSUBJECT: FISH\n1. (U) Text.\n")
    done = run("parse", "--assume-year", "1999", "--format", "telegram", "--spans", file)
    record = json.loads(done.stdout)
    assert record["reference_id"] == "99NORDHAVEN123" and record["spans"]["/subject/text"]
    assert json.loads(run("parse", "--fragment", file).stdout)["diagnostics"] == []


def test_a_bad_file_is_told_and_the_others_are_read(file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir")
    done = run("parse", tmp_path / "nothing", letter, file)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 1
    missing, refused = done.stderr.decode().splitlines()
    assert missing == f"cable: {tmp_path / 'nothing'}: No such file or directory"
    assert refused.startswith(f"cable: {letter}: not a telegram: ")


def test_check_renders_findings(file: Path, data: bytes) -> None:
    file.write_bytes(data.replace(b"SIPDIS\n", b"SIPDIS\nSIPDIS\n"))
    done = run("check", file)
    assert done.returncode == 0
    assert f"{file}: note[caption-repeated]: caption is repeated\n" in done.stdout.decode()


def test_check_fails_on_an_error(file: Path, data: bytes) -> None:
    file.write_bytes(data.replace(b"251645Z MAR 08", b"451645Z MAR 08"))
    done = run("check", file)
    assert done.returncode == 1
    assert b": error[" in done.stdout


def test_ids_prints_canonical_ids() -> None:
    done = run("ids", "08 HAGUE 0012", "nothing", "77 MOSCOW 2124")
    assert done.stdout.decode() == "08THEHAGUE12\n77MOSCOW2124\n"
    assert (done.returncode, done.stderr.decode().count("\n")) == (1, 1)


def test_wrong_usage() -> None:
    assert run().returncode == run("parse").returncode == run("convert", "x").returncode == 2


def test_a_reader_that_leaves_early_is_no_error(file: Path) -> None:
    command = [sys.executable, "-m", "cable", "parse", *[str(file)] * 500]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_the_installed_script() -> None:
    script = Path(sysconfig.get_path("scripts")) / "cable"
    done = subprocess.run([script, "--version"], capture_output=True, text=True)
    assert done.stdout == f"cable {cable.__version__}\n"
