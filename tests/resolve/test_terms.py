"""Tense and days of an office, as verbs and dates around it tell them."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.model.event import IN_OFFICE, TOOK_OFFICE
from tests.resolve.test_offices import said

DAY = dt.date(2020, 6, 10)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Tom Wade was appointed president of Kenya.", "current"),
        ("Tom Wade was sworn in as president of Kenya.", "current"),
        ("Tom Wade has been president of Kenya since 2019.", "current"),
        ("Tom Wade had been president of Kenya for two years.", "former"),
        ("Tom Wade, who served as president of Kenya, left.", "former"),
        ("Tom Wade, who is now president of Kenya, left.", "current"),
        ("Tom Wade, who left office in 2017 as president of Kenya, spoke.", "former"),
        ("Tom Wade took office as president of Kenya.", "current"),
        ("Tom Wade resigned as president of Kenya.", "former"),
        ("Tom Wade will become president of Kenya.", "future"),
        ("Tom Wade was re-elected president of Kenya.", "current"),
        ("Tom Wade declared himself president of Kenya.", "current"),
        ("Ana Ruiz appointed Tom Wade as president of Kenya.", "current"),
        ("Parliament elected Tom Wade president of Kenya.", "current"),
        ("Tom Wade, whom Chile named president of Kenya, left.", "current"),
    ],
)
def test_verbs_tell_the_tense(ask, text, tense):
    assert said(ask(text)) == {("Tom Wade", "president", "KEN", tense)}


@pytest.mark.parametrize(
    "text",
    [
        "If Tom Wade became president of Kenya, trade would fall.",
        "Tom Wade hopes to be president of Kenya.",
        "Tom Wade left Oslo as president of the chess club.",
        "Tom Wade named the president of Kenya.",
    ],
)
def test_what_is_not_so_gives_no_office(ask, text):
    assert said(ask(text)) == set()


@pytest.mark.parametrize(
    ("text", "tense", "first", "last", "why"),
    [
        ("Tom Wade, Kenya's president since 2018, left.", "current", "2018-01-01", None,
         IN_OFFICE),
        ("Tom Wade, president of Kenya until last December, left.", "former", None, "2019-12-31",
         None),
        ("Tom Wade, president of Kenya from 1990 to 2000, died.", "former", "1990-01-01",
         "2000-12-31", None),
        ("Tom Wade took office as president of Kenya last March.", "current", "2020-03-01", None,
         TOOK_OFFICE),
        ("Tom Wade was elected president of Kenya in May 2019.", "current", "2019-05-01", None,
         TOOK_OFFICE),
        ("Tom Wade resigned as president of Kenya in 2017.", "former", None, "2017-12-31", None),
    ],
)  # fmt: skip
def test_dates_give_the_days(ask, text, tense, first, last, why):
    (office,) = ask(text, published=DAY).cast.offices()
    days = office.at.range
    assert (office.tense, str(days.first), str(days.last)) == (tense, str(first), str(last))
    assert why in (None, office.at.why)


def test_a_date_of_another_thing_is_not_the_offices(ask):
    asked = ask("Tom Wade, president of Kenya, left on 3 May 2020.", published=DAY)
    assert [office.at for office in asked.cast.offices()] == [None]


def test_a_relative_date_of_an_undated_report_stays_open(ask):
    asked = ask("Tom Wade took office as president of Kenya last March.")
    assert [office.at for office in asked.cast.offices()] == [None]


@pytest.mark.parametrize("day", ["31 February 2019", "2025-13-40"])
def test_an_impossible_date_leaves_the_days_open(ask, day):
    asked = ask(f"Tom Wade, president of Kenya since {day}, left.", published=DAY)
    assert [(o.office, o.at) for o in asked.cast.offices()] == [("president", None)]
