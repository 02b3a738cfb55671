"""The form that was chosen for an event, and the days it gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.model.event import When
from dragoman.resolve.times.expressions import TimeExpression
from dragoman.resolve.times.grounding import ground
from dragoman.resolve.times.values import CHAIN, NONE, SPAN, is_absolute


@dataclass(frozen=True, slots=True)
class Found:
    """A form (`values`) for an event, the words it rests on, and why."""

    form: str
    words: str | None
    why: str


def distant(form: str, distance: TimeExpression, *, is_turned: bool = False) -> Found | None:
    """What lies so far from the days of `form`, "two days after"; None where that is no one time.

    `is_turned`: the form is of the event that lies after, so the distance leads back from it.
    """
    if SPAN in form or CHAIN in form:
        return None
    value = distance.value
    if is_turned:
        value = value.replace("+", "-") if "+" in value else value.replace("-", "+")
    return Found(f"{form}{CHAIN}{value}", distance.words, "so long before or after")


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
