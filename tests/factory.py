"""Short builders of records for tests: only what a test is about need be given.

party("PER") · party("Ana Ruiz", kind="person", country="PER") · when("2024-03-05") ·
report("r1", "text") · event("grant_asylum", "MEX", "PER", report="r1") · office(...) ·
holder("Ana Ruiz", "president", "URY", "2011-03-02")
"""

from __future__ import annotations

import datetime as dt

from dragoman.dates import DateRange, day, month, span, year
from dragoman.knowledge.tables import Officeholder
from dragoman.model.event import (
    Count,
    Event,
    OfficeAssertion,
    OtherParty,
    Party,
    PersonName,
    Place,
    When,
)
from dragoman.model.ids import identifier, sha256
from dragoman.model.report import Report

Named = str | Party


def dates(text: str) -> DateRange:
    """ "2024", "2024-03", "2024-03-05" or "2024-03-05/2024-03-09" (both inclusive; ".." open)."""
    first, slash, last = text.partition("/")
    if slash:
        return span(*(None if end == ".." else dt.date.fromisoformat(end) for end in (first, last)))
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return year(parts[0])
    return month(*parts) if len(parts) == 2 else day(dt.date(*parts))


def when(text: str | None, why: str | None = None) -> When:
    """A date as `dates` reads it; None: unknown."""
    return When(range=None if text is None else dates(text), words=text, why=why)


def party(
    name: str,
    *,
    kind: str | None = None,
    country: str | None = None,
    office: str | None = None,
    party_id: str | None = None,
) -> Party:
    """Three capitals are a state; any other name a person unless `kind` says otherwise."""
    is_state = len(name) == 3 and name.isupper() and kind is None
    return Party(
        party_id=party_id or (name if is_state else f"person:{name.lower().replace(' ', '-')}"),
        name=name,
        name_raw=name,
        kind=kind or ("state" if is_state else "person"),
        country=country or (name if is_state else None),
        sector="GOV" if is_state else None,
        office=office,
    )


def parties(named: Named | tuple[Named, ...] | None) -> tuple[Party, ...]:
    """One name, several, or none, as parties."""
    if named is None:
        return ()
    several = named if isinstance(named, tuple) else (named,)
    return tuple(one if isinstance(one, Party) else party(one) for one in several)


def report(
    report_id: str = "r1",
    text: str = "",
    *,
    uri: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    title: str | None = None,
    lang: str | None = "en",
) -> Report:
    """A clean report; `uri` is `report_id` with ".txt" unless given."""
    return Report(
        report_id=report_id, uri=uri or f"{report_id}.txt", text=text, sha256=sha256(text),
        words=len(text.split()), publisher=publisher, title=title, lang=lang,
        published=None if published is None else dt.date.fromisoformat(published),
        published_from=None if published is None else "given",
        published_precision=None if published is None else "day",
    )  # fmt: skip


def event(
    act: str,
    actors: Named | tuple[Named, ...] | None = None,
    recipients: Named | tuple[Named, ...] | None = None,
    *,
    report: str = "r1",
    date: str | None = None,
    status: str = "actual",
    quote: str | None = None,
    others: dict[str, Named | tuple[Named, ...]] | None = None,
    number: tuple[float, str] | None = None,
    place: str | None = None,
    attributed_to: tuple[str, ...] = (),
    event_type: str | None = None,
    cameo: str = "---",
    sentence: int = 0,
    trigger: str | None = None,
    start: int = 0,
    confidence: float = 0.7,
    event_id: str | None = None,
) -> Event:
    """A telling; its quote is made of the act's words unless given."""
    words = quote if quote is not None else act.replace("_", " ")
    roles = tuple(
        OtherParty(role=role, party=one)
        for role, named in (others or {}).items()
        for one in parties(named)
    )
    return Event(
        event_id=event_id
        or identifier("e_", report, act, str(actors), str(recipients), words, date, status, start),
        report_id=report, report=f"{report}.txt", act=act, event_type=event_type, mode=None,
        cameo=cameo, quad_class=None, intensity=None, contexts=(), actors=parties(actors),
        recipients=parties(recipients), others=roles,
        number=None if number is None else Count(value=number[0], unit=number[1], quote=words),
        when=when(date), place=None if place is None else Place(name=place), status=status,
        attributed_to=attributed_to, quote=words, start=start, end=start + len(words),
        sentence=sentence, trigger=trigger or words.split()[0], pattern="test",
        confidence=confidence, coder="rules@test",
    )  # fmt: skip


def office(
    name: str,
    office: str,
    country: str | None,
    *,
    report: str = "r1",
    tense: str = "current",
    at: str | None = None,
    why: str | None = None,
    quote: str | None = None,
) -> OfficeAssertion:
    """One report's words that give `name` an office."""
    words = quote or f"{office} {name}"
    return OfficeAssertion(
        report_id=report, uri=f"{report}.txt", party_id=party(name).party_id, name=name,
        office=office, country=country, tense=tense, quote=words, start=0, end=len(words),
        at=None if at is None else when(at, why),
    )  # fmt: skip


def holder(
    name: str, office: str, country: str, since: str, until: str | None = None, *, also: str = ""
) -> Officeholder:
    """A row of tenures.csv, to the day; `also` are other forms of the name, comma between."""
    began = dt.date.fromisoformat(since)
    ended = None if until is None else dt.date.fromisoformat(until)
    return Officeholder(
        name=name, aliases=tuple(filter(None, also.split(","))), office=office, party_id=country,
        days=DateRange(since=began, until=ended, precision="range"), began=began, ended=ended,
        source="test",
    )  # fmt: skip


def person(
    name: str,
    *variants: str,
    report: str = "r1",
    country: str | None = None,
    offices: tuple[str, ...] = (),
) -> PersonName:
    """A person as one report names them."""
    return PersonName(
        report_id=report, party_id=party(name).party_id, name=name,
        variants=(name, *variants), country=country, offices=offices,
    )  # fmt: skip
