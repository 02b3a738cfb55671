"""The relations of every pair of states, day by day, from the incidents between them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.dates import DAY
from dragoman.derive.acts import Senses
from dragoman.diplomacy.acts import ActKind
from dragoman.diplomacy.relations import Act, Impossible, RelationState, fold
from dragoman.knowledge.tables import Knowledge
from dragoman.model.claim import Side, Spell
from dragoman.model.event import Event, Party
from dragoman.model.incident import Incident

WIDEST_DAYS = 366
"""An act dated to a year is still placed, at the year's start; a vaguer one is not."""
MUTUAL = frozenset({"severed", "full", "charge"})
"""Changes that hold for both sides, whoever makes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What the acts of a record make of relations.

    `impossible` are acts that the relations of their day do not allow, each with its incident as
    `act.ref`; `undated` the incidents left out because no report says when they happened.
    """

    spells: tuple[Spell, ...]
    impossible: tuple[Impossible, ...]
    undated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """The words for an act, and how exactly its day is known."""

    quote: str
    precision: str


def relations(
    incidents: Iterable[Incident], events: Iterable[Event], knowledge: Knowledge
) -> tuple[Spell, ...]:
    """The spells of every dyad that an act of the record changed; see `fold_relations`."""
    return fold_relations(incidents, events, knowledge).spells


def fold_relations(
    incidents: Iterable[Incident], events: Iterable[Event], knowledge: Knowledge
) -> Relations:
    """Fold all incidents that happened and have an effect on relations, dyad by dyad.

    Planned, denied, hypothetical and merely claimed acts change nothing, nor do words of mood or a
    consulate. An act without a date is left out: its place in the sequence is not told, and none is
    invented.

    Returns:
        Spells sorted by pair and day, without gaps or overlaps within a pair; neighbours differ in
        state. The first spell of a pair starts at None: the state that its first act presupposes.
    """
    told = {event.event_id: event for event in events}
    by_pair: dict[tuple[str, str], list[Act]] = defaultdict(list)
    told_as: dict[str, _Told] = {}
    undated: list[str] = []
    senses = Senses(knowledge)
    for incident in sorted(incidents, key=lambda one: one.incident_id):
        tellings = [told[event_id] for event_id in incident.events]
        kind = senses.meant(incident, tellings) if incident.status == "actual" else None
        if kind is None or kind.effect is None or not kind.effect.sets:
            continue
        acts = list(_acts(incident, kind))
        if not acts:
            undated.append(incident.incident_id)
        for act in acts:
            by_pair[_pair(act)].append(act)
            told_as[act.ref] = _Told(_quote(tellings), _precision(incident))
    spells: list[Spell] = []
    impossible: list[Impossible] = []
    for pair in sorted(by_pair):
        folded = fold(by_pair[pair], knowledge.acts)
        spells.extend(_spells(pair, folded.periods, told_as))
        impossible.extend(folded.impossible)
    return Relations(spells=tuple(spells), impossible=tuple(impossible), undated=tuple(undated))


def _pair(act: Act) -> tuple[str, str]:
    first, second = sorted((act.actor, act.recipient))
    return first, second


def _acts(incident: Incident, kind: ActKind) -> Iterator[Act]:
    """The incident as acts of one state towards another; none when it cannot be placed in time."""
    range_ = incident.range
    if range_ is None or range_.since is None or range_.width_days > WIDEST_DAYS:
        return
    assert kind.effect is not None
    mutual = bool(MUTUAL & set(kind.effect.sets))
    seen: set[tuple[str, ...]] = set()
    actors = _states(incident.actors)
    for actor in actors:
        for recipient in _states(incident.recipients) or actors:
            key = tuple(sorted((actor, recipient))) if mutual else (actor, recipient)
            if actor != recipient and key not in seen:
                seen.add(key)
                yield Act(
                    kind=kind.id, actor=actor, recipient=recipient, on=range_.since,
                    last=None if range_.width_days <= 1 else range_.last,
                    ref=incident.incident_id,
                )  # fmt: skip


def _states(parties: Iterable[Party]) -> list[str]:
    """The states on one side: themselves, or those that a person or office acts for."""
    return sorted({party.country for party in parties if party.country is not None})


def _quote(tellings: Sequence[Event]) -> str:
    return max(tellings, key=lambda event: (event.confidence, event.event_id)).quote


def _precision(incident: Incident) -> str:
    """How exactly the day of an act is known, as in `incidents.date_precision`."""
    range_ = incident.range
    return "day" if range_ is None or range_.width_days <= 1 else range_.precision


def _spells(
    pair: tuple[str, str], periods: Sequence[RelationState], told_as: Mapping[str, _Told]
) -> Iterator[Spell]:
    """Periods as spells; neighbours of one level are one spell, brought about by all their acts."""
    runs: list[list[RelationState]] = []
    for period in periods:
        if runs and runs[-1][-1].level is period.level:
            runs[-1].append(period)
        else:
            runs.append([period])
    edges = [_begun(run[0], told_as) for run in runs]
    ends = [*edges[1:], None][: len(edges)]
    for run, begun, ended in zip(runs, edges, ends, strict=True):
        since = tuple(dict.fromkeys(ref for period in run for ref in period.because))
        yield Spell(
            pair=pair, date_start=run[0].since, date_end=_last(run[-1]),
            state=run[0].level.value, since=since,
            quotes=tuple(dict.fromkeys(told_as[ref].quote for ref in since)),
            start_precision=begun, end_precision=ended,
            sides=tuple(
                Side(
                    date_start=period.since, date_end=_last(period),
                    ranks=(period.ranks[0].value, period.ranks[1].value), since=period.because,
                    start_precision=_begun(period, told_as),
                )
                for period in run
            ),
        )  # fmt: skip


def _begun(period: RelationState, told_as: Mapping[str, _Told]) -> str | None:
    """How exactly the first day of a period is known."""
    return None if period.after is None else told_as[period.after.ref].precision


def _last(period: RelationState) -> dt.date | None:
    return None if period.until is None else period.until - DAY
