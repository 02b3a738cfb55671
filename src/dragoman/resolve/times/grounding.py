"""Putting a time expression's value on the calendar, given the day it is told on."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dragoman import dates
from dragoman.dates import DAY, DateRange
from dragoman.resolve.times.values import CHAIN, JUST_BEFORE, OPEN, SPAN, TimeValue, read_value

_FEW = {"second": (0, 0), "minute": (0, 0), "hour": (0, 0), "day": (1, 6), "week": (1, 5),
        "month": (1, 8), "year": (2, 9), "decade": (2, 9)}  # fmt: skip
"""How many "a few" may be: least and most of the unit."""
_DAYS = {"second": 0.0, "minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "weekend": 7.0,
         "month": 30.44, "quarter": 91.3, "year": 365.25, "decade": 3652.5,
         "century": 36525.0}  # fmt: skip
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
RECENT_DAYS = 1
"""News of the day is of the day of publication or of the day before."""
_WEEKEND = 5
_LONGEST = dt.date.max.year - 200


@lru_cache(maxsize=65536)  # reports are dated by trying days: the same few words, over and over
def ground(relative: str, published: dt.date | None, *, tense: str = "past") -> DateRange | None:
    """The days that `relative` (a form of `values`) means in a report published on `published`.

    Args:
        relative: a value, a span "A..B" or a chain "A>narrative:+2:day".
        published: the day the words are told on; None grounds absolute forms only.
        tense: "past", "present" or "future": which way a bare "Monday" or "March" points.

    Returns:
        The days, or None when the words date nothing, need an anchor that is not given, or fall
        outside the calendar. Never a day where the words only give a week, a month or a year.
    """
    try:
        if SPAN in relative:
            return _span(relative, published, tense)
        if CHAIN in relative:
            first, _, rest = relative.rpartition(CHAIN)
            anchor = ground(first, published, tense=tense)
            return _just_before(anchor) if rest == JUST_BEFORE else shifted(anchor, rest)
        value = read_value(relative)
        return None if value is None else _value(value, published, tense)
    except (OverflowError, ValueError):
        # dt.date ends at the years 1 and 9999: "2,000 centuries ago" is outside.
        return None


def _span(relative: str, published: dt.date | None, tense: str) -> DateRange | None:
    first, _, last = relative.partition(SPAN)
    since = ground(first, published, tense=tense) if first else None
    if last == OPEN:
        return None if since is None else dates.span(since.first, None)
    until = ground(last, published, tense=tense) if last else None
    if (first and since is None) or (last and until is None):
        return None
    if not last:
        # "since 2023": up to now.
        end = None if published is None else published + DAY
    else:
        end = until.until if until else None
    start = since.since if since else None
    if start is not None and end is not None and end <= start:
        return None
    if start is None and end is None:
        return None
    return DateRange(since=start, until=end, precision="range")


def _value(value: TimeValue, published: dt.date | None, tense: str) -> DateRange | None:
    if value.kind == "abs":
        return narrowed(_absolute(value.body), value.mod, published)
    if published is None:
        return None
    make = {
        "weekday": _weekday, "month": _month, "monthday": _monthday, "season": _season,
        "dom": _day_of_month,
        "quarter": _quarter, "unit": _unit, "offset": _offset, "trail": _trail,
        "default": _default,
    }.get(value.kind)  # fmt: skip
    if make is None:
        return None
    return narrowed(make(value.body, published, tense), value.mod, published)


def _absolute(body: str) -> DateRange | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", body):
        return dates.day(dt.date(int(match[1]), int(match[2]), int(match[3])))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", body):
        return dates.month(int(match[1]), int(match[2]))
    if re.fullmatch(r"\d{4}", body):
        return dates.year(int(body))
    if match := re.fullmatch(r"(\d{4})s", body):
        return _years(int(match[1]), 10)
    if match := re.fullmatch(r"c(\d+)", body):
        return _years(100 * int(match[1]) - 99, 100)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", body):
        return _season_of(int(match[1]), match[2])
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", body):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := re.fullmatch(r"FY(\d{4})", body):
        # Fiscal years are named after the year they begin or end in: all that any of them covers.
        return _months(int(match[1]) - 1, 7, 24)
    return None


def _years(first: int, count: int) -> DateRange:
    return DateRange(since=dt.date(first, 1, 1), until=dt.date(first + count, 1, 1),
                     precision="range")  # fmt: skip


def _months(year: int, first: int, count: int) -> DateRange:
    since = dates.month(year, first).since
    last = first + count - 1
    until = dates.month(year + (last - 1) // 12, (last - 1) % 12 + 1).until
    return DateRange(since=since, until=until, precision="range")


def _season_of(year: int, season: str) -> DateRange:
    return _months(year, _SEASON_MONTHS[season], 3)


def narrowed(
    days: DateRange | None, mod: str | None, published: dt.date | None
) -> DateRange | None:
    """A third or a half of `days`, or what of them lies before or after publication."""
    if days is None or mod is None or days.since is None or days.until is None:
        return days
    since, until = days.since, days.until
    third = dt.timedelta(days=round((until - since).days / 3))
    if mod == "early":
        until = since + third
    elif mod == "mid":
        since, until = since + third, until - third
    elif mod == "late":
        since = until - third
    elif mod == "firsthalf":
        until = _middle(since, until, days.precision)
    elif mod == "lasthalf":
        since = _middle(since, until, days.precision)
    elif published is not None and mod == "before":
        until = min(until, published + DAY)
    elif published is not None and mod == "after":
        since = max(since, published)
    if until <= since:
        return days
    return DateRange(since=since, until=until, precision="range")


def _middle(since: dt.date, until: dt.date, precision: str) -> dt.date:
    """Where the second half begins: 1 July of a year."""
    return since.replace(month=7) if precision == "year" else since + (until - since) // 2


def _weekday(body: str, published: dt.date, tense: str) -> DateRange:
    number, _, which = body.partition(":")
    wanted = int(number)
    if which.startswith("week"):
        monday = published - published.weekday() * DAY + 7 * int(which[4:]) * DAY
        return dates.day(monday + wanted * DAY)
    back = (published.weekday() - wanted) % 7
    if which == "last":
        return dates.day(published - (back or 7) * DAY)
    ahead = (wanted - published.weekday()) % 7
    if which == "next":
        return dates.day(published + (ahead or 7) * DAY)
    if which == "future" or (which in ("auto", "this") and tense == "future"):
        return dates.day(published + ahead * DAY)
    return dates.day(published - back * DAY)


def _named_year(which: str, published: dt.date) -> int | None:
    """The year of "December of last year", which "year-1"; None where no year is named."""
    return published.year + int(which[4:]) if which.startswith("year") else None


def _month(body: str, published: dt.date, tense: str) -> DateRange | None:
    number, _, which = body.partition(":")
    month, year = int(number), published.year
    if which == "told":
        return None
    if (named := _named_year(which, published)) is not None:
        return dates.month(named, month)
    if which == "last":
        year -= month >= published.month
    elif which == "next":
        year += month <= published.month
    elif which == "future" or (which == "auto" and tense == "future"):
        year += month < published.month
    elif which != "this":
        year -= month > published.month
    return dates.month(year, month)


def _monthday(body: str, published: dt.date, tense: str) -> DateRange | None:
    month_day, _, which = body.partition(":")
    month, day = (int(part) for part in month_day.split("-"))
    if which == "told":
        return None
    if (named := _named_year(which, published)) is not None:
        return dates.day(dt.date(named, month, day))
    future = which == "future" or (which == "auto" and tense == "future")
    # Eight years hold a 29 February; a day ahead may be today elsewhere on the globe.
    years = range(published.year, published.year + 9)
    for year in years if future else range(published.year + 1, published.year - 9, -1):
        try:
            on = dt.date(year, month, day)
        except ValueError:
            continue
        if not future and on <= published + DAY:
            return dates.day(on)
        if future and on >= published:
            return dates.day(on)
    return None


def _day_of_month(body: str, published: dt.date, tense: str) -> DateRange | None:
    number, _, which = body.partition(":")
    future = which == "future" or (which == "auto" and tense == "future")
    months = (0, 1, 2) if future else (0, -1, -2)
    for shift in months:
        whole = calendar_unit("month", published, shift)
        if whole is None or whole.since is None or whole.last is None:
            continue
        if int(number) > whole.last.day:
            continue
        on = whole.since.replace(day=int(number))
        if (on >= published) if future else (on <= published + DAY):
            return dates.day(on)
    return None


def _season(body: str, published: dt.date, tense: str) -> DateRange | None:
    season, _, which = body.partition(":")
    first = _SEASON_MONTHS[season]
    if which == "told":
        return None
    if (named := _named_year(which, published)) is not None:
        return _season_of(named, season)
    year = published.year
    now = published.month
    if which == "last":
        year -= now <= first + 2
    elif which == "next":
        year += now >= first
    elif which == "future" or (which == "auto" and tense == "future"):
        year += now > first + 2
    elif which != "this":
        year -= now < first
    return _season_of(year, season)


def _quarter(body: str, published: dt.date, tense: str) -> DateRange | None:
    number, _, which = body.partition(":")
    first = 3 * int(number) - 2
    if which == "told":
        return None
    if (named := _named_year(which, published)) is not None:
        return _months(named, first, 3)
    past = which == "past" or (which == "auto" and tense != "future")
    year = published.year - (past and published.month < first)
    return _months(year, first, 3)


def _unit(body: str, published: dt.date, tense: str) -> DateRange | None:
    unit, _, number = body.partition(":")
    shift = int(number)
    if unit == "weekend" and shift == 0 and tense != "future" and published.weekday() < _WEEKEND:
        # "over the weekend" told on a working day is the one just over.
        shift = -1
    return calendar_unit(unit, published, shift)


def calendar_unit(unit: str, on: dt.date, shift: int) -> DateRange | None:
    """The calendar week, month, year ... `shift` after the one that holds `on`; None: no such."""
    monday = on - on.weekday() * DAY
    if unit == "day":
        return dates.day(on + shift * DAY)
    if unit == "week":
        since = monday + 7 * shift * DAY
        return DateRange(since=since, until=since + 7 * DAY, precision="week")
    if unit == "weekend":
        since = monday + (_WEEKEND + 7 * shift) * DAY
        return DateRange(since=since, until=since + 2 * DAY, precision="range")
    if unit == "month":
        index = on.year * 12 + on.month - 1 + shift
        return dates.month(index // 12, index % 12 + 1)
    if unit == "quarter":
        index = on.year * 4 + (on.month - 1) // 3 + shift
        return _months(index // 4, 3 * (index % 4) + 1, 3)
    if unit == "year":
        return dates.year(on.year + shift)
    if unit == "decade":
        return _years(on.year // 10 * 10 + 10 * shift, 10)
    if unit == "century":
        return _years((on.year - 1) // 100 * 100 + 1 + 100 * shift, 100)
    return None


def _counted(body: str) -> tuple[int, float, float, str]:
    """Sign, least and most of the unit, unit."""
    number, _, unit = body.partition(":")
    sign = -1 if number.startswith("-") else 1
    if "few" in number:
        least, most = _FEW.get(unit, (1, 9))
        return sign, least, most, unit
    count = abs(float(number)) if "." in number else abs(int(number))
    return sign, count, count, unit


def _offset(body: str, published: dt.date, tense: str) -> DateRange | None:
    """Three weeks ago: as exact as the unit, so a month for months and a year for years."""
    sign, least, most, unit = _counted(body)
    return _moved(published, published, sign, (least, most), unit)


def _moved(
    first: dt.date, last: dt.date, sign: int, counts: tuple[float, float], unit: str
) -> DateRange | None:
    near, far = counts
    exact = int(near) if near == far == int(near) else None
    if unit in ("second", "minute", "hour"):
        # Hours may pass midnight.
        spare = dt.timedelta(days=max(1, round(far * _DAYS[unit])))
        return dates.span(first - spare, last) if sign < 0 else dates.span(first, last + spare)
    if unit == "day" and exact is not None and first == last:
        return dates.day(first + sign * exact * DAY)
    if unit in ("month", "year") and exact is not None:
        since = calendar_unit(unit, first, sign * exact)
        until = calendar_unit(unit, last, sign * exact)
        if since == until:
            return since
        return dates.span(since.first, until.last) if since and until else None
    slack = dt.timedelta(days=round(_DAYS[unit] * (0.5 if near == far and unit != "day" else 0.0)))
    least, most = (dt.timedelta(days=round(count * _DAYS[unit])) for count in counts)
    if sign < 0:
        return dates.span(first - most - slack, last - least + slack)
    return dates.span(first + least - slack, last + most + slack)


def _trail(body: str, published: dt.date, tense: str) -> DateRange:
    sign, _, most, unit = _counted(body)
    reach = dt.timedelta(days=round(most * _DAYS[unit]))
    if sign < 0:
        return dates.span(published - reach, published)
    return dates.span(published, published + reach)


def _default(body: str, published: dt.date, tense: str) -> DateRange | None:
    if body == "recent":
        return dates.span(published - RECENT_DAYS * DAY, published)
    return None


def _just_before(anchor: DateRange | None) -> DateRange | None:
    """ "B, after A": in news A came on the day of B or the day before, as far as B is known."""
    if anchor is None or anchor.first is None or anchor.precision in ("month", "year"):
        return anchor
    return dates.span(anchor.first - DAY, anchor.last)


def shifted(anchor: DateRange | None, form: str) -> DateRange | None:
    """`anchor` moved by a "narrative:..." form: "two days later" after a day is a day."""
    value = read_value(form)
    if anchor is None or value is None or value.kind != "narrative":
        return None
    if anchor.first is None or anchor.last is None:
        return None
    sign, least, most, unit = _counted(value.body)
    if most == 0 and unit == "day":
        return anchor
    if unit in ("week", "month", "year") and least == most and most in (0, 1):
        whole = calendar_unit(unit, anchor.first, sign * int(most))
        return None if whole is None else narrowed(whole, value.mod, None)
    return _moved(anchor.first, anchor.last, sign, (least, most), unit)
