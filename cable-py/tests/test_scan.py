"""Many telegrams: every source, their order, their faults, and what the command makes of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import cable
import pytest

from telegrams import TELEGRAM

TEXT = "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n\n1. (U) It falls.\n\nPELHAM\n"


def row(number: int, text: str = TEXT, date: str = "3/25/2008 16:45") -> bytes:
    escaped = text.replace('"', '\\"')
    fields = [str(number), date, f"08NORDHAVEN{number}", "Embassy Nordhaven", "UNCLASSIFIED", "", "", escaped]
    return (",".join(f'"{field}"' for field in fields) + "\n").encode()


def ids(members: Iterable[cable.Cable | cable.MemberError]) -> list[str | None]:
    return [one.code if isinstance(one, cable.MemberError) else one.reference_id for one in members]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Fifty rows, of which the third is damaged."""
    rows = [row(number) for number in range(1, 51)]
    rows[2] = rows[2].removesuffix(b'"\n') + b"\n"
    path = tmp_path / "dump.csv"
    path.write_bytes(b"".join(rows))
    return path


EXPECTED = ["08NORDHAVEN1", "08NORDHAVEN2", "unclosed-quote", *(f"08NORDHAVEN{number}" for number in range(4, 51))]


@pytest.mark.parametrize("workers", [None, 1, 2, 7])
def test_a_dump(dump: Path, workers: int | None) -> None:
    members = list(cable.scan(dump, workers=workers))
    assert ids(members) == EXPECTED
    data = dump.read_bytes()
    for number, member in enumerate(members, 1):
        assert member.place is not None
        assert (member.place.path, member.place.row) == (str(dump), number)
        kept = member.data if isinstance(member, cable.MemberError) else member.source
        assert kept == data[member.place.start : member.place.end]


def test_a_damaged_row_is_not_lost(dump: Path) -> None:
    error = list(cable.scan(dump))[2]
    assert isinstance(error, cable.MemberError) and isinstance(error, cable.CableError)
    assert str(error) == "quote of the row is not closed: skipped to the next row"
    assert str(error.place) == f"{dump}, row 3, bytes {2 * len(row(1))}..{3 * len(row(1)) - 1}"
    read = cable.parse(error.data)
    assert read.subject is not None and read.subject.text == "HERRING"


def test_every_source(dump: Path, tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    one = tmp_path / "one.txt"
    one.write_bytes(data)
    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(dump.read_bytes()))
    (tmp_path / "many.txt").write_text(TEXT.replace("1. (U)", "NNNN") + "NNNN\n" + TEXT)
    own = cable.parse(data).reference_id
    assert ids(cable.scan(str(packed))) == EXPECTED
    assert ids(cable.scan([one, str(dump), tmp_path / "gone"])) == [own, *EXPECTED, "io"]
    assert ids(cable.scan(tmp_path)) == [*EXPECTED, None, None, own, *EXPECTED]
    assert ids(cable.scan(io.BytesIO(dump.read_bytes()))) == EXPECTED
    with dump.open("rb") as file:
        assert ids(cable.scan(file, workers=1)) == EXPECTED
    assert list(cable.scan([])) == []


def test_standard_input(dump: Path) -> None:
    program = "import cable; print(sum(1 for one in cable.scan('-')))"
    done = subprocess.run([sys.executable, "-c", program], input=dump.read_bytes(), capture_output=True, check=True)
    assert done.stdout.strip() == b"50"


def test_a_file_object_that_fails() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise RuntimeError("the tape is torn")

    (error,) = cable.scan(Broken())  # type: ignore[arg-type]
    assert isinstance(error, cable.MemberError) and error.code == "io" and "the tape is torn" in str(error)
    (error,) = cable.scan(io.StringIO("text"))
    assert isinstance(error, cable.MemberError) and "open for text" in str(error)


def test_wrong_arguments(dump: Path) -> None:
    with pytest.raises(TypeError):
        cable.scan(7)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown format 'letter'"):
        cable.scan(dump, format="letter")
    with pytest.raises(OverflowError):
        cable.scan(dump, workers=-1)


