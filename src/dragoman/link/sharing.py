"""What the tellings of one incident say together of its date.

One report says "on Monday", another tells the same act as news of the day, a third without any
date: the first dates it for all. What a report says itself is kept in `When.words`; what it does
not say is taken from the others only where it agrees with what it does say.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.dates import DAY, DateRange, span
from dragoman.model.event import Event

_GUESSES = ("default:", "trail:-3:day")
"""Values that no words stand for: news of the day, "today" in a quotation."""
_LATE_DAYS = 7
"""A report tells as news of the day what may be up to a week old."""
_UNREAL = ("planned", "hypothetical")


def is_explicit(event: Event) -> bool:
    """Whether the report's own words date the event to a bounded range of days."""
    days, relative = event.when.range, event.when.relative
    if days is None or days.since is None or days.until is None:
        return False
    return relative is None or not relative.startswith(_GUESSES)


def told_ranges(events: Sequence[Event], found: Mapping[str, DateRange]) -> list[DateRange | None]:
    """The dates of an incident's tellings: those in words, where any has words, else all.

    `found` are days found elsewhere, by event id, for events that have none of their own.
    """
    explicit = [event.when.range for event in events if is_explicit(event)]
    return list(explicit) or [e.when.range or found.get(e.event_id) for e in events]


def share_dates(events: Iterable[Event], incident_of: Mapping[str, str]) -> tuple[Event, ...]:
    """`events`, in the same order, each dated as well as the tellings of its incident allow.

    An event keeps a date of its own that no other telling narrows; `When.why` says where a shared
    one comes from. Incidents whose tellings are dated differently share nothing.
    """
    told = tuple(events)
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in told:
        groups[incident_of[event.event_id]].append(event)
    best = {incident: _best(group) for incident, group in groups.items()}
    shared = [_sharpened(event, best[incident_of[event.event_id]]) for event in told]
    return tuple(_with_its_sentence(shared))


def _with_its_sentence(events: Sequence[Event]) -> Iterator[Event]:
    """Acts that one expression of one sentence dates are of one time: what narrows one narrows all.

    "Days after A broke with B, closing its embassy": when the break is known to the day, so is
    the closing.
    """
    known: dict[tuple[str, int, str], Event] = {}
    for event in events:
        key = _expression(event)
        if key is None or event.when.range is None or event.status in _UNREAL:
            continue
        if key not in known or _width(event.when.range) < _width(known[key].when.range):
            known[key] = event
    for event in events:
        best = known.get(_expression(event) or ("", -1, ""))
        own = event.when.range
        if best is None or own is None or _width(best.when.range) >= _width(own):
            yield event
        else:
            why = f"told with another act of the time, {best.when.why}"
            yield replace(event, when=replace(event.when, range=best.when.range, why=why))


def _expression(event: Event) -> tuple[str, int, str] | None:
    """The words that date an event, by report and sentence; None without any."""
    if event.when.words is None or event.when.relative is None:
        return None
    return event.report_id, event.sentence, event.when.relative


def _best(group: Sequence[Event]) -> Event | None:
    """The telling whose date holds for all, narrowed as far as the others allow; None: none does.

    The narrowest in words counts, if all in words agree; of a week or a month in words the first
    report that has it as news of the day tells which part.
    """
    explicit = [event for event in group if is_explicit(event)]
    if not explicit:
        return None
    best = min(explicit, key=lambda e: (_width(e.when.range), e.event_id))
    if any(_disagree(best.when.range, event.when.range) for event in explicit):
        return None
    guesses = [e for e in group if not is_explicit(e) and _meet(best, e) is not None]
    first = min(guesses, key=lambda e: (_since(e), e.event_id), default=None)
    met = None if first is None else _meet(best, first)
    if met is None or _width(met) >= _width(best.when.range):
        return best
    return replace(best, when=replace(best.when, range=met))


def _sharpened(event: Event, best: Event | None) -> Event:
    if best is None or event.status in _UNREAL:
        return event
    own, known = event.when.range, best.when.range
    if known is None or own == known or not _may_take(event, own, known):
        return event
    why = f"as {best.report} dates the same act"
    if event.event_id == best.event_id:
        why = f"{event.when.why}; first told as news then"
    return replace(event, when=replace(event.when, range=known, why=why))


def _may_take(event: Event, own: DateRange | None, known: DateRange) -> bool:
    if own is None:
        return event.when.words is None
    if own.since is None or own.until is None:
        return own.overlaps(known)
    if is_explicit(event):
        return _width(known) < _width(own) and own.overlaps(known)
    if own.overlaps(known) and _width(own) <= _width(known):
        return False
    reach = DateRange(since=own.since - _LATE_DAYS * DAY, until=own.until, precision="range")
    return reach.overlaps(known)


def _meet(one: Event, other: Event) -> DateRange | None:
    """The days that both tell of; None when a side is open or they share none."""
    left, right = one.when.range, other.when.range
    if left is None or right is None or not left.overlaps(right):
        return None
    if None in (left.since, left.until, right.since, right.until):
        return None
    for side, beside in ((left, right), (right, left)):
        if _lies_in(side, beside):
            return side
    first = max(d for d in (left.first, right.first) if d is not None)
    last = min(d for d in (left.last, right.last) if d is not None)
    return span(first, last)


def _lies_in(inner: DateRange, outer: DateRange) -> bool:
    if inner.since is None or inner.until is None or outer.since is None or outer.until is None:
        return False
    return outer.since <= inner.since and inner.until <= outer.until


def _since(event: Event) -> dt.date:
    days = event.when.range
    return dt.date.max if days is None or days.since is None else days.since


def _disagree(one: DateRange | None, other: DateRange | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _width(days: DateRange | None) -> float:
    return math.inf if days is None else days.width_days
