"""Putting the days together that clues leave. 3 November 2014 was a Monday."""

from __future__ import annotations

import datetime as dt

from dragoman.link.clues import Clue, bounded, is_borne_out, meet, settle
from dragoman.link.hints import Hint
from dragoman.link.incumbents import Bounds


def clue(first: int, last: int, *, act: str = "ban_travel") -> Clue:
    """Days of November 2014."""
    return Clue(dt.date(2014, 11, first), dt.date(2014, 11, last), False, "why", act)


def settled(one: Clue, *, weekdays: set[int] = frozenset(), doms: set[int] = frozenset()) -> str:
    """What the clue leaves, as text."""
    found = settle(one, frozenset(weekdays), frozenset(doms))
    return "" if found is None else f"{found.published} {found.precision}"


def test_a_few_days_are_settled_to_the_middle_one() -> None:
    assert settled(clue(3, 5)) == "2014-11-04 day"


def test_many_days_of_a_month_are_settled_to_the_month() -> None:
    assert settled(clue(3, 20)) == "2014-11-01 month"


def test_a_weekday_picks_the_days_near_it() -> None:
    assert settled(clue(3, 8), weekdays={0}) == "2014-11-04 day"


def test_a_day_of_the_month_picks_that_day_and_the_next() -> None:
    assert settled(clue(3, 20), doms={11}) == "2014-11-12 day"


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
