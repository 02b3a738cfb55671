"""What the tellings of one incident say together of its date.

One report says "on Monday", another tells the same act as news of the day, a third without any
date: the first dates it for all. What a report says itself is kept in `When.words`; what it does
not say is taken from the others only where it agrees with what it does say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.dates import DAY, DateRange
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
    return tuple(_sharpened(event, best[incident_of[event.event_id]]) for event in told)


def _best(group: Sequence[Event]) -> Event | None:
    """The telling whose date holds for all: the narrowest in words, if all in words agree."""
    explicit = [event for event in group if is_explicit(event)]
    if not explicit:
        return None
    best = min(explicit, key=lambda e: (_width(e.when.range), e.event_id))
    if any(_disagree(best.when.range, event.when.range) for event in explicit):
        return None
    return best


def _sharpened(event: Event, best: Event | None) -> Event:
    if best is None or best is event or event.status in _UNREAL:
        return event
    own, known = event.when.range, best.when.range
    if known is None or not _may_take(event, own, known):
        return event
    why = f"as {best.report} dates the same act"
    return replace(event, when=replace(event.when, range=known, why=why))


def _may_take(event: Event, own: DateRange | None, known: DateRange) -> bool:
    if own is None:
        return event.when.words is None
    if _width(own) <= _width(known) and is_explicit(event):
        return False
    if is_explicit(event) or own.since is None or own.until is None:
        return own.overlaps(known)
    reach = DateRange(since=own.since - _LATE_DAYS * DAY, until=own.until, precision="range")
    return reach.overlaps(known)


def _disagree(one: DateRange | None, other: DateRange | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _width(days: DateRange | None) -> int:
    if days is None or days.since is None or days.until is None:
        return 1_000_000
    return (days.until - days.since).days
