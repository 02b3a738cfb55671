"""The readings of a disagreement as they are shown: who gives them, in which words, after whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.sources import publisher_key
from dragoman.show import details, wording
from dragoman.show.carriers import Piece, pieces
from dragoman.show.pages.common import Source, source
from dragoman.show.room import Room, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a report in pieces; `anchor` leads to the sentence on the report's page.

    `note` says how the report puts it where it does not state it as a fact.
    """

    source: Source | None
    anchor: str | None
    pieces: tuple[Piece, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependent:
    """A report that does not count by itself.

    `how`: "copy" of the report `on`; "same publisher" as `on`; "cites" the publisher named.
    """

    source: Source
    how: str
    on: Source | None
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingShown:
    """One answer to the question.

    Attributes:
        sources, reports: how many independent sources and how many reports give it.
        first: the earliest dated report that gives it, None where no date is known.
        also: reports that give it and are not quoted.
    """

    value: str
    preferred: bool
    sources: int
    reports: int
    first: Source | None
    words: tuple[Words, ...]
    also: tuple[Source, ...]
    dependents: tuple[Dependent, ...]


def readings(room: Room, conflict: Row) -> tuple[ReadingShown, ...]:
    """The readings of a row of conflicts, in its order."""
    tellings = [event for key in conflict["incidents"] for event in room.tellings(key)]
    return tuple(
        _reading(room, conflict, reading, place == conflict["preferred"], tellings)
        for place, reading in enumerate(conflict["readings"])
    )


def first_told(room: Room, reports: Iterable[str]) -> Source | None:
    """The first of the reports by date of publication; one without a date only where all are."""
    found = _cited(room, reports)
    dated = [one for one in found if one["published"] is not None]
    row = min(dated or found, key=lambda one: one["number"], default=None)
    return None if row is None else source(row)


def _cited(room: Room, reports: Iterable[str]) -> list[Row]:
    rows = (room.report(key) for key in dict.fromkeys(reports))
    return sorted((row for row in rows if row is not None), key=lambda row: row["number"])


def _reading(
    room: Room, conflict: Row, reading: Row, preferred: bool, tellings: Sequence[Row]
) -> ReadingShown:
    rows = _cited(room, reading["reports"])
    own = [event for event in tellings if event["report_id"] in reading["reports"]]
    words = _words(room, conflict["kind"], reading, rows, own)
    quoted = {one.source.report_id for one in words if one.source is not None}
    dated = [row["report_id"] for row in rows if row["published"] is not None]
    return ReadingShown(
        value=reading["value"],
        preferred=preferred,
        sources=reading["independent_sources"],
        reports=len(set(reading["reports"])),
        first=first_told(room, dated),
        words=words,
        also=tuple(source(row) for row in rows if row["report_id"] not in quoted),
        dependents=_dependents(room, rows, own),
    )


def _words(
    room: Room, kind: str, reading: Row, rows: Sequence[Row], tellings: Sequence[Row]
) -> tuple[Words, ...]:
    """The quotes of a reading with their reports, by the numbers of these."""
    quotes = list(dict.fromkeys(reading["quotes"]))
    told = {(event["report_id"], event["quote"]): event for event in reversed(tellings)}
    found: list[Words] = []
    for place, quote in enumerate(quotes):
        row, anchor, event = _holder(room, quote, rows, told)
        if row is None and len(quotes) == len(reading["reports"]):
            row = next((r for r in rows if r["report_id"] == reading["reports"][place]), None)
        found.append(
            Words(
                source=None if row is None else source(row),
                anchor=anchor,
                pieces=pieces(quote, (reading["value"], *_carriers(kind, event))),
                note="" if event is None else wording.of(wording.STATUS, event["status"]),
            )
        )
    return tuple(sorted(found, key=lambda one: one.source.number if one.source else 0))


def _holder(
    room: Room, quote: str, rows: Sequence[Row], told: Mapping[tuple[str, str], Row]
) -> tuple[Row | None, str | None, Row | None]:
    """The first report with these words, the place of the words on its page, and the telling."""
    for row in rows:
        event = told.get((row["report_id"], quote))
        if event is not None:
            return row, event["event_id"], event
        anchor = details.asserted_id(room, row["report_id"], quote)
        if anchor is not None:
            return row, anchor, None
    return None, None, None


def _carriers(kind: str, event: Row | None) -> tuple[str, ...]:
    """Words of a telling that a reading of this kind was taken from."""
    if event is None:
        return ()
    if kind == "date":
        return (event["date_words"] or "",)
    if kind == "number" and event["number"] is not None:
        return (event["number"]["quote"],)
    if kind in ("status", "sequence"):
        return (event["trigger"] or "",)
    return ()


def _dependents(room: Room, rows: Sequence[Row], tellings: Sequence[Row]) -> tuple[Dependent, ...]:
    """Reports of a reading that do not count by themselves, and why not."""
    cited: dict[str, tuple[str, ...]] = {}
    for event in tellings:
        before = cited.get(event["report_id"], ())
        cited[event["report_id"]] = (*before, *event["attributed_to"])
    publishers: dict[str, Row] = {}
    found = []
    for row in rows:
        key = publisher_key(row["publisher"] or "")
        before_it = publishers.setdefault(key, row) if key else row
        publisher = details.cited_publisher(room, cited.get(row["report_id"], ()), row["publisher"])
        if row["duplicate_of"] is not None:
            found.append(_dependent(row, "copy", on=room.report(row["duplicate_of"])))
        elif before_it is not row:
            found.append(_dependent(row, "same publisher", on=before_it))
        elif publisher is not None:
            found.append(_dependent(row, "cites", publisher=publisher))
    return tuple(found)


def _dependent(
    row: Row, how: str, *, on: Row | None = None, publisher: str | None = None
) -> Dependent:
    return Dependent(
        source=source(row), how=how, on=None if on is None else source(on), publisher=publisher
    )
