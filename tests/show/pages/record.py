"""Rows of an invented record with texts: spans that cross, copies, a report that stands alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.model.claim import Asserted, Conflict, Reading, Spell, Tenure
from dragoman.model.event import Event
from dragoman.model.incident import Incident
from dragoman.model.report import Rejection, Report
from dragoman.store import rows
from tests import factory

Rows = dict[str, list[dict[str, Any]]]

TEXT = (
    "Chile breaks with Bolivia\n\n"
    "Chile broke off relations with Bolivia on Monday, said President Ana Ruiz.\n"
    "Lawmakers denied that 12 guards had fled. Bolivia may close its port."
)
CHL, BOL = factory.party("CHL"), factory.party("BOL")
RUIZ = factory.party("Ana Ruiz", country="CHL", office="president")
LAWMAKERS = factory.party("lawmaker", kind="group", party_id="g-lawmaker")


def telling(event_id: str, act: str, quote: str, **more: Any) -> Event:
    """A telling of the report "wire", where its words stand in `TEXT`."""
    at = TEXT.index(quote)
    given: dict[str, Any] = {"actors": CHL, "recipients": BOL, "report": "wire", **more}
    return factory.event(
        act, given.pop("actors"), given.pop("recipients"), quote=quote, event_id=event_id,
        start=at, **given,
    )  # fmt: skip


EVENTS = {
    "i1": [
        telling("e1", "sever_relations", "Chile breaks with Bolivia", date="1978-03-06"),
        telling("e2", "sever_relations", "Chile broke off relations with Bolivia on Monday",
                date="1978-03-06"),
        factory.event("sever_relations", CHL, BOL, report="copy", date="1978-03-06",
                      quote="Chile broke off relations", event_id="e5"),
        factory.event("sever_relations", BOL, CHL, report="loner", date="1978-03-07",
                      quote="Bolivia broke with Chile", event_id="e6"),
    ],
    "i2": [
        telling("e3", "accuse", "relations with Bolivia on Monday, said President Ana Ruiz",
                actors=RUIZ, date="1978-03", status="claimed"),
    ],
    "i3": [
        telling("e4", "flee", "Lawmakers denied that 12 guards had fled", actors=LAWMAKERS,
                recipients=None, status="denied", number=(12.0, "guards")),
    ],
    "i4": [
        factory.event("meet", (CHL, RUIZ), report="loner", date="1979", quote="will meet",
                      status="planned", event_id="e7"),
    ],
}  # fmt: skip


def incident(incident_id: str, events: list[Event], quad: int) -> Incident:
    first = events[0]
    return Incident(
        incident_id=incident_id, act=first.act, event_type=first.event_type, mode=None,
        cameo="161", quad_class=quad, intensity=-5.0, actors=first.actors,
        recipients=first.recipients, others=first.others, range=first.when.range, place=None,
        status=first.status, events=tuple(event.event_id for event in events),
        reports=len({event.report_id for event in events}), independent_sources=1,
        confidence=0.8, summary=f"Somebody did it: {first.act}.",
    )  # fmt: skip


def reading(value: str, *said: tuple[str, str], sources: int = 1) -> Reading:
    """`said`: report and quote; an empty quote stands for none."""
    return Reading(
        value=value, reports=tuple(dict.fromkeys(report for report, _ in said)),
        uris=tuple(dict.fromkeys(f"{report}.txt" for report, _ in said)),
        quotes=tuple(quote for _, quote in said if quote), independent_sources=sources,
    )  # fmt: skip


def conflict(conflict_id: str, kind: str, readings: list[Reading], **more: Any) -> Conflict:
    given: dict[str, Any] = {"between": "reports", "incidents": (), "preferred": 0, **more}
    return Conflict(
        conflict_id=conflict_id, kind=kind, about=f"What of {conflict_id}?",
        readings=tuple(readings), why="More sources say so.", **given,
    )  # fmt: skip


def reports() -> list[tuple[Report, str | None]]:
    return [
        (factory.report("wire", TEXT, publisher="The Fjord Wire", published="1978-03-06",
                        uri="https://fjord.example/1"), None),
        (factory.report("copy", "Chile broke off relations", publisher="Sound Gazette",
                        published="1978-03-08"), "wire"),
        (factory.report("loner", "Bolivia broke with Chile. They will meet.",
                        published="1978-03-07", title="Bolivia breaks"), None),
        (factory.report("later", "", publisher="Fjord Wire", lang="es"), None),
    ]  # fmt: skip


def conflicts() -> list[Conflict]:
    return [
        conflict("c1", "argument", [
            reading("Chile", ("wire", "Chile breaks with Bolivia"),
                    ("copy", "Chile broke off relations"), ("later", ""), sources=2),
            reading("Bolivia", ("loner", "Bolivia broke with Chile")),
        ], incidents=("i1",)),
        conflict("c2", "office", [
            reading("Ana Ruiz", ("wire", "President Ana Ruiz")),
            reading("Bo Lind", ("loner", "President Bo Lind")),
        ]),
        conflict("c3", "number", [
            reading("12", ("wire", "Lawmakers denied that 12 guards had fled")),
            reading("20", ("later", "")),
        ], between="parties", incidents=("i3",), preferred=None),
    ]  # fmt: skip


def content() -> Rows:
    """The tables of the record."""
    tenures = [
        Tenure(party_id=RUIZ.party_id, name="Ana Ruiz", office="president", country="CHL",
               date_start=dt.date(1976, 1, 1), date_end=None,
               asserted=(Asserted(report_id="wire", uri="w", date=dt.date(1978, 3, 6),
                                  quote="President Ana Ruiz", tense="current"),)),
        Tenure(party_id="person:bo-lind", name="Bo Lind", office="president", country="CHL",
               date_start=None, date_end=dt.date(1975, 12, 31),
               asserted=(Asserted(report_id="loner", uri="l", date=None,
                                  quote="President Bo Lind", tense="former"),)),
    ]  # fmt: skip
    quads = {"i1": 4, "i2": 3, "i3": 3, "i4": 1}
    return {
        "reports": [rows.report_row(one, copy_of) for one, copy_of in reports()],
        "texts": [rows.text_row(one) for one, _ in reports()],
        "events": [rows.event_row(e, key) for key, told in EVENTS.items() for e in told],
        "incidents": [
            rows.incident_row(incident(key, told, quads[key])) for key, told in EVENTS.items()
        ],
        "conflicts": [rows.conflict_row(one) for one in conflicts()],
        "relations": [
            rows.relation_row(Spell(pair=("BOL", "CHL"), date_start=dt.date(1978, 3, 6),
                                    date_end=None, state="severed", since=("i1",), quotes=()))
        ],
        "offices": [rows.office_row(one) for one in tenures],
        "rejections": [
            rows.rejection_row(Rejection(stage="resolve", uri="wire.txt", report_id="wire",
                                         reason="no_actor", detail="Nobody is named: may close")),
            rows.rejection_row(Rejection(stage="read", uri="x", reason="empty", detail="No text")),
        ],
    }  # fmt: skip


def many(count: int) -> Rows:
    """Chile did the same thing `count` times, a year apart, and each is disputed."""
    made = content()
    told = [
        factory.event("accuse", CHL, BOL, report="wire", date=str(1900 + number),
                      quote="Chile breaks with Bolivia", event_id=f"m{number}")
        for number in range(count)
    ]  # fmt: skip
    made["events"] = [rows.event_row(one, f"n{one.event_id}") for one in told]
    made["incidents"] = [rows.incident_row(incident(f"n{one.event_id}", [one], 3)) for one in told]
    made["conflicts"] = [
        rows.conflict_row(conflict(f"x{number:04}", "date", [
            reading("1", ("wire", "")), reading("2", ("loner", ""))
        ]))
        for number in range(count)
    ]  # fmt: skip
    return made


def empty() -> Rows:
    """A record of nothing."""
    return {name: [] for name in content()}
