"""Putting the days together that clues leave. 3 November 2014 was a Monday."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.link.clues import Clue, at_large, bounded, is_borne_out, meet, settle
from dragoman.link.hints import Hint
from dragoman.link.incumbents import Bounds
from dragoman.link.reckoning import signs_of
from dragoman.resolve.times import find


def clue(first: int, last: int, *, act: str = "ban_travel") -> Clue:
    """Days of November 2014."""
    return Clue(dt.date(2014, 11, first), dt.date(2014, 11, last), False, "why", act)


def settled(one: Clue, text: str = "") -> str:
    """What the clue leaves, with what a text says of its own day."""
    found = settle(one, signs_of(find(text), text))
    return "" if found is None else f"{found.published} {found.precision}"


def test_a_few_days_are_settled_to_the_middle_one() -> None:
    assert settled(clue(3, 5)) == "2014-11-04 day"


def test_many_days_of_a_month_are_settled_to_the_month() -> None:
    assert settled(clue(3, 20)) == "2014-11-01 month"


def test_a_weekday_told_alone_picks_that_day() -> None:
    assert settled(clue(3, 8), "They met on Tuesday.") == "2014-11-04 day"


def test_late_on_a_weekday_picks_the_day_after() -> None:
    assert settled(clue(3, 8), "They met late Tuesday.") == "2014-11-05 day"


def test_of_several_weekdays_the_last_is_the_day() -> None:
    # The 7th was a Friday.
    assert settled(clue(3, 8), "They met on Friday, a day after talks on Thursday.") == (
        "2014-11-07 day"
    )


def test_a_weekday_still_to_come_picks_no_day() -> None:
    assert settled(clue(3, 9), "They will meet on Friday.") == "2014-11-01 month"


def test_a_day_of_the_month_picks_that_day() -> None:
    assert settled(clue(3, 20), "They met on the 11th.") == "2014-11-11 day"


def test_news_of_a_known_day_is_mostly_of_that_day() -> None:
    assert settled(replace(clue(3, 8), is_fresh=True)) == "2014-11-03 day"


def test_a_clue_keeps_the_days_from_a_floor_on() -> None:
    assert clue(3, 8).since(dt.date(2014, 11, 5)) == clue(5, 8)
    assert clue(3, 8).since(dt.date(2014, 11, 9)) is None


def at_large_in(text: str, first: dt.date, last: dt.date) -> str:
    """The month or year that a text leaves within the bounds of a tenure."""
    signs = tuple(signs_of(find(text), text))
    found = at_large(Hint(Bounds(first=first, last=last), signs=signs), None)
    return "" if found is None else f"{found.published} {found.precision}"


def test_what_went_on_to_this_year_tells_the_year() -> None:
    text = "It lasted from late 2017 to April this year."
    assert at_large_in(text, dt.date(2017, 5, 1), dt.date(2019, 4, 30)) == "2018-01-01 year"


def test_bounds_of_many_years_tell_nothing() -> None:
    text = "It lasted from late 2017 to April this year."
    assert at_large_in(text, dt.date(2011, 5, 1), dt.date(2019, 4, 30)) == ""


def test_clues_that_exclude_each_other_leave_nothing() -> None:
    assert meet([clue(3, 5), clue(8, 9)]) is None


def test_days_before_a_tenure_are_none() -> None:
    assert bounded(clue(3, 5), Hint(Bounds(first=dt.date(2014, 11, 6)))) is None


def test_a_tenure_over_before_the_days_is_looked_back_on() -> None:
    assert bounded(clue(3, 5), Hint(Bounds(last=dt.date(2014, 10, 6)))) == clue(3, 5)


def test_a_second_act_bears_the_days_out() -> None:
    assert is_borne_out(clue(3, 5), [clue(3, 5), clue(3, 5, act="arrest")], Hint())


def test_one_act_told_twice_bears_nothing_out() -> None:
    assert not is_borne_out(clue(3, 5), [clue(3, 5), clue(3, 5)], Hint())


def test_weekdays_on_other_days_bear_nothing_out() -> None:
    assert not is_borne_out(clue(3, 4), [clue(3, 4)], Hint(weekdays=frozenset({3})))
