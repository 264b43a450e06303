"""Exceptions, and findings that are none."""

from __future__ import annotations

import copy
import pickle

import cable
import pytest

from telegrams import invented


def test_not_a_telegram() -> None:
    with pytest.raises(cable.ParseError) as caught:
        cable.parse(b"Dear Sir,\n\nthank you.\n")
    error = caught.value
    assert isinstance(error, cable.CableError) and isinstance(error, ValueError)
    assert error.code == "not-a-telegram"
    assert (error.span, error.line, error.column) == (None, None, None)
    assert str(error).startswith("not a telegram: expected ")


@pytest.mark.parametrize(
    "error",
    [
        cable.ParseError("strict: x", "strict-violation", cable.SourceSpan(3, 4), 1, 4),
        cable.ParseError("not a telegram", "not-a-telegram"),
    ],
)
def test_parse_errors_can_be_pickled(error: cable.ParseError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is cable.ParseError
        assert str(again) == str(error)
        assert vars(again) == vars(error)


def test_an_error_of_the_library_can_be_pickled() -> None:
    with pytest.raises(cable.ReferenceIdError) as caught:
        cable.ReferenceId("MOSCOW 820")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.text) == ("expected a year of two or four digits at the start", "MOSCOW 820")


def test_a_diagnostic_speaks_of_its_telegram(data: bytes) -> None:
    repeated = data.replace(b"SIPDIS\n", b"SIPDIS\nSIPDIS\n")
    (found,) = (one for one in cable.parse(repeated).diagnostics if one.code == "caption-repeated")
    assert found.severity is cable.Severity.NOTE
    assert found.span is not None and found.source is not None
    assert repeated[found.source.start : found.source.end] == b"SIPDIS"
    assert (found.line, found.column) == (repeated[: found.span.start].count(b"\n") + 1, 1)
    assert found.render().startswith("note[caption-repeated]: " + found.sentence)
    assert f" {found.line}:1 | SIPDIS\n" in found.render() and " | ^^^^^^\n" in found.render()
    assert repr(found) == f"Diagnostic(code='caption-repeated', severity='note', span={found.span!r})"


def test_repaired_bytes_are_counted(data: bytes) -> None:
    damaged = data.replace(b"SUBJECT: ", b"SUBJECT: CAF\xc9 \x93", 1)
    (found,) = (one for one in cable.parse(damaged).diagnostics if one.code == "encoding-repaired")
    assert found.count == 2
    assert found.source is not None and damaged[found.source.start : found.source.end] == b"\xc9"
    assert found.render().startswith(f"note[encoding-repaired]: {found.sentence} (2 in all)\n")
    assert all(one.count is None for one in cable.parse(data).diagnostics)


def test_a_diagnostic_compares_by_content(data: bytes) -> None:
    repeated = data.replace(b"SIPDIS\n", b"SIPDIS\nSIPDIS\n")
    first, again = cable.parse(repeated).diagnostics, cable.parse(repeated).diagnostics
    assert first == again and list(map(hash, first)) == list(map(hash, again))
    assert pickle.loads(pickle.dumps(first)) == first
    assert pickle.loads(pickle.dumps(first[0])).render() == first[0].render()
    assert first[0] != "caption-repeated"


def test_the_catalogue_of_findings() -> None:
    codes = cable.diagnostic_codes()
    assert len({code.code for code in codes}) == len({code.number for code in codes}) == len(codes) > 50
    assert all(code.sentence and not code.sentence.endswith(".") for code in codes)
    known = {code.code: code.severity for code in codes}
    assert known["caption-repeated"] is cable.Severity.NOTE


def test_each_code_of_the_catalogue_has_an_example() -> None:
    limited = cable.Limits(references=1)
    readings = [cable.read(path, limits=limits) for path in invented() for limits in (None, limited)]
    found = {diagnostic.code for telegram in readings for diagnostic in telegram.diagnostics}
    # A locator stands in records of the archive of 1973 to 1979 only.
    missing = {code.code for code in cable.diagnostic_codes()} - found - {"text-unavailable"}
    assert not missing
