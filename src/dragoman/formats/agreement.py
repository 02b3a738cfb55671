"""What a comparison comes to: figures for people, and a row for each thing matched or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.formats.comparison import (
    NO_PLACE,
    OTHER_PLACE,
    SAME_PAIR,
    SAME_PLACE,
    SAME_TYPE,
    SAME_WAY,
    SHOWN,
    Comparison,
    Match,
    km_apart,
    their_side,
)
from dragoman.formats.foreign import ForeignEvent, ForeignPlace, Read
from dragoman.formats.kinds import types_of
from dragoman.show.filters import Filters

Row = dict[str, Any]
KEYS = (
    "found", "incident_id", "file", "row", "event_id", "near", "date_start", "date_end",
    "their_date_start", "their_date_end", "days_apart", "event_type", "their_types", "same_type",
    "cameo", "their_cameo", "actors", "recipients", "their_actors", "their_recipients",
    "same_direction", "place", "their_place", "same_place", "km_apart", "summary", "source", "url",
)  # fmt: skip
"""The columns of a row; docs/cli.md tells each."""

BOTH, RECORD, FILE = "both", "record", "file"

LIMITS = (
    "The two follow different code books: what one counts as an event the other may leave out, "
    "split in two or call by another name. A row that only one side has is no proof of a mistake; "
    "read the rows before you judge either side."
)


def rows(done: Comparison, again: Iterable[Read], filters: Filters) -> Iterator[Row]:
    """A row for each incident, in the record's order, then one for each event only the file has.

    Args:
        done: the comparison.
        again: the same file, read once more from its start.
        filters: those of the comparison.
    """
    by_incident = {one.incident["incident_id"]: one for one in done.matches}
    for incident in done.ours:
        match = by_incident.get(incident["incident_id"])
        yield _row(incident, None if match is None else match.event, match)
    matched = done.matched
    for event in again:
        if isinstance(event, ForeignEvent) and (event.file, event.row) not in matched:
            side, _ = their_side(event, filters, done.index)
            if side is not None:
                yield {**_row(None, event, None), "near": done.near.get((event.file, event.row))}


def _row(incident: Row | None, event: ForeignEvent | None, match: Match | None) -> Row:
    ours: Row = incident or {}
    found = BOTH if match is not None else FILE if incident is None else RECORD
    out: Row = dict.fromkeys(KEYS)
    out |= {"found": found, **{name: ours.get(name) for name in SHOWN}}
    out |= {side: _lands(ours.get(side) or ()) for side in ("actors", "recipients")}
    if event is not None:
        out |= _theirs(event)
    if match is not None:
        kind, dyad, apart, where = match.cost
        out |= {
            "days_apart": apart, "same_type": kind == SAME_TYPE,
            "same_direction": None if dyad not in (SAME_WAY, SAME_PAIR) else dyad == SAME_WAY,
            "same_place": None if where == NO_PLACE else where == SAME_PLACE,
            "km_apart": _km(match),
        }  # fmt: skip
    return out


def _lands(parties: Iterable[Row]) -> list[str]:
    return sorted({party["country"] for party in parties if party["country"]})


def _theirs(event: ForeignEvent) -> Row:
    return {
        "file": event.file, "row": event.row, "event_id": event.event_id,
        "their_date_start": event.date_start, "their_date_end": event.date_end,
        "their_types": sorted(types_of(event)), "their_cameo": event.cameo,
        "their_actors": sorted({one.country for one in event.actors if one.country}),
        "their_recipients": sorted({one.country for one in event.recipients if one.country}),
        "their_place": _place(event.place), "source": event.source, "url": event.url,
    }  # fmt: skip


def _place(place: ForeignPlace | None) -> Row | None:
    if place is None:
        return None
    return {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}


def _km(match: Match) -> float | None:
    ours, theirs = match.incident["place"], match.event.place
    if ours is None or theirs is None:
        return None
    apart = km_apart((ours["lat"], ours["lon"]), (theirs.lat, theirs.lon))
    return None if apart is None else round(apart, 1)


def figures(done: Comparison) -> tuple[tuple[str, str, str], ...]:
    """The table: what is counted, for the record, and for the file."""
    both, ours, theirs = len(done.matches), len(done.ours), done.theirs
    return (
        ("compared", f"{ours:,}", f"{theirs:,}"),
        ("found by both", f"{both:,}", f"{both:,}"),
        ("found by this one only", f"{ours - both:,}", f"{theirs - both:,}"),
        ("  of these near a match of another row", "", f"{len(done.near):,}"),
        ("precision, the other taken for the truth", _share(both, ours), _share(both, theirs)),
        ("recall, the other taken for the truth", _share(both, theirs), _share(both, ours)),
    )


def differences(done: Comparison) -> tuple[tuple[str, str], ...]:
    """The second table: how those found by both differ."""
    count = len(done.matches)
    kinds, dyads, places = (Counter(one.cost[at] for one in done.matches) for at in (0, 1, 3))
    days = Counter(one.cost[2] for one in done.matches)
    lines = [(_apart(apart), days[apart]) for apart in sorted(days)]
    lines += [
        ("same type", kinds[SAME_TYPE]),
        ("other type of the same quad class", count - kinds[SAME_TYPE]),
        ("same countries, same direction", dyads[SAME_WAY]),
        ("same two countries, other direction", dyads[SAME_PAIR]),
        ("one country in common", count - dyads[SAME_WAY] - dyads[SAME_PAIR]),
        ("same place", places[SAME_PLACE]),
        ("other place", places[OTHER_PLACE]),
        ("place told by one or none", places[NO_PLACE]),
    ]
    return tuple((words, f"{number:,} ({_share(number, count)})") for words, number in lines)


def by_type(done: Comparison) -> tuple[tuple[str, str, str, str], ...]:
    """The third table: by PLOVER type, how many the record has, the file has, and both."""
    ours = Counter(row["event_type"] for row in done.ours)
    both = Counter(one.incident["event_type"] for one in done.matches)
    return tuple(
        (kind, f"{ours[kind]:,}", f"{done.types_theirs[kind]:,}", f"{both[kind]:,}")
        for kind in sorted(ours.keys() | done.types_theirs.keys())
    )


def left_out(done: Comparison) -> list[str]:
    """What was not compared, and why, in plain sentences."""
    out = []
    for whose, words in (("ours", "Incidents of the record"), ("theirs", "Rows of the file")):
        told = [
            f"{why.partition(': ')[2]} {count:,}"
            for why, count in sorted(done.left.items())
            if why.startswith(whose)
        ]
        if told:
            out.append(f"{words} not compared: {'; '.join(told)}.")
    return out


def _apart(days: int) -> str:
    return "same day" if days == 0 else f"{days} day{'' if days == 1 else 's'} apart"


def _share(part: int, whole: int) -> str:
    return "-" if whole == 0 else f"{100 * part / whole:.1f} %"
