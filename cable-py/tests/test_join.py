"""Section files put together."""

from __future__ import annotations

import copy
import gzip
import json
import pickle
from pathlib import Path
from typing import Any

import cable
import pytest

from accessors import to_json
from telegrams import CORPUS

SECTIONS = CORPUS.parent / "sections"

FIRST = "UNCLAS SECTION 01 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. (U) Catches\nBT\n"
SECOND = "UNCLAS SECTION 02 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\nof herring fell.\n\nPELHAM\nBT\n"


def parts_of(folder: Path) -> list[cable.Cable]:
    """The telegrams of a folder in the order of the names of their files."""
    return [cable.read(path) for path in sorted(folder.iterdir()) if path.suffix != ".json"]


@pytest.fixture(params=["files", "rows"])
def folder(request: pytest.FixtureRequest) -> Path:
    return SECTIONS / str(request.param)


def test_a_joined_telegram_is_that_of_the_core(folder: Path) -> None:
    joined = cable.join(parts_of(folder)).cable
    expected = (folder / "joined.json").read_text(encoding="utf-8")
    assert joined.to_json(spans=True) == expected
    assert to_json(joined) == joined.to_json()


def test_what_was_joined_repeated_and_missing() -> None:
    second, first = cable.parse(SECOND), cable.parse(FIRST)
    joined = cable.join(iter([second, first, second]))
    assert isinstance(joined, cable.Joined)
    assert [(file.section, file.part) for file in joined.joined] == [(1, 1), (2, 0)]
    assert [(file.section, file.part) for file in joined.repeated] == [(2, 2)]
    assert joined.missing == (3,)
    assert "section-missing" in [found.code for found in joined.cable.diagnostics]
    assert joined.cable.paragraphs[0].text == "Catches of herring fell."


def test_a_value_leads_to_its_input() -> None:
    joined = cable.join([cable.parse(SECOND), cable.parse(FIRST)]).cable
    assert joined.sources == (SECOND.encode(), FIRST.encode())
    assert joined.source == SECOND.encode()
    assert joined.write_verbatim() == (SECOND + FIRST).encode()
    for pointer, words, part in (("/subject/text", b"HERRING", 1), ("/signature/0", b"PELHAM", 0)):
        span = joined.span(pointer)
        assert span is not None
        place = joined.source_span(span)
        assert (place.part, joined.slice_source(place)) == (part, words)
    tiled = [b"", b""]
    for region in joined.regions:
        tiled[region.source.part] += joined.slice_source(region.source)
    assert tuple(tiled) == joined.sources
    assert joined.slice_source(cable.SourceSpan(0, 6, 2)) == b""
    assert repr(joined) == f"Cable(reference_id=None, format='telegram', 2 parts, {len(SECOND + FIRST)} bytes)"


def test_inputs_are_kept_and_not_copied() -> None:
    parts = [cable.parse(SECOND.encode()), cable.parse(FIRST.encode())]
    joined = cable.join(parts).cable
    assert all(source is part.source for source, part in zip(joined.sources, parts, strict=True))
    assert joined.source is parts[0].source
    assert parts[0].sources == (parts[0].source,)
    assert joined.place is None


def test_pickles_join_again(folder: Path) -> None:
    joined = cable.join(parts_of(folder))
    again = pickle.loads(pickle.dumps(joined))
    assert again == joined and hash(again) == hash(joined) and repr(again) == repr(joined)
    assert again.cable.to_json(spans=True) == joined.cable.to_json(spans=True)
    assert copy.copy(joined.cable) is joined.cable and copy.deepcopy(joined.cable) is joined.cable
    finding = joined.cable.diagnostics[0]
    assert pickle.loads(pickle.dumps(finding)) == finding


