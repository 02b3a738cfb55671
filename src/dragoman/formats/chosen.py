"""What an export is made from: the rows of a record that were asked for, each with its company.

Nothing here holds a record in memory: incidents come in order of date, in batches, each with the
tellings, reports and disagreements that belong to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dragoman.show.filters import Filters
from dragoman.store.store import Store

Row = dict[str, Any]
BATCH = 2_000
"""Incidents fetched at a time: some 20 MB of rows."""

BY_DATE = "coalesce(date_start, date_end) asc nulls last, coalesce(date_end, date_start), "
BY_SOURCES = "independent_sources desc, reports desc, "


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An incident and what belongs to it.

    Attributes:
        incident: a row of `incidents`.
        tellings: its rows of `events`, in order of report and place in the text.
        reports: by report_id, the row of `reports` of every telling.
        conflicts: rows of `conflicts` that name the incident.
    """

    incident: Row
    tellings: tuple[Row, ...]
    reports: dict[str, Row]
    conflicts: tuple[Row, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The rows of a record that an export is to hold.

    Attributes:
        store: the record.
        filters: which incidents; one is taken when it, and one of its reports, are asked for.
        top: only so many incidents, those with most independent sources; None: all.
    """

    store: Store
    filters: Filters = field(default_factory=Filters)
    top: int | None = None

    def told(self) -> Iterator[Told]:
        """The incidents asked for, in order of date, those without a date last."""
        batch: list[Row] = []
        for row in self._incidents():
            batch.append(row)
            if len(batch) == BATCH:
                yield from self._accompanied(batch)
                batch = []
        yield from self._accompanied(batch)

    def reports(self) -> Iterator[Row]:
        """The rows of `reports` that tell of what was chosen, by publication day and name."""
        wanted = {report for told in self.told() for report in told.reports}
        order = "order by published asc nulls last, uri, report_id"
        for row in self.store.stream(f"select * from reports {order}"):
            if row["report_id"] in wanted:
                yield row

    def text(self, report_id: str) -> str:
        """The stored text of a report; quotes and their offsets are cut from it."""
        found: str = self.store.rows("texts", report_id=report_id)[0]["text"]
        return found

    def relations(self) -> list[Row]:
        """Spells of relations that the filters let through."""
        state = self.filters.state
        return [
            row
            for row in self.store.rows("relations")
            if (self.filters.party is None or state in row["pair"])
            and self.filters.take_days(row["date_start"], row["date_end"])
        ]

    def offices(self) -> list[Row]:
        """Tenures that the filters let through."""
        return [
            row
            for row in self.store.rows("offices")
            if self.filters.take_party(row)
            and self.filters.take_days(row["date_start"], row["date_end"])
        ]

    def _incidents(self) -> Iterator[Row]:
        if self.top is None:
            yield from self._taken(BY_DATE)
            return
        best: list[Row] = []
        for row in self._taken(BY_SOURCES + BY_DATE):
            if len(best) == self.top:
                break
            best.append(row)
        yield from sorted(best, key=_by_date)

    def _taken(self, order: str) -> Iterator[Row]:
        for row in self.store.stream(f"select * from incidents order by {order} incident_id"):
            if self.filters.take_telling(row):
                yield row

    def _accompanied(self, batch: list[Row]) -> Iterator[Told]:
        if not batch:
            return
        ids = [row["incident_id"] for row in batch]
        tellings = self._grouped(ids)
        names = sorted({one["report_id"] for rows in tellings.values() for one in rows})
        reports = {row["report_id"]: row for row in _among(self.store, "reports", names)}
        for row in batch:
            told = tellings[row["incident_id"]]
            if self._is_told(told):
                yield Told(
                    incident=row,
                    tellings=tuple(told),
                    reports={one["report_id"]: reports[one["report_id"]] for one in told},
                    conflicts=tuple(self._conflicts.get(row["incident_id"], ())),
                )

    def _grouped(self, ids: list[str]) -> defaultdict[str, list[Row]]:
        query = (
            "select * from events where list_contains(?, incident_id) "
            'order by report, "start", event_id'
        )
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.store.sql(query, (ids,)):
            found[row["incident_id"]].append(row)
        return found

    def _is_told(self, tellings: Iterable[Row]) -> bool:
        take = self.filters.take_report
        return self.filters.report is None or any(
            take(one["report_id"], one["report"]) for one in tellings
        )

    @cached_property
    def _conflicts(self) -> dict[str, list[Row]]:
        """Disagreements are few beside incidents: they are held whole."""
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.store.rows("conflicts"):
            for incident in row["incidents"]:
                found[incident].append(row)
        return dict(found)


def _among(store: Store, table: str, ids: list[str]) -> list[Row]:
    return store.sql(f"select * from {table} where list_contains(?, report_id)", (ids,))


def _by_date(row: Row) -> tuple[bool, Any, Any, str]:
    first = row["date_start"] or row["date_end"]
    return first is None, first, row["date_end"] or first, row["incident_id"]
