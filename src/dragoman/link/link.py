"""Link the tellings of a record: which of them are of one incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.knowledge.tables import Knowledge
from dragoman.link.block import families, pairs
from dragoman.link.breath import in_one_breath
from dragoman.link.cluster import cluster
from dragoman.link.compare import score, telling
from dragoman.link.merge import merge
from dragoman.model.event import Event
from dragoman.model.incident import Incident, Linked, incident_name
from dragoman.model.report import Report
from dragoman.model.sources import sources
from dragoman.model.words import rarity

THRESHOLD = 3.6
"""Chosen on the development stories: the best B-cubed F1 with a mean precision of about 0.95."""


def link(
    events: Iterable[Event],
    reports: Iterable[Report],
    knowledge: Knowledge,
    copies: Mapping[str, str],
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Linked:
    """Join the tellings into incidents.

    Persons must carry the record's ids already (`link.persons.rename_events`). The order of events
    and reports does not matter. An incident's id is made of its first telling's: the one whose
    report says the earliest day of publication. Later reports leave it as it is; of two incidents
    that they show to be one, the older id stays.

    Args:
        events: all tellings of the record.
        reports: their reports.
        knowledge: the acts.
        copies: from near-copies to their originals (`link.copies.copies`).
        together, apart: pairs of event ids that people ruled to be one incident, or two.
    """
    told = sorted(events, key=lambda event: event.event_id)
    kept = tuple(reports)
    latest = {report.report_id: report.published for report in kept}
    tellings = [telling(e, knowledge.acts, latest=latest.get(e.report_id)) for e in told]
    weights = rarity([one.words for one in tellings])
    family = families(knowledge.acts)
    scores = {(i, j): score(tellings[i], tellings[j], weights) for i, j in pairs(tellings, family)}
    at = {event.event_id: i for i, event in enumerate(told)}
    one = [(at[i], at[j]) for i, j in sorted(together) if i in at and j in at]
    two = {(min(at[i], at[j]), max(at[i], at[j])) for i, j in apart if i in at and j in at}
    scores |= dict.fromkeys(two)
    groups = cluster(len(told), scores, threshold=THRESHOLD, together=one)
    ranges = in_one_breath(told, groups, knowledge.acts)
    if ranges:
        tellings = [replace(t, range=t.range or ranges.get(t.event.event_id)) for t in tellings]
        placed = {i for i, event in enumerate(told) if event.event_id in ranges}
        for i, j in scores:
            if (i in placed or j in placed) and (i, j) not in two:
                scores[i, j] = score(tellings[i], tellings[j], weights)
        groups = cluster(len(told), scores, threshold=THRESHOLD, together=one)
    origin = sources(kept, copies)
    told_on = {one.report_id: _told_on(one) for one in kept}
    incidents: list[Incident] = []
    incident_of: dict[str, str] = {}
    for group in groups:
        members = [told[i] for i in group]
        incident_id = incident_name(_first(members, told_on).event_id)
        incidents.append(merge(incident_id, members, origin, knowledge, ranges))
        incident_of.update((event.event_id, incident_id) for event in members)
    incidents.sort(key=_by_day)
    return Linked(incidents=tuple(incidents), incident_of=incident_of)


def _told_on(report: Report) -> dt.date:
    """The day of publication that the report itself says; what is inferred may change yet."""
    if report.published is None or report.published_from == "inferred":
        return dt.date.max
    return report.published


def _first(members: list[Event], told_on: Mapping[str, dt.date]) -> Event:
    """The telling published first; of one day, or without one, that of the lowest id."""
    return min(members, key=lambda e: (told_on.get(e.report_id, dt.date.max), e.event_id))


def _by_day(incident: Incident) -> tuple[dt.date, str]:
    since = None if incident.range is None else incident.range.since
    return since or dt.date.max, incident.incident_id
