"""The relations of every pair of states, day by day, from the incidents between them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.dates import DAY
from dragoman.diplomacy.acts import ActKind
from dragoman.diplomacy.relations import Act, Impossible, RelationState, fold
from dragoman.knowledge.tables import Knowledge
from dragoman.model.claim import Spell
from dragoman.model.event import Event, Party
from dragoman.model.incident import Incident

WIDEST_DAYS = 366
"""An act dated to a year is still placed, at the year's start; a vaguer one is not."""
MUTUAL = frozenset({"severed", "full", "charge"})
"""Changes that hold for both sides, whoever makes them."""

_HEAD = re.compile(
    r"\b(?:ambassador|envoy|nuncio|high commissioner)s?\b"
    r"|\b(?:head|chief)s? of (?:\w+ )?missions?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What the acts of a record make of relations.

    `impossible` are acts that the relations of their day do not allow, each with its incident as
    `act.ref`; `undated` the incidents left out because no report says when they happened.
    """

    spells: tuple[Spell, ...]
    impossible: tuple[Impossible, ...]
    undated: tuple[str, ...]


def relations(
    incidents: Iterable[Incident], events: Iterable[Event], knowledge: Knowledge
) -> tuple[Spell, ...]:
    """The spells of every dyad that an act of the record changed; see `fold_relations`."""
    return fold_relations(incidents, events, knowledge).spells


def fold_relations(
    incidents: Iterable[Incident], events: Iterable[Event], knowledge: Knowledge
) -> Relations:
    """Fold all incidents that happened and have an effect on relations, dyad by dyad.

    Planned, denied, hypothetical and merely claimed acts change nothing. An act without a date is
    left out: its place in the sequence is not told, and none is invented.

    Returns:
        Spells sorted by pair and day, without gaps or overlaps within a pair; neighbours differ in
        state. The first spell of a pair starts at None: the state that its first act presupposes.
    """
    told = {event.event_id: event for event in events}
    by_pair: dict[tuple[str, str], list[Act]] = defaultdict(list)
    quotes: dict[str, str] = {}
    undated: list[str] = []
    for incident in sorted(incidents, key=lambda one: one.incident_id):
        tellings = [told[event_id] for event_id in incident.events]
        kind = _kind(incident, knowledge)
        if kind is None or not _has_effect(kind, incident, tellings):
            continue
        acts = list(_acts(incident, kind))
        if not acts:
            undated.append(incident.incident_id)
        for act in acts:
            by_pair[_pair(act)].append(act)
            quotes[act.ref] = _quote(tellings)
    spells: list[Spell] = []
    impossible: list[Impossible] = []
    for pair in sorted(by_pair):
        folded = fold(by_pair[pair], knowledge.acts)
        spells.extend(_spells(pair, folded.periods, quotes))
        impossible.extend(folded.impossible)
    return Relations(spells=tuple(spells), impossible=tuple(impossible), undated=tuple(undated))


def _kind(incident: Incident, knowledge: Knowledge) -> ActKind | None:
    """The kind that says what the incident does to relations."""
    kind = knowledge.acts.get(incident.act)
    if kind is not None and kind.envoy is not None:
        officials = [other.party for other in incident.others if other.role == "official"]
        if any(_HEAD.search(f"{party.office or ''} {party.name_raw}") for party in officials):
            return knowledge.acts[kind.envoy]
    return kind


def _pair(act: Act) -> tuple[str, str]:
    first, second = sorted((act.actor, act.recipient))
    return first, second


def _has_effect(kind: ActKind, incident: Incident, tellings: Sequence[Event]) -> bool:
    effect = kind.effect
    if effect is None or not effect.sets or incident.status != "actual":
        return False
    return not effect.head or _is_of_head(incident, tellings)


def _is_of_head(incident: Incident, tellings: Sequence[Event]) -> bool:
    """Whether the official concerned is the head of mission, by office or by the words."""
    officials = [other.party for other in incident.others if other.role == "official"]
    words = [party.office or "" for party in officials] + [party.name_raw for party in officials]
    return any(_HEAD.search(text) for text in (*words, *(event.quote for event in tellings)))


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
                    ref=incident.incident_id,
                )  # fmt: skip


def _states(parties: Iterable[Party]) -> list[str]:
    """The states on one side: themselves, or those that a person or office acts for."""
    return sorted({party.country for party in parties if party.country is not None})


def _quote(tellings: Sequence[Event]) -> str:
    return max(tellings, key=lambda event: (event.confidence, event.event_id)).quote


def _spells(
    pair: tuple[str, str], periods: Sequence[RelationState], quotes: Mapping[str, str]
) -> Iterator[Spell]:
    """Periods as spells; neighbours of one level are one spell, brought about by all their acts."""
    runs: list[list[RelationState]] = []
    for period in periods:
        if runs and runs[-1][-1].level is period.level:
            runs[-1].append(period)
        else:
            runs.append([period])
    for run in runs:
        since = tuple(dict.fromkeys(ref for period in run for ref in period.because))
        until = run[-1].until
        yield Spell(
            pair=pair, date_start=run[0].since, date_end=None if until is None else until - DAY,
            state=run[0].level.value, since=since,
            quotes=tuple(dict.fromkeys(quotes[ref] for ref in since)),
        )  # fmt: skip
