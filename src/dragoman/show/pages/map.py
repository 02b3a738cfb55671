"""The map: which states take part in what is told, and where it happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.knowledge.load import load
from dragoman.show.draw import world
from dragoman.show.draw.world import Capital, Town, World
from dragoman.show.pages.common import Line, lines_of
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.window import Counted, Window, asked, chosen, counted, window
from dragoman.show.room import Room

CHOICES = ("since", "until", "quad", "by", "frame")
LISTED = 40
"""States, and as many places, whose first incidents are listed."""
FIRST = 5
"""Incidents that are listed of one state or place."""
PLACES = 250
"""Places that are listed and drawn, those with most incidents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """A state: in how many incidents it or its people have part, how many lie in it.

    `lines` are the first of those that the map is filled by; `is_party` whether it has part in any
    itself, and so a page of its own.
    """

    code: str
    name: str
    part: int
    place: int
    is_party: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place that is told; without coordinates where in its state it lies is not known."""

    name: str
    country: str | None
    state: str
    lat: float | None
    lon: float | None
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Shown):
    """The page.

    Attributes:
        window: what it is narrowed to; query: the choices made, by name.
        by: "part" or "place": what the states are filled by; whole: of the whole world.
        asked: incidents that are asked for; incidents: counted, the latest of very many.
        placed: of these, with a place; in_towns: with a place in a known town.
        states: those that are counted, most first.
        places: the most told first; more_places: how many are not listed.
    """

    window: Window
    query: Mapping[str, str]
    by: str
    whole: bool
    asked: int
    incidents: int
    placed: int
    in_towns: int
    states: tuple[StateRow, ...]
    places: tuple[PlaceRow, ...]
    more_places: int

    def counts(self) -> dict[str, int]:
        """Incidents that the states are filled by, those with any."""
        found = {row.code: row.part if self.by == "part" else row.place for row in self.states}
        return {code: count for code, count in found.items() if count}

    def names(self) -> dict[str, str]:
        """Names of the states of the page by code."""
        return {row.code: row.name for row in self.states}

    def drawing(self) -> World:
        """The map; its towns are places of `towns()`."""
        capitals = {
            state.id: Capital(latitude=state.lat, longitude=state.lon)
            for state in load().states.values()
            if state.lat is not None and state.lon is not None
        }
        return world.draw(
            self.counts(),
            [
                Town(name=row.name, latitude=row.lat, longitude=row.lon, count=row.count)
                for row in self.places
                if row.lat is not None and row.lon is not None
            ],
            names=self.names(),
            capitals=capitals,
            whole=self.whole,
        )

    def towns(self) -> list[tuple[int, PlaceRow]]:
        """The places with pins, each with its number in `places`, from 1."""
        return [(at, row) for at, row in enumerate(self.places, 1) if row.lat is not None]


def map_(room: Room, ask: Ask) -> Map:
    """The page's data; choices: since, until, quad, by (part, place), frame (region, world).

    Raises:
        UsageError: a choice that cannot be read.
    """
    narrowed = window(ask.query)
    by = chosen(ask.query, "by", ("part", "place")) or "part"
    frame = chosen(ask.query, "frame", ("region", "world"))
    told = counted(room, narrowed)
    places = _places(room, told)
    return Map(
        title="Map",
        window=narrowed,
        query=asked(ask.query, CHOICES),
        by=by,
        whole=frame == "world",
        asked=told.asked,
        incidents=told.number,
        placed=sum(row.count for row in places),
        in_towns=sum(row.count for row in places if row.lat is not None),
        states=_states(room, told, by=by),
        places=tuple(places[:PLACES]),
        more_places=max(0, len(places) - PLACES),
    )


def _states(room: Room, told: Counted, *, by: str) -> tuple[StateRow, ...]:
    """Those with part in anything, or with a place in them."""
    part, place = _counts(room, "sides", told), _counts(room, "places", told)
    count, table = (part, "sides") if by == "part" else (place, "places")
    codes = sorted(
        part.keys() | place.keys(),
        key=lambda code: (-count.get(code, 0), -part.get(code, 0), code),
    )
    listed = {code for code in codes[:LISTED] if code in count}
    return tuple(
        StateRow(
            code=code,
            name=room.names.get(code, code),
            part=part.get(code, 0),
            place=place.get(code, 0),
            is_party=room.party(code) is not None,
            lines=_first_lines(room, table, told, country=code) if code in listed else (),
        )
        for code in codes
    )


def _counts(room: Room, table: str, told: Counted) -> dict[str, int]:
    """Incidents by state, from the parties (`sides`) or from the places."""
    query = (
        f"select t.country, count(distinct t.incident) from {table} t"
        f" join incidents i on i.id = t.incident where t.country is not null and {told.where}"
        " group by 1"
    )
    return {str(code): int(count) for code, count in room.select(query, *told.values)}


def _places(room: Room, told: Counted) -> list[PlaceRow]:
    query = (
        "select t.name, t.country, t.lat, t.lon, count(*) from places t"
        f" join incidents i on i.id = t.incident where {told.where}"
        " group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4"
    )
    return [
        PlaceRow(
            name=name,
            country=country,
            state=room.names.get(country, country) if country else "",
            lat=lat,
            lon=lon,
            count=count,
            lines=_first_lines(room, "places", told, country=country, name=name, lat=lat, lon=lon)
            if at < LISTED
            else (),
        )
        for at, (name, country, lat, lon, count) in enumerate(room.select(query, *told.values))
    ]


def _first_lines(room: Room, table: str, told: Counted, **equal: object) -> tuple[Line, ...]:
    """The first incidents of a state or place: of rows of a table, by the values of columns."""
    columns = " and ".join(f"t.{column} is ?" for column in equal)
    query = (
        f"select distinct i.id from {table} t join incidents i on i.id = t.incident"
        f" where {columns} and {told.where} order by t.n limit {FIRST}"
    )
    found = room.select(query, *equal.values(), *told.values)
    return tuple(lines_of(room, [str(key) for (key,) in found]))


PAGE = Page(name="map", view=map_, label="Map")
