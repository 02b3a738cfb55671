"""Which pairs of tellings are worth comparing: kindred acts between parties that may be the same.

Blocks are keyed by the family of the act (acts joined by `kin`) and by one country or party on
either side; within a block that is large, only tellings with dates not far apart, or without one,
meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.diplomacy.acts import ActKind
from dragoman.link.compare import Telling

CROWD = 400
"""Larger blocks are cut by month, so that the work does not grow with the square of the record."""


def families(kinds: Mapping[str, ActKind]) -> dict[str, str]:
    """From each act to the first, by name, of all acts that kin joins it to."""
    root = {act: act for act in kinds}

    def find(act: str) -> str:
        while root[act] != act:
            act = root[act]
        return act

    for act in sorted(kinds):
        for kin in kinds[act].kin:
            low, high = sorted((find(act), find(kin)))
            root[high] = low
    return {act: find(act) for act in kinds}


def pairs(tellings: Sequence[Telling], family: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Index pairs (i < j) worth comparing, each once, sorted."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        sides = sorted(telling.actors | telling.recipients) or [""]
        for side in sides:
            blocks[family.get(telling.event.act, telling.event.act), side].append(i)
    found: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for members in _cut(blocks[key], tellings):
            found.update((a, b) for n, a in enumerate(members) for b in members[n + 1 :])
    yield from sorted(found)


def _cut(members: list[int], tellings: Sequence[Telling]) -> Iterator[list[int]]:
    """The block itself, or its months, each with the month after."""
    if len(members) <= CROWD:
        yield members
        return
    months: dict[int, list[int]] = defaultdict(list)
    for i in members:
        when = tellings[i].range
        if when is not None and when.since is not None:
            months[when.since.year * 12 + when.since.month].append(i)
    for month in sorted(months):
        yield sorted([*months[month], *months.get(month + 1, ())])
