"""About this record: what was read, what was set aside and why, which versions made it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show import wording
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room, decode

MOST = 500
"""Rows of one stage that the page lists."""

PUBLISHERS = 100
"""Publishers that the page lists, those with most reports first."""

MADE = {
    "dragoman": "program",
    "coder": "coder and its version",
    "knowledge": "digest of the knowledge files",
    "inputs": "digest of all readings and rulings",
}
"""Columns of `made` in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Something that was not used, and why."""

    what: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What one stage set aside: `count` rows, of which `rows` are the first."""

    stage: str
    name: str
    count: int
    rows: tuple[Aside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published reports: how many, how many of them near-copies, and what they tell.

    `name` is None for reports that do not say who published them.
    """

    name: str | None
    reports: int
    copies: int
    tellings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Shown):
    """The page.

    Attributes:
        counts: rows by table. made: what the tables were made from and with.
        made_words: what each of `made` is, in words.
        cite: how to refer to the record, in one sentence.
        publishers: those with most reports; publishers_in_all: how many there are.
        stages: what was set aside, gravest first.
    """

    counts: dict[str, int]
    made: dict[str, str]
    made_words: dict[str, str]
    cite: str
    publishers: tuple[Publisher, ...]
    publishers_in_all: int
    stages: tuple[Stage, ...]


def about(room: Room, ask: Ask) -> About:
    """The page's data."""
    found = dict(room.select("select stage, count(*) from rejections group by stage"))
    order = [*wording.STAGES, *sorted(found.keys() - wording.STAGES.keys())]
    made = {name: str(value) for name, value in room.made().items()}
    return About(
        title="About this record",
        counts=room.counts(),
        made=made,
        made_words={name: MADE.get(name, name) for name in made},
        cite=_cite(room, made),
        publishers=_publishers(room),
        publishers_in_all=int(room.value("select count(distinct publisher) from reports")),
        stages=tuple(_stage(room, stage, found[stage]) for stage in order if stage in found),
    )


def _publishers(room: Room) -> tuple[Publisher, ...]:
    query = (
        "select publisher, count(*), count(copy_of), sum(tellings) from reports"
        " group by publisher order by publisher is null, count(*) desc, publisher limit ?"
    )
    return tuple(
        Publisher(name=name, reports=reports, copies=copies, tellings=tellings)
        for name, reports, copies, tellings in room.select(query, PUBLISHERS)
    )


def _cite(room: Room, made: dict[str, str]) -> str:
    """A reference with all that another needs to make the same record, or to see that it is."""
    counts = room.counts()
    what = f"{wording.count(counts['reports'], 'report')}{_published(room)}"
    told = wording.count(counts["incidents"], "incident")
    named = ", ".join(f"{name} {value[:16]}" for name, value in made.items() if name != "dragoman")
    version = made.get("dragoman", "of an unknown version")
    return f"{room.title}: {told} from {what}. Made with dragoman {version}" + (
        f" ({named})." if named else "."
    )


def _published(room: Room) -> str:
    """The days between which the reports were published, where any is known."""
    query = "select row from reports where published is not null order by n {} limit 1"
    ends = [decode(str(row)) for way in ("", "desc") for (row,) in room.select(query.format(way))]
    if not ends:
        return ""
    days = [wording.at_precision(row["published"], row["published_precision"]) for row in ends]
    if days[0] == days[1]:
        return f", published {days[0]}"
    return f", published between {days[0]} and {days[1]}"


def _stage(room: Room, stage: str, count: int) -> Stage:
    return Stage(
        stage=stage,
        name=wording.of(wording.STAGES, stage),
        count=count,
        rows=tuple(
            Aside(what=row["uri"], reason=row["reason"], detail=row["detail"])
            for row in room.rejections(stage, limit=MOST)
        ),
    )


PAGE = Page(name="about", view=about, label="About")
