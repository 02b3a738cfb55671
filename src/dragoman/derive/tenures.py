"""Who held which office, when, as the reports tell it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.dates import DAY
from dragoman.model.claim import Asserted, Tenure
from dragoman.model.event import OfficeAssertion
from dragoman.model.report import Report


def tenures(offices: Iterable[OfficeAssertion], reports: Iterable[Report]) -> tuple[Tenure, ...]:
    """One row for each person, office and country, with every assertion behind it.

    `date_start` is the first day on which a report has the person in office, `date_end` the last
    such day once a report calls the person former; with only former assertions, `date_end` is the
    day before the first of them. Where no report calls them former `date_end` is None. Words with
    dates of their own ("president from 1990 to 2000") give those. Sorted by country, office, start.
    """
    published = {report.report_id: report.published for report in reports}
    groups: dict[tuple[str, str, str | None], list[OfficeAssertion]] = defaultdict(list)
    for office in offices:
        groups[office.party_id, office.office, office.country].append(office)
    rows = [_tenure(key, groups[key], published) for key in groups]
    return tuple(sorted(rows, key=_order))


def _order(row: Tenure) -> tuple[str, str, dt.date, str]:
    return row.country or "", row.office, row.date_start or dt.date.min, row.party_id


def _tenure(
    key: tuple[str, str, str | None],
    told: Sequence[OfficeAssertion],
    published: Mapping[str, dt.date | None],
) -> Tenure:
    party_id, office, country = key
    held: list[tuple[dt.date, dt.date]] = []
    gone: list[dt.date] = []
    for one in told:
        days = _days(one, published)
        if days is not None and one.tense == "current":
            held.append(days)
        elif days is not None and one.tense == "former":
            gone.append(days[0])
    names = sorted({one.name for one in told}, key=lambda name: (-len(name), name))
    start, end = _bounds(held, gone)
    return Tenure(
        party_id=party_id, name=names[0], office=office, country=country,
        date_start=start, date_end=end,
        asserted=tuple(sorted((_asserted(one, published) for one in told), key=_by_day)),
    )  # fmt: skip


def _bounds(
    held: Sequence[tuple[dt.date, dt.date]], gone: Sequence[dt.date]
) -> tuple[dt.date | None, dt.date | None]:
    """First and last day in office, as far as told."""
    if not held:
        return None, (min(gone) - DAY if gone else None)
    start = min(first for first, _ in held)
    ranged = [last for first, last in held if last > first]
    if not gone and not ranged:
        return start, None
    before = [last for _, last in held if not gone or last < max(gone)]
    return start, max(before, default=None)


def _days(
    office: OfficeAssertion, published: Mapping[str, dt.date | None]
) -> tuple[dt.date, dt.date] | None:
    """First and last day that an assertion speaks of; the report's day where it names none."""
    if office.at is not None and office.at.range is not None:
        first, last = office.at.range.first, office.at.range.last
        known = [on for on in (first, last) if on is not None]
        return (known[0], known[-1]) if known else None
    on = published.get(office.report_id)
    return None if on is None else (on, on)


def _by_day(asserted: Asserted) -> tuple[dt.date, str, str]:
    return asserted.date or dt.date.max, asserted.uri, asserted.quote


def _asserted(office: OfficeAssertion, published: Mapping[str, dt.date | None]) -> Asserted:
    days = _days(office, published)
    return Asserted(
        report_id=office.report_id, uri=office.uri, date=None if days is None else days[0],
        quote=office.quote, tense=office.tense,
    )  # fmt: skip
