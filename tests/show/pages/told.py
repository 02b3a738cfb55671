"""A reading room over incidents with parties and places, for the tests of the charts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from dragoman.show.room import Room
from dragoman.store.store import Store
from tests.show.story import event, incident, party, tables

NAMES = {"PER": "Peru", "MEX": "Mexico", "BOL": "Bolivia", "SUN": "Soviet Union"}
PERU, MEXICO, BOLIVIA = party("Peru", "PER"), party("Mexico", "MEX"), party("Bolivia", "BOL")
ANA = party("Ana Ruiz", "person:ana-ruiz", kind="person", country="PER")
LUIS = party("Luis Paz", "person:luis-paz", kind="person", country="MEX")
CROWD = party("a crowd", "g-per-crowd", kind="group", country="PER")
SOMEBODY = party("an official", "g-official", kind="group", country=None)
BANK = party("Bank of the South", "IGO-bank", kind="organisation", country=None)
LIMA = {"name": "Lima", "country": "PER", "lat": -12.04, "lon": -77.03}
INLAND = {"name": "Peru", "country": "PER", "lat": None, "lon": None}


SHARED = (
    "act", "event_type", "mode", "cameo", "quad_class", "intensity", "actors", "recipients",
    "others", "date_start", "date_end", "date_precision", "place",
)  # fmt: skip
TELLING = {
    "number": None, "attributed_to": [], "start": 0, "end": 5, "confidence": 0.8,
    "coder": "rules@1", "trigger": "words", "pattern": "p", "contexts": [], "date_words": None,
    "date_why": None, "place_why": None,
}  # fmt: skip


def told(
    key: str,
    actors: list[dict[str, Any]],
    recipients: list[dict[str, Any]],
    *,
    on: str | None = "2024-03-05",
    quad: int | None = 3,
    place: dict[str, Any] | None = None,
    summary: str = "Somebody did something.",
) -> dict[str, Any]:
    """An incident."""
    return incident(
        key, summary, on, actors=actors, recipients=recipients, quad_class=quad, place=place
    )


def room_of(*incidents: dict[str, Any]) -> Room:
    """A room over incidents, each with a telling."""
    events = [
        event(
            f"e-{row['incident_id']}", "r1", "words", incident_id=row["incident_id"],
            **{name: row[name] for name in SHARED}, **TELLING,
        )
        for row in incidents
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder) / "record", create=True) as store:
            store.publish(tables(incidents=list(incidents), events=events))
        with Store.open(Path(folder) / "record") as store:
            return Room.of(store, NAMES, title="A story")
