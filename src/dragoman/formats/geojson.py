"""GeoJSON (RFC 7946): a point an incident whose place has coordinates.

A point is never moved and never made up: of what is known only to lie in a state or a region there
are no coordinates, and no capital stands in for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.formats import accounts
from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.edtf import edtf
from dragoman.formats.jsons import Node, Value, listed
from dragoman.formats.registry import File, Format, Settings
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.words import fold
from dragoman.show import wording

DECIMALS = 6
"""Decimals of a degree, some 10 cm: as many as RFC 7946 finds reasonable."""
COPIED = (
    "incident_id", "act", "event_type", "mode", "quad_class", "intensity",
)  # fmt: skip


@dataclass
class _Features:
    chosen: Chosen
    settings: Settings
    written: int = 0
    unplaced: int = 0
    coarse: int = 0

    def content(self) -> Iterator[str]:
        yield '{"type": "FeatureCollection",\n"features": '
        yield from listed(self._features())
        yield "}\n"

    def count(self) -> int:
        return self.written

    def notes(self) -> list[str]:
        left = "are there without a geometry" if self.settings.unplaced else "left out"
        out = []
        if self.unplaced:
            out.append(f"{wording.count(self.unplaced, 'incident')} without a place: {left}.")
        if self.coarse:
            out.append(
                f"{wording.count(self.coarse, 'incident')} placed in no town, only in a state, a "
                f"region or by a name without coordinates: {left}."
            )
        return out

    def _features(self) -> Iterator[Node]:
        knowledge = load()
        for told in self.chosen.told():
            place = told.incident["place"]
            point = _point(place)
            if place is None:
                self.unplaced += 1
            elif point is None:
                self.coarse += 1
            if point is None and not self.settings.unplaced:
                continue
            self.written += 1
            yield {
                "type": "Feature",
                "id": told.incident["incident_id"],
                "geometry": point,
                "properties": _properties(told, place_precision(place, knowledge)),
            }


def place_precision(place: Row | None, knowledge: Knowledge) -> str | None:
    """How exactly a place of the record is known: "country", "adm1" or "city"; None: unknown.

    Only towns and sites have coordinates. A stretch of land or water that is no first-order region
    of a state ("Aksai Chin") has no name among these.
    """
    if place is None:
        return None
    if place["lat"] is not None:
        return "city"
    state = knowledge.states.get(place["country"] or "")
    if state is not None and fold(place["name"]) in (fold(state.name), fold(state.official or "")):
        return "country"
    regions = knowledge.places.regions(place["name"])
    here = [one for one in regions if place["country"] in one.countries]
    return "adm1" if any(one.kind == "region" for one in here) else None


def _point(place: Row | None) -> Value:
    if place is None or place["lat"] is None or place["lon"] is None:
        return None
    position = [round(place["lon"], DECIMALS), round(place["lat"], DECIMALS)]
    return {"type": "Point", "coordinates": [*position]}


def _properties(told: Told, precision: str | None) -> Node:
    incident = told.incident
    place = incident["place"] or {}
    days = (incident["date_start"], incident["date_end"])
    return {
        **{key: incident[key] for key in COPIED},
        "actors": _names(incident["actors"]),
        "recipients": _names(incident["recipients"]),
        "date_start": None if days[0] is None else days[0].isoformat(),
        "date_end": None if days[1] is None else days[1].isoformat(),
        "date_precision": incident["date_precision"],
        "date_edtf": edtf(*days, incident["date_precision"]),
        "status": incident["status"],
        "place_name": place.get("name"),
        "place_country": place.get("country"),
        "place_precision": precision,
        "independent_sources": incident["independent_sources"],
        "confidence": incident["confidence"],
        "summary": incident["summary"],
        "conflict": bool(told.conflicts),
        "first_url": accounts.first_link(told),
    }


def _names(parties: list[Row]) -> str:
    return "; ".join(party["name"] for party in parties)


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    features = _Features(chosen, settings)
    yield File(
        name="incidents.geojson",
        about="A feature an incident; positions are longitude, latitude (WGS 84).",
        content=features.content(),
        count=features.count,
        notes=features.notes,
    )


GEOJSON = Format(
    name="geojson",
    about="GeoJSON: incidents as points for maps and GIS",
    files=_files,
    takes=("unplaced",),
)
