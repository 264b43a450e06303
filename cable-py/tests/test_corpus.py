"""Every telegram of the corpus says the same in Python, in JSON and in the expectations of the core."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import cable
import pytest

from accessors import to_json
from telegrams import SHARED, invented


def test_json_of_the_accessors_is_the_json_of_the_core(path: Path) -> None:
    telegram = cable.read(path)
    assert to_json(telegram) == telegram.to_json()
    assert telegram.to_dict() == json.loads(telegram.to_json())
    assert telegram.write_verbatim() == telegram.source


@pytest.mark.parametrize("file", invented(), ids=lambda file: file.stem)
def test_expectations_of_the_core(file: Path) -> None:
    telegram = cable.read(file)
    assert telegram.to_dict() == json.loads(file.with_suffix(".json").read_bytes())
    rendered = "".join(diagnostic.render() for diagnostic in telegram.diagnostics)
    assert rendered == file.with_suffix(".diag").read_bytes().decode()


@pytest.mark.skipif(not (SHARED / "spec/examples/08MOSCOW820.json").exists(), reason="the example is not there")
def test_example_of_the_contract() -> None:
    expected = (SHARED / "spec/examples/08MOSCOW820.json").read_bytes()
    assert cable.read(SHARED / "corpus/page-text/08MOSCOW820.txt").to_json().encode() == expected


def test_zones_tile_the_text_and_regions_the_input(path: Path) -> None:
    telegram = cable.read(path)
    assert "".join(telegram.slice(zone.span) for zone in telegram.zones) == telegram.text
    regions = [telegram.source[region.source.start : region.source.end] for region in telegram.regions]
    assert b"".join(regions) == telegram.source == path.read_bytes()


def test_spans_lead_to_values(path: Path) -> None:
    telegram = cable.read(path)
    text = telegram.text.encode()
    with_spans = telegram.to_dict(spans=True)
    spans = with_spans.pop("spans")
    assert with_spans == telegram.to_dict()
    assert spans == {pointer: [span.start, span.end] for pointer, span in telegram.spans().items()}
    for pointer, span in telegram.spans().items():
        assert telegram.span(pointer) == span
        assert telegram.slice(span) == text[span.start : span.end].decode()
        assert 0 < len(telegram.source_span(span)) <= len(telegram.source)
    assert telegram.span("/nothing") is None


def test_copies_and_pickles(path: Path) -> None:
    telegram = cable.read(path)
    assert copy.copy(telegram) is telegram
    assert copy.deepcopy(telegram) is telegram
    again = pickle.loads(pickle.dumps(telegram))
    assert again == telegram and hash(again) == hash(telegram) and again is not telegram
    assert again.to_json() == telegram.to_json()


def test_reprs_are_short_lines_without_the_body(path: Path) -> None:
    telegram = cable.read(path)
    shown = [repr(telegram), repr(telegram.header), repr(telegram.banner)]
    for members in (telegram.paragraphs, telegram.diagnostics, telegram.references, telegram.zones):
        shown += map(repr, members)
    for paragraph in telegram.paragraphs:
        shown += map(repr, paragraph.items)
        assert len(paragraph.text) < 20 or paragraph.text not in repr(paragraph)
    for line in shown:
        assert "\n" not in line
        assert len(line) < 300
