"""Two holders of a one-holder office on a day.

A change of office between the dates of two reports is no conflict. It is one when a report calls a
person president after another has called the same person a former one, or when two reports of
nearly the same day name two presidents and no report tells of a handover. An acting president
stands beside the one who is away; of two who both claim the office the parties disagree.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.dates import day
from dragoman.model.claim import Conflict
from dragoman.model.event import IN_OFFICE, Event, OfficeAssertion
from dragoman.model.words import fold
from dragoman.weigh.readings import Record, Side, conflict
from dragoman.weigh.timing import far_apart, is_narrow

SAME_TIME_DAYS = 10
"""Two holders told this close together are of one time, unless a handover is told."""
LATELY_DAYS = 30
BACK_DAYS = 400
"""A person called former so long before may hold the office again."""
ACTING = re.compile(r"\bacting\b", re.IGNORECASE)
SHARED = re.compile(r"\bco-|\b(?:both|two|joint) \w+s\b", re.IGNORECASE)
"""Words for an office that more than one holds: co-presidents, "both presidents"."""
CLAIMED = re.compile(
    r"\bself-(?:proclaimed|declared|styled|appointed)\b|\b(?:rival|parallel|breakaway|disputed)\b"
    r"|\bdeclared (?:him|her)self\b|\brecogni[sz]ed as\b",
    re.IGNORECASE,
)
"""Words for a holder whom not all accept: the parties are at odds then, and not the reports."""
FALLS = frozenset({"remove_from_office", "resign", "arrest", "charge", "convict"})
TAKES_OFFICE = frozenset({"appoint", "elect", "resign", "remove_from_office"})


@dataclass(frozen=True, slots=True)
class _Holding:
    """An assertion with the day it speaks of."""

    office: OfficeAssertion
    on: dt.date


def holders(record: Record) -> Iterator[Conflict]:
    """Conflicts over who holds an office, one for each office and time."""
    days = report_days(record)
    groups: dict[tuple[str, str], list[_Holding]] = defaultdict(list)
    for office in record.offices:
        row = record.knowledge.offices.get(office.office)
        on = _day(office, days)
        if row is None or not row.one_holder or office.country is None or on is None:
            continue
        groups[office.office, office.country].append(_Holding(office, on))
    for key in sorted(groups):
        yield from _of_office(record, key, groups[key])


def report_days(record: Record) -> dict[str, dt.date]:
    """The day each report speaks from: published, else the last day of what it tells.

    That day may be known only from other reports of the same incident.
    """
    ranges = {
        incident.incident_id: incident.range
        for incident in record.incidents
        if is_narrow(incident.range)
    }
    latest: dict[str, dt.date] = {}
    for event in record.events.values():
        range_ = ranges.get(record.incident_of[event.event_id])
        if event.status == "actual" and range_ is not None and range_.last is not None:
            latest[event.report_id] = max(range_.last, latest.get(event.report_id, range_.last))
    for report in record.reports.values():
        if report.published is not None:
            latest[report.report_id] = report.published
    return latest


def _day(office: OfficeAssertion, days: Mapping[str, dt.date]) -> dt.date | None:
    """The day the words speak of: their own date, else the report's."""
    if office.at is not None and office.at.range is not None:
        if office.at.why == IN_OFFICE and office.report_id in days:
            return days[office.report_id]
        return office.at.range.last or office.at.range.first
    return days.get(office.report_id)


def _of_office(
    record: Record, key: tuple[str, str], told: Sequence[_Holding]
) -> Iterator[Conflict]:
    current = [h for h in _of_their_time(told) if not _has_fallen(record, h)]
    for person in sorted({h.office.party_id for h in current}):
        mine = [h for h in current if h.office.party_id == person]
        others = [*current, *(h for h in told if h.office.tense == "former")]
        against = [
            (h, other) for h in mine for other in others if _contradicts(record, h, other, told)
        ]
        if not against:
            continue
        wrong = list({id(h): h for h, _ in against}.values())
        dated = [h for h in current if _is_dated(record, h)]
        rest = _gather(list({id(o): o for _, o in against}.values()), wrong, dated)
        if all(o.office.party_id == person for o in rest):
            continue  # nobody else is named: a former title kept out of courtesy or habit
        if person > min(h.office.party_id for h in rest if h.office.party_id) and all(
            o.office.tense == "current" for o in rest
        ):
            continue  # the same two current holders are met from the other side
        yield _conflict(record, key, wrong, rest)


def _of_their_time(told: Sequence[_Holding]) -> list[_Holding]:
    """Current holders, without those whom the same report names beside the one it mostly names.

    "President Ruiz", told of a president's acts years ago, stands in many a report that has
    another president today.
    """
    current = [h for h in told if h.office.tense == "current"]
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for holding in current:
        named[holding.office.report_id][holding.office.party_id] += 1
    return [
        holding
        for holding in current
        if all(
            count < named[holding.office.report_id][holding.office.party_id]
            for person, count in named[holding.office.report_id].items()
            if person != holding.office.party_id
        )
    ]


def _has_fallen(record: Record, holding: _Holding) -> bool:
    """Whether the same report tells how the holder fell: the title is then that of the time."""
    office = holding.office
    return any(
        event.act in FALLS and event.status == "actual" and office.party_id in _persons(event)
        for event in record.told_in.get(office.report_id, ())
    )


