"""The form that was chosen for an event, and the days it gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.model.event import When
from dragoman.resolve.times.grounding import ground
from dragoman.resolve.times.values import NONE, is_absolute


@dataclass(frozen=True, slots=True)
class Found:
    """A form (`values`) for an event, the words it rests on, and why."""

    form: str
    words: str | None
    why: str


def grounded(found: Found | None, published: dt.date | None) -> When:
    """The days of what was found in a report of that day; no days where nothing was.

    A date that the calendar does not have dates nothing, and no other is put in its place.
    """
    if found is None:
        return When(why="no time expression for it")
    days = ground(found.form, published)
    is_none = days is None and f"abs:{NONE}" in found.form
    return When(
        range=days,
        words=found.words,
        relative=None if is_absolute(found.form) else found.form,
        why="the calendar has no such day" if is_none else found.why,
    )
