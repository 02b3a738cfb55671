"""Ranges of days compared."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from dragoman.dates import day, month, publication_fault, span

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


@pytest.mark.parametrize(
    ("published", "fault"),
    [
        (dt.date(2025, 11, 5), None),
        (dt.date(2025, 11, 6), None),
        (dt.date(2025, 11, 7), "future"),
        (dt.date(1400, 1, 1), None),
        (dt.date(1399, 12, 31), "1400"),
    ],
)
def test_no_report_is_of_a_day_to_come_or_before_print(
    published: dt.date, fault: str | None
) -> None:
    found = publication_fault(published, dt.date(2025, 11, 5))
    assert found is None if fault is None else fault in str(found)
