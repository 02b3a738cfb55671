"""Parties that contradict each other: one accuses, the accused denies that very thing.

What a quoted party says is that party's position, not the report's claim; where the reports agree
on who says what, the disagreement is between the parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.claim import Conflict
from dragoman.model.event import Event
from dragoman.model.words import content_words, rarity
from dragoman.weigh.readings import Record, Side, conflict, named
from dragoman.weigh.rivals import sides
from dragoman.weigh.timing import far_apart

ACCUSES = ("accuse", "condemn")
CLOSE_DAYS = 120
LIKE = 0.25
"""Share of the denial's telling words that an accusation must have in common with it."""


def disputes(record: Record) -> Iterator[Conflict]:
    """Accusations of A against B that B denies, one conflict for each pair of parties."""
    events = sorted(record.events.values(), key=lambda e: e.event_id)
    weights = rarity([content_words(event.quote) for event in events])
    charges: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.act in ACCUSES and event.status in ("actual", "claimed"):
            for accuser in sides(event.actors):
                for accused in sides(event.recipients):
                    charges[accuser, accused].append(event)
    denials: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.act == "deny_accusation" and event.status == "actual":
            for denier in sides(event.actors):
                for accuser in _accusers(event, denier, charges):
                    denials[accuser, denier].append(event)
    for key in sorted(denials):
        found = [e for e in charges[key] if any(_answers(d, e, weights) for d in denials[key])]
        if found and key[0] != key[1]:
            answered = {d.report_id for d in denials[key] for e in found if _answers(d, e, weights)}
            yield _dispute(record, found, [d for d in denials[key] if d.report_id in answered])


def _accusers(
    event: Event, denier: str, charges: Mapping[tuple[str, str], Sequence[Event]]
) -> list[str]:
    """Whom a denial answers: its recipient, else whoever accuses the denier."""
    told = sides(event.recipients)
    return told or sorted({accuser for accuser, accused in charges if accused == denier})


def _answers(denial: Event, charge: Event, weights: Mapping[str, float]) -> bool:
    if far_apart(denial.when.range, charge.when.range, CLOSE_DAYS):
        return False
    said, answered = content_words(charge.quote), content_words(denial.quote)
    total = sum(weights.get(word, 0.0) for word in sorted(answered))
    shared = sum(weights.get(word, 0.0) for word in sorted(said & answered))
    return total > 0 and shared / total >= LIKE


def _dispute(record: Record, charges: Sequence[Event], denials: Sequence[Event]) -> Conflict:
    accuser, accused = named(charges[0].actors), named(denials[0].actors)
    return conflict(
        "argument",
        f"Is it true what {accuser} accuses {accused} of?",
        [
            Side(value=f"yes, says {accuser}", passages=tuple(map(record.passage, charges))),
            Side(value=f"no, says {accused}", passages=tuple(map(record.passage, denials))),
        ],
        incidents=[record.incident_of[e.event_id] for e in (*charges, *denials)],
        between="parties",
    )
