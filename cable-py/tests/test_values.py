"""Values: their Python types, equality, hash, pickling, and that nothing of them can be changed."""

from __future__ import annotations

import enum
import inspect
import json
import pickle
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import cable
import pytest
from cable import _enums, _native

from accessors import FIELDS
from telegrams import TELEGRAM


def values(value: object) -> Iterator[object]:
    """A value and all below it."""
    yield value
    if isinstance(value, tuple):
        for member in value:
            yield from values(member)
    elif type(value) in FIELDS:
        for name in FIELDS[type(value)].split():
            yield from values(getattr(value, name))


def test_what_a_telegram_says(data: bytes) -> None:
    telegram = cable.parse(data)
    header = telegram.header
    assert header is not None and header.originator is not None
    assert header.date_time_group == datetime(2008, 3, 25, 16, 45, tzinfo=UTC)
    assert header.originator.name == "AMEMBASSY NORDHAVEN"
    assert header.precedence is not None and header.precedence.action is cable.Precedence.PRIORITY
    assert telegram.reference_id == "08NORDHAVEN123"
    assert telegram.year == 2008
    assert telegram.classification is not None and telegram.classification.level is cable.Level.CONFIDENTIAL
    assert telegram.subject is not None and telegram.subject.text == "FISH AND THE CAFÉ OF THE HARBOR"
    assert [tag.code for tag in telegram.tags] == ["PREL", "KDEM", "ZZ"]
    assert [reference.target for reference in telegram.references] == ["07ZELTBERG77", "08NORDHAVEN12"]
    assert telegram.executive_order is not None and telegram.executive_order.declassification is not None
    assert telegram.executive_order.declassification.date == date(2018, 3, 25)
    assert [paragraph.role for paragraph in telegram.paragraphs] == [cable.Role.SUMMARY, None]
    assert [item.label for item in telegram.paragraphs[1].items] == ["a", "b"]
    assert telegram.signature == ("ARKWRIGHT",)
    assert telegram.envelope is None and telegram.corrected_copy is None


def test_spans_count_bytes(data: bytes) -> None:
    telegram = cable.parse(data)
    span = telegram.span("/subject/text")
    assert span is not None
    assert telegram.slice(span) == "FISH AND THE CAFÉ OF THE HARBOR"
    assert len(span) == len(telegram.slice(span)) + 1
    source = telegram.source_span(span)
    assert (source.start, source.end, source.part) == (span.start, span.end, 0)
    assert telegram.slice(cable.Span(0, 10_000)) == ""


def test_the_marking_in_force() -> None:
    marking = cable.parse("UNCLAS NORDHAVEN 000123\nSENSITIVE\nSUBJECT: FISH\n1. Text.\n").marking_in_force()
    assert marking is not None
    assert (marking.level, marking.controls) == (cable.Level.UNCLASSIFIED, ("SBU",))
    assert marking.sources == (cable.MarkingSource.BANNER, cable.MarkingSource.CAPTION)


def test_states() -> None:
    telegram = cable.parse("UNCLAS NORDHAVEN 000123\nSUBJECT: FISH\nREF: NONE\n1. (U) Text.\n")
    assert telegram.states == {"references": cable.State.EXPLICITLY_EMPTY}
    assert telegram.state("references") is cable.State.EXPLICITLY_EMPTY
    assert telegram.state("subject") is None
    telegram.states.clear()
    assert telegram.states, "a caller's dictionary is not the telegram's"


def test_every_value_has_a_python_type(path: Path) -> None:
    known = (str, int, date, tuple, dict, cable.Span, cable.SourceSpan, type(None), *FIELDS)
    for value in values(cable.read(path)):
        assert isinstance(value, known)
        if isinstance(value, datetime):
            assert value.tzinfo is UTC


def test_values_compare_hash_and_pickle_by_content(path: Path) -> None:
    first, again = (list(values(cable.read(path))) for _ in range(2))
    assert len(first) == len(again) > 30
    for value, other in zip(first, again, strict=True):
        assert value == other
        if not isinstance(value, dict):
            assert hash(value) == hash(other)
        assert pickle.loads(pickle.dumps(value)) == value
        assert value != object()


