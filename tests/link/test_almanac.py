"""Weeks that a report's own words leave for its day.

2 March 2016 was a Wednesday; 18 April 2016 a Monday.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.link.almanac import days_of_month, weekdays, weeks
from dragoman.link.incumbents import Bounds, Incumbents
from dragoman.model.event import Event, When
from dragoman.resolve.times import find
from tests.factory import event, holder, party

MORA = holder("Luis Mora", "president", "URY", "2016-03-02", "2021-03-02")
RUIZ = holder("Ana Ruiz", "president", "URY", "2011-03-02", "2016-03-02")
NAMED = {name: party(name, country="URY") for name in ("Luis Mora", "Ana Ruiz")}


def act(kind: str, person: str, relative: str) -> Event:
    """An act of Uruguay on a person, on a day told by its weekday."""
    told = event(kind, "URY", NAMED[person])
    return replace(told, when=When(words="words", relative=relative))


def found(*events: Event, text: str = "", bounds: Bounds | None = None) -> list[tuple[str, str]]:
    """First and last days of the weeks."""
    given = bounds or Bounds()
    known = Incumbents((MORA, RUIZ))
    return [(str(w.first), str(w.last)) for w in weeks(events, find(text), text, given, known)]


def years(first: int, last: int) -> Bounds:
    """Bounds from the first day of one year to the last of another."""
    return Bounds(first=dt.date(first, 1, 1), last=dt.date(last, 12, 31))


def test_a_handover_on_its_weekday_leaves_the_week_from_that_day() -> None:
    told = act("appoint", "Luis Mora", "weekday:2:past")
    assert found(told) == [("2016-03-02", "2016-03-08")]


def test_a_handover_of_last_week_leaves_the_week_after_it() -> None:
    # 7 March 2016 was a Monday.
    told = act("appoint", "Luis Mora", "unit:week:-1")
    assert found(told) == [("2016-03-07", "2016-03-13")]


def test_a_handover_without_words_for_its_time_leaves_nothing() -> None:
    assert found(act("appoint", "Luis Mora", "default:recent")) == []


def test_a_handover_told_of_another_weekday_leaves_nothing() -> None:
    assert found(act("appoint", "Luis Mora", "weekday:4:past")) == []


def test_a_removal_is_of_the_last_day_in_office() -> None:
    told = act("remove_from_office", "Ana Ruiz", "weekday:2:past")
    assert found(told) == [("2016-03-02", "2016-03-08")]


def test_an_act_of_the_new_holder_puts_the_report_after_it() -> None:
    swearing = act("appoint", "Luis Mora", "weekday:2:past")
    visit = act("meet", "Luis Mora", "weekday:4:past")
    assert found(swearing, visit) == [("2016-03-04", "2016-03-08")]


def test_a_handover_outside_the_bounds_leaves_nothing() -> None:
    told = act("appoint", "Luis Mora", "weekday:2:past")
    assert found(told, bounds=years(2018, 2019)) == []


def test_a_day_with_its_weekday_leaves_the_one_year_that_fits() -> None:
    text = "The embassy has until Monday, April 18, the ministry said on Thursday."
    assert found(text=text, bounds=years(2014, 2018)) == [("2016-04-05", "2016-04-18")]


def test_a_day_whose_weekday_fits_two_years_leaves_nothing() -> None:
    text = "The embassy has until Monday, April 18, the ministry said on Thursday."
    assert found(text=text, bounds=years(2010, 2018)) == []


def test_a_day_without_bounds_leaves_nothing() -> None:
    assert found(text="It has until Monday, April 18, it said on Thursday.") == []


def test_a_day_whose_weekday_is_told_alone_leaves_the_week_from_it() -> None:
    text = "In a letter of April 18 she protested. On Monday the embassy was closed."
    assert found(text=text, bounds=years(2016, 2016)) == [("2016-04-18", "2016-04-24")]


def test_a_day_that_no_weekday_speaks_for_leaves_nothing() -> None:
    text = "In a letter of April 18 she protested. On Thursday the embassy was closed."
    assert found(text=text, bounds=years(2016, 2016)) == []


def test_weekdays_of_other_weeks_are_not_told_alone() -> None:
    assert weekdays(find("On Friday it closed; it reopens next Monday.")) == {4}


def test_days_without_their_month_are_known() -> None:
    text = "It was closed on the 25th of this month."
    assert days_of_month(find(text), text) == {25}


def test_days_announced_without_their_month_are_left_out() -> None:
    text = "It will be closed on the 25th of this month."
    assert days_of_month(find(text), text) == frozenset()
