"""Model types as rows of the contract's tables: keys in the contract's order, dates inclusive."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.dates import DateRange
from dragoman.diplomacy.asylum import AsylumCase
from dragoman.model.claim import Conflict, Presence, Spell, Tenure
from dragoman.model.event import Event, OtherParty, Party, Place
from dragoman.model.incident import Incident
from dragoman.model.report import Rejection, Report

Row = dict[str, Any]


def report_row(report: Report, duplicate_of: str | None) -> Row:
    """A row of `reports`."""
    return {
        "report_id": report.report_id,
        "uri": report.uri,
        "publisher": report.publisher,
        "title": report.title,
        "byline": report.byline,
        "lang": report.lang,
        "published": report.published,
        "published_from": report.published_from,
        "published_precision": report.published_precision,
        "duplicate_of": duplicate_of,
        "words": report.words,
        "sha256": report.sha256,
        "retrieved": None if report.retrieved is None else _instant(report.retrieved),
        "written_at": report.written_at,
    }


def event_row(event: Event, incident_id: str | None) -> Row:
    """A row of `events`."""
    return {
        "event_id": event.event_id,
        "incident_id": incident_id,
        "report_id": event.report_id,
        "report": event.report,
        "act": event.act,
        "event_type": event.event_type,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad_class": event.quad_class,
        "intensity": event.intensity,
        **_parties(event.actors, event.recipients, event.others),
        "number": None
        if event.number is None
        else {
            "value": event.number.value,
            "unit": event.number.unit,
            "quote": event.number.quote,
        },
        **_days(event.when.range),
        "place": _place(event.place),
        "status": event.status,
        "attributed_to": list(event.attributed_to),
        "quote": event.quote,
        "start": event.start,
        "end": event.end,
        "confidence": event.confidence,
        "coder": event.coder,
        "trigger": event.trigger,
        "pattern": event.pattern,
        "contexts": list(event.contexts),
        "date_words": event.when.words,
        "date_why": event.when.why,
        "place_why": None if event.place is None else event.place.why,
    }


def incident_row(incident: Incident) -> Row:
    """A row of `incidents`."""
    return {
        "incident_id": incident.incident_id,
        "act": incident.act,
        "event_type": incident.event_type,
        "mode": incident.mode,
        "cameo": incident.cameo,
        "quad_class": incident.quad_class,
        "intensity": incident.intensity,
        **_parties(incident.actors, incident.recipients, incident.others),
        **_days(incident.range),
        "place": _place(incident.place),
        "status": incident.status,
        "events": list(incident.events),
        "reports": incident.reports,
        "independent_sources": incident.independent_sources,
        "confidence": incident.confidence,
        "summary": incident.summary,
    }


def conflict_row(conflict: Conflict) -> Row:
    """A row of `conflicts`."""
    return {
        "conflict_id": conflict.conflict_id,
        "kind": conflict.kind,
        "between": conflict.between,
        "about": conflict.about,
        "incidents": list(conflict.incidents),
        "readings": [
            {
                "value": reading.value,
                "reports": list(reading.reports),
                "uris": list(reading.uris),
                "quotes": list(reading.quotes),
                "independent_sources": reading.independent_sources,
            }
            for reading in conflict.readings
        ],
        "preferred": conflict.preferred,
        "why": conflict.why,
    }


def relation_row(spell: Spell) -> Row:
    """A row of `relations`."""
    return {
        "pair": list(spell.pair),
        "date_start": spell.date_start,
        "date_end": spell.date_end,
        "state": spell.state,
        "since": list(spell.since),
        "quotes": list(spell.quotes),
        "start_precision": spell.start_precision,
        "end_precision": spell.end_precision,
        "sides": [
            {
                "date_start": side.date_start,
                "date_end": side.date_end,
                "ranks": list(side.ranks),
                "since": list(side.since),
                "start_precision": side.start_precision,
            }
            for side in spell.sides
        ],
    }


def asylum_row(case: AsylumCase) -> Row:
    """A row of `asylum`."""
    return {
        "case_id": case.case_id,
        "seeker_id": case.seeker_id,
        "seeker": case.seeker,
        "host": case.host,
        "local": case.local,
        "pair": None if case.pair is None else list(case.pair),
        "outcome": case.outcome,
        "safe_conduct": case.safe_conduct,
        "is_bound": case.is_bound,
        "steps": [
            {
                "step": step.step,
                "status": step.status,
                "incident_id": step.incident_id,
                "act": step.act,
                "article": step.article,
                "date_start": step.since,
                "date_end": step.until,
                "date_precision": step.precision,
            }
            for step in case.steps
        ],
    }


def presence_row(one: Presence) -> Row:
    """A row of `presence`."""
    return {
        "pair": None if one.pair is None else list(one.pair),
        "matter": one.matter,
        "change": one.change,
        "sender": one.sender,
        "receiver": one.receiver,
        "protector": one.protector,
        "mission": one.mission,
        "place": one.place,
        "status": one.status,
        **_days(one.range),
        "article": one.article,
        "incident_id": one.incident_id,
    }


def rejection_row(rejection: Rejection) -> Row:
    """A row of `rejections`."""
    return {
        "stage": rejection.stage,
        "uri": rejection.uri,
        "report_id": rejection.report_id,
        "reason": rejection.reason,
        "detail": rejection.detail,
    }


def office_row(tenure: Tenure) -> Row:
    """A row of `offices`."""
    return {
        "party_id": tenure.party_id,
        "name": tenure.name,
        "office": tenure.office,
        "country": tenure.country,
        "date_start": tenure.date_start,
        "date_end": tenure.date_end,
        "asserted": [
            {
                "report_id": asserted.report_id,
                "uri": asserted.uri,
                "date": asserted.date,
                "quote": asserted.quote,
                "tense": asserted.tense,
            }
            for asserted in tenure.asserted
        ],
    }


def text_row(report: Report) -> Row:
    """A row of `texts`."""
    return {"report_id": report.report_id, "text": report.text}


def party(value: Party) -> Row:
    """A party, keys in the contract's order."""
    return {
        "party_id": value.party_id,
        "name": value.name,
        "name_raw": value.name_raw,
        "kind": value.kind,
        "country": value.country,
        "sector": value.sector,
        "office": value.office,
    }


def _parties(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], others: tuple[OtherParty, ...]
) -> Row:
    return {
        "actors": [party(actor) for actor in actors],
        "recipients": [party(recipient) for recipient in recipients],
        "others": [{"role": other.role, **party(other.party)} for other in others],
    }


def _instant(text: str) -> dt.datetime:
    """An instant in UTC, without a zone, as the table keeps it."""
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC).replace(tzinfo=None)


def _days(days: DateRange | None) -> dict[str, dt.date | str | None]:
    """The contract's dates: both inclusive; the half-open range ends here, at the store's door."""
    if days is None:
        return {"date_start": None, "date_end": None, "date_precision": None}
    return {"date_start": days.first, "date_end": days.last, "date_precision": days.precision}


def _place(place: Place | None) -> Row | None:
    if place is None:
        return None
    return {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}
