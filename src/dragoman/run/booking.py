"""Single sentences as the field books them: dyads, and plans under PLOVER's own types.

The record keeps a planned act under its own type with the status `planned`, so that plan and deed
can be tied, and a meeting once. A row of single sentences is read by people who want PLOVER's
rows: what is only planned, promised or announced is AGREE or THREATEN there (rebooked.csv), and
what two parties do together stands once for each order of the two.

Sources: PLOVER manual draft 2.0 (future events); CAMEO manual 1.1b3, chs. 3 and 13.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Event


def booked(events: Iterable[Event], knowledge: Knowledge) -> tuple[Event, ...]:
    """The events under the types that PLOVER books them as, no pair and type told twice."""
    out: dict[tuple[object, ...], Event] = {}
    for event in events:
        row = _as_planned(event, knowledge)
        key = _told(row)
        kept = out.get(key)
        if kept is None or (kept.act == "other" and row.act != "other"):
            out[key] = row
    return tuple(out.values())


def dyads(events: Iterable[Event]) -> Iterator[Event]:
    """The events, those that several did together once for each order of two of them."""
    for event in events:
        if event.recipients or len(event.actors) < 2:
            yield event
            continue
        for actor, recipient in permutations(event.actors, 2):
            yield replace(event, actors=(actor,), recipients=(recipient,))


def _as_planned(event: Event, knowledge: Knowledge) -> Event:
    plan = knowledge.rebooking("planned", event.cameo) if event.status == "planned" else None
    if plan is None:
        return event
    kind = knowledge.plover[plan.event_type]
    return replace(
        event, event_type=plan.event_type, mode=plan.mode, cameo=plan.cameo,
        quad_class=kind.quad_class, intensity=kind.modes.get(plan.mode or "", kind.intensity),
    )  # fmt: skip


def _told(event: Event) -> tuple[object, ...]:
    """What makes two events of one sentence the same row: kind, parties and status."""
    return (
        event.sentence, event.event_type, event.status,
        tuple(p.party_id for p in event.actors), tuple(p.party_id for p in event.recipients),
    )  # fmt: skip
