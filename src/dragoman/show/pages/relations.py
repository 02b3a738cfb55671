"""All pairs of states whose relations are told of: how each stands, and its band."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show import wording
from dragoman.show.band import Scale
from dragoman.show.draw.ranks import Lanes, lanes
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.pair import level_periods
from dragoman.show.room import Room, Row
from dragoman.show.spells import NARROW, WIDE, frame

MOST = 200
"""Pairs that the page lists."""

HEIGHT = 32
"""Of a band, in SVG units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """A pair: `key` leads to its page, `now` is its last spell in words, `says` all of them.

    The drawings are None where no act of the record changed their relations.
    """

    key: str
    name: str
    state: str
    now: str
    says: str
    changes: int
    cases: int
    wide: Lanes | None
    narrow: Lanes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations(Shown):
    """The page; `count` pairs, of which `pairs` are those with the most changes."""

    count: int
    pairs: tuple[PairLine, ...]


def relations(room: Room, ask: Ask) -> Relations:
    """The page's data."""
    keys = room.pairs()
    found = sorted(
        (_line(room, key, room.relations(key)) for key in keys),
        key=lambda line: (-line.changes, line.key),
    )
    return Relations(title="Relations of states", count=len(keys), pairs=tuple(found[:MOST]))


def _line(room: Room, key: str, spells: list[Row]) -> PairLine:
    name = " and ".join(room.names.get(code, code) for code in key.split("-"))
    cases = len(room.asylum(key))
    if not spells:
        return PairLine(
            key=key, name=name, state="unknown", now="no change of their relations is told",
            says="", changes=0, cases=cases, wide=None, narrow=None,
        )  # fmt: skip
    periods = level_periods(spells)
    begin, end = frame(spells)
    last = spells[-1]
    now = periods[-1].label
    if last["date_start"] is not None:
        now += f", since {wording.edge(last['date_start'], last['start_precision'])}"
    drawn = [
        lanes([("", periods, HEIGHT)], Scale(first=begin, last=end, width=width))
        for width in (WIDE, NARROW)
    ]
    return PairLine(
        key=key, name=name, state=periods[-1].state, now=now,
        says="; ".join(period.label for period in periods), changes=len(spells) - 1,
        cases=cases, wide=drawn[0], narrow=drawn[1],
    )  # fmt: skip


PAGE = Page(name="relations", view=relations, label="Relations")
