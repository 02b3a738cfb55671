"""Who held which office, when, as the reports tell it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.dates import DAY
from dragoman.model.claim import Asserted, Tenure
from dragoman.model.event import IN_OFFICE, OfficeAssertion
from dragoman.model.report import Report


def tenures(offices: Iterable[OfficeAssertion], reports: Iterable[Report]) -> tuple[Tenure, ...]:
    """One row for each person, office and country, with every assertion behind it.

    `date_start` is the first day on which a report has the person in office, `date_end` the last
    such day once a report calls the person former; with only former assertions, `date_end` is the
    day before the first of them. Where no report calls them former `date_end` is None. Words with
    dates of their own give those: "president from 1990 to 2000", "since 2019", "took office in
    May", "until 2017", "resigned last week". Sorted by country, office, start.
    """
    published = {report.report_id: report.published for report in reports}
    groups: dict[tuple[str, str, str | None], list[OfficeAssertion]] = defaultdict(list)
    for office in offices:
        groups[office.party_id, office.office, office.country].append(office)
    rows = [_tenure(key, groups[key], published) for key in groups]
    return tuple(sorted(rows, key=_order))


def _order(row: Tenure) -> tuple[str, str, dt.date, str]:
    return row.country or "", row.office, row.date_start or dt.date.min, row.party_id


@dataclass(slots=True)
class _Told:
    """What the assertions of one row say: days in office, days on which it was over, ends."""

    held: list[tuple[dt.date, dt.date]]
    gone: list[dt.date]
    ends: list[dt.date]


def _tenure(
    key: tuple[str, str, str | None],
    told: Sequence[OfficeAssertion],
    published: Mapping[str, dt.date | None],
) -> Tenure:
    party_id, office, country = key
    days = _Told([], [], [])
    for one in told:
        _note(one, published.get(one.report_id), days)
    names = sorted({one.name for one in told}, key=lambda name: (-len(name), name))
    start, end = _bounds(days)
    return Tenure(
        party_id=party_id, name=names[0], office=office, country=country,
        date_start=start, date_end=end,
        asserted=tuple(sorted((_asserted(one, published) for one in told), key=_by_day)),
    )  # fmt: skip


def _note(office: OfficeAssertion, on: dt.date | None, days: _Told) -> None:
    range_ = office.at.range if office.at is not None else None
    if range_ is None:
        if on is not None and office.tense == "current":
            days.held.append((on, on))
        elif on is not None and office.tense == "former":
            days.gone.append(on)
        return
    first, last = range_.first, range_.last
    if first is not None and last is not None:
        days.held.append((first, last))
        days.ends.append(last)
    elif first is not None:
        is_held = office.at is not None and office.at.why == IN_OFFICE and on is not None
        days.held.append((first, max(first, on) if is_held and on is not None else first))
    elif last is not None:
        days.ends.append(last)


def _bounds(days: _Told) -> tuple[dt.date | None, dt.date | None]:
    """First and last day in office, as far as told."""
    start = min((first for first, _ in days.held), default=None)
    seen = max((last for _, last in days.held), default=None)
    ends = [end for end in days.ends if seen is None or end >= seen]
    if ends and (start is None or min(ends) >= start):
        return start, min(ends)
    if not days.gone:
        return start, None
    if start is None:
        return None, min(days.gone) - DAY
    return start, max((last for _, last in days.held if last < max(days.gone)), default=None)


def _day(office: OfficeAssertion, published: Mapping[str, dt.date | None]) -> dt.date | None:
    """The day an assertion speaks of: the report's, or the first day that its words give."""
    if office.at is not None and office.at.range is not None:
        return office.at.range.first or office.at.range.last
    return published.get(office.report_id)


def _by_day(asserted: Asserted) -> tuple[dt.date, str, str]:
    return asserted.date or dt.date.max, asserted.uri, asserted.quote


def _asserted(office: OfficeAssertion, published: Mapping[str, dt.date | None]) -> Asserted:
    return Asserted(
        report_id=office.report_id, uri=office.uri, date=_day(office, published),
        quote=office.quote, tense=office.tense,
    )  # fmt: skip