def test_pickles_keep_the_options_and_places_of_the_parts(tmp_path: Path) -> None:
    # A row that a scan parted off is a row, whatever its shape.
    rows = [path.read_bytes() for path in sorted((SECTIONS / "rows").glob("*.csv"))]
    dump = tmp_path / "dump.csv.gz"
    dump.write_bytes(gzip.compress(b"".join(rows)))
    parts = [part for part in cable.scan(dump, assume_year=2008) if isinstance(part, cable.Cable)]
    joined = cable.join(parts).cable
    again = pickle.loads(pickle.dumps(joined))
    assert again == joined and again.to_json() == joined.to_json()
    assert again.format is cable.Format.DUMP_ROW
    year = {"assume_year": 2007}
    other = cable.join([cable.parse(FIRST, **year), cable.parse(SECOND, **year)]).cable  # type: ignore[arg-type]
    assert other.reference_id == "07NORDHAVEN142"
    assert pickle.loads(pickle.dumps(other)).reference_id == "07NORDHAVEN142"


def test_joined_telegrams_compare_by_all_their_inputs() -> None:
    first, second = cable.parse(FIRST), cable.parse(SECOND)
    third = cable.parse(SECOND.replace("02 OF", "03 OF"))
    joined = cable.join([first, second]).cable
    assert joined == cable.join([cable.parse(FIRST), cable.parse(SECOND)]).cable
    assert hash(joined) == hash(cable.join([cable.parse(FIRST), cable.parse(SECOND)]).cable)
    for other in (cable.join([first, third]).cable, cable.join([second, first]).cable, first):
        assert joined != other
    alone = cable.join([first]).cable
    assert alone != first and first != alone


@pytest.mark.parametrize(
    ("texts", "code", "parts"),
    [
        ([], "no-parts", ()),
        ([FIRST, "UNCLAS NORDHAVEN 000142\nSUBJECT: HERRING\n"], "no-section", (1,)),
        ([FIRST, SECOND, SECOND.replace("142", "143")], "other-telegram", (0, 2)),
    ],
)
def test_what_does_not_belong_together_is_refused(texts: list[str], code: str, parts: tuple[int, ...]) -> None:
    with pytest.raises(cable.JoinError) as raised:
        cable.join(map(cable.parse, texts))
    assert (raised.value.code, raised.value.parts) == (code, parts)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.code, again.parts) == (str(raised.value), code, parts)


def test_a_joined_telegram_is_no_part() -> None:
    joined = cable.join([cable.parse(FIRST)]).cable
    with pytest.raises(cable.JoinError, match="join its section files") as raised:
        cable.join([joined, cable.parse(SECOND)])
    assert (raised.value.code, raised.value.parts) == ("already-joined", (0,))


def test_strict_holds_for_the_whole() -> None:
    # Each part is without an error alone; together a portion is marked above the telegram.
    above = SECOND.replace("UNCLAS", "CONFIDENTIAL").replace("of herring fell.", "2. (C) Herring fell.")
    parts = [cable.parse(text, strict=True) for text in (FIRST, above)]
    with pytest.raises(cable.ParseError) as raised:
        cable.join(parts)
    assert raised.value.code == "strict-violation"
    assert raised.value.span is not None and raised.value.span.part == 1
    assert parts[1].slice_source(cable.SourceSpan(raised.value.span.start, raised.value.span.end)) == b"C"
    assert raised.value.line == above.split("(C)")[0].count("\n") + 1


@pytest.mark.parametrize("wrong", [None, 7, FIRST, [FIRST], [cable.parse(FIRST), None], cable.parse(FIRST)], ids=repr)
def test_only_telegrams_are_joined(wrong: Any) -> None:
    with pytest.raises(TypeError):
        cable.join(wrong)


def test_an_error_of_the_iterable_is_passed_on() -> None:
    def broken() -> Any:
        yield cable.parse(FIRST)
        raise KeyError("no more")

    with pytest.raises(KeyError):
        cable.join(broken())


def test_the_json_of_a_joined_telegram_names_the_part() -> None:
    joined = cable.join(parts_of(SECTIONS / "files")).cable
    found = json.loads(joined.to_json())["diagnostics"]
    assert [finding["source"][2] for finding in found if finding["code"] == "encoding-repaired"] == [2]
