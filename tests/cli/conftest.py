"""A small record made by hand, and a way to ask it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.diplomacy.asylum import AsylumCase, Step
from dragoman.model.claim import Conflict, Presence, Reading, Side, Spell, Tenure
from dragoman.model.event import Event
from dragoman.model.incident import Incident
from dragoman.model.report import Rejection
from dragoman.store import rows
from dragoman.store.store import Store
from tests import factory
from tests.cli.run import Run, runner

HOSTILE = "[bold]not markup[/] \x1b[31mred\x07 \u202eback [link=http://x]y[/link]"
CHILE = replace(factory.party("CHL"), name="Chile")
NORWAY = replace(factory.party("NOR"), name="Norway")
EVENTS = (
    factory.event(
        "recall_ambassador", CHILE, NORWAY, report="post", date="2024-03-05",
        quote="Chile recalled its ambassador to Norway", event_id="e1", event_type="SANCTION",
    ),
    factory.event(
        "recall_ambassador", CHILE, NORWAY, report="wire", date="2024-03-06", quote=HOSTILE,
        event_id="e2", event_type="SANCTION",
    ),
    factory.event(
        "meet", (CHILE, factory.party("Ana Ruiz", country="CHL")), report="wire", date="2025-01",
        status="planned", quote="will meet", event_id="e3", event_type="CONSULT",
    ),
)  # fmt: skip


def incident(incident_id: str, *events: Event, summary: str) -> Incident:
    first = events[0]
    return Incident(
        incident_id=incident_id, act=first.act, event_type=first.event_type, mode=None,
        cameo="161", quad_class=4, intensity=-5.0, actors=first.actors,
        recipients=first.recipients, others=first.others, range=first.when.range, place=None,
        status=first.status, events=tuple(event.event_id for event in events),
        reports=len(events), independent_sources=len(events), confidence=0.8, summary=summary,
    )  # fmt: skip


def tables() -> dict[str, list[rows.Row]]:
    reports = [
        factory.report("post", "x", published="2024-03-06", publisher="The Post", title="Recall"),
        factory.report("wire", "y", published="2024-03-07", title=HOSTILE),
        factory.report("copia", "z", lang="es"),
    ]
    incidents = [
        incident("i1", *EVENTS[:2], summary="Chile recalled its ambassador to Norway."),
        incident("i2", EVENTS[2], summary="Chile and Ana Ruiz met (planned), January 2025."),
    ]
    sides = tuple(
        Reading(value=value, reports=(name,), uris=(f"{name}.txt",), quotes=(quote,),
                independent_sources=1)
        for value, name, quote in (("5 March", "post", "on Tuesday"), ("6 March", "wire", HOSTILE))
    )  # fmt: skip
    conflict = Conflict(
        conflict_id="c1", kind="date", between="reports", about="When did Chile recall?",
        incidents=("i1",), readings=sides, preferred=0, why="The Post was there.",
    )  # fmt: skip
    day, before = dt.date(2024, 3, 5), dt.date(2024, 3, 4)
    spells = [
        Spell(pair=("CHL", "NOR"), date_start=None, date_end=before, state="full",
              since=(), quotes=(), end_precision="day",
              sides=(Side(date_start=None, date_end=before, ranks=("ambassador", "unknown"),
                          since=()),)),
        Spell(pair=("CHL", "NOR"), date_start=day, date_end=None, state="recalled",
              since=("i1",), quotes=("Chile recalled its ambassador to Norway",),
              start_precision="day",
              sides=(Side(date_start=day, date_end=None, ranks=("absent", "unknown"),
                          since=("i1",)),)),
    ]  # fmt: skip
    case = AsylumCase(
        case_id="a1", seeker_id="person:ana-ruiz", seeker="Ana Ruiz", is_named=True, host="NOR",
        local="CHL", is_bound=False,
        steps=tuple(
            Step(step=step, status="actual", incident_id="i1", act="grant_asylum", since=on,
                 until=on, precision="day")
            for step, on in (("granted", dt.date(2024, 4, 3)),
                             ("safe_conduct_refused", dt.date(2024, 4, 9)))
        ),
    )  # fmt: skip
    presence = Presence(
        pair=("CHL", "NOR"), matter="mission", change="closed", sender="CHL", receiver="NOR",
        mission="consulate", place="Bergen", status="actual", range=factory.dates("2024-05"),
        incident_id="i1", article="VCCR 2",
    )  # fmt: skip
    tenure = Tenure(
        party_id="person:ana-ruiz", name="Ana Ruiz", office="president", country="CHL",
        date_start=day, date_end=None, asserted=(),
    )  # fmt: skip
    rejection = Rejection(stage="read", uri="a\x1b]0;title\x07.txt", reason="empty", detail=HOSTILE)
    incident_of = {"e1": "i1", "e2": "i1", "e3": "i2"}
    return {
        "reports": [rows.report_row(one, None) for one in reports],
        "events": [rows.event_row(one, incident_of[one.event_id]) for one in EVENTS],
        "incidents": [rows.incident_row(one) for one in incidents],
        "conflicts": [rows.conflict_row(conflict)],
        "relations": [rows.relation_row(one) for one in spells],
        "asylum": [rows.asylum_row(case)],
        "presence": [rows.presence_row(presence)],
        "offices": [rows.office_row(tenure)],
        "rejections": [rows.rejection_row(rejection)],
    }


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "record"
    with Store.open(folder, create=True) as store:
        store.publish(tables())
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)
