"""When an undated report was published: from what it tells against the rest of the record.

A report that tells of an act "on Monday" was published within a week of that Monday; where another
report dates the same act, the Monday is known. Each such act allows a range of days; the ranges of
all acts must meet. Reports dated so may date others, so the search runs until nothing new is found.
A report whose acts allow no single day, month or year stays undated: no date is better than a
wrong one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from dragoman import dates
from dragoman.dates import DAY, DateRange
from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import Officeholder
from dragoman.link.clues import Clue, Dated, at_large, bounded, is_borne_out, meet, settle
from dragoman.link.hints import Hint, Hints, neighbours
from dragoman.link.reckoning import Sign, of_weekdays, within
from dragoman.model.event import Event, OfficeAssertion, Party
from dragoman.model.report import Report
from dragoman.resolve.times import ground

_TALK = frozenset({"01", "02", "03", "04", "05", "09", "10", "11", "12", "13"})
"""CAMEO roots of words and meetings: a dyad has too many alike to know one by its parties."""
_BACK_DAYS, _AHEAD_DAYS = 40, 800
"""How far from an act its reports are looked for: "next month" and "last year" at most."""
_LONGEST_DAYS = 366
_SLACK_DAYS = 3
"""How long before "news of the day" an act told without a date may lie."""
_NEWS_DAYS = 35
"""An act told without a date dates others only from a report whose own day is known to a month."""
_NEWS_SHARE = 0.8
"""How often an act told without a date is news of the days on which others tell it."""
_TIERS = (0.8, 0.7)
"""Shares of weight: a report that reaches one is dated before those that do not."""
_RECENT = "default:recent"
_DEFAULTS = ("headline of a report of that day", "lead of a report of that day")


def date_reports(
    reports: Sequence[Report],
    events: Sequence[Event],
    *,
    kinds: Mapping[str, ActKind] | None = None,
    offices: Iterable[OfficeAssertion] = (),
    holders: Iterable[Officeholder] = (),
) -> dict[str, Dated]:
    """The dates of the undated among `reports`, by report id; without those that nothing dates.

    Args:
        reports: the reports of a record, dated and undated.
        events: what they tell, with dates as far as each report alone gives them.
        kinds: the acts, for those that may tell of one happening in other words (`kin`).
        offices: the offices that the reports give to persons.
        holders: known tenures, which bound the days of the reports that name those in office.
    """
    undated = {r.report_id for r in reports if r.published is None}
    names = {r.report_id: r.uri for r in reports}
    told: dict[str, Event] = {e.event_id: e for e in events if e.status in ("actual", "claimed")}
    own: dict[str, list[str]] = {report_id: [] for report_id in sorted(undated)}
    for event in told.values():
        if event.report_id in own:
            own[event.report_id].append(event.event_id)
    source = Hints(reports, offices, holders if undated else ())
    same = _same_acts(told.values(), undated, kinds or {}, source.tight)
    near = neighbours(own, same, told)
    hints = {i: source.of(i, [told[e] for e in ids], near[i]) for i, ids in own.items()}
    found: dict[str, Dated] = {}
    latest: dict[str, Dated | None] = {}
    stale = set(own)
    while True:
        for report_id in stale:
            tellings = [told[i] for i in own[report_id]]
            latest[report_id] = _date(tellings, same, told, names, hints[report_id])
        new = {
            report_id: dated
            for report_id, dated in latest.items()
            if dated is not None
            if report_id not in found or found[report_id].precision != "day"
            if _is_narrower(dated, found.get(report_id))
        }
        if not new:
            break
        # The surest first: what the others leave open, these may tell.
        surest = max(dated.share for dated in new.values())
        least = next((tier for tier in _TIERS if tier <= surest), 0.0)
        new = {i: dated for i, dated in new.items() if dated.share >= least}
        found.update(new)
        # Only what tells of an act that was just dated can tell more than before.
        stale = {i for i in own if i in new or not new.keys().isdisjoint(near[i])}
        for report_id, dated in new.items():
            for event_id in own[report_id]:
                told[event_id] = _redate_within(told[event_id], dated)
    return dict(sorted(found.items()))


def _is_narrower(new: Dated, old: Dated | None) -> bool:
    """Whether a report is newly dated, or to fewer days of those that remained."""
    if old is None:
        return True
    lies_within = old.first <= new.first and new.last <= old.last
    return lies_within and new.last - new.first < old.last - old.first


def _redate_within(event: Event, dated: Dated) -> Event:
    """`event` with its time grounded on the days that remain for its report."""
    relative = event.when.relative
    if dated.precision == "day" or relative is None:
        return redate(event, dated.published, dated.precision)
    first, last = ground(relative, dated.first), ground(relative, dated.last)
    if first is None or last is None:
        return event
    return replace(event, when=replace(event.when, range=_hull(first, last)))


def redate(event: Event, published: dt.date | None, precision: str | None) -> Event:
    """`event` with its time put on the calendar, now that its report's date is known.

    Args:
        event: a telling; one without `When.relative` comes back as it is.
        published: the report's day, or the first of its month or year; None: unknown still.
        precision: "day", "month" or "year": how exactly `published` is known; None: to the day.
    """
    relative = event.when.relative
    if relative is None or published is None:
        return event
    first = last = ground(relative, published)
    if precision in ("month", "year"):
        last = ground(relative, _last_day(published, precision))
    if first is None or last is None:
        return event
    days = _hull(first, last)
    if relative == _RECENT and first != last:
        # News of a day within a month is news of that month: the eve of its first day is noise.
        whole = (published.year, published.month)
        days = dates.month(*whole) if precision == "month" else dates.year(published.year)
    return replace(event, when=replace(event.when, range=days))


def _last_day(published: dt.date, precision: str) -> dt.date:
    if precision == "month":
        last = dates.month(published.year, published.month).last
    else:
        last = dates.year(published.year).last
    return published if last is None else last


def _hull(first: DateRange, last: DateRange) -> DateRange:
    if first == last:
        return first
    since = None if first.since is None or last.since is None else min(first.since, last.since)
    until = None if first.until is None or last.until is None else max(first.until, last.until)
    return DateRange(since=since, until=until, precision="range")


# --- tellings of one act ------------------------------------------------------------------------


def _same_acts(
    events: Iterable[Event], undated: Set[str], kinds: Mapping[str, ActKind], tight: Set[str]
) -> dict[str, tuple[str, ...]]:
    """For each event of an undated report the ids of others' that may tell of the same act.

    Words and meetings only where a report of `tight` tells them: its days are known to weeks.
    """
    told = list(events)
    talks = {(e.act, *dyad) for e in told if e.report_id in tight for dyad in _dyads(e)}
    blocks: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in told:
        if _is_talk(event):
            for dyad in _dyads(event):
                if (event.act, *dyad) in talks:
                    blocks[event.act, *dyad].append(event)
            continue
        for act in (event.act, *(kinds[event.act].kin if event.act in kinds else ())):
            for dyad in _dyads(event):
                blocks[act, *dyad].append(event)
    found: dict[str, set[str]] = defaultdict(set)
    for block in blocks.values():
        lefts = [e for e in block if e.report_id in (tight if _is_talk(e) else undated)]
        rights = _distinct(block, undated) if lefts else []
        for left in lefts:
            for right in rights:
                if left.report_id != right.report_id and _may_be_one(left, right):
                    found[left.event_id].add(right.event_id)
    return {event_id: tuple(sorted(others)) for event_id, others in found.items()}


def _is_talk(event: Event) -> bool:
    return event.cameo[:2] in _TALK or event.act == "other"


def _distinct(block: Sequence[Event], undated: Set[str]) -> list[Event]:
    """Of tellings of dated reports with the same days and persons only one: all say the same."""
    seen: dict[object, Event] = {}
    for event in sorted(block, key=lambda e: e.event_id):
        persons = _persons(event) | (_last_names(event.actors) if _is_talk(event) else set())
        key = (event.when.range, tuple(sorted(persons)))
        seen.setdefault(event.event_id if event.report_id in undated else key, event)
    return list(seen.values())


def _dyads(event: Event) -> list[tuple[str, str]]:
    """Who did it to whom, by country; with nobody named on a side, the persons it was done to."""
    actors, recipients = _countries(event.actors), _countries(event.recipients)
    others = recipients or actors if len(actors) > 1 else recipients
    dyads = [(one, other) for one in actors for other in others if one != other or recipients]
    return [*dyads, *(("", person) for person in sorted(_persons(event)))]


def _countries(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.country or p.party_id for p in parties))


def _may_be_one(left: Event, right: Event) -> bool:
    """Whether the persons named do not speak against one act: none named, or one in common."""
    ours, theirs = _persons(left), _persons(right)
    if _is_talk(left):
        ours, theirs = ours | _last_names(left.actors), theirs | _last_names(right.actors)
    return not ours or not theirs or bool(ours & theirs)


def _persons(event: Event) -> set[str]:
    """Last names of the persons an act is done to."""
    return _last_names((*event.recipients, *(o.party for o in event.others)))


def _last_names(named: Iterable[Party]) -> set[str]:
    return {p.name.split()[-1].lower() for p in named if p.kind == "person" and p.name}


# --- what each act allows -----------------------------------------------------------------------


def _date(
    own: Sequence[Event],
    same: Mapping[str, tuple[str, ...]],
    told: Mapping[str, Event],
    names: Mapping[str, str],
    hint: Hint,
) -> Dated | None:
    floor = max((day for day in (hint.floor, *map(_floor, own)) if day is not None), default=None)
    clues = [
        since
        for event in own
        if (clue := _clue(event, same, told, names, hint)) is not None
        if (since := clue.since(floor)) is not None
    ]
    strong = [clue for clue in clues if clue.is_strong]
    met = meet(strong or clues)
    if strong and met is None:
        return None
    if met is not None and not strong and not is_borne_out(met, clues, hint):
        met = None
    if hint.week is not None:
        week = Clue(hint.week.first, hint.week.last, True, hint.week.why)
        met = week if met is None else meet([week, met])
    met = bounded(met, hint)
    if met is None:
        return None if clues else at_large(hint, floor)
    kept = met.since(floor)
    if kept is None:
        return None
    signs = [*hint.signs, *_weak(clues, kept)]
    told_on = _weekdays(own)
    if told_on and not any(sign.is_weekday for sign in signs):
        signs.append(of_weekdays(told_on))
    return settle(kept, signs)


def _weak(clues: Sequence[Clue], met: Clue) -> Iterator[Sign]:
    """What acts that are told as news of the day say of `met`: likely, but no more than that."""
    seen = set()
    for clue in clues:
        first, last = max(clue.first, met.first), min(clue.last, met.last)
        if not clue.is_strong and first <= last and clue.act not in seen:
            seen.add(clue.act)
            yield within(first, last, clue.why, sure=_NEWS_SHARE, days=met.days + 1)


def _clue(
    event: Event,
    same: Mapping[str, tuple[str, ...]],
    told: Mapping[str, Event],
    names: Mapping[str, str],
    hint: Hint,
) -> Clue | None:
    """What the event allows, given how other reports date the same act; None: nothing."""
    relative = event.when.relative
    if relative is None or "open" in relative:
        return None
    if relative == _RECENT and event.when.why not in _DEFAULTS:
        return None
    known = [(told[i], days) for i in same.get(event.event_id, ()) if (days := _known(told[i]))]
    if _is_talk(event):
        window = dates.span(hint.bounds.first, hint.bounds.last)
        known = [(other, days) for other, days in known if days.overlaps(window)]
    if not known:
        return None
    narrowest = min(known, key=lambda k: (k[1].width_days, k[0].event_id))
    if any(not days.overlaps(narrowest[1]) for _, days in known):
        # The acts are two, or the reports disagree: either way this act dates nothing.
        return None
    if _is_news(narrowest[0]) and narrowest[1].width_days > _NEWS_DAYS:
        return None
    allowed = _published_when(relative, narrowest[1])
    if allowed is None:
        return None
    words = event.when.words or "as news of the day"
    other = names.get(narrowest[0].report_id, narrowest[0].report_id)
    why = f"tells {words!r} of an act that {other} dates {_written(narrowest[1])}"
    both_told = relative != _RECENT and narrowest[0].when.relative != _RECENT
    is_strong = both_told or not _is_news(event)
    is_fresh = relative == _RECENT and narrowest[1].width_days <= 1
    return Clue(*allowed, is_strong, why, f"{event.act} {_dyads(event)}", is_fresh)


def _is_news(event: Event) -> bool:
    """Whether its time hangs on its being news of the report's day."""
    return _RECENT in (event.when.relative or "")


