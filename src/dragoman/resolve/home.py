"""Sides of domestic acts that the words leave out: who arrests, whose congress.

An act such as an arrest mostly happens inside one state. Where no one is named who does it, it is
the state of the place that is named; else the one that other tellings name as having arrested,
tried, charged or freed the same person; else the person's own. Done once the persons of all reports
are known, so that one report's silence is filled by another's words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Event, Party
from dragoman.resolve.resolved import state

JUSTICE = frozenset({"COERCE", "SANCTION", "ACCUSE", "RETREAT"})
"""Types of the acts that one state does to one person in turn: arrest, charge, convict, release."""

Doers = dict[str, Counter[str]]


def complete(events: Iterable[Event], knowledge: Knowledge) -> tuple[Event, ...]:
    """The events, in order, with the sides of domestic acts filled in where that can be told."""
    told = tuple(events)
    doers = _doers(told, knowledge)
    return tuple(
        _complete(event, doers, knowledge) if knowledge.acts[event.act].domestic else event
        for event in told
    )


def _doers(events: Sequence[Event], knowledge: Knowledge) -> Doers:
    """For each person, the states that are named as having done such acts to them."""
    out: Doers = {}
    for event in events:
        kind = knowledge.acts[event.act]
        if not kind.domestic or event.event_type not in JUSTICE:
            continue
        countries = [p.country for p in event.actors if p.country is not None]
        if not countries and event.place is not None and event.place.country is not None:
            countries = [event.place.country]
        for party in event.recipients:
            if party.kind == "person":
                out.setdefault(party.party_id, Counter()).update(countries)
    return out


def _complete(event: Event, doers: Doers, knowledge: Knowledge) -> Event:
    where = event.place.country if event.place is not None else None
    known = _most_named(event, doers) if event.event_type in JUSTICE else None
    doer = where or known if not event.actors else None
    actors = _side(event.actors, doer or _country(event.recipients), event.recipients, knowledge)
    recipients = _side(event.recipients, _country(actors) or where, actors, knowledge)
    return replace(event, actors=actors, recipients=recipients)


def _most_named(event: Event, doers: Doers) -> str | None:
    """The state named most often for the persons it was done to; None on a tie or without any."""
    total: Counter[str] = Counter()
    for party in event.recipients:
        total.update(doers.get(party.party_id, {}))
    ranked = total.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _country(parties: Sequence[Party]) -> str | None:
    return next((p.country for p in parties if p.country is not None), None)


def _side(
    side: tuple[Party, ...], country: str | None, other: Sequence[Party], knowledge: Knowledge
) -> tuple[Party, ...]:
    """One side, of this country where it has none; the state itself when it is empty."""
    if country is None or country not in knowledge.states:
        return side
    if side:
        return tuple(
            replace(p, country=country) if p.country is None and p.kind != "organisation" else p
            for p in side
        )
    words = next((p.name_raw for p in other), "")
    return (state(knowledge, country, words, "of the country that the act is inside of").party,)
