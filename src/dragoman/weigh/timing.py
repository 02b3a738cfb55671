"""Dates compared for weighing: what can be one day, what cannot."""

from __future__ import annotations

from dragoman.dates import DateRange

NARROW_DAYS = 40
"""A range no wider than this, about a month, places an act well enough to compare."""


def far_apart(left: DateRange | None, right: DateRange | None, days: int) -> bool:
    """Whether both are known and more than `days` lie between them."""
    return left is not None and right is not None and left.gap_days(right) > days


def is_narrow(range_: DateRange | None) -> bool:
    """Whether a range is known and about a month wide at most."""
    return range_ is not None and range_.width_days <= NARROW_DAYS


def compatible(left: DateRange | None, right: DateRange | None) -> bool:
    """Whether both are narrow and lie within a week of each other."""
    if left is None or right is None or not (is_narrow(left) and is_narrow(right)):
        return False
    return left.gap_days(right) <= 7
