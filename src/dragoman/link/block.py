"""Which pairs of tellings are worth comparing: kindred acts of parties that may be the same.

Tellings meet in blocks of one family of acts (acts joined by `kin`) and one dyad; one that names no
actor, or no recipient, meets all those that share its other side. Within a block dated tellings
meet only those of nearly the same days, and undated talk only what shares a word with it, so that
the work does not grow with the square of the record.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from dragoman.dates import DAY
from dragoman.diplomacy.acts import ActKind
from dragoman.link.compare import FAR_DAYS, Telling

Pair = tuple[int, int]


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


def pairs(tellings: Sequence[Telling], family: Mapping[str, str]) -> list[Pair]:
    """Index pairs (i < j) worth comparing, each once, sorted."""
    dyads: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    by_actor: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    by_recipient: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        kind = (family.get(telling.event.act, telling.event.act), telling.assertion)
        for actor, recipient in product(telling.actors or ("",), telling.recipients or ("",)):
            dyads[(*kind, actor, recipient)].append(i)
        for actor in telling.actors:
            by_actor[(*kind, actor)].append(i)
        for recipient in telling.recipients:
            by_recipient[(*kind, recipient)].append(i)
    found: set[Pair] = set()
    for block in dyads.values():
        found.update(_near(block, block, tellings))
    for block in by_actor.values():
        found.update(_near([i for i in block if not tellings[i].recipients], block, tellings))
    for block in by_recipient.values():
        found.update(_near([i for i in block if not tellings[i].actors], block, tellings))
    return sorted(found)


def _near(some: Sequence[int], block: Sequence[int], tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of one of `some` with one of the block that their days do not part."""
    days = {i: first for i in block if (first := _first(tellings[i])) is not None}
    undated = [i for i in block if i not in days]
    dated = sorted(days, key=lambda i: (days[i], i))
    chosen = set(some)
    for i in some:
        others: Iterable[int] = block if i not in days else undated
        yield from (_pair(i, j) for j in others if i != j and _may_agree(tellings[i], tellings[j]))
    for n, i in enumerate(dated):
        last = _last(tellings[i])
        for j in dated[n + 1 :]:
            if last is not None and days[j] > last + FAR_DAYS * DAY:
                break
            if i in chosen or j in chosen:
                yield _pair(i, j)


def _may_agree(left: Telling, right: Telling) -> bool:
    """Without days, talk is told apart by its words alone."""
    return not left.is_talk or not left.words.isdisjoint(right.words)


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def _first(telling: Telling) -> dt.date | None:
    """The first day; None where it is unknown or open, which can be near anything."""
    return None if telling.range is None else telling.range.since


def _last(telling: Telling) -> dt.date | None:
    return None if telling.range is None else telling.range.last
