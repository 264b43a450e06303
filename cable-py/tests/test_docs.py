"""Every public name is documented, listed and typed; the example prints what the Rust example prints."""

from __future__ import annotations

import doctest
import inspect
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import cable
import pytest

from telegrams import CORPUS, ROOT


def test_every_public_name_is_documented() -> None:
    bare = []
    for name in cable.__all__:
        value = getattr(cable, name)
        if isinstance(value, str):
            continue
        if not inspect.getdoc(value):
            bare.append(name)
        if isinstance(value, type) and value.__module__ == "cable":
            members = [member for member in vars(value) if not member.startswith("_")]
            bare += [f"{name}.{member}" for member in members if not inspect.getdoc(getattr(value, member))]
    assert bare == []


def test_all_lists_what_is_there() -> None:
    public = {name for name, value in vars(cable).items() if not name.startswith("_") and not inspect.ismodule(value)}
    assert public | {"__version__"} == set(cable.__all__)


def test_the_version_is_that_of_the_package() -> None:
    assert metadata.version("cable") == cable.__version__


def test_the_example_of_the_package() -> None:
    assert doctest.testmod(cable).attempted == 3
    assert doctest.testmod(cable).failed == 0


def test_the_examples_of_functions() -> None:
    tried = 0
    for name in cable.__all__:
        value = getattr(cable, name)
        if inspect.isroutine(value):
            test = doctest.DocTestParser().get_doctest(inspect.getdoc(value) or "", {}, name, None, None)
            assert doctest.DocTestRunner().run(test).failed == 0, name
            tried += len(test.examples)
    assert tried > 2


def test_the_snippets_of_the_page() -> None:
    tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, globs={"CORPUS": CORPUS})
    assert tried.attempted > 25
    assert tried.failed == 0


def test_types_are_shipped() -> None:
    assert (Path(cable.__file__).parent / "py.typed").is_file()
    assert (Path(cable.__file__).parent / "_native.pyi").is_file()


def test_the_example_program_prints_what_the_one_in_rust_prints(path: Path) -> None:
    rust = os.environ.get("CABLE_RUST_SUMMARY")
    if rust is None:
        pytest.skip("CABLE_RUST_SUMMARY does not name the built Rust example")
    expected = subprocess.run([rust, path], capture_output=True, check=True).stdout
    program = ROOT / "examples" / "python" / "summary.py"
    assert subprocess.run([sys.executable, program, path], capture_output=True, check=True).stdout == expected


def test_licences_are_shipped() -> None:
    shipped = {file.name: file for file in metadata.files("cable") or []}
    for name in ("LICENSE-APACHE", "LICENSE-MIT"):
        assert shipped[name].read_text() == (ROOT / name).read_text()
