"""Who tells of an incident: one account for each independent source, the first that told it.

Copies, and reports that cite a publisher of the record, count as one with what they copy or cite:
the rule of `model.sources`, on rows.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.formats.chosen import Row, Told
from dragoman.model.sources import Sources, publisher_key
from dragoman.show import wording
from dragoman.show.visible import web_link
from dragoman.store.store import Store

QUOTED_WORDS = 40
"""Words of a quote that go into a page: enough to judge, few enough to quote."""
LATE = dt.date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one independent source says of an incident.

    Attributes:
        report: its row of `reports`: the first that tells it.
        telling: that report's row of `events`.
        reports: how many reports of this source tell it.
    """

    report: Row
    telling: Row
    reports: int


class Accounts:
    """Takes the tellings of incidents apart by their source."""

    def __init__(self, store: Store) -> None:
        self._sources = _sources(store)

    def of(self, told: Told) -> list[Account]:
        """The accounts of an incident, in order of publication, those without a day last."""
        groups: dict[str, list[Row]] = {}
        for telling in sorted(told.tellings, key=lambda one: _rank(told, one)):
            groups.setdefault(self._behind(telling), []).append(telling)
        return [
            Account(
                report=told.reports[tellings[0]["report_id"]],
                telling=tellings[0],
                reports=len({one["report_id"] for one in tellings}),
            )
            for tellings in groups.values()
        ]

    def _behind(self, telling: Row) -> str:
        for name in telling["attributed_to"]:
            cited = self._sources.of_publisher.get(publisher_key(name))
            if cited is not None:
                return cited
        return self._sources.of_report[telling["report_id"]]


def _sources(store: Store) -> Sources:
    of_report: dict[str, str] = {}
    of_publisher: dict[str, str] = {}
    query = (
        "select r.report_id, r.publisher, coalesce(o.report_id, r.report_id) as original, "
        "case when o.report_id is null then r.publisher else o.publisher end as behind "
        "from reports r left join reports o on o.report_id = r.duplicate_of order by r.report_id"
    )
    for row in store.stream(query):
        source = publisher_key(row["behind"] or "") or row["original"]
        of_report[row["report_id"]] = source
        own = publisher_key(row["publisher"] or "")
        if own:
            of_publisher.setdefault(own, source)
    return Sources(of_report=of_report, of_publisher=of_publisher)


def _rank(told: Told, telling: Row) -> tuple[bool, dt.date, str, int, str]:
    """Tellings of the incident's own status first: they say what its summary says."""
    report = told.reports[telling["report_id"]]
    differs = telling["status"] != told.incident["status"]
    published = report["published"] or LATE
    return differs, published, report["uri"], telling["start"], telling["event_id"]


def name(report: Row) -> str:
    """The publisher of a report; where it is unknown, the name of its file or its address."""
    found: str = report["publisher"] or report["uri"]
    return found


def day(report: Row) -> str:
    """When a report came out, as far as it is known; empty where it is not."""
    if report["published"] is None:
        return ""
    return wording.at_precision(report["published"], report["published_precision"])


def link(report: Row) -> str | None:
    """The address of a report on the web; None for a file."""
    return web_link(report["uri"])


def first_link(told: Told) -> str | None:
    """The address of the report that told of an incident first, of those on the web."""
    order = sorted(told.reports.values(), key=lambda row: (row["published"] or LATE, row["uri"]))
    return next(filter(None, map(link, order)), None)


def short(quote: str) -> str:
    """The quote; its first 40 words and "[…]" where it is longer."""
    words = quote.split()
    return quote if len(words) <= QUOTED_WORDS else f"{' '.join(words[:QUOTED_WORDS])} […]"


def revised(told: Told) -> dt.date | None:
    """The newest publication day among the reports of an incident; None where none is known.

    Where only the month or the year of a report is known, its first day stands. This is as near to
    "last changed" as a record comes that holds no clock: the same record gives the same day.
    """
    days = [row["published"] for row in told.reports.values() if row["published"] is not None]
    return max(days, default=None)
