"""What several pages show: an incident as a line, a report as it is cited, words with a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.show import wording
from dragoman.show.room import Room, Row, decode
from dragoman.show.views import undated
from dragoman.show.visible import language_tag

FAMILIES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
"""quad_class in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as it is cited: its page, its number in the record, who published it and when."""

    report_id: str
    number: int
    name: str
    title: str
    published: str
    lang: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a report; `event_id` leads to the very sentence.

    `note` says how the report puts it where it does not state it as a fact.
    """

    event_id: str | None
    source: Source | None
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyName:
    """A party as it is named in lists; `party_id` leads to its page."""

    party_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An incident in one line of a list.

    Attributes:
        when: its days in words; first, last: the same as dates.
        sentence: what happened, without the date.
        status: in words, empty for what is told as fact; family: quad_class, None if unknown.
        sources, reports: how many tell it.
        disputed: in how many disagreements it stands.
    """

    incident_id: str
    when: str
    first: dt.date | None
    last: dt.date | None
    sentence: str
    act: str
    status: str
    family: int | None
    sources: int
    reports: int
    disputed: int


def line(row: Mapping[str, Any]) -> Line:
    """A row of `Room.incidents` as a line."""
    first, last = row["date_start"], row["date_end"]
    return Line(
        incident_id=row["incident_id"],
        when=wording.span_text(first, last, row["date_precision"]),
        first=first,
        last=last,
        sentence=sentence(row),
        act=row["act"].replace("_", " "),
        status=wording.of(wording.STATUS, row["status"]),
        family=row["quad_class"],
        sources=row["independent_sources"],
        reports=row["reports"],
        disputed=row.get("disputed", 0),
    )


def sentence(row: Mapping[str, Any]) -> str:
    """What happened, as a sentence without its date and status, for where they stand beside it."""
    text = undated(row).removesuffix(".").removesuffix(f" ({row['status']})")
    return f"{text[:1].upper()}{text[1:]}."


def lines_of(room: Room, incidents: Iterable[str]) -> Iterator[Line]:
    """Incidents by id as lines, in the order given; ids that the record lacks are left out."""
    for key in incidents:
        for text, disputed in room.select("select row, disputed from incidents where id = ?", key):
            yield line({**decode(text), "disputed": disputed})


def source(row: Row) -> Source:
    """A row of `Room.report` as it is cited."""
    published, precision = row["published"], row["published_precision"]
    return Source(
        report_id=row["report_id"],
        number=row["number"],
        name=row["publisher"] or row["uri"],
        title=row["title"] or row["uri"],
        published="" if published is None else wording.at_precision(published, precision),
        lang=language_tag(row["lang"]),
    )


def sources(room: Room, reports: Sequence[str]) -> dict[str, Source]:
    """Reports by id as they are cited; ids that the record does not hold are left out."""
    found = ((key, room.report(key)) for key in dict.fromkeys(reports))
    return {key: source(row) for key, row in found if row is not None}


def quoted(event: Row, cited: Mapping[str, Source], *, status: str = "actual") -> Quoted:
    """The words of a telling with their source; a status other than `status` is noted."""
    said = event["status"]
    return Quoted(
        event_id=event["event_id"],
        source=cited.get(event["report_id"]),
        words=event["quote"],
        note="" if said == status else wording.of(wording.STATUS, said) or "told as fact",
    )


def parties(rows: Sequence[Mapping[str, Any]]) -> tuple[PartyName, ...]:
    """Parties of a telling or an incident, each once."""
    return tuple(
        PartyName(party_id=key, name=name)
        for key, name in dict.fromkeys((row["party_id"], row["name"]) for row in rows)
        if key is not None
    )