def test_members_keep_their_place_when_pickled(tmp_path: Path) -> None:
    path = tmp_path / "dump.csv"
    # The second row has not the shape by which a row is told.
    path.write_bytes(row(1) + row(2, date="") + row(3).rstrip(b'"\n'))
    for member in cable.scan(path):
        again = pickle.loads(pickle.dumps(member))
        assert again.place == member.place
        if isinstance(member, cable.MemberError):
            assert (again.code, again.data, str(again)) == (member.code, member.data, str(member))
        else:
            assert again == member and again.to_json() == member.to_json()


def test_progress(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[cable.Progress] = []
    assert ids(cable.scan(dump, progress=told.append)) == EXPECTED
    size = dump.stat().st_size
    last = told[-1]
    assert (last.bytes, last.total, last.members, last.errors) == (size, size, 50, 1)
    assert ids(cable.scan(dump, progress=True)) == EXPECTED
    assert "100%" in capsys.readouterr().err
    assert list(cable.scan(dump, progress=True)) and ids(cable.scan(io.BytesIO(row(1)), progress=True))


def test_other_threads_run_meanwhile(dump: Path) -> None:
    seen = [0] * 4

    def read(index: int) -> None:
        seen[index] = len(ids(cable.scan(dump, workers=2)))

    threads = [threading.Thread(target=read, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [50] * 4


def test_read(dump: Path, tmp_path: Path) -> None:
    assert cable.read(dump).reference_id == "08NORDHAVEN1"
    packed = tmp_path / "one.gz"
    packed.write_bytes(gzip.compress(TELEGRAM))
    assert cable.read(packed).source == TELEGRAM
    packed.write_bytes(gzip.compress(TELEGRAM)[:-9])
    with pytest.raises(cable.MemberError) as caught:
        cable.read(packed)
    assert caught.value.code == "truncated"
    with pytest.raises(FileNotFoundError) as missing:
        cable.read(tmp_path / "gone")
    assert missing.value.filename == str(tmp_path / "gone")
    with pytest.raises(IsADirectoryError):
        cable.read(tmp_path)
    with pytest.raises(cable.ParseError):
        cable.read(dump, limits={"input": 10})


def command(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "cable", *arguments], capture_output=True, input=data)


def test_convert_to_lines_of_json(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = command("convert", dump, "-o", out)
    assert done.returncode == 1
    assert b"100%" in done.stderr and f"cable: {dump}, row 3, bytes ".encode() in done.stderr
    expected = [one.to_json() for one in cable.scan(dump) if isinstance(one, cable.Cable)]
    assert out.read_text(encoding="utf-8").splitlines() == expected
    assert os.listdir(tmp_path).count("out.jsonl") == 1 and len(os.listdir(tmp_path)) == 2


def test_convert_to_a_table(tmp_path: Path, data: bytes) -> None:
    source, out = tmp_path / "one.txt", tmp_path / "out.csv"
    source.write_bytes(data)
    done = command("convert", source, "--no-progress", "-o", out)
    assert (done.returncode, done.stderr) == (0, b"")
    with out.open(encoding="utf-8", newline="") as file:
        (record,) = csv.DictReader(file)
    telegram = cable.parse(data)
    assert record["path"] == str(source) and record["row"] == ""
    assert (record["reference_id"], record["format"]) == (telegram.reference_id, "telegram")
    assert record["tags"] == "PREL|KDEM|ZZ" and record["signature"] == "ARKWRIGHT"
    assert record["text"] == telegram.text


def test_convert_tells_what_is_wrong(dump: Path, tmp_path: Path) -> None:
    assert command("convert", dump, "-o", tmp_path / "out.txt").returncode == 2
    done = command("convert", dump, "--no-progress", "-o", tmp_path / "gone" / "out.csv")
    assert done.returncode == 1 and done.stderr.endswith(b"No such file or directory\n")


def test_parse_and_check_take_dumps_and_standard_input(dump: Path) -> None:
    done = command("parse", "-", dump, data=dump.read_bytes())
    assert done.returncode == 1
    assert [json.loads(line)["reference_id"] for line in done.stdout.splitlines()] == [
        one for one in EXPECTED * 2 if one != "unclosed-quote"
    ]
    assert b"cable: -, row 3" in done.stderr
    assert command("check", dump).returncode == 1
