"""The relations of each pair of states, in words and as bands."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dragoman.show import band, wording
from dragoman.show.page import Dyad, Quote, SpellLine

Row = Mapping[str, Any]
Cite = Callable[[Sequence[str], str], Quote]

WIDE, NARROW = 960, 320
"""Widths of the two drawings in SVG units: a desk and a phone."""

MARGIN_SHARE = 12
"""The frame reaches past the first and the last date by one part in so many of the whole."""

LEAST_MARGIN_DAYS = 20


def dyads(
    spells: Sequence[Row],
    incidents: Sequence[Row],
    *,
    told: Mapping[str, tuple[str, str]],
    names: Mapping[str, str],
    cite: Cite,
) -> tuple[Dyad, ...]:
    """One `Dyad` for each pair that has spells, those with the most changes first.

    Args:
        spells: rows of relations.
        incidents: rows of incidents; the last dated one ends the frame, as relations may have
            stayed as they were since long before.
        told: anchor and sentence by incident_id.
        names: words for states by ISO 3166 alpha-3.
        cite: the quote with its report, for the incidents of a spell and words told of them.
    """
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in spells:
        pairs[row["pair"][0], row["pair"][1]].append(row)
    last = max(
        (row["date_end"] for row in incidents if row["date_end"] and row["status"] == "actual"),
        default=None,
    )
    order = sorted(pairs, key=lambda pair: (-len(pairs[pair]), pair))
    return tuple(
        _dyad(pair, pairs[pair], last, told=told, names=names, cite=cite) for pair in order
    )


def _dyad(
    pair: tuple[str, str],
    rows: list[Row],
    last: dt.date | None,
    *,
    told: Mapping[str, tuple[str, str]],
    names: Mapping[str, str],
    cite: Cite,
) -> Dyad:
    rows = sorted(rows, key=lambda row: row["date_start"] or dt.date.min)
    periods = [
        band.Period(
            since=row["date_start"],
            until=row["date_end"],
            state=row["state"] if row["state"] in wording.STATES else "unknown",
            label=wording.of(wording.STATES, row["state"]),
        )
        for row in rows
    ]
    name = " and ".join(names.get(code, code) for code in pair)
    first, end = frame(rows, last)
    lines = tuple(
        SpellLine(
            state=period.state,
            label=period.label,
            when=_when(row),
            quotes=tuple(cite(row["since"], words) for words in dict.fromkeys(row["quotes"])),
            because=tuple(told[key] for key in row["since"] if key in told),
        )
        for row, period in zip(rows, periods, strict=True)
    )
    return Dyad(
        name=name,
        key="-".join(pair),
        now=f"{periods[-1].label}, {lines[-1].when}",
        says="; ".join(f"{line.label} {line.when}" for line in lines) + ".",
        wide=band.draw(periods, band.Scale(first=first, last=end, width=WIDE)),
        narrow=band.draw(periods, band.Scale(first=first, last=end, width=NARROW)),
        spells=lines,
    )


def _when(row: Row) -> str:
    first, last = row["date_start"], row["date_end"]
    begun = None if first is None else wording.edge(first, row.get("start_precision"))
    ended = None if last is None else wording.edge(last, row.get("end_precision"))
    if begun is None:
        return "all the time" if ended is None else f"until {ended}"
    return f"since {begun}" if ended is None else f"from {begun} to {ended}"


def frame(rows: Sequence[Row], last: dt.date | None) -> tuple[dt.date, dt.date]:
    """The days to draw: from before the first change to after the last, with a margin."""
    changes = [row["date_start"] for row in rows if row["date_start"] is not None]
    ends = [row["date_end"] for row in rows if row["date_end"] is not None]
    known = [*changes, *ends, *([] if last is None else [last])]
    if not known:
        known = [dt.date(2000, 1, 1)]
    first, end = min(changes or known), max(known)
    margin = dt.timedelta(days=max((end - first).days // MARGIN_SHARE, LEAST_MARGIN_DAYS))
    floor, ceiling = dt.date.min + margin, dt.date.max - margin
    return max(first, floor) - margin, min(end, ceiling) + margin
