"""The relations of two states, day by day, from the acts between them.

How A is represented in B and B in A are two facts; `Level` is their summary, the worse of the two.

Source: Vienna Convention on Diplomatic Relations 1961, arts. 2, 9, 14, 43, 45.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from dragoman.dates import DAY
from dragoman.diplomacy.acts import ActKind
from dragoman.diplomacy.missions import Rank


class Level(Enum):
    """The state of relations, as the contract names it."""

    FULL = "full"
    RECALLED = "recalled"
    CHARGE = "charge"
    SEVERED = "severed"
    UNKNOWN = "unknown"


class DyadError(ValueError):
    """The acts are not all between the same two states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of one state towards another; `ref` says which incident it is.

    `on` is its day, or the first on which it may have happened; `last` the last such day, None
    where the day is known.
    """

    kind: str
    actor: str
    recipient: str
    on: dt.date
    ref: str
    last: dt.date | None = None

    @property
    def middle(self) -> dt.date:
        """The day in the middle of those on which it may have happened: it errs least."""
        return self.on if self.last is None else self.on + (self.last - self.on) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationState:
    """Relations of a dyad over the days `since` up to, not including, `until`; None: open.

    `ranks` are those of the first state's mission in the second and of the second's in the first,
    the states sorted by code. `related` is None while nothing is known. `because` are the refs of
    the acts that brought the state about; `after` the act that began it, None before the first.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    ranks: tuple[Rank, Rank] = (Rank.UNKNOWN, Rank.UNKNOWN)
    related: bool | None = None
    because: tuple[str, ...] = ()
    after: Act | None = None

    @property
    def level(self) -> Level:
        """The worse of the two sides; unknown where neither is known."""
        if self.related is False:
            return Level.SEVERED
        if Rank.CHARGE in self.ranks:
            return Level.CHARGE
        if Rank.ABSENT in self.ranks:
            return Level.RECALLED
        return Level.FULL if Rank.AMBASSADOR in self.ranks else Level.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """An act that the relations of its day do not allow.

    `unmet` is the requirement that fails; `because` the refs of the acts that stand in its way.
    """

    act: Act
    unmet: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Consecutive periods of one dyad and, apart, its impossible acts in date order."""

    periods: tuple[RelationState, ...]
    impossible: tuple[Impossible, ...]


# On one day an envoy leaves before relations end, and returns after they are restored.
_ORDER = ("actor_absent", "recipient_absent", "charge", "severed", "full", "reopened",
          "actor_present", "recipient_present")  # fmt: skip
_MOVED_ACTS, _TRIED_DAYS = 8, 8
"""How many acts that do not fit are tried on other days of theirs, and on how many days each."""


def fold(
    acts: Iterable[Act], kinds: Mapping[str, ActKind], *, baseline: RelationState | None = None
) -> Fold:
    """Return the relations of one dyad as consecutive periods.

    An act the state of relations does not allow changes nothing and is set apart. Before the first
    act the state is what that act presupposes. An act known to a month or a year stands in the
    middle of its days, or as near to it as the other acts allow.

    Args:
        acts: acts between the same two states, in any order; kinds without an effect are ignored.
        kinds: effect and requirements of each kind of act.
        baseline: relations before the first act; None means what that act presupposes.

    Returns:
        `periods`, sorted, half-open, without gaps, the first and the last one open; `impossible`,
        in date order. Both empty when there is no act with an effect and no baseline.

    Raises:
        DyadError: the acts are of more than one pair of states.

    Source: Vienna Convention on Diplomatic Relations 1961, arts. 2, 9, 14, 43, 45.
    """
    told = [act for act in acts if _sets(act, kinds)]
    pairs = {tuple(sorted((act.actor, act.recipient))) for act in told}
    if len(pairs) > 1 or any(len(set(pair)) < 2 for pair in pairs):
        raise DyadError(f"acts of more than one pair of states: {sorted(pairs)}")
    placed = sorted(((act.middle, act) for act in told), key=lambda one: _rank(one, kinds))
    found = _walk(placed, kinds, baseline)
    for late in [one.act for one in found.impossible if one.act.last is not None][:_MOVED_ACTS]:
        for day in _other_days(late, placed):
            moved = [(day if act is late else on, act) for on, act in placed]
            moved.sort(key=lambda one: _rank(one, kinds))
            tried = _walk(moved, kinds, baseline)
            if len(tried.impossible) < len(found.impossible):
                placed, found = moved, tried
                break
    return found


def _walk(
    placed: Sequence[tuple[dt.date, Act]],
    kinds: Mapping[str, ActKind],
    baseline: RelationState | None,
) -> Fold:
    """The periods that acts make, each on its day, in order."""
    if not placed:
        return Fold(periods=() if baseline is None else (baseline,), impossible=())
    state = baseline or _presupposed(placed[0][1], kinds)
    periods: list[RelationState] = []
    impossible: list[Impossible] = []
    for on, act in placed:
        unmet = _unmet(act, state, kinds)
        if unmet is not None:
            impossible.append(Impossible(act=act, unmet=unmet, because=state.because))
            continue
        for side in _known_after(act, state, kinds):
            periods = _filled(periods, side)
            state = _filled([state], side)[0]
        after = _apply(act, state, kinds)
        if (after.ranks, after.related) == (state.ranks, state.related):
            state = replace(state, because=(*state.because, act.ref))
        elif state.since == on:
            state = replace(after, since=on, because=(*state.because, act.ref), after=state.after)
        else:
            periods.append(replace(state, until=on))
            state = replace(after, since=on, because=(act.ref,), after=act)
    return Fold(periods=(*periods, state), impossible=tuple(impossible))


def _known_after(act: Act, state: RelationState, kinds: Mapping[str, ActKind]) -> list[int]:
    """The sides whose head of mission, not told of so far, must have been in post for `act`."""
    needed = {_side(act, need) for need in _requires(act, kinds) if need.endswith("_present")}
    return [side for side in sorted(needed) if state.ranks[side] is Rank.UNKNOWN]


def _filled(periods: Sequence[RelationState], side: int) -> list[RelationState]:
    """The periods with one side's head of mission in post for as long back as nothing is told."""
    out = list(periods)
    for at in reversed(range(len(out))):
        ranks = list(out[at].ranks)
        if ranks[side] is not Rank.UNKNOWN:
            break
        ranks[side] = Rank.AMBASSADOR
        out[at] = replace(out[at], ranks=(ranks[0], ranks[1]), related=True)
    return out


