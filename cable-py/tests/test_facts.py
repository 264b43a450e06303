"""Look-ups in the tables of facts, reference ids and title case."""

from __future__ import annotations

import pickle

import cable
import pytest


def test_facts() -> None:
    tag = cable.tag("CG", 1975)
    assert tag is not None and (tag.name, tag.kind) == ("Zaire", cable.TagKind.GEOGRAPHIC)
    assert cable.tag("CG", year=2008) != tag
    assert tag.last_year is not None and tag.last_year >= 1975
    post = cable.post("THEHAGUE")
    assert post is not None and post.name == "Embassy The Hague"
    assert post.routing_indicator is not None
    indicator = cable.routing_indicator("RUEHMO")
    assert indicator is not None and indicator.addressee == "AMEMBASSY MOSCOW"
    caption = cable.caption("NOFORN")
    assert caption is not None and caption.kind is cable.CaptionClass.CONTROL
    signal = cable.operating_signal("ZNR")
    assert signal is not None and signal.meaning
    order = cable.executive_order(12958)
    assert order is not None and order.signed is not None and order.signed.year == 1995
    for fact in (tag, post, indicator, caption, signal, order):
        assert pickle.loads(pickle.dumps(fact)) == fact
        assert repr(fact).startswith(type(fact).__name__ + "(")


def test_what_no_table_knows_is_none() -> None:
    assert cable.tag("QQQQ") is None
    assert cable.post("ATLANTIS") is None
    assert cable.routing_indicator("RUXXXX") is None
    assert cable.caption("FISH") is None
    assert cable.operating_signal("QQQ") is None
    assert cable.executive_order(1) is None


def test_reference_ids() -> None:
    moscow = cable.ReferenceId("08 MOSCOW 820")
    assert (moscow.year, moscow.post, moscow.serial, moscow.printed) == (2008, "MOSCOW", 820, "08 MOSCOW 820")
    assert str(moscow) == "08MOSCOW820" and repr(moscow) == "ReferenceId('08MOSCOW820')"
    assert moscow == cable.ReferenceId("2008MOSCOW000820") == cable.ReferenceId.of(2008, "Moscow", 820)
    assert hash(moscow) == hash(cable.ReferenceId("08MOSCOW820"))
    assert str(cable.ReferenceId("08HAGUE12").canonical()) == "08THEHAGUE12"
    assert cable.ReferenceId("06KIEV12").same_as(cable.ReferenceId("06KYIV12"))
    assert not cable.ReferenceId("06KIEV12").same_as(moscow)
    assert cable.ReferenceId("77MOSCOW2124").archive_form() == "1977MOSCOW02124"
    assert cable.ReferenceId("08THEHAGUE1234").in_text() == "08 THE HAGUE 1234"
    assert cable.ReferenceId("75NEWDELHI12").post6 == "NEWDE"
    again = pickle.loads(pickle.dumps(moscow))
    assert again == moscow and again.printed == moscow.printed


def test_reference_ids_sort_by_year_post_and_serial() -> None:
    ids = [cable.ReferenceId(text) for text in ("08MOSCOW20", "75STATE1", "08MOSCOW3", "08BERLIN9")]
    assert [str(one) for one in sorted(ids)] == ["75STATE1", "08BERLIN9", "08MOSCOW3", "08MOSCOW20"]


@pytest.mark.parametrize("text", ["", "MOSCOW 820", "08 820", "08 MOSCOW", "08 MOSCOW 820!", "x" * 200])
def test_what_is_no_reference_id(text: str) -> None:
    with pytest.raises(cable.ReferenceIdError, match=r"^expected ") as caught:
        cable.ReferenceId(text)
    assert caught.value.text == text


def test_parts_that_are_no_reference_id() -> None:
    with pytest.raises(cable.CableError):
        cable.ReferenceId.of(8, "MOSCOW", 820)


def test_title_case() -> None:
    assert cable.title_case("FISH AND THE HARBOR OF NORDHAVEN") == "Fish and the Harbor of Nordhaven"
