"""A small record made by hand, with what event files stumble over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from dragoman.formats.chosen import Chosen
from dragoman.formats.foreign import ForeignEvent
from dragoman.formats.registry import File, Format, Settings
from dragoman.model.event import Event, Party, Place
from dragoman.model.incident import Incident
from dragoman.show.filters import Filters
from dragoman.store import rows
from dragoman.store.store import Store
from tests import factory

TEXT = (
    "Peru sends its envoy home\n\n"
    "Peru expelled the ambassador of Mexico on Friday. He left Lima at once.\n\n"
    "In May the two had met. Officials of Peru and Mexico may meet again."
)
OTHER_TEXT = "Peru has expelled Mexico's ambassador, Lima said."


def state(code: str, name: str, raw: str | None = None) -> Party:
    return replace(factory.party(code), name=name, name_raw=raw or name)


PERU, MEXICO = state("PER", "Peru"), state("MEX", "Mexico", "Mexico\tor\nMEX")
MINISTER = Party(
    party_id="person:ana-ruiz", name="Ana Ruiz; the minister", name_raw="=HYPERLINK(1)",
    kind="person", country="PER", sector="GOV", office="foreign minister",
)  # fmt: skip
UNITED_NATIONS = Party(
    party_id="IGO-un", name="United Nations", name_raw="the UN", kind="organisation", sector=None
)
LIMA = Place(name="Lima", country="PER", lat=-12.0432, lon=-77.0282)


def telling(name: str, act: str, *sides: tuple[Party, ...], **more: object) -> Event:
    coded = {"cameo": "161", "event_type": "SANCTION", "report": "post", "date": "2024-03-01"}
    made = factory.event(act, *sides, event_id=name, **(coded | more))
    quads = {"SANCTION": (4, -5.5, "expel"), "CONSULT": (1, 2.5, None), "REQUEST": (3, 0.0, None)}
    quad, intensity, mode = quads[made.event_type or ""]
    contexts = ("diplomatic", "executive") if name == "e1" else ()
    return replace(made, quad_class=quad, intensity=intensity, mode=mode, contexts=contexts)


def at(event: Event, text: str, quote: str) -> Event:
    start = text.index(quote)
    return replace(event, quote=quote, start=start, end=start + len(quote))


EVENTS = (
    at(telling("e1", "expel_diplomat", (PERU, MINISTER), (MEXICO,), place="Lima"), TEXT,
       "Peru expelled the ambassador of Mexico on Friday"),
    at(telling("e2", "expel_diplomat", (PERU,), (MEXICO,), report="wire"), OTHER_TEXT,
       "Peru has expelled Mexico's ambassador"),
    at(telling("e3", "meet", (PERU, MEXICO), date="2023-05", cameo="040", event_type="CONSULT"),
       TEXT, "In May the two had met"),
    at(telling("e4", "meet", (PERU, MEXICO), date=None, cameo="040", event_type="CONSULT",
               status="hypothetical"), TEXT, "Officials of Peru and Mexico may meet again"),
    at(telling("e5", "request", (UNITED_NATIONS,), (PERU,), date=None, cameo="0233",
               event_type="REQUEST", status="claimed"), TEXT, "He left Lima at once"),
)  # fmt: skip
GROUPS = {"i1": EVENTS[:2], "i2": EVENTS[2:3], "i3": EVENTS[3:4], "i4": EVENTS[4:]}


def incident(name: str, events: tuple[Event, ...]) -> Incident:
    first = events[0]
    return Incident(
        incident_id=name, act=first.act, event_type=first.event_type, mode=first.mode,
        cameo=first.cameo, quad_class=first.quad_class, intensity=first.intensity,
        actors=first.actors, recipients=first.recipients, others=(), range=first.when.range,
        place=LIMA if name == "i1" else None, status=first.status,
        events=tuple(event.event_id for event in events), reports=len(events),
        independent_sources=len(events), confidence=0.8, summary=f"{name} happened.",
    )  # fmt: skip


def make(folder: Path) -> Path:
    """The record, written into `folder`."""
    reports = [
        factory.report("post", TEXT, published="2024-03-02", publisher="The Post",
                       title="Peru sends its envoy home", uri="https://post.example/1"),
        factory.report("wire", OTHER_TEXT, published="2024-03-01"),
    ]  # fmt: skip
    located = (replace(EVENTS[0], place=LIMA), *EVENTS[1:])
    owner = {event.event_id: name for name, events in GROUPS.items() for event in events}
    with Store.open(folder, create=True) as store:
        store.publish({
            "reports": [rows.report_row(one, None) for one in reports],
            "texts": [rows.text_row(one) for one in reports],
            "events": [rows.event_row(one, owner[one.event_id]) for one in located],
            "incidents": [rows.incident_row(incident(*one)) for one in GROUPS.items()],
        })  # fmt: skip
    return folder


def written(
    store: Store, form: Format, settings: Settings | None = None, **filters: object
) -> dict[str, tuple[str, File]]:
    """The files of a format by name, each with its text."""
    chosen = Chosen(store=store, filters=Filters(**filters))
    found = {}
    for file in form.files(chosen, settings or Settings()):
        found[file.name] = "".join(str(piece) for piece in file.content), file
    return found


def event(**fields: object) -> ForeignEvent:
    """A foreign event of which only what matters need be given."""
    known: dict[str, object] = {
        "format": "gdelt", "file": "theirs.csv", "row": 1, "event_id": "1",
        "date_start": dt.date(2024, 3, 1), "date_end": dt.date(2024, 3, 1),
        "date_precision": "day",
    }  # fmt: skip
    return ForeignEvent(**(known | fields))
