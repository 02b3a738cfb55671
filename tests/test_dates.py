"""Ranges of days compared."""

from __future__ import annotations

import datetime as dt
import math

from dragoman.dates import day, month, span

FIRST = dt.date(2031, 3, 1)


def test_width_counts_the_days() -> None:
    assert (day(FIRST).width_days, month(2031, 2).width_days) == (1, 28)


def test_a_range_with_an_open_side_is_infinitely_wide() -> None:
    assert span(FIRST, None).width_days == math.inf
    assert span(None, FIRST).width_days == math.inf


def test_the_gap_is_the_same_either_way() -> None:
    left, right = day(FIRST), day(dt.date(2031, 3, 8))
    assert left.gap_days(right) == right.gap_days(left) == 7


def test_nothing_lies_between_a_range_and_an_open_one_that_holds_it() -> None:
    assert span(None, None).gap_days(day(FIRST)) == 0
