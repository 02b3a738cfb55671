"""What the pages of disagreements, reports and parties ask beside the questions of `Room`."""

from __future__ import annotations

from collections.abc import Iterator
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


def standing_alone(room: Room, *, least: int = 2, most: int = 5) -> list[tuple[str, int]]:
    """Reports that alone hold a reading against the preferred one, `least` times or more.

    The `most` that do so most often, each with how often.
    """
    query = (
        "select report, count(*) from alone group by report having count(*) >= ?"
        " order by 2 desc, 1 limit ?"
    )
    return [(report, count) for report, count in room.select(query, least, most)]


def alone_in(room: Room, report: str, *, most: int) -> list[tuple[str, int]]:
    """Where a report stands alone: conflict_id and the place of its reading."""
    query = (
        "select a.conflict, a.place from alone a join conflicts c on c.id = a.conflict"
        " where a.report = ? order by c.n, a.place limit ?"
    )
    return [(conflict, place) for conflict, place in room.select(query, report, most)]


def cited_publisher(room: Room, names: tuple[str, ...], own: str | None) -> str | None:
    """The first of `names` that is another publisher of the record, as the record spells it."""
    for name in names:
        key = publisher_key(name)
        query = "select name from publishers where key = ?"
        known = next((str(row[0]) for row in room.select(query, key)), None)
        if known is not None and key != publisher_key(own or ""):
            return known
    return None


def conflict_ids(
    room: Room, *, kind: str | None, between: str | None, limit: int, offset: int
) -> list[str]:
    """Disagreements of a kind, those with most sources first."""
    query = (
        "select id from conflicts where (?1 is null or kind = ?1)"
        " and (?2 is null or between_ = ?2) order by n limit ?3 offset ?4"
    )
    return [str(row[0]) for row in room.select(query, kind, between, limit, offset)]


def conflicts_before(room: Room, key: str, *, kind: str | None, between: str | None) -> int | None:
    """How many disagreements of a kind stand before one of them; None where it is none of them."""
    chosen = "(?1 is null or kind = ?1) and (?2 is null or between_ = ?2)"
    query = f"select n from conflicts where {chosen} and id = ?3"
    number = next((row[0] for row in room.select(query, kind, between, key)), None)
    if number is None:
        return None
    query = f"select count(*) from conflicts where {chosen} and n < ?3"
    return int(room.value(query, kind, between, number))


def conflict_counts(
    room: Room, *, kind: str | None, between: str | None
) -> tuple[dict[str, int], dict[str, int]]:
    """How many disagreements of each kind (of that `between`), and of each between (of `kind`)."""
    kinds = (
        "select kind, count(*) from conflicts indexed by conflicts_asked"
        " where (?1 is null or between_ = ?1) group by 1"
    )
    sides = (
        "select between_, count(*) from conflicts indexed by conflicts_asked"
        " where (?1 is null or kind = ?1) group by 1"
    )
    return dict(room.select(kinds, between)), dict(room.select(sides, kind))


def told_in(room: Room, report: str) -> list[tuple[Row, Row | None]]:
    """The tellings of a report in text order, each with its incident and that with `disputed`."""
    query = (
        "select e.row, i.row, i.disputed from events e left join incidents i on i.id = e.incident"
        " where e.report = ? order by e.start, e.id"
    )
    return [
        (decode(event), None if told is None else {**decode(told), "disputed": disputed})
        for event, told, disputed in room.select(query, report)
    ]


def incident_count(room: Room, party: str) -> int:
    """In how many incidents a party stands."""
    return int(room.value("select incidents from parties where id = ?", party))


def incidents_of(
    room: Room, party: str, *, limit: int, offset: int
) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Incidents of a party by date, with `disputed`, and the sides it stands on in each."""
    query = (
        "select i.row, i.disputed, s.sides from (select n, group_concat(side) sides from sides"
        " where party = ? group by n order by n limit ? offset ?) s"
        " join incidents i on i.n = s.n order by s.n"
    )
    for text, disputed, sides in room.select(query, party, limit, offset):
        yield {**decode(text), "disputed": disputed}, tuple(sorted(set(sides.split(","))))


def conflict_number(room: Room, key: str) -> int:
    """The place of a disagreement among all, from 1."""
    return int(room.value("select n from conflicts where id = ?", key))
