"""Acts that the relations of their day do not allow: an envoy withdrawn who had already left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.diplomacy.relations import Impossible
from dragoman.model.claim import Conflict
from dragoman.model.incident import Incident
from dragoman.weigh.readings import Record, Side, conflict, named
from dragoman.weigh.readings import around as month

SAME_DAYS = 60
"""An act that repeats one of its own kind so soon is taken for the same act, told again."""


def impossible_acts(record: Record, impossible: Iterable[Impossible]) -> Iterator[Conflict]:
    """A conflict for each act that presupposes a head of mission who was no longer there.

    A second severance or restoration is left out: it is as a rule the first one, told in other
    words or of a later stage. So is an act that only the same reports tell of as what stands in its
    way: a report that gives both knows the order.
    """
    incidents = {incident.incident_id: incident for incident in record.incidents}
    for one in sorted(impossible, key=lambda i: (i.act.on, i.act.ref, i.act.actor)):
        if not one.unmet.endswith("_present") or not one.because:
            continue
        later = incidents[one.act.ref]
        earlier = _gone(incidents, one)
        if earlier is None or later.range is None or earlier.range is None:
            continue
        first, second = earlier.range.since, later.range.since
        if first is None or second is None or (second - first).days < SAME_DAYS:
            continue
        reports = [{e.report_id for e in record.tellings(i)} for i in (earlier, later)]
        if reports[1] <= reports[0]:
            continue
        yield _sequence(record, earlier, later)


def _gone(incidents: dict[str, Incident], one: Impossible) -> Incident | None:
    """The act that took the head of mission away: the same side's recall, else the first cause."""
    causes = [incidents[ref] for ref in one.because if ref in incidents]
    own = [i for i in causes if i.act == one.act.kind]
    return min(own or causes, key=lambda i: i.incident_id, default=None)


def _sequence(record: Record, earlier: Incident, later: Incident) -> Conflict:
    sides = [
        Side(
            value=f"{'already ' if i is earlier else ''}in {month(i.range)}",
            passages=tuple(map(record.passage, record.tellings(i))),
        )
        for i in (earlier, later)
    ]
    return conflict(
        "sequence",
        f"When did the head of mission go ({named(later.actors)}, {named(later.recipients)})?",
        sides,
        incidents=[earlier.incident_id, later.incident_id],
    )
