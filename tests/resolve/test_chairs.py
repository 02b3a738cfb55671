"""Offices named by the body that somebody chairs or sits in."""

from __future__ import annotations

import pytest

from tests.resolve.test_offices import said


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Tom Wade, head of the Kenyan parliament's budget committee, spoke.", "KEN"),
        ("Tom Wade, chairman of the foreign affairs committee of Kenya's senate, spoke.", "KEN"),
        ("House Budget Committee Chairman Tom Wade spoke.", "USA"),
        ("Kenyan Senate Budget Committee Chairwoman Tom Wade spoke.", "KEN"),
    ],
)
def test_who_chairs_a_committee_of_parliament_is_a_lawmaker(ask, text, country):
    assert said(ask(text)) == {("Tom Wade", "lawmaker", country, "current")}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Wade, head of the Kenyan Olympic committee, spoke.",
        "Tom Wade, chairman of the strike committee, spoke.",
        "Tom Wade, member of the board of a Kenyan bank, spoke.",
    ],
)
def test_other_committees_make_no_lawmaker(ask, text):
    assert said(ask(text)) == set()
