"""The relations of two states, day by day, from the acts between them.

How A is represented in B and B in A are two facts; `Level` is their summary, the worse of the two.

Source: Vienna Convention on Diplomatic Relations 1961, arts. 2, 9, 14, 43, 45.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

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
    """One act of one state towards another on a day; `ref` says which incident it is."""

    kind: str
    actor: str
    recipient: str
    on: dt.date
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationState:
    """Relations of a dyad over the days `since` up to, not including, `until`; None: open.

    `ranks` are those of the first state's mission in the second and of the second's in the first,
    the states sorted by code. `related` is None while nothing is known. `because` are the refs of
    the acts that brought the state about.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    ranks: tuple[Rank, Rank] = (Rank.UNKNOWN, Rank.UNKNOWN)
    related: bool | None = None
    because: tuple[str, ...] = ()

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
_ORDER = ("actor_absent", "recipient_absent", "charge", "severed", "full", "actor_present",
          "recipient_present")  # fmt: skip


def fold(
    acts: Iterable[Act], kinds: Mapping[str, ActKind], *, baseline: RelationState | None = None
) -> Fold:
    """Return the relations of one dyad as consecutive periods.

    An act the state of relations does not allow changes nothing and is set apart. Before the first
    act the state is what that act presupposes.

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
    told = sorted((act for act in acts if _sets(act, kinds)), key=lambda act: _rank(act, kinds))
    pairs = {tuple(sorted((act.actor, act.recipient))) for act in told}
    if len(pairs) > 1 or any(len(set(pair)) < 2 for pair in pairs):
        raise DyadError(f"acts of more than one pair of states: {sorted(pairs)}")
    if not told:
        return Fold(periods=() if baseline is None else (baseline,), impossible=())
    state = baseline or _presupposed(told[0], kinds)
    periods: list[RelationState] = []
    impossible: list[Impossible] = []
    for act in told:
        unmet = _unmet(act, state, kinds)
        if unmet is not None:
            impossible.append(Impossible(act=act, unmet=unmet, because=state.because))
            continue
        after = _apply(act, state, kinds)
        if (after.ranks, after.related) == (state.ranks, state.related):
            state = replace(state, because=(*state.because, act.ref))
        elif state.since == act.on:
            state = replace(after, since=act.on, because=(*state.because, act.ref))
        else:
            periods.append(replace(state, until=act.on))
            state = replace(after, since=act.on, because=(act.ref,))
    return Fold(periods=(*periods, state), impossible=tuple(impossible))


def _sets(act: Act, kinds: Mapping[str, ActKind]) -> tuple[str, ...]:
    effect = kinds[act.kind].effect
    return () if effect is None else effect.sets


def _rank(act: Act, kinds: Mapping[str, ActKind]) -> tuple[dt.date, int, str, str, str]:
    return (act.on, min(_ORDER.index(change) for change in _sets(act, kinds)), act.kind, act.actor,
            act.ref)  # fmt: skip


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
    return RelationState(ranks=(ranks[0], ranks[1]), related=related)


def _unmet(act: Act, state: RelationState, kinds: Mapping[str, ActKind]) -> str | None:
    """The first requirement that the state is known not to meet; what is unknown may hold."""
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
        else:
            absent = change.endswith("_absent")
            ranks[_side(act, change)] = Rank.ABSENT if absent else Rank.AMBASSADOR
            related = True
    return RelationState(ranks=(ranks[0], ranks[1]), related=related)
