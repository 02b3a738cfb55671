"""Reports: by date of publication, who published them, what they tell, who copies whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.show import wording
from dragoman.show.pages.common import Source, source
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.paging import Part, part
from dragoman.show.room import Room, Row

PER_PAGE = 100
"""Reports of one served page."""

MOST = 2000
"""Reports of the written page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A report in the list; `copies` counts its near-copies."""

    source: Source
    how_dated: str
    byline: str | None
    language: str | None
    words: int
    tellings: int
    copy_of: Source | None
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports(Shown):
    """The page; `independent` counts the reports that are no copies."""

    total: int
    independent: int
    undated: int
    rows: tuple[Listed, ...]
    part: Part


def reports(room: Room, ask: Ask) -> Reports:
    """The page's data; `page` in the query chooses."""
    total = room.counts()["reports"]
    shown = part(ask, total, served=PER_PAGE, written=MOST)
    copied = dict(
        room.select(
            "select copy_of, count(*) from reports where copy_of is not null group by copy_of"
        )
    )
    rows = room.reports(limit=shown.last - shown.first, offset=shown.first)
    return Reports(
        title="Reports",
        total=total,
        independent=total - sum(copied.values()),
        undated=room.value("select count(*) from reports where published is null"),
        rows=tuple(_listed(room, row, copied) for row in rows),
        part=shown,
    )


def _listed(room: Room, row: Row, copied: Mapping[str, int]) -> Listed:
    original = None if row["duplicate_of"] is None else room.report(row["duplicate_of"])
    return Listed(
        source=source(row),
        how_dated=wording.of(wording.HOW_DATED, row["published_from"] or ""),
        byline=row["byline"],
        language=row["lang"],
        words=row["words"],
        tellings=row["tellings"],
        copy_of=None if original is None else source(original),
        copies=copied.get(row["report_id"], 0),
    )


PAGE = Page(name="reports", view=reports, label="Reports")
