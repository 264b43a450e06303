"""What a type checker is to know of the package. Checked by ``mypy --strict``; at run time the types hold too."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_type, get_type_hints

import cable

from telegrams import TELEGRAM


def test_types() -> None:
    telegram = cable.parse(TELEGRAM)
    assert_type(telegram, cable.Cable)
    assert_type(telegram.format, cable.Format)
    assert_type(telegram.reference_id, str | None)
    assert_type(telegram.captions, tuple[str, ...])
    assert_type(telegram.tags, tuple[cable.Tag, ...])
    assert_type(telegram.references[0].year_source, cable.YearSource | None)
    assert_type(telegram.paragraphs[0].items, tuple[cable.Item, ...])
    assert_type(telegram.paragraphs[0].mark, cable.Marking | None)
    assert_type(telegram.states, dict[str, cable.State])
    assert_type(telegram.diagnostics, tuple[cable.Diagnostic, ...])
    assert_type(telegram.span("/subject"), cable.Span | None)
    assert_type(telegram.to_dict(), dict[str, Any])
    assert_type(telegram.source, bytes)
    if telegram.header is not None:
        assert_type(telegram.header.date_time_group, datetime | None)
        assert_type(telegram.header.originator, cable.Addressee | None)
        assert_type(telegram.header.action, tuple[cable.Addressee, ...])
    assert_type(telegram.sources, tuple[bytes, ...])
    joined = cable.join([cable.parse("UNCLAS SECTION 01 OF 01 NORDHAVEN 000142\nSUBJECT: HERRING\n")])
    assert_type(joined, cable.Joined)
    assert_type(joined.cable, cable.Cable)
    assert_type(joined.repeated, tuple[cable.SectionFile, ...])
    assert_type(joined.missing, tuple[int, ...])
    assert_type(cable.tag("PREL", 2008), cable.TagFact | None)
    assert_type(cable.ReferenceId("08MOSCOW820").canonical(), cable.ReferenceId)
    assert_type(cable.diagnostic_codes(), tuple[cable.DiagnosticCode, ...])


def test_misuse_is_seen() -> None:
    """Each line is wrong, and mypy says so: an ignore that is not needed is an error."""

    def wrong(telegram: cable.Cable) -> None:
        cable.parse(7)  # type: ignore[arg-type]
        cable.parse(TELEGRAM, "telegram")  # type: ignore[call-arg]
        cable.parse(TELEGRAM, limits={"pages": 1})  # type: ignore[arg-type]
        telegram.subject.text  # type: ignore[union-attr]  # noqa: B018
        telegram.text = ""  # type: ignore[misc]

    assert wrong.__doc__ is None


def test_limits_name_their_types() -> None:
    assert set(get_type_hints(cable.Limits).values()) == {int}
