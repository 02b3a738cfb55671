"""What an undated report tells of its own day, before its acts are held against other reports'.

The offices that it names bound its days (`incumbents`); its words may leave one week of them
(`almanac`). A report that names no holder of an office shares the bounds of all that tell of the
same acts.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.knowledge.tables import Officeholder
from dragoman.link.almanac import Week, days_of_month, weekdays, weeks
from dragoman.link.incumbents import NEW_DAYS, Bounds, Incumbents
from dragoman.link.reckoning import Sign, floor_of, signs_of
from dragoman.model.event import Event, OfficeAssertion
from dragoman.model.report import Report
from dragoman.resolve.times import find


@dataclass(frozen=True, slots=True)
class Hint:
    """The days that a report leaves for its own, and the days that it names by themselves.

    `weekdays` from Monday 0, `doms` the days of a month told without it ("on the 25th"). `week` is
    None when its words leave no week, or several that do not meet; `signs` weigh single days;
    `floor` is a day of the past that it names, so that it is no older.
    """

    bounds: Bounds = field(default_factory=Bounds)
    week: Week | None = None
    floor: dt.date | None = None
    signs: tuple[Sign, ...] = ()
    weekdays: frozenset[int] = frozenset()
    doms: frozenset[int] = frozenset()

    @property
    def is_tight(self) -> bool:
        """Whether the bounds are so narrow that two meetings in them are most likely one."""
        return self.bounds.days is not None and self.bounds.days <= NEW_DAYS


class Hints:
    """The hints of the undated reports of a record."""

    def __init__(
        self,
        reports: Iterable[Report],
        offices: Iterable[OfficeAssertion],
        holders: Iterable[Officeholder],
    ) -> None:
        self._known = Incumbents(holders)
        self._reports = {report.report_id: report for report in reports}
        said: dict[str, list[OfficeAssertion]] = defaultdict(list)
        for one in offices:
            said[one.report_id].append(one)
        self._bounds = {
            report_id: self._known.bounds(said[report_id], report.text)
            for report_id, report in self._reports.items()
            if report.published is None
        }
        self.tight = frozenset(i for i, bounds in self._bounds.items() if Hint(bounds).is_tight)

    def of(self, report_id: str, events: Sequence[Event], neighbours: Iterable[str]) -> Hint:
        """The hint of one undated report.

        Args:
            report_id: the report.
            events: what it tells.
            neighbours: the reports that tell of the same acts.
        """
        text = self._reports[report_id].text
        own = self._bounds[report_id]
        bounds = own if own.days is not None else self._shared(own, neighbours)
        expressions = find(text)
        found = weeks(events, expressions, text, bounds, self._known)
        return Hint(
            bounds=own, week=_meeting(found), floor=floor_of(expressions, text),
            signs=tuple(signs_of(expressions, text)), weekdays=weekdays(expressions),
            doms=days_of_month(expressions, text),
        )  # fmt: skip

    def _shared(self, own: Bounds, neighbours: Iterable[str]) -> Bounds:
        """Bounds that hold every neighbour's; open where one of them is."""
        met = own
        hulls = [self._days_of(report_id) for report_id in sorted(set(neighbours))]
        firsts = [bounds.first for bounds in hulls if bounds.first is not None]
        lasts = [bounds.last for bounds in hulls if bounds.last is not None]
        if hulls and len(firsts) == len(lasts) == len(hulls):
            first = min(firsts) if own.first is None else own.first
            last = max(lasts) if own.last is None else own.last
            if first <= last:
                met = replace(own, first=first, last=last)
        return met

    def _days_of(self, report_id: str) -> Bounds:
        published = self._reports[report_id].published
        if published is not None:
            return Bounds(first=published, last=published)
        return self._bounds[report_id]


def neighbours(
    own: Mapping[str, Sequence[str]], same: Mapping[str, Sequence[str]], told: Mapping[str, Event]
) -> dict[str, tuple[str, ...]]:
    """For each report the others that may tell of one of its acts.

    Args:
        own: the ids of its events, by report id.
        same: for an event id those of the same act.
        told: the events by id.
    """
    return {
        report_id: tuple(sorted({told[i].report_id for one in ids for i in same.get(one, ())}))
        for report_id, ids in own.items()
    }


def _meeting(found: Sequence[Week]) -> Week | None:
    """The days that all weeks share; None when there are none."""
    if not found:
        return None
    first, last = max(week.first for week in found), min(week.last for week in found)
    return Week(first, last, found[0].why) if first <= last else None
