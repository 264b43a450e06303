"""What ``parse`` and ``read`` take, and what their options do."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

import cable
import pytest


def test_bytes_text_and_bytearray_say_the_same(data: bytes) -> None:
    of_bytes = cable.parse(data)
    assert of_bytes == cable.parse(data.decode()) == cable.parse(bytearray(data))
    assert of_bytes.to_json() == cable.parse(data.decode()).to_json()


def test_bytes_are_kept_and_not_copied(data: bytes) -> None:
    data = data + b" "
    before = sys.getrefcount(data)
    telegram = cable.parse(data)
    assert telegram.source is data
    assert sys.getrefcount(data) > before
    del telegram
    gc.collect()
    assert sys.getrefcount(data) == before


def test_a_bytearray_may_change_afterwards(data: bytes) -> None:
    array = bytearray(data)
    telegram = cable.parse(array)
    array[:] = bytes(len(array))
    assert telegram.source == data


@pytest.mark.parametrize("data", [memoryview(b"UNCLAS"), None, 7, ["UNCLAS"], Path("x")])
def test_other_types_are_refused(data: Any) -> None:
    with pytest.raises(TypeError, match="expected bytes, str or bytearray, not"):
        cable.parse(data)


def test_options_are_keywords(data: bytes) -> None:
    parse: Any = cable.parse
    with pytest.raises(TypeError):
        parse(data, "telegram")
    with pytest.raises(TypeError):
        parse(data=data)
    with pytest.raises(TypeError):
        parse(data, unknown=True)


def test_a_name_of_a_file_is_no_path(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "telegram.txt"
    file.write_bytes(data)
    with pytest.raises(cable.ParseError, match="not a telegram"):
        cable.parse(str(file))
    assert cable.read(file) == cable.read(str(file)) == cable.parse(data)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        cable.read(tmp_path / "nothing")
    assert os.fspath(tmp_path / "nothing") == caught.value.filename


def test_format(data: bytes) -> None:
    assert cable.parse(data).format is cable.Format.TELEGRAM
    assert cable.parse(data, format="telegram").format is cable.Format.TELEGRAM
    with pytest.raises(cable.ParseError) as caught:
        cable.parse(data, format=cable.Format.VIEWER_TEXT)
    assert caught.value.code == "wrong-format"
    with pytest.raises(ValueError, match="unknown format 'fax'"):
        cable.parse(data, format="fax")


def test_fragment() -> None:
    text = "7. (C) Text of a paragraph.\n\n8. (C) More.\n"
    fragment = cable.parse(text, fragment=True)
    assert [paragraph.number for paragraph in fragment.paragraphs] == [7, 8]
    assert fragment.diagnostics == ()


def test_assumed_year() -> None:
    text = "UNCLAS NORDHAVEN 000123\nSUBJECT: FISH\n1. (U) Text.\n"
    assert cable.parse(text).reference_id is None
    assert cable.parse(text, assume_year=1999).reference_id == "99NORDHAVEN123"
    assert cable.parse(text, assume_year=1999) != cable.parse(text)


def test_strict(data: bytes) -> None:
    damaged = data.replace(b"251645Z MAR 08", b"451645Z MAR 08")
    found = cable.parse(damaged).diagnostics
    assert cable.Severity.ERROR in [diagnostic.severity for diagnostic in found]
    with pytest.raises(cable.ParseError, match=r"^strict: ") as caught:
        cable.parse(damaged, strict=True)
    assert caught.value.code == "strict-violation"
    assert caught.value.line is not None and caught.value.column is not None
    assert caught.value.span is not None
    before = damaged[: caught.value.span.start]
    assert caught.value.line == before.count(b"\n") + 1
    assert caught.value.column == len(before) - before.rfind(b"\n")


def test_limits(data: bytes) -> None:
    with pytest.raises(cable.ParseError) as caught:
        cable.parse(data, limits={"input": 10})
    assert caught.value.code == "too-large"
    few = cable.parse(data, limits={"paragraphs": 1})
    assert len(few.paragraphs) == 1
    assert "limit-reached" in [diagnostic.code for diagnostic in few.diagnostics]
    unknown: Any = {"pages": 1}
    with pytest.raises(TypeError, match="unknown limit 'pages'"):
        cable.parse(data, limits=unknown)
    with pytest.raises(OverflowError):
        cable.parse(data, limits={"input": -1})


def test_normalised_reads_the_same(data: bytes) -> None:
    telegram = cable.parse(data)
    again = cable.parse(telegram.write_normalised(), format="telegram", assume_year=telegram.year)
    assert again.header == telegram.header
    assert again.paragraphs == telegram.paragraphs
    assert again.write_normalised() == telegram.write_normalised()