def _other_days(act: Act, placed: Sequence[tuple[dt.date, Act]]) -> list[dt.date]:
    """Days of `act` between those of other acts, one a gap, the nearest to its middle first."""
    assert act.last is not None
    inside = {on for on, other in placed if other is not act and act.on <= on <= act.last}
    ends = [act.on - DAY, *sorted(inside), act.last + DAY]
    gaps = [
        first + max((last - first) // 2, DAY)
        for first, last in pairwise(ends)
        if (last - first).days > 1
    ]
    return sorted(gaps, key=lambda day: (abs(day - act.middle), day))[:_TRIED_DAYS]


def _sets(act: Act, kinds: Mapping[str, ActKind]) -> tuple[str, ...]:
    effect = kinds[act.kind].effect
    return () if effect is None else effect.sets


def _rank(
    placed: tuple[dt.date, Act], kinds: Mapping[str, ActKind]
) -> tuple[dt.date, int, str, str, str]:
    on, act = placed
    order = min(_ORDER.index(change) for change in _sets(act, kinds))
    return (on, order, act.kind, act.actor, act.ref)


def _side(act: Act, change: str) -> int:
    """Whose mission a change or requirement is about: 0, the first state's, or 1."""
    owner = act.actor if change.startswith("actor") else act.recipient
    return 0 if owner == min(act.actor, act.recipient) else 1


def _requires(act: Act, kinds: Mapping[str, ActKind]) -> tuple[str, ...]:
    effect = kinds[act.kind].effect
    return () if effect is None else effect.requires


def _presupposed(act: Act, kinds: Mapping[str, ActKind]) -> RelationState:
    """What must have held for the first act to be possible; nothing more is assumed."""
    ranks = [Rank.UNKNOWN, Rank.UNKNOWN]
    related: bool | None = None
    for need in _requires(act, kinds):
        if need == "severed":
            return RelationState(ranks=(Rank.NONE, Rank.NONE), related=False)
        related = True
        if need.endswith("_present"):
            ranks[_side(act, need)] = Rank.AMBASSADOR
        if need.endswith("_absent"):
            ranks[_side(act, need)] = Rank.ABSENT
    return RelationState(ranks=(ranks[0], ranks[1]), related=related)


def _unmet(act: Act, state: RelationState, kinds: Mapping[str, ActKind]) -> str | None:
    """The first requirement that the state is known not to meet; what is unknown may hold.

    That a head of mission was away is no requirement that can fail: one who comes back may have
    been called home without a report of it.
    """
    for need in _requires(act, kinds):
        if need == "related" and state.related is False:
            return need
        if need == "severed" and state.level is Level.FULL:
            return need
        if need.endswith("_present"):
            rank = state.ranks[_side(act, need)]
            if rank not in (Rank.AMBASSADOR, Rank.UNKNOWN):
                return need
    return None


def _apply(act: Act, state: RelationState, kinds: Mapping[str, ActKind]) -> RelationState:
    ranks, related = list(state.ranks), state.related
    for change in _sets(act, kinds):
        if change == "severed":
            ranks, related = [Rank.NONE, Rank.NONE], False
        elif change in ("full", "charge"):
            rank = Rank.AMBASSADOR if change == "full" else Rank.CHARGE
            ranks, related = [rank, rank], True
        elif change == "reopened":
            if related is False:
                ranks, related = [Rank.AMBASSADOR, Rank.AMBASSADOR], True
        else:
            absent = change.endswith("_absent")
            ranks[_side(act, change)] = Rank.ABSENT if absent else Rank.AMBASSADOR
            related = True
    return RelationState(ranks=(ranks[0], ranks[1]), related=related)
