"""The tenures of the knowledge files fill gaps; they never outvote what a report says."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.knowledge.names import NameIndex
from tests.factory import holder
from tests.resolve.people import Asked


@pytest.fixture(scope="module")
def knowing(parse, knowledge):
    """knowing(*rows)(text): a text read with these tenures and no others."""

    def given(*rows):
        known = dataclasses.replace(knowledge, holders=rows)
        names = NameIndex.of(known)
        return lambda text: Asked(parse(text), known, names)

    return given


KENYAN = holder("Tom Wadell", "president", "KEN", "2001-01-01", "2030-01-01")


def test_a_row_gives_the_state_that_a_report_leaves_out(knowing):
    asked = knowing(KENYAN)("President Tom Wadell spoke on Monday.")
    assert {office.country for office in asked.cast.offices()} == {"KEN"}


@pytest.mark.parametrize(
    "text",
    [
        "Chilean President Tom Wadell met Kenya's envoy.",
        "Tom Wadell, the president of Chile, met Kenya's envoy.",
        "Chile and Kenya met. Tom Wadell, who is Chile's president, spoke.",
    ],
)
def test_a_reports_own_words_outvote_a_row(knowing, text):
    (office,) = knowing(KENYAN)(text).cast.offices()
    assert (office.office, office.country) == ("president", "CHL")


def test_a_reports_former_president_stays_former(knowing):
    (office,) = knowing(KENYAN)("Former Kenyan president Tom Wadell spoke.").cast.offices()
    assert office.tense == "former"


def test_a_row_asserts_no_office_by_itself(knowing):
    assert knowing(KENYAN)("Kenya's Tom Wadell spoke on Monday.").cast.offices() == ()


def test_without_any_rows_reports_are_read_all_the_same(knowing):
    asked = knowing()("Kenyan President Tom Wadell spoke. Wadell's predecessor, Ana Ruiz, left.")
    assert {(o.name, o.office, o.country, o.tense) for o in asked.cast.offices()} == {
        ("Tom Wadell", "president", "KEN", "current"), ("Ana Ruiz", "president", "KEN", "former"),
    }  # fmt: skip
    assert asked.ids("Wadell", nth=1) == ["p-tom-wadell"]
