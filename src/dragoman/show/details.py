"""What the pages of disagreements, reports and parties ask beside the questions of `Room`."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.model.sources import publisher_key
from dragoman.show.room import Room, Row, decode


class Called(NamedTuple):
    """Words of reports for a party: in how many tellings and reports, and a telling with them."""

    words: str
    tellings: int
    reports: int
    event: str


class Doing(NamedTuple):
    """`incidents` in which a party stands on a side; `year` and `quad` None: not known."""

    side: str
    year: int | None
    quad: int | None
    status: str
    incidents: int


def called(room: Room, party: str) -> list[Called]:
    """The reports' words for a party, those of most tellings first."""
    query = (
        "select words, tellings, reports, event from called where party = ?"
        " order by tellings desc, words"
    )
    return [Called(*row) for row in room.select(query, party)]


def doings(room: Room, party: str) -> list[Doing]:
    """Incidents of a party by side, year, quad_class and status."""
    query = (
        "select side, year, quad, status, n from doings where party = ?"
        " order by year, side, quad, status"
    )
    return [Doing(*row) for row in room.select(query, party)]


def asserted_in(room: Room, report: str) -> list[Row]:
    """Who holds what by a report's words, in no order of meaning.

    Rows: asserted_id, party_id, name, office, country, date, quote, tense.
    """
    query = "select row from asserted where report = ? order by id"
    return [decode(row[0]) for row in room.select(query, report)]


def asserted_id(room: Room, report: str, quote: str) -> str | None:
    """The id of an assertion of an office by its words."""
    found: str | None = room.value(
        "select min(id) from asserted where report = ? and quote = ?", report, quote
    )
    return found


def aside(room: Room, report: str) -> list[Row]:
    """What was set aside from one report: rows of rejections."""
    query = "select row from aside where report = ? order by n"
    return [decode(row[0]) for row in room.select(query, report)]


def offices_of(room: Room, country: str) -> list[Row]:
    """Who held which office of a country: rows of offices."""
    query = "select row from offices where country = ? order by n"
    return [decode(row[0]) for row in room.select(query, country)]


def pairs_of(room: Room, state: str) -> list[str]:
    """The pairs whose relations are told of and that a state is one of: "MEX-PER"."""
    return [pair for pair in room.pairs() if state in pair.split("-")]


def standing_alone(room: Room, least: int = 2) -> list[tuple[str, list[tuple[str, int]]]]:
    """Reports that alone hold a reading against the preferred one, `least` times or more.

    Each with (conflict_id, place of its reading), those with most first.
    """
    query = (
        "select a.report, a.conflict, a.place from alone a join conflicts c on c.id = a.conflict"
    )
    found: dict[str, list[tuple[str, int]]] = {}
    for report, conflict, place in room.select(f"{query} order by c.n, a.place"):
        found.setdefault(report, []).append((conflict, place))
    kept = [(key, held) for key, held in found.items() if len(held) >= least]
    return sorted(kept, key=lambda item: (-len(item[1]), item[0]))


def cited_publisher(room: Room, names: tuple[str, ...], own: str | None) -> str | None:
    """The first of `names` that is another publisher of the record, as the record spells it."""
    known = _publishers(room)
    for name in names:
        key = publisher_key(name)
        if key in known and key != publisher_key(own or ""):
            return known[key]
    return None


def _publishers(room: Room) -> dict[str, str]:
    """Publishers by their key."""
    query = "select distinct publisher from reports where publisher is not null order by 1 desc"
    return {publisher_key(row[0]): str(row[0]) for row in room.select(query)}


def conflict_ids(room: Room, *, kind: str | None, between: str | None) -> list[str]:
    """Disagreements of a kind, those with most sources first."""
    query = (
        "select id from conflicts where kind = coalesce(?, kind)"
        " and between_ = coalesce(?, between_) order by n"
    )
    return [str(row[0]) for row in room.select(query, kind, between)]


def conflict_counts(
    room: Room, *, kind: str | None, between: str | None
) -> tuple[dict[str, int], dict[str, int]]:
    """How many disagreements of each kind (of that `between`), and of each between (of `kind`)."""
    kinds = "select kind, count(*) from conflicts where between_ = coalesce(?, between_) group by 1"
    sides = "select between_, count(*) from conflicts where kind = coalesce(?, kind) group by 1"
    return dict(room.select(kinds, between)), dict(room.select(sides, kind))


def conflict_number(room: Room, key: str) -> int:
    """The place of a disagreement among all, from 1."""
    return int(room.value("select n from conflicts where id = ?", key))
