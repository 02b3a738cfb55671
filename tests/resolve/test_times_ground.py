"""Values on the calendar. 12 June 2019 was a Wednesday."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.times import ground

TOLD = dt.date(2019, 6, 12)

CASES = [
    ("weekday:0:auto", "2019-06-10", "2019-06-10", "day"),
    ("weekday:2:auto", "2019-06-12", "2019-06-12", "day"),
    ("weekday:2:last", "2019-06-05", "2019-06-05", "day"),
    ("weekday:3:auto", "2019-06-06", "2019-06-06", "day"),
    ("weekday:3:future", "2019-06-13", "2019-06-13", "day"),
    ("weekday:4:week-1", "2019-06-07", "2019-06-07", "day"),
    ("unit:day:-1", "2019-06-11", "2019-06-11", "day"),
    ("unit:week:-1", "2019-06-03", "2019-06-09", "week"),
    ("unit:month:-1", "2019-05-01", "2019-05-31", "month"),
    ("unit:year:-1", "2018-01-01", "2018-12-31", "year"),
    ("unit:month:0~before", "2019-06-01", "2019-06-12", "range"),
    ("month:12:last", "2018-12-01", "2018-12-31", "month"),
    ("month:3:auto", "2019-03-01", "2019-03-31", "month"),
    ("month:9:auto", "2018-09-01", "2018-09-30", "month"),
    ("month:9:future", "2019-09-01", "2019-09-30", "month"),
    ("monthday:06-11:auto", "2019-06-11", "2019-06-11", "day"),
    ("monthday:07-01:auto", "2018-07-01", "2018-07-01", "day"),
    ("monthday:02-29:auto", "2016-02-29", "2016-02-29", "day"),
    ("offset:-3:day", "2019-06-09", "2019-06-09", "day"),
    ("offset:-2:year", "2017-01-01", "2017-12-31", "year"),
    ("offset:-few:day", "2019-06-06", "2019-06-11", "range"),
    ("abs:2001-09", "2001-09-01", "2001-09-30", "month"),
    ("abs:1970s", "1970-01-01", "1979-12-31", "range"),
    ("abs:c19", "1801-01-01", "1900-12-31", "range"),
    ("abs:1970..abs:1984", "1970-01-01", "1984-12-31", "range"),
    ("abs:2010..", "2010-01-01", "2019-06-12", "range"),
    ("weekday:0:auto>narrative:+1:day", "2019-06-11", "2019-06-11", "day"),
    ("abs:2010>narrative:+1:year", "2011-01-01", "2011-12-31", "year"),
    ("default:recent", "2019-06-11", "2019-06-12", "range"),
]


@pytest.mark.parametrize(("form", "first", "last", "precision"), CASES)
def test_ground_gives_days(form: str, first: str, last: str, precision: str) -> None:
    found = ground(form, TOLD)
    assert found is not None
    assert (str(found.first), str(found.last), found.precision) == (first, last, precision)


@pytest.mark.parametrize("form", ["duration:P25Y", "vague:past", "narrative:+2:day", "nonsense"])
def test_ground_gives_nothing_for_what_dates_nothing(form: str) -> None:
    assert ground(form, TOLD) is None


def test_ground_needs_no_anchor_for_absolute_dates() -> None:
    found = ground("abs:2001-09-03", None)
    assert found is not None
    assert found.first == dt.date(2001, 9, 3)


def test_ground_gives_nothing_without_an_anchor_for_a_weekday() -> None:
    assert ground("weekday:0:auto", None) is None


def test_ground_points_a_bare_weekday_ahead_in_the_future_tense() -> None:
    found = ground("weekday:0:auto", TOLD, tense="future")
    assert found is not None
    assert found.first == dt.date(2019, 6, 17)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_of_the_past_is_within_the_week_before(told: dt.date, wanted: int) -> None:
    found = ground(f"weekday:{wanted}:past", told)
    assert found is not None
    assert found.first is not None
    assert (found.first.weekday(), (told - found.first).days // 7) == (wanted, 0)