def test_other_content_is_not_equal(data: bytes) -> None:
    telegram, other = cable.parse(data), cable.parse(data.replace(b"KDEM", b"KWMN"))
    assert telegram != other
    assert telegram.tags[0] == other.tags[0] and telegram.tags[1] != other.tags[1]
    assert len({telegram, other, cable.parse(data)}) == 2


def test_values_are_made_once(data: bytes) -> None:
    telegram = cable.parse(data)
    for name in ("header", "tags", "paragraphs", "text", "zones"):
        assert getattr(telegram, name) is getattr(telegram, name)


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_classes_are_frozen_and_final(kind: Any) -> None:
    with pytest.raises(TypeError):
        type("Sub", (kind,), {})
    with pytest.raises(TypeError):
        kind()
    for name in FIELDS[kind].split():
        assert inspect.isdatadescriptor(getattr(kind, name))


def test_nothing_can_be_set(data: bytes) -> None:
    telegram: Any = cable.parse(data)
    span: Any = cable.Span(0, 1)
    for value, name in ((telegram, "subject"), (telegram.subject, "text"), (span, "start")):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            value.other = None


def test_values_outlive_their_telegram(data: bytes) -> None:
    paragraph = cable.parse(data).paragraphs[0]
    assert paragraph.text == "The fleet stays in port."


def test_running_texts_lead_back_to_the_telegram(data: bytes) -> None:
    telegram = cable.parse(data)
    running = telegram.text_view()
    assert "(C)" not in running.text and running.text
    with_numbers = telegram.text_view(numbers=True, marks=True)
    assert with_numbers.text.startswith("1. (")
    pieces = json.loads(with_numbers.json)["pieces"]
    text = with_numbers.text.encode()
    for piece, written in zip(with_numbers.pieces, pieces, strict=True):
        assert written["label"] == piece.label
        assert [piece.span.start, piece.span.end] == written["span"]
        assert [piece.origin.start, piece.origin.end] == written["origin"]
        assert piece.source == telegram.source_span(piece.origin)
        words = text[piece.span.start : piece.span.end].decode()
        if piece.label is not cable.TextLabel.GAP:
            assert words == telegram.slice(piece.origin)
    assert pickle.loads(pickle.dumps(running)) == running


def test_vocabularies_are_those_of_the_core() -> None:
    ours = {
        name: tuple(str(member) for member in kind)
        for name, kind in vars(_enums).items()
        if isinstance(kind, type) and issubclass(kind, enum.StrEnum) and kind is not enum.StrEnum
    }
    assert ours == _native._vocabularies()
    assert sorted(ours) == sorted(_enums.__all__)


def test_an_attribute_of_the_envelope_is_found_by_its_label() -> None:
    # Made the way pickle makes it, so that the test needs no file with an envelope.
    pairs = (("Film Number", "D750001-0001"), ("Copies", ("1", "2")))
    envelope: Any = _native._restore("Envelope", (None, None, None, None, None, None, (), (), (), pairs))
    assert envelope.attributes == dict(pairs)
    envelope.attributes.clear()
    assert envelope.attribute_items == pairs
    assert hash(envelope) == hash(pickle.loads(pickle.dumps(envelope)))


def test_places_sort_and_compare() -> None:
    assert cable.Span(1, 2) < cable.Span(2, 2) and cable.Span(1, 2) != cable.SourceSpan(1, 2)
    assert sorted([cable.SourceSpan(5, 6), cable.SourceSpan(1, 2)])[0].start == 1
    assert cable.SourceSpan(0, 1, 2).part == 2
    assert (repr(cable.Span(1, 2)), repr(cable.SourceSpan(1, 2, 3))) == ("Span(1, 2)", "SourceSpan(1, 2, 3)")
    assert cable.Span(5, 2) == cable.Span(5, 5)


def test_reprs_name_a_value() -> None:
    telegram = cable.parse(TELEGRAM)
    assert repr(telegram) == f"Cable(reference_id='08NORDHAVEN123', format='telegram', {len(TELEGRAM)} bytes)"
    assert repr(telegram.tags[0]) == "Tag(code='PREL', kind='subject')"
    assert repr(telegram.paragraphs[1]) == "Paragraph(number=2, mark=Marking(display='SBU'), role=None)"
    long = cable.parse(TELEGRAM.replace(b"FISH", b"FISH " * 20))
    assert repr(long.subject) == "Subject(text='FISH FISH FISH FISH FISH FISH FISH FISH FISH FIS…')"
