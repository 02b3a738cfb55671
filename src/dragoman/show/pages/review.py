"""Review: what waits for a ruling, the weightiest first; what was ruled, each to be undone.

Only served: its forms change the record. With an incident asked for, its tellings can be split off
and other incidents merged with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.load import load
from dragoman.model.coding import STATUSES
from dragoman.show import wording
from dragoman.show.pages.common import Line, Quoted, line, quoted, source, sources
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.review import state_of
from dragoman.show.room import Room, Row, Wanted
from dragoman.show.views import days, telling

ON_PAGE = 10
"""Questions on one page; the next come as these are ruled on."""

RECENT = 20
"""Rulings that are listed, the newest first."""

NEAR = 8
"""Incidents with the same parties that are offered for a merger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reading of a disagreement; `number` from 1, as a ruling names it."""

    number: int
    value: str
    sources: int
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A disagreement that the evidence leaves open."""

    id: str
    about: str
    kind: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A telling that is not sure, with what it was coded from and as.

    `actors` and `recipients` as a correction would write them: codes of states, names of others.
    """

    id: str
    incident_id: str
    coded: str
    when: str
    act: str
    status: str
    date: str
    actors: str
    recipients: str
    quote: Quoted
    confidence: float
    trigger: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody ruled; `state`: whether it holds."""

    id: str
    at: str
    by: str
    ruling: str
    about: tuple[str, ...]
    note: str
    state: str
    can_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """An incident to take apart or join: its tellings, and others with the same parties."""

    line: Line
    tellings: tuple[Quoted, ...]
    near: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Shown):
    """The page.

    Attributes:
        waiting: how many questions wait, as many as the index keeps.
        questions: the first of them.
        whole: the incident asked for.
        rulings: the newest first; ruled: how many there are.
        acts, statuses: what a telling can be corrected to.
        by: who rules, as said with the last ruling.
        last: the ruling that has just been made.
    """

    waiting: int
    questions: tuple[Dispute | Doubt, ...]
    whole: Whole | None
    rulings: tuple[Ruling, ...]
    ruled: int
    acts: tuple[str, ...]
    statuses: tuple[str, ...]
    by: str
    last: Ruling | None


def review(room: Room, ask: Ask) -> Review | None:
    """The page's data; choices: `incident` (an id), `by`, `last` (a judgement_id), `skip`."""
    key = ask.query.get("incident")
    whole = None if key is None else _whole(room, key)
    if key is not None and whole is None:
        return None
    made = [_ruling(row) for row in reversed(room.judgements())]
    last = ask.query.get("last")
    return Review(
        title="Review",
        waiting=room.value("select count(*) from queue"),
        questions=tuple(_questions(room)) if whole is None else (),
        whole=whole,
        rulings=tuple(made[:RECENT]),
        ruled=len(made),
        acts=tuple(sorted(load().acts)),
        statuses=STATUSES,
        by=ask.query.get("by", "")[:80],
        last=next((one for one in made if one.id == last), None),
    )


def _questions(room: Room) -> Iterator[Dispute | Doubt]:
    found = list(room.select("select kind, id from queue order by n limit ?", ON_PAGE))
    for kind, key in found:
        if kind == "conflict" and (conflict := room.conflict(key)) is not None:
            yield _dispute(room, conflict)
        elif kind == "telling" and (event := room.event(key)) is not None:
            yield _doubt(room, event)


def _dispute(room: Room, row: Row) -> Dispute:
    cited = sources(room, [key for side in row["readings"] for key in side["reports"]])
    return Dispute(
        id=row["conflict_id"],
        about=row["about"],
        kind=wording.of(wording.KINDS, row["kind"]),
        readings=tuple(
            Reading(
                number=number, value=side["value"], sources=side["independent_sources"],
                quotes=tuple(
                    Quoted(event_id=None, source=cited.get(report), words=words)
                    for report, words in zip(side["reports"], side["quotes"], strict=False)
                ),
            )
            for number, side in enumerate(row["readings"], 1)
        ),
    )  # fmt: skip


def _doubt(room: Room, row: Row) -> Doubt:
    report = room.report(row["report_id"])
    cited = {} if report is None else {row["report_id"]: source(report)}
    first, last = row["date_start"], row["date_end"]
    both = [day.isoformat() for day in dict.fromkeys((first, last)) if day is not None]
    return Doubt(
        id=row["event_id"], incident_id=row["incident_id"], coded=telling(row), when=days(row),
        act=row["act"], status=row["status"], date="/".join(both), actors=_named(row["actors"]),
        recipients=_named(row["recipients"]), quote=quoted(row, cited),
        confidence=row["confidence"], trigger=row["trigger"], pattern=row["pattern"],
    )  # fmt: skip


def _named(parties: list[Row]) -> str:
    return ", ".join(
        one["party_id"] if one["kind"] == "state" and one["party_id"] else one["name"]
        for one in parties
    )


def _whole(room: Room, key: str) -> Whole | None:
    row = room.incident(key)
    if row is None:
        return None
    told = room.tellings(row["incident_id"])
    cited = sources(room, [one["report_id"] for one in told])
    return Whole(
        line=line(row),
        tellings=tuple(quoted(one, cited) for one in told),
        near=tuple(_near(room, row)),
    )


def _near(room: Room, row: Row) -> Iterator[Line]:
    """Incidents of the same act and party; those of the same days come first."""
    parties = [one["party_id"] for one in (*row["actors"], *row["recipients"]) if one["party_id"]]
    found: dict[str, Row] = {}
    for party in parties[:2]:
        for one in room.incidents(Wanted(act=row["act"], party=party), limit=50):
            found.setdefault(one["incident_id"], one)
    found.pop(row["incident_id"], None)
    day = row["date_start"] or row["date_end"]

    def apart(one: Row) -> tuple[int, str]:
        other = one["date_start"] or one["date_end"]
        far = 1_000_000 if day is None or other is None else abs((other - day).days)
        return far, one["incident_id"]

    yield from map(line, sorted(found.values(), key=apart)[:NEAR])


def _ruling(row: Row) -> Ruling:
    return Ruling(
        id=row["judgement_id"], at=row["at"][:16].replace("T", " "), by=row["by"],
        ruling=row["ruling"], about=tuple(row["about"]), note=row["note"] or "",
        state=state_of(row), can_undo=row["undone_by"] is None and row["ruling"] != "undo",
    )  # fmt: skip


PAGE = Page(name="review", view=review, label="Review", live=True)
