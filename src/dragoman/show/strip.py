"""The relations of two states as lines of text: a band for the terminal, wide or narrow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.show import wording
from dragoman.show.band import frame

Row = Mapping[str, Any]

LEAST, MOST = 20, 120
"""Columns of the narrowest band that still tells something, and of the widest."""
BESIDE = 56
"""Columns of a terminal from which on the name of a band stands beside it, not above."""

_GLYPHS = {"full": "█", "recalled": "▓", "charge": "▒", "severed": "×", "unknown": "·"}
_ASCII = {"full": "#", "recalled": "=", "charge": "-", "severed": "x", "unknown": "."}
_STATE_OF = {"ambassador": "full", "absent": "recalled", "charge": "charge", "none": "severed",
             "unknown": "unknown"}  # fmt: skip
_SHORT = {"full": "full relations, an ambassador", "recalled": "ambassador away",
          "charge": "chargé d'affaires", "severed": "severed, no mission",
          "unknown": "not told"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Run:
    """Days, both inclusive, of one state; None: open."""

    since: dt.date | None
    until: dt.date | None
    state: str


def strips(
    spells: Sequence[Row], names: Mapping[str, str], *, width: int, ascii_only: bool = False
) -> list[str]:
    """The lines of a band: the level, both directions, an axis of years, and what the signs mean.

    Args:
        spells: rows of relations of one pair, in order of time.
        names: words for states by ISO 3166 alpha-3.
        width: columns of the terminal.
        ascii_only: without signs that an old terminal cannot show.
    """
    first, second = (names.get(code, code) for code in spells[0]["pair"])
    begin, end = frame(spells)
    tracks = [
        ("relations", [_Run(s["date_start"], s["date_end"], s["state"]) for s in spells]),
        (f"{first} in {second}", _ranks(spells, 0)),
        (f"{second} in {first}", _ranks(spells, 1)),
    ]
    longest = max(len(name) for name, _ in tracks)
    beside = width >= BESIDE and longest * 2 < width
    room = min(max(width - (longest + 1 if beside else 0), LEAST), MOST)
    glyphs = _ASCII if ascii_only else _GLYPHS
    scale = _Scale(begin, end, room)
    lines: list[str] = []
    for name, runs in tracks:
        drawn = "".join(glyphs[state] for state in _cells(runs, scale))
        lines += [f"{name:<{longest}} {drawn}"] if beside else [name, drawn]
    margin = " " * (longest + 1) if beside else ""
    lines.append(margin + _axis(scale))
    used = dict.fromkeys(run.state for _, runs in tracks for run in runs)
    signs = [f"{glyphs[state]} {_SHORT[state]}" for state in _SHORT if state in used]
    if ascii_only:
        signs = [one.replace("é", "e") for one in signs]
    return [*lines, *_filled(signs, width)]


@dataclass(frozen=True, slots=True)
class _Scale:
    begin: dt.date
    end: dt.date
    room: int

    def column(self, day: dt.date) -> int:
        """The column in which `day` lies, kept within the band."""
        days = (self.end - self.begin).days + 1
        return min(max((day - self.begin).days, 0) * self.room // days, self.room - 1)


def _ranks(spells: Sequence[Row], at: int) -> list[_Run]:
    """One side's ranks over all spells."""
    return [
        _Run(side["date_start"], side["date_end"], _STATE_OF[side["ranks"][at]])
        for spell in spells
        for side in spell["sides"] or ()
    ]


def _cells(runs: Sequence[_Run], scale: _Scale) -> list[str]:
    """A state for each column; a run of a few days keeps one, so that it can be seen."""
    cells = ["unknown"] * scale.room
    short: list[tuple[int, str]] = []
    for run in runs:
        if (run.since or scale.begin) > scale.end or (run.until or scale.end) < scale.begin:
            continue
        start = 0 if run.since is None else scale.column(run.since)
        end = scale.room - 1 if run.until is None else scale.column(run.until)
        cells[start : end + 1] = [run.state] * (end - start + 1)
        if start == end:
            short.append((start, run.state))
    # What comes after a short run begins in its column: the longer can spare it.
    for at, state in short:
        cells[at] = state
    return cells


def _axis(scale: _Scale) -> str:
    """The years under the columns in which they begin, as many as fit."""
    line = [" "] * scale.room
    free = 0
    marks = [(scale.begin, scale.begin.strftime("%Y-%m"))]
    marks += [(dt.date(y, 1, 1), str(y)) for y in range(scale.begin.year + 1, scale.end.year + 1)]
    for day, label in marks:
        at = scale.column(day)
        if at >= free and at + len(label) <= scale.room:
            line[at : at + len(label)] = label
            free = at + len(label) + 2
    return "".join(line).rstrip()


def _filled(parts: Sequence[str], width: int) -> list[str]:
    """The parts side by side, on as many lines as they need."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}   {part}" if lines[-1] else part
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def changes(spells: Sequence[Row], find: Callable[[str], Row | None]) -> list[str]:
    """One line for each spell: from when, how relations stood, because of what."""
    lines = []
    for spell in spells:
        start = spell["date_start"]
        when = "before" if start is None else wording.edge(start, spell["start_precision"])
        told = [row for key in spell["since"] if (row := find(key)) is not None]
        reasons = " ".join(row["summary"] for row in told) or "as what was told later presupposes"
        if spell["state"] == "unknown":
            reasons = "no report tells"
        lines.append(f"{when}: {wording.of(wording.STATES, spell['state'])} ({reasons})")
    return lines
