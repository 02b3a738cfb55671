"""Rows of a small invented record, as `dragoman export` would give them, for the tests of pages."""

from __future__ import annotations

import datetime as dt
from typing import Any

Row = dict[str, Any]


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def party(name: str, party_id: str | None = None, **more: Any) -> Row:
    row = {
        "party_id": party_id or name.lower().replace(" ", "-"),
        "name": name,
        "name_raw": name,
        "kind": "state" if party_id else "person",
        "country": party_id,
        "sector": None,
        "office": None,
    }
    return {**row, **more}


CHILE, BOLIVIA = party("Chile", "CHL"), party("Bolivia", "BOL")


def report(report_id: str, published: str | None = None, **more: Any) -> Row:
    row = {
        "report_id": report_id,
        "uri": f"{report_id}.txt",
        "publisher": f"The {report_id.title()} Post",
        "title": f"Title of {report_id}",
        "byline": None,
        "lang": "en",
        "published": day(published),
        "published_from": "given" if published else None,
        "published_precision": "day" if published else None,
        "duplicate_of": None,
        "words": 120,
        "sha256": "0" * 64,
        "retrieved": None,
        "written_at": None,
    }
    return {**row, **more}


def event(event_id: str, report_id: str, quote: str, **more: Any) -> Row:
    row = {
        "event_id": event_id,
        "incident_id": "i-" + event_id,
        "report_id": report_id,
        "report": f"{report_id}.txt",
        "act": "sever_relations",
        "event_type": "SANCTION",
        "mode": "discontinue",
        "cameo": "161",
        "quad_class": 4,
        "intensity": -7.0,
        "actors": [CHILE],
        "recipients": [BOLIVIA],
        "others": [],
        "number": None,
        "date_start": day("1978-03-17"),
        "date_end": day("1978-03-17"),
        "date_precision": "day",
        "place": None,
        "status": "actual",
        "attributed_to": [],
        "quote": quote,
        "start": 0,
        "end": len(quote),
        "confidence": 0.8,
        "coder": "rules@1",
        "trigger": "broke",
        "pattern": "sever-relations",
        "contexts": ["diplomatic"],
        "date_words": "on Friday",
        "date_why": "its own clause",
        "place_why": None,
    }
    return {**row, **more}


def incident(incident_id: str, summary: str, on: str | None, **more: Any) -> Row:
    row = {
        "incident_id": incident_id,
        "act": "sever_relations",
        "event_type": "SANCTION",
        "mode": "discontinue",
        "cameo": "161",
        "quad_class": 4,
        "intensity": -7.0,
        "actors": [CHILE],
        "recipients": [BOLIVIA],
        "others": [],
        "date_start": day(on),
        "date_end": day(on),
        "date_precision": "day" if on else None,
        "place": None,
        "status": "actual",
        "events": [],
        "reports": 1,
        "independent_sources": 1,
        "confidence": 0.8,
        "summary": summary,
    }
    return {**row, **more}


def reading(value: str, reports: list[str], quotes: list[str], sources: int = 1) -> Row:
    return {
        "value": value,
        "reports": reports,
        "uris": [f"{name}.txt" for name in reports],
        "quotes": quotes,
        "independent_sources": sources,
    }


def conflict(conflict_id: str, about: str, readings: list[Row], **more: Any) -> Row:
    row = {
        "conflict_id": conflict_id,
        "kind": "argument",
        "between": "reports",
        "about": about,
        "incidents": [],
        "readings": readings,
        "preferred": 0,
        "why": "Two independent reports against one.",
    }
    return {**row, **more}


def spell(state: str, first: str | None, last: str | None, **more: Any) -> Row:
    row = {
        "pair": ["BOL", "CHL"],
        "date_start": day(first),
        "date_end": day(last),
        "state": state,
        "since": [],
        "quotes": [],
        "start_precision": None if first is None else "day",
        "end_precision": None if last is None else "day",
        "sides": [],
    }
    return {**row, **more}


def office(name: str, since: str | None, until: str | None, asserted: list[Row]) -> Row:
    return {
        "party_id": name.lower().replace(" ", "-"),
        "name": name,
        "office": "president",
        "country": "BOL",
        "date_start": day(since),
        "date_end": day(until),
        "asserted": asserted,
    }


def tables(**given: list[Row]) -> dict[str, list[Row]]:
    """The tables of a record: those given, the rest empty."""
    names = ("reports", "events", "incidents", "conflicts", "relations", "rejections", "offices")
    return {name: given.get(name, []) for name in names}


def whole() -> dict[str, list[Row]]:
    """A record with something in each table."""
    asserted = {"report_id": "beta", "uri": "beta.txt", "date": day("1978-03-18")}
    return tables(
        reports=[
            report("gamma", "1978-03-20", duplicate_of="beta"),
            report("alpha", "1962-04-17", published_from="text"),
            report("beta", "1978-03-18", published_from="inferred", lang="es"),
            report("delta"),
        ],
        events=[
            event("e1", "beta", "Bolivia broke with Chile", incident_id="i2"),
            event("e2", "gamma", "Bolivia broke with Chile", incident_id="i2"),
            event("e3", "alpha", "La Paz called its envoy home", incident_id="i1"),
            event("e4", "delta", "it may do so", incident_id="i2", status="hypothetical"),
        ],
        incidents=[
            incident("i2", "Bolivia broke off relations with Chile.", "1978-03-17",
                     events=["e1", "e2", "e4"], reports=3, independent_sources=2),
            incident("i1", "Bolivia recalled its ambassador to Chile.", "1962-04-16",
                     events=["e3"], act="recall_ambassador"),
            incident("i3", "Chile criticised Bolivia.", None, status="claimed"),
        ],
        conflicts=[
            conflict("c1", "Who broke off relations, March 1978?", [
                reading("Bolivia", ["beta", "gamma"], ["Bolivia broke with Chile"]),
                reading("Chile", ["delta"], ["it may do so"]),
            ], incidents=["i2"]),
        ],
        relations=[
            spell("full", None, "1962-04-15"),
            spell("recalled", "1962-04-16", "1978-03-16", since=["i1"],
                  quotes=["La Paz called its envoy home"]),
            spell("severed", "1978-03-17", None, since=["i2"]),
        ],
        offices=[
            office("Ana Ruiz", "1978-03-01", None,
                   [{**asserted, "quote": "President Ana Ruiz", "tense": "current"}]),
        ],
        rejections=[
            {"stage": "code", "uri": "beta.txt", "report_id": "beta", "reason": "language",
             "detail": "The report is in Spanish; it is kept and not coded."},
        ],
    )  # fmt: skip
