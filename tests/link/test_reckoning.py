"""The likeliest day of a report. 6 November 2014 was a Thursday."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.link.reckoning import Reckoned, floor_of, reckon, signs_of
from dragoman.resolve.times import find


def reckoned(text: str, first: str, last: str) -> Reckoned | None:
    """What a text leaves of the days from `first` to `last`."""
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return reckon(*days, tuple(signs_of(find(text), text)))


def day_of(text: str, first: str = "2014-11-03", last: str = "2014-11-09") -> str:
    """The same as text, within one week."""
    found = reckoned(text, first, last)
    return "" if found is None else f"{found.published} {found.precision}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoy left on Thursday.", "2014-11-06 day"),
        ("The envoy left late Thursday.", "2014-11-07 day"),
        ("The envoy left on Thursday, two days after Tuesday's vote.", "2014-11-06 day"),
        ("The envoy left on 6 November.", "2014-11-06 day"),
        ("The envoy left on November 6, 2014.", "2014-11-06 day"),
    ],
)
def test_a_day_that_is_named_is_mostly_that_of_publication(text: str, day: str) -> None:
    assert day_of(text) == day


def test_a_week_without_a_sign_leaves_its_month() -> None:
    assert day_of("The envoy left.") == "2014-11-01 month"


def test_a_holiday_is_no_sign() -> None:
    assert signs_of(find("They met at Christmas."), "They met at Christmas.") == []


def test_a_month_named_with_its_year_is_mostly_of_an_earlier_year() -> None:
    found = reckoned("The talks began in June 2014.", "2014-06-01", "2015-12-31")
    assert found is None or found.published.year == 2015


def test_too_many_years_leave_nothing() -> None:
    assert reckoned("The envoy left on Thursday.", "1950-01-01", "2014-12-31") is None


def test_the_share_says_how_much_gathered_there() -> None:
    sure = reckoned("The envoy left on Thursday.", "2014-11-05", "2014-11-07")
    less = reckoned("The envoy left on Thursday.", "2014-11-03", "2014-11-09")
    assert sure is not None
    assert less is not None
    assert 0.6 < less.share < sure.share <= 1


def test_the_reason_names_the_words() -> None:
    found = reckoned("The envoy left on Thursday.", "2014-11-03", "2014-11-09")
    assert found is not None
    assert found.why == "names Thursday"


@pytest.mark.parametrize(
    ("text", "floor"),
    [
        ("It lasted through April 2018 and began in 2016.", dt.date(2018, 4, 1)),
        ("It was built by 2014.", None),
        ("It is due to end in April 2030.", None),
    ],
)
def test_a_floor_is_the_latest_date_told_as_past(text: str, floor: dt.date | None) -> None:
    assert floor_of(find(text), text) == floor