def _persons(event: Event) -> set[str]:
    """Whom something was done to, and who resigned."""
    named = {p.party_id for p in event.recipients} | {o.party.party_id for o in event.others}
    return named | ({p.party_id for p in event.actors} if event.act == "resign" else set())


def _contradicts(
    record: Record, holding: _Holding, other: _Holding, told: Sequence[_Holding]
) -> bool:
    """Whether `other` cannot hold beside `holding`, which says who is in office.

    `told`: all that is told of the office.
    """
    mine, theirs = holding.office, other.office
    if mine.report_id == theirs.report_id:
        return False
    apart = (holding.on - other.on).days
    if mine.party_id == theirs.party_id:
        dated = theirs.at is not None and theirs.at.range is not None
        return theirs.tense == "former" and not dated and apart + 1 >= 0 and apart <= BACK_DAYS
    if theirs.tense != "current" or abs(apart) > SAME_TIME_DAYS:
        return False
    if _stands_in(mine) != _stands_in(theirs) or SHARED.search(mine.quote + theirs.quote):
        return False
    sides = (holding, other)
    if not all(_is_dated(record, h) for h in sides):
        return False
    if not all(_acts_now(record, h) or _is_borne_out(h, told) for h in sides):
        return False
    return not _same_name(mine.name, theirs.name) and not _handover(record, holding, other)


def _stands_in(office: OfficeAssertion) -> bool:
    """Whether the words call the holder acting: someone else may hold the office and be away."""
    return ACTING.search(office.quote) is not None


def _is_dated(record: Record, holding: _Holding) -> bool:
    """Whether the day is stated or published, not merely the last day that a report tells of."""
    office = holding.office
    if office.at is not None and office.at.range is not None:
        return True
    report = record.reports.get(office.report_id)
    return report is not None and report.published is not None


def _acts_now(record: Record, holding: _Holding) -> bool:
    """Whether the report tells of something that the holder did, or met with, of late.

    "President Ruiz" alone may be of any time.
    """
    office = holding.office
    return any(
        office.party_id in _persons(event) | {p.party_id for p in event.actors}
        and is_narrow(event.when.range)
        and not far_apart(event.when.range, day(holding.on), LATELY_DAYS)
        for event in record.told_in.get(office.report_id, ())
    )


def _is_borne_out(holding: _Holding, told: Sequence[_Holding]) -> bool:
    """Whether another report of that time has the same person in the office today."""
    return any(
        other.office.tense == "current"
        and other.office.party_id == holding.office.party_id
        and other.office.report_id != holding.office.report_id
        and abs((other.on - holding.on).days) <= SAME_TIME_DAYS
        for other in told
    )


def _same_name(left: str, right: str) -> bool:
    """Whether the names share their last word: one may be the other, not joined."""
    return fold(left).split()[-1:] == fold(right).split()[-1:]


def _handover(record: Record, left: _Holding, right: _Holding) -> bool:
    """Whether any report tells that one of the two took or left office about then."""
    persons = {left.office.party_id, right.office.party_id}
    first, last = sorted((left.on, right.on))
    for event in (e for act in sorted(TAKES_OFFICE) for e in record.told_of.get(act, ())):
        named = {p.party_id for p in (*event.actors, *event.recipients)}
        named |= {o.party.party_id for o in event.others}
        range_ = event.when.range
        if not named & persons:
            continue
        # Without a date of its own a handover is news of its report's day.
        report = record.reports.get(event.report_id)
        published = report.published if report is not None else None
        on = range_.since if range_ is not None and range_.since is not None else published
        margin = dt.timedelta(days=SAME_TIME_DAYS)
        if on is not None and first - margin <= on <= last + margin:
            return True
    return False


def _gather(
    rest: Sequence[_Holding], wrong: Sequence[_Holding], told: Sequence[_Holding]
) -> list[_Holding]:
    """The other side whole: also who its reports, and others of that time, have in office."""
    persons = {h.office.party_id for h in wrong}
    reports = {h.office.report_id for h in rest}
    extra = [
        h
        for h in told
        if h.office.party_id not in persons
        and h.office.tense == "current"
        and (
            h.office.report_id in reports
            or any(abs((h.on - w.on).days) <= SAME_TIME_DAYS for w in wrong)
        )
        and h.office.report_id not in {w.office.report_id for w in wrong}
    ]
    return list({id(h): h for h in (*rest, *extra)}.values())


def _conflict(
    record: Record, key: tuple[str, str], wrong: Sequence[_Holding], rest: Sequence[_Holding]
) -> Conflict:
    office, country = key
    name = wrong[0].office.name
    others = [h.office.name for h in rest if h.office.party_id != wrong[0].office.party_id]
    value = others[0] if others else f"no longer {name}"
    state = record.knowledge.states.get(country)
    when = max(h.on for h in wrong)
    claimed = any(CLAIMED.search(h.office.quote) for h in (*wrong, *rest))
    return conflict(
        "office",
        f"Who is {office} of {state.name if state is not None else country} ({when:%B %Y})?",
        [
            Side(value=name, passages=tuple(record.said(h.office) for h in wrong)),
            Side(value=value, passages=tuple(record.said(h.office) for h in rest)),
        ],
        between="parties" if claimed else "reports",
    )
