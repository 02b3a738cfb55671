"""Rows of a small invented record that has something of everything, hostile text included."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from dragoman.model.event import Place
from dragoman.model.report import Rejection
from dragoman.store import rows
from dragoman.store.rows import Row
from tests import factory
from tests.cli import conftest as plain

HOSTILE = plain.HOSTILE
FORMULA = '=HYPERLINK("http://x.example","click")'
RUIZ = factory.party("Ana Ruiz", country="CHL", office="president")
LEAGUE = factory.party("Fishers; and Boatmen's League", kind="organisation", country="CHL")
TEXTS = {
    "post": "Recall\n\nChile recalled its ambassador to Norway on Tuesday.",
    "wire": f"{HOSTILE}\n\nA wire text. =1+1",
    "copia": "z",
}
STRIKE = replace(
    factory.event(
        "protest", (RUIZ, LEAGUE), factory.party("NOR"), report="wire", quote=FORMULA,
        event_id="e4", event_type="PROTEST", number=(12.0, "boats"), attributed_to=("the league",),
        status="claimed", date="2025-03-03/2025-03-05",
    ),
    place=Place(name="Oslo", country="NOR", lat=59.91273, lon=10.74609),
)  # fmt: skip


def tables() -> dict[str, list[Row]]:
    """The record of the tests of the command line, a claimed strike and texts."""
    found: dict[str, list[Row]] = dict(plain.tables())
    strike = plain.incident("i3", STRIKE, summary="Ana Ruiz and others protested (claimed).")
    strike = replace(strike, place=STRIKE.place)
    found["events"] = [*found["events"], rows.event_row(STRIKE, "i3")]
    found["incidents"] = [*found["incidents"], rows.incident_row(strike)]
    for row in found["reports"]:
        if row["report_id"] == "post":
            row.update(uri="https://post.example/2024/recall?id=1&x=2", byline="A. Reporter")
            row.update(retrieved=dt.datetime(2024, 3, 7, 12, 30))
    found["texts"] = [{"report_id": name, "text": text} for name, text in TEXTS.items()]
    found["made"] = [{"dragoman": "0", "coder": "rules@0", "knowledge": "k", "inputs": "i"}]
    asserted: dict[str, Any] = {
        "report_id": "wire", "uri": "wire.txt", "date": dt.date(2024, 3, 7),
        "quote": "President Ana Ruiz", "tense": "current",
    }  # fmt: skip
    found["offices"][0]["asserted"] = [asserted]
    set_aside = Rejection(
        stage="code", uri="copia.txt", report_id="copia", reason="other_language", detail="Spanish"
    )
    found["rejections"].append(rows.rejection_row(set_aside))
    found["asylum"] = [_case("a1", "i2"), _case("a2", "i1")]
    found["presence"] = [_presence("i1"), _presence("i3")]
    found["relations"][1]["sides"] = [
        {"date_start": dt.date(2024, 3, 5), "date_end": None, "ranks": ["charge", "ambassador"],
         "since": ["i1"]},
    ]  # fmt: skip
    found["judgements"] = [
        _ruling("j1", "reject", ["e3"], ["e3"]),
        _ruling("j2", "accept", ["i1"], ["e1", "e2"]),
    ]
    return found


def _ruling(name: str, ruling: str, about: list[str], events: list[str]) -> Row:
    return {
        "judgement_id": name, "ruling": ruling, "about": about, "events": events, "by": "eva",
        "at": "2025-01-01T00:00:00Z", "note": None, "undone_by": None, "holds": True,
    }  # fmt: skip


def _case(name: str, incident: str) -> Row:
    step = {
        "step": "sought", "status": "actual", "incident_id": incident, "act": "seek_asylum",
        "article": None, "date_start": None, "date_end": None, "date_precision": None,
    }  # fmt: skip
    return {
        "case_id": name, "seeker_id": "person:ana-ruiz", "seeker": "Ana Ruiz", "host": "NOR",
        "local": "CHL", "pair": ["CHL", "NOR"], "outcome": "sought", "safe_conduct": None,
        "is_bound": False, "steps": [step, {**step, "step": "refused"}],
    }  # fmt: skip


def _presence(incident: str) -> Row:
    return {
        "pair": ["CHL", "NOR"], "matter": "mission", "change": "closed", "sender": "CHL",
        "receiver": "NOR", "protector": None, "mission": "embassy", "place": None,
        "status": "actual", "date_start": None, "date_end": None, "date_precision": None,
        "article": None, "incident_id": incident,
    }  # fmt: skip
