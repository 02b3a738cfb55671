"""One incident out of its tellings: each field from what the tellings say of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dragoman.dates import DateRange
from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import Knowledge
from dragoman.link.sharing import told_ranges
from dragoman.link.summary import summary
from dragoman.model.event import Event, OtherParty, Party, Place
from dragoman.model.incident import Incident
from dragoman.model.sources import Sources

_STATUS = ("actual", "claimed", "planned", "denied", "hypothetical")
CERTAIN = 0.99
"""No count of reports makes an incident surer than this."""


def merge(
    incident_id: str,
    events: Sequence[Event],
    origin: Sources,
    knowledge: Knowledge,
    ranges: Mapping[str, DateRange],
) -> Incident:
    """The incident that `events` tell of; `events` is not empty and sorted by id.

    `ranges` are days found elsewhere for events that have none of their own.
    """
    lead = _lead(events)
    actors = _union((party for event in events for party in event.actors), knowledge)
    recipients = _union((party for event in events for party in event.recipients), knowledge)
    others = _others(events, knowledge)
    range_ = agreed_range(told_ranges(events, ranges))
    status = min((event.status for event in events), key=_STATUS.index)
    return Incident(
        incident_id=incident_id, act=lead.act, event_type=lead.event_type, mode=lead.mode,
        cameo=lead.cameo, quad_class=lead.quad_class, intensity=lead.intensity,
        actors=actors, recipients=recipients, others=others, range=range_,
        place=_place(events), status=status, events=tuple(event.event_id for event in events),
        reports=len({event.report_id for event in events}),
        independent_sources=origin.count(events), confidence=_confidence(events, origin),
        summary=summary(
            _named_for(knowledge.acts.get(lead.act), lead.event_type), actors, recipients, others,
            range_=range_, status=status, states=knowledge.states,
        ),
    )  # fmt: skip


def _named_for(kind: ActKind | None, event_type: str | None) -> ActKind | None:
    """The act, with the label that it has as this PLOVER type."""
    label = None if kind is None else kind.labels.get(event_type or "")
    return kind if kind is None or label is None else replace(kind, label=label)


def _lead(events: Sequence[Event]) -> Event:
    """The telling whose codes stand for all: of the commonest code, the most confident."""
    codes = Counter((event.act, event.cameo) for event in events)
    return min(
        events, key=lambda e: (-codes[e.act, e.cameo], e.act, e.cameo, -e.confidence, e.event_id)
    )


def _union(parties: Iterable[Party], knowledge: Knowledge) -> tuple[Party, ...]:
    """Each party once, in the order of first telling, under its fullest name.

    A common noun ("officials") is left out where the state it belongs to, or a named party of that
    state, is there too.
    """
    by_id: dict[str, list[Party]] = {}
    for party in parties:
        by_id.setdefault(party.party_id, []).append(party)
    known = [_fullest(same, knowledge) for same in by_id.values()]
    named = {party.country for party in known if party.name[:1].isupper()}
    return tuple(p for p in known if p.name[:1].isupper() or p.country not in named)


def _fullest(same: Sequence[Party], knowledge: Knowledge) -> Party:
    state = knowledge.states.get(same[0].party_id)
    if state is not None:
        return replace(same[0], name=state.name)
    return max(same, key=lambda p: (len(p.name), p.office is not None, p.name, p.name_raw))


def _others(events: Sequence[Event], knowledge: Knowledge) -> tuple[OtherParty, ...]:
    roles: dict[str, list[Party]] = {}
    for event in events:
        for other in event.others:
            roles.setdefault(other.role, []).append(other.party)
    return tuple(
        OtherParty(role=role, party=party)
        for role in sorted(roles)
        for party in _union(roles[role], knowledge)
    )


def agreed_range(ranges: Iterable[DateRange | None]) -> DateRange | None:
    """The days that all ranges share; where they share none, those most tell of, then the fewest.

    Of the ranges that go into it the narrowest gives the precision. None when all are None.
    """
    known = [one for one in ranges if one is not None]
    if not known:
        return None
    counts = Counter(known)
    best = min(known, key=lambda r: (-counts[r], r.width_days, r.since or dt.date.min))
    since, until, finest = best.since, best.until, best
    for one in sorted(known, key=lambda r: (-counts[r], r.width_days, r.since or dt.date.min)):
        low = max((d for d in (since, one.since) if d is not None), default=None)
        high = min((d for d in (until, one.until) if d is not None), default=None)
        if low is not None and high is not None and low >= high:
            continue
        since, until = low, high
        finest = min(finest, one, key=lambda r: r.width_days)
    exact = (since, until) == (finest.since, finest.until)
    return DateRange(since=since, until=until, precision=finest.precision if exact else "range")


def _place(events: Sequence[Event]) -> Place | None:
    places = [event.place for event in events if event.place is not None]
    counts = Counter(places)
    return min(places, key=lambda p: (-counts[p], p.country is None, p.name), default=None)


def _confidence(events: Sequence[Event], origin: Sources) -> float:
    """One less the chance that every source is wrong; of one source its best telling counts."""
    doubt = 1.0
    ordered = sorted((origin.behind(event), event.confidence) for event in events)
    for _, same in groupby(ordered, key=lambda pair: pair[0]):
        doubt *= 1.0 - max(confidence for _, confidence in same)
    return round(min(CERTAIN, 1.0 - doubt), 4)
