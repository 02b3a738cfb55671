"""A report: its text with every coded span marked, and a rail of what was coded from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.show import details, spans, wording
from dragoman.show.pages.common import PartyName, Source, parties, source
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room, Row
from dragoman.show.spans import Paragraph, Segment, Span
from dragoman.show.views import undated

OFFICE = "office"
"""What stands for the status of words that give somebody an office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The sentence of the incident that a telling tells of."""

    incident_id: str
    sentence: str
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who stands in which part; `words` are the report's."""

    role: str
    party: PartyName
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What was coded from a span.

    Attributes:
        key: event_id, or asserted_id of an office; the place in the page.
        number: in text order, from 1; it stands at the end of the span.
        status: of the contract, or "office". status_words: empty for what is told as fact.
        quote: the words; empty where they are marked in the text.
        told: None for an office, whose sentence is `says`.
        when, date_words, date_why: the date, the words it was read from, how it was found.
        place, place_why: the same of the place.
        codes: act, PLOVER and CAMEO. pattern: what fired. confidence: 0 to 1.
    """

    key: str
    number: int
    status: str
    status_words: str
    quote: str
    told: Told | None
    says: str
    roles: tuple[Role, ...]
    when: str
    date_words: str
    date_why: str
    place: str
    place_why: str
    attributed_to: tuple[str, ...]
    count: str
    codes: str
    pattern: str
    coder: str
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the text that belongs to the same codings.

    Attributes:
        codings: their numbers; empty: nothing was coded from these words.
        status: of the first of them that is no office, "office" where all are.
        begins: keys of the codings whose words begin here. ends: numbers of those that end here.
    """

    text: str
    codings: tuple[int, ...]
    status: str
    begins: tuple[str, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something in the report that was not used, and why."""

    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Shown):
    """The page.

    Attributes:
        source: the report as it is cited. uri: where it came from, a link or a file's name.
        how_dated: in words; empty where the date is not known.
        language: ISO 639-1, None where it was not told.
        has_text: whether the text may be shown; `paragraphs` are empty where not.
        aside: what was set aside, of which `aside_count` in all.
    """

    source: Source
    uri: str
    byline: str | None
    published: dt.date | None
    how_dated: str
    written_at: str | None
    language: str | None
    words: int
    sha256: str
    retrieved: str | None
    copy_of: Source | None
    copies: tuple[Source, ...]
    has_text: bool
    paragraphs: tuple[tuple[Run, ...], ...]
    codings: tuple[Coding, ...]
    aside: tuple[LeftOut, ...]
    aside_count: int


ASIDE = 200
"""Rows of what was set aside that a page shows."""


def report(room: Room, ask: Ask) -> Report | None:
    """The page's data; `ask.key` is a report_id."""
    row = None if ask.key is None else room.report(ask.key)
    if row is None:
        return None
    key = row["report_id"]
    told, offices = details.told_in(room, key), details.asserted_in(room, key)
    tellings = [event for event, _ in told]
    text = room.text(key)
    paragraphs = () if text is None else spans.cut(text, _spans(text, tellings, offices))
    codings = _codings(told, offices, paragraphs)
    aside = details.aside(room, key)
    original = None if row["duplicate_of"] is None else room.report(row["duplicate_of"])
    return Report(
        title=row["title"] or row["uri"],
        source=source(row),
        uri=row["uri"],
        byline=row["byline"],
        published=row["published"],
        how_dated=wording.of(wording.HOW_DATED, row["published_from"] or ""),
        written_at=row.get("written_at"),
        language=row["lang"],
        words=row["words"],
        sha256=row["sha256"],
        retrieved=row["retrieved"],
        copy_of=None if original is None else source(original),
        copies=tuple(_copies(room, key)),
        has_text=text is not None,
        paragraphs=_runs(paragraphs, codings),
        codings=codings,
        aside=tuple(map(_left_out, aside[:ASIDE])),
        aside_count=len(aside),
    )


def _copies(room: Room, key: str) -> Iterable[Source]:
    for row in room.copies(key):
        found = room.report(row["report_id"])
        if found is not None:
            yield source(found)


def _spans(text: str, tellings: Sequence[Row], offices: Sequence[Row]) -> Iterable[Span]:
    """Where the words stand; those of offices have no offsets and are looked for."""
    for event in tellings:
        yield Span(key=event["event_id"], start=event["start"], end=event["end"])
    for held in offices:
        at = text.find(held["quote"])
        if at >= 0:
            yield Span(key=held["asserted_id"], start=at, end=at + len(held["quote"]))


def _codings(
    told: Sequence[tuple[Row, Row | None]],
    offices: Sequence[Row],
    paragraphs: Sequence[Paragraph],
) -> tuple[Coding, ...]:
    """Codings in the order in which their spans end, those without a span last."""
    ends = [key for one in paragraphs for segment in one for key in segment.ends]
    order = {key: place for place, key in enumerate(ends)}
    made = [_telling(*one) for one in told] + [_office(held) for held in offices]
    made.sort(key=lambda one: order.get(one.key, len(order)))
    return tuple(
        replace(one, number=number, quote="" if one.key in order else one.quote)
        for number, one in enumerate(made, start=1)
    )


def _runs(
    paragraphs: Sequence[Paragraph], codings: Sequence[Coding]
) -> tuple[tuple[Run, ...], ...]:
    known = {one.key: one for one in codings}

    def run(segment: Segment) -> Run:
        held = [known[key] for key in segment.keys]
        told = [one for one in held if one.status != OFFICE] or held
        return Run(
            text=segment.text,
            codings=tuple(one.number for one in held),
            status=told[0].status if told else "",
            begins=segment.begins,
            ends=tuple(sorted(known[key].number for key in segment.ends)),
        )

    return tuple(tuple(map(run, paragraph)) for paragraph in paragraphs)


def _telling(event: Row, incident: Row | None) -> Coding:
    place, count = event["place"], event["number"]
    known = event["date_start"] or event["date_end"]
    plover = "/".join(part for part in (event["event_type"], event["mode"]) if part)
    cameo = f"CAMEO {event['cameo']}" if event["cameo"].isalnum() else ""
    codes = (event["act"].replace("_", " "), plover, cameo)
    return Coding(
        key=event["event_id"],
        number=0,
        status=event["status"],
        status_words=wording.of(wording.STATUS, event["status"]),
        quote=event["quote"],
        told=None if incident is None else _told(incident),
        says="",
        roles=_roles(event),
        when=wording.span_text(event["date_start"], event["date_end"], event["date_precision"]),
        date_words=(event["date_words"] or "") if known else "",
        date_why=event["date_why"] or "",
        place="" if place is None else place["name"] or "",
        place_why="" if place is None else event["place_why"] or "",
        attributed_to=tuple(event["attributed_to"]),
        count="" if count is None else f"{count['value']:g} {count['unit'] or ''}".strip(),
        codes=" · ".join(code for code in codes if code),
        pattern=event["pattern"] or "",
        coder=event["coder"],
        confidence=event["confidence"],
    )


def _told(row: Row) -> Told:
    return Told(incident_id=row["incident_id"], sentence=undated(row), disputed=row["disputed"] > 0)


def _roles(event: Row) -> tuple[Role, ...]:
    """Everybody with a part in a telling, the report's words where they are not the name."""
    sides = [("actor", one) for one in event["actors"]]
    sides += [("recipient", one) for one in event["recipients"]]
    sides += [(one["role"].replace("_", " "), one) for one in event["others"]]
    return tuple(
        Role(
            role=role,
            party=named,
            words="" if one["name_raw"] in (None, one["name"]) else one["name_raw"],
        )
        for role, one in sides
        for named in parties([one])
    )


def _office(held: Row) -> Coding:
    """Words that give somebody an office, as a coding."""
    former = {"former": "former ", "future": "future "}.get(held["tense"], "")
    return Coding(
        key=held["asserted_id"],
        number=0,
        status=OFFICE,
        status_words="office",
        quote=held["quote"],
        told=None,
        says=f"{former}{held['office'].replace('_', ' ')}",
        roles=tuple(
            Role(role="holder", party=one, words="") for one in parties([held])
        ),
        when="" if held["date"] is None else wording.day_text(held["date"]),
        date_words="", date_why="", place="", place_why="", attributed_to=(), count="", codes="",
        pattern="", coder="", confidence=None,
    )  # fmt: skip


def _left_out(row: Row) -> LeftOut:
    return LeftOut(
        stage=wording.of(wording.STAGES, row["stage"]),
        reason=row["reason"].replace("_", " "),
        detail=row["detail"],
    )


PAGE = Page(name="report", view=report, keys=lambda room: room.keys("reports"))
