"""About this record: what was read, what was set aside and why, which versions made it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show import wording
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room

MOST = 500
"""Rows of one stage that the page lists."""


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
class About(Shown):
    """The page."""

    counts: dict[str, int]
    made: dict[str, str]
    stages: tuple[Stage, ...]


def about(room: Room, ask: Ask) -> About:
    """The page's data."""
    found = dict(room.select("select stage, count(*) from rejections group by stage"))
    order = [*wording.STAGES, *sorted(found.keys() - wording.STAGES.keys())]
    return About(
        title="About this record",
        counts=room.counts(),
        made=room.made(),
        stages=tuple(_stage(room, stage, found[stage]) for stage in order if stage in found),
    )


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
