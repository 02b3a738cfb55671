"""Undated acts told in one breath with a dated one: "broke off relations, closing its embassy".

The dated act's days stand for the undated one where one clause holds both, both are acts between
states, and the same states do them. Acts told one after another, or one as the reason of the
other, are not placed like this: between them there may be weeks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.dates import DateRange
from dragoman.diplomacy.acts import ActKind
from dragoman.link.merge import agreed_range
from dragoman.model.event import Event

CLEAR_DAYS = 40
"""A range wider than this, about a month, places nothing else."""


def in_one_breath(
    told: Sequence[Event], groups: Sequence[Sequence[int]], kinds: Mapping[str, ActKind]
) -> dict[str, DateRange]:
    """From the id of each undated telling that stands in a dated act's clause to that act's days.

    `groups` are the tellings that are one incident, by index: the days may come from any of them.
    """
    days: dict[str, DateRange] = {}
    for group in groups:
        range_ = agreed_range(told[i].when.range for i in group)
        if range_ is not None and _is_clear(range_):
            days.update((told[i].event_id, range_) for i in group)
    out: dict[str, DateRange] = {}
    for event, other in _together(told, kinds):
        range_ = days.get(other.event_id)
        if event.when.range is None and event.event_id not in days and range_ is not None:
            out.setdefault(event.event_id, range_)
    return out


def _is_clear(range_: DateRange) -> bool:
    since, until = range_.since, range_.until
    return since is not None and until is not None and (until - since).days <= CLEAR_DAYS


def _together(told: Sequence[Event], kinds: Mapping[str, ActKind]) -> Iterator[tuple[Event, Event]]:
    """Pairs of different acts between the same states, told in one clause of one report."""
    by_sentence: dict[tuple[str, int], list[Event]] = {}
    for event in told:
        kind = kinds.get(event.act)
        if kind is not None and kind.interstate and event.status == "actual":
            by_sentence.setdefault((event.report_id, event.sentence), []).append(event)
    for key in sorted(by_sentence):
        for event in by_sentence[key]:
            for other in by_sentence[key]:
                if event.act != other.act and _one_clause(event, other):
                    yield event, other


def _one_clause(event: Event, other: Event) -> bool:
    actors = {p.country for p in event.actors} & {p.country for p in other.actors}
    overlap = event.start < other.end and other.start < event.end
    return overlap and bool(actors - {None})
