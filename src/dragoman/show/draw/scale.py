"""Counts in few classes, for what is filled or drawn thicker by number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

LADDERS = ((1, 2, 3, 4, 5), (1, 2, 5, 10, 25), (1, 5, 20, 100, 500), (1, 10, 100, 1_000, 10_000))
"""Least counts of the classes; the first ladder with room for the greatest count is taken.

The first one is for counts that it holds one by one.
"""
ROOM = 4
"""A ladder has room up to so many times its last step."""


def classes(counts: Sequence[int]) -> tuple[int, ...]:
    """The least count of each class, rising; empty where nothing is counted."""
    most = max(counts, default=0)
    fitting = (steps for steps in LADDERS[1:] if most < ROOM * steps[-1])
    ladder = LADDERS[0] if most <= LADDERS[0][-1] else next(fitting, LADDERS[-1])
    return tuple(step for step in ladder if step <= most)


def level(count: int, steps: Sequence[int]) -> int:
    """The class of a count: 1 for the lowest, 0 for nothing."""
    return sum(count >= step for step in steps)


def words(steps: Sequence[int], most: int) -> tuple[str, ...]:
    """The classes in figures: "1", "2–4", "5 and more"; the last one ends with `most`."""
    if not steps:
        return ()
    ends = [after - 1 for _, after in pairwise(steps)] + [most]
    return tuple(
        str(first) if first >= last else f"{first}–{last}"
        for first, last in zip(steps, ends, strict=True)
    )