def _known(event: Event) -> DateRange | None:
    """The days of the act as this telling gives them; None when unknown, open or too wide."""
    days = event.when.range
    if days is None or days.since is None or days.width_days > _LONGEST_DAYS:
        return None
    if _is_news(event):
        return replace(days, since=days.since - _SLACK_DAYS * DAY, precision="range")
    return days


@lru_cache(maxsize=16384)
def _published_when(relative: str, act: DateRange) -> tuple[dt.date, dt.date] | None:
    """First and last day on which `relative` would mean a time that meets `act`."""
    if act.since is None or act.last is None:
        return None
    first = last = None
    on = act.since - _BACK_DAYS * DAY
    end = act.last + _AHEAD_DAYS * DAY
    while on <= end:
        meant = ground(relative, on)
        if meant is not None and meant.overlaps(act):
            first = first or on
            last = on
        elif last is not None and (on - last).days > 31:
            break
        on += DAY
    return None if first is None or last is None else (first, last)


def _floor(event: Event) -> dt.date | None:
    """A day that the report knows of, so that it is no earlier."""
    days = event.when.range
    if event.when.relative is not None or days is None or event.status != "actual":
        return None
    return days.since


def _weekdays(events: Iterable[Event]) -> dict[int, str]:
    """The weekdays on which the report tells that something happened, with its words."""
    days: dict[int, str] = {}
    for event in events:
        match = re.match(r"weekday:(\d):past", event.when.relative or "")
        if match:
            days.setdefault(int(match[1]), event.when.words or match[0])
    return days


def _written(days: DateRange) -> str:
    return f"{days.first}" if days.first == days.last else f"{days.first} to {days.last}"
