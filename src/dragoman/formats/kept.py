"""Which rows of the contract's tables go along when only a part of a record is exported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from dragoman.formats.chosen import Chosen
from dragoman.show.filters import Filters
from dragoman.store.rows import Row
from dragoman.store.snapshot import order

OF_THEMSELVES = ("relations", "offices")
"""Tables whose rows hang on no incident: filtered by party and days alone."""

KEYS = {
    "events": "event_id", "incidents": "incident_id", "conflicts": "conflict_id",
    "reports": "report_id", "rejections": "report_id", "presence": "incident_id",
}  # fmt: skip
"""By what the rows of the other tables belong to what was chosen."""


class Kept:
    """The rows of each table that belong to what was chosen.

    Without filters and without a top: all of them. Else the incidents chosen, their tellings, the
    reports that tell them, the disagreements that name one of them, the asylum cases that one of
    them is a step of, what was set aside of those reports, and the rulings on any of these.
    """

    def __init__(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.is_all = chosen.top is None and chosen.filters == Filters()

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, in the contract's order."""
        if table in OF_THEMSELVES and not self.is_all:
            yield from getattr(self.chosen, table)()
            return
        take = self._take(table)
        # Names come from schema.sql alone.
        for row in self.chosen.store.stream(f"select * from {table} {order(table)}"):
            if take(row):
                yield row

    def _take(self, table: str) -> Callable[[Row], bool]:
        if self.is_all:
            return _every
        if table == "judgements":
            return self._is_ruled_on
        if table == "asylum":
            told = self._ids["incident_id"]
            return lambda row: any(step["incident_id"] in told for step in row["steps"])
        column = KEYS[table]
        wanted = self._ids[column]
        return lambda row: row[column] in wanted

    def _is_ruled_on(self, row: Row) -> bool:
        said_of = {*(row["about"] or ()), *(row["events"] or ())}
        return any(not said_of.isdisjoint(ids) for ids in self._ids.values())

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {column: set() for column in KEYS.values()}
        for told in self.chosen.told():
            found["incident_id"].add(told.incident["incident_id"])
            found["event_id"].update(row["event_id"] for row in told.tellings)
            found["report_id"].update(told.reports)
            found["conflict_id"].update(row["conflict_id"] for row in told.conflicts)
        return found


def _every(row: Row) -> bool:
    return True
