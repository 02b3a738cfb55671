"""Single sentences as the field books them: dyads, and plans under PLOVER's own types.

The record keeps a planned act under its own type with the status `planned`, so that plan and deed
can be tied, and a meeting once. A row of single sentences is read by people who want PLOVER's
rows: what is only planned, promised or announced is AGREE or THREATEN there (rebooked.csv), and
what two parties do together stands once for each order of the two.

Sources: PLOVER manual draft 2.0 (future events); CAMEO manual 1.1b3, chs. 3 and 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import EventMention, Plover
from dragoman.model.event import Event
from dragoman.resolve.resolved import state

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT"})
"""Types of what several who are named alone do with each other; an attack of two is on a third."""

LOCAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONCEDE"})
"""Types of acts that are done at a place."""
BY_UNKNOWN = frozenset({"ASSAULT"})
"""Of these the ones that nobody need be named as doing."""

EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.IGNORECASE)


def booked(mention: EventMention, knowledge: Knowledge) -> EventMention:
    """A telling under the type that PLOVER books it as; an aim is no plan and stays as it is.

    What is announced on a condition is a plan: "will withdraw if ...", "will retaliate if ...".
    """
    if mention.is_aim or not (mention.status == "planned" or mention.is_conditional):
        return mention
    plan = knowledge.rebooking("planned", mention.cameo)
    if plan is None:
        return mention
    return replace(
        mention,
        plover=Plover(event_type=plan.event_type, mode=plan.mode, contexts=mention.plover.contexts),
        cameo=plan.cameo,
    )


def located(events: Iterable[Event], knowledge: Knowledge) -> Iterator[Event]:
    """The events, those done at a place by or to nobody who is named with the state of the place.

    "A mine killed two Chadian soldiers in Niger" is booked as Niger's, "rebels set off bombs in
    Niger" as done to it, as the field's code books do: what has a place is somebody's.
    """
    for event in events:
        country = None if event.place is None else event.place.country
        one_sided = bool(event.actors) != bool(event.recipients)
        if event.event_type in LOCAL and one_sided and country in knowledge.states:
            words = event.place.name if event.place is not None else ""
            found = (state(knowledge, country, words, "where it was").party,)
            if event.actors and event.recipients == ():
                event = replace(event, recipients=found)
            elif event.event_type in BY_UNKNOWN:
                there = tuple(
                    replace(p, country=country)
                    if p.country is None and p.party_id.startswith("g-")
                    else p
                    for p in event.recipients
                )
                event = replace(event, actors=found, recipients=there)
        yield event


def asserted(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The tellings without what is only possible or alleged, where something else is told.

    "Peru asked Chile to help if it is attacked" tells of no attack, and "Peru accused Chile of
    arming rebels" of an accusation alone. What will be done on a condition is a plan and stays; so
    does what stands alone in its sentence.
    """
    told = {
        m.sentence for m in mentions
        if (m.status != "hypothetical" or m.is_conditional)
        and m.actors and (m.recipients or len(m.actors) > 1)
    }  # fmt: skip
    accused = {m.sentence for m in mentions if m.plover.event_type == "ACCUSE"}
    return [
        m for m in mentions
        if not (m.status == "hypothetical" and not m.is_conditional and m.sentence in told)
        and not (m.status == "claimed" and m.sentence in accused)
    ]  # fmt: skip


def news(events: Sequence[Event], settings: Sequence[EventMention]) -> tuple[Event, ...]:
    """The events without those that their sentence tells as the setting of another one.

    `settings` are the tellings that stand in such clauses; they are left out only where another
    telling of the sentence names both its sides.
    """
    aside = {(m.sentence, m.pattern, m.quote.start, m.quote.end) for m in settings}
    is_aside = {e.event_id: (e.sentence, e.pattern, e.start, e.end) in aside for e in events}
    told = {
        e.sentence for e in events
        if not is_aside[e.event_id] and e.actors and (e.recipients or len(e.actors) > 1)
    }  # fmt: skip
    return tuple(e for e in events if not (is_aside[e.event_id] and e.sentence in told))


def dyads(events: Iterable[Event], joint: frozenset[str]) -> Iterator[Event]:
    """The events, no kind and pair told twice; what several did together for each order of two.

    `joint` are ids of patterns of what several do together. What two do to somebody who is not
    named is no doing of one to the other.
    """
    for event in _told_once(events):
        together = event.event_type in MUTUAL or event.pattern in joint
        together = together or EACH_OTHER.search(event.quote) is not None
        if event.recipients or len(event.actors) < 2 or not together:
            yield event
            continue
        across = len({party.country for party in event.actors}) > 1
        for actor, recipient in permutations(event.actors, 2):
            if not across or actor.country is None or actor.country != recipient.country:
                yield replace(event, actors=(actor,), recipients=(recipient,))


def _told_once(events: Iterable[Event]) -> Iterable[Event]:
    """The events without those that another one of the sentence tells as surely, or more so."""
    out: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (
            event.sentence, event.event_type or event.act, event.status == "denied",
            tuple(p.party_id for p in event.actors), tuple(p.party_id for p in event.recipients),
        )  # fmt: skip
        kept = out.get(key)
        if kept is None or _worth(event) > _worth(kept):
            out[key] = event
    return out.values()


def _worth(event: Event) -> tuple[bool, bool]:
    return event.status == "actual", event.act != "other"
