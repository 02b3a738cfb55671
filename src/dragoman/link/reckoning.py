"""The likeliest day of an undated report, weighed over every day that it can have been published.

Each thing that points to a day is weighed by how often it does so in dated news: the one weekday
that a report names by itself is that of publication in 53 of 100 and the day before in 29; a day of
a month is mostly of the last weeks; a month named with its year is mostly of an earlier year.
Acts that other reports date add the days that they allow. Nothing is certain by itself (a misread
clause, a look back), so each leaves some weight to all other days; the day stands when the weight
of all together gathers on it, else the month, else the year, else nothing.

The shares were counted in 1,195 dated articles of the sets giveme5w1h, gva-incidents, meantime and
t17 (`bench/quality/undated.py` measures what comes of them).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.dates import DAY
from dragoman.link.almanac import is_ahead, is_next, weekday_of
from dragoman.resolve.times import TimeExpression

_ONLY_LAGS = (0.53, 0.29, 0.08, 0.04, 0.02, 0.02, 0.03)
"""How many days before publication the one weekday lies that a report names by itself."""
_NEAREST_LAGS = (0.75, 0.17, 0.04, 0.03, 0.005, 0.005, 0.002)
_OTHER_LAGS = (0.05, 0.36, 0.17, 0.12, 0.12, 0.08, 0.13)
"""The same for the nearest of several weekdays, and for each of the others."""
_LATE_LAGS = (0.26, 0.56, 0.06, 0.06, 0.02, 0.02, 0.02)
"""The same of "late Friday"."""
_DATE_LAGS = ((0, 0.09), (1, 0.07), (7, 0.02), (30, 0.008), (120, 0.0008), (365, 0.0004))
"""Weight of each day by how far a date named with its month lies back, up to so many days."""
_DATE_LEADS = ((60, 0.004), (365, 0.0003))
"""The same for dates still to come."""
_LONG_AGO, _FAR_AHEAD = 0.00005, 0.00002
_YEAR_LAGS = (0.2, 0.12, 0.1, 0.05, 0.05)
"""How many years before publication the latest year lies that is named without month and day."""
_OLDER, _COMING = 0.03, 0.04
_MONTH_LAGS = ((6, 0.012), (24, 0.035))
"""Weight of each month by how many months before publication one lies that is named with its year:
the year is mostly left out as long as it goes without saying."""
_MONTH_AGO, _MONTH_AHEAD = 0.01, 0.003
_DOM_LAGS = (0.4, 0.32, 0.08, 0.03)
"""How many days back a day without its month ("the 25th") lies."""
_DOM_OLDER = 0.007
_LONGEST_YEARS = 20
_DAY_WEIGHT, _MONTH_WEIGHT, _YEAR_WEIGHT = 0.6, 0.8, 0.85
"""The share of all weight that must gather on a day and its neighbours, a month, a year."""

_THIS_YEAR = re.compile(
    r"\b(\d{4})\b[^.;\n]{0,40}\b(?:to|through|until|till)\s[^.;\n]{0,20}\bthis year\b"
)
"""What began in a year that is named and went on "to April this year"."""

Weigh = Callable[[dt.date], float]


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that points to days: its weight for each, and what it is, in words."""

    weigh: Weigh
    why: str
    is_weekday: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The likeliest day, first of month or first of year by `precision`, and the days that remain.

    `share` is the weight that gathered there, 0 to 1; `why` what pointed there most.
    """

    published: dt.date
    precision: str
    first: dt.date
    last: dt.date
    share: float
    why: str


@lru_cache(maxsize=4096)
def reckon(first: dt.date, last: dt.date, signs: tuple[Sign, ...]) -> Reckoned | None:
    """The day, month or year on which the signs gather within `first` to `last`, both inclusive.

    None where they gather nowhere, or where the days are too many.
    """
    if first > last or (last - first).days > 366 * _LONGEST_YEARS:
        return None
    days = [first + n * DAY for n in range((last - first).days + 1)]
    logs = [sum(math.log(sign.weigh(on)) for sign in signs) for on in days]
    top = max(logs)
    weights = [math.exp(log - top) for log in logs]
    total = sum(weights)
    shares = [weight / total for weight in weights]
    best = max(range(len(days)), key=lambda n: (round(shares[n], 3), _near(shares, n), -n))
    return _gathered(days, shares, best, signs)


def _gathered(
    days: Sequence[dt.date], shares: Sequence[float], best: int, signs: Sequence[Sign]
) -> Reckoned | None:
    on = days[best]
    near = range(max(0, best - 1), min(len(days), best + 2))
    share = _near(shares, best)
    why = _why(signs, days, on)
    if share >= _DAY_WEIGHT:
        kept = [days[n] for n in near if shares[n] >= shares[best] / 10]
        return Reckoned(
            published=on, precision="day", first=kept[0], last=kept[-1], share=share, why=why
        )
    for precision, needed in (("month", _MONTH_WEIGHT), ("year", _YEAR_WEIGHT)):
        periods: dict[dt.date, float] = defaultdict(float)
        for day, weight in zip(days, shares, strict=True):
            start = day.replace(day=1) if precision == "month" else dt.date(day.year, 1, 1)
            periods[start] += weight
        start = max(periods, key=lambda one: (periods[one], -one.toordinal()))
        if periods[start] >= needed:
            kept = [
                day for day, weight in zip(days, shares, strict=True)
                if weight > 0.001 / len(days) and _start(day, precision) == start
            ]  # fmt: skip
            return Reckoned(
                published=start, precision=precision, first=kept[0], last=kept[-1],
                share=periods[start], why=why,
            )  # fmt: skip
    return None


def _near(shares: Sequence[float], n: int) -> float:
    """The weight of a day with the day before and the day after."""
    return sum(shares[max(0, n - 1) : n + 2])


def _start(day: dt.date, precision: str) -> dt.date:
    return day.replace(day=1) if precision == "month" else dt.date(day.year, 1, 1)


def _why(signs: Sequence[Sign], days: Sequence[dt.date], on: dt.date) -> str:
    """The two things that raise a day most above the others."""
    gains = [
        (sign.weigh(on) / (sum(map(sign.weigh, days)) / len(days)), sign.why) for sign in signs
    ]
    ranked = sorted(gains, key=lambda item: (-item[0], item[1]))
    return "; ".join(dict.fromkeys(why for gain, why in ranked[:2] if gain > 1))


def signs_of(expressions: Iterable[TimeExpression], text: str) -> list[Sign]:
    """What the time expressions of an undated report say of its own day."""
    found: dict[str, Sign] = {}
    years: list[int] = []
    weekdays: dict[int, str] = {}
    for one in expressions:
        weekday = re.match(r"weekday:(\d):auto", one.value)
        if weekday is not None and not is_next(one, text):
            weekdays.setdefault(int(weekday[1]), one.words)
        for key, sign in _signs(one, text):
            found.setdefault(key, sign)
        year = re.fullmatch(r"abs:(\d{4})(?:~\w+)?", one.value)
        if year is not None and not is_ahead(one, text):
            years.append(int(year[1]))
    tie = _THIS_YEAR.search(text)
    if tie is not None:
        before = int(tie[1])
        found["tie"] = Sign(lambda on: _of_next_year(on, before), f"tells {tie[0]!r}")
    if weekdays:
        found["weekdays"] = of_weekdays(weekdays)
    if years:
        latest = max(years)
        found["year"] = Sign(lambda on: _of_year(on, latest), f"names {latest}, no later year")
    return [replace(sign, weigh=lru_cache(maxsize=None)(sign.weigh)) for sign in found.values()]


def _signs(one: TimeExpression, text: str) -> Iterator[tuple[str, Sign]]:
    why = f"names {one.words!r}"
    of_month = re.match(r"dom:(\d+):auto", one.value)
    if of_month is not None and not is_ahead(one, text):
        dom = int(of_month[1])
        yield f"dom {dom}", Sign(lambda on: _of_dom(on, dom), why)
    named = re.match(r"monthday:(\d\d)-(\d\d):auto$", one.value)
    if named is not None and any(c.isdigit() for c in one.words):  # no holiday
        month, day = int(named[1]), int(named[2])
        weekday_named, ahead = weekday_of(one.words), is_ahead(one, text)
        yield (
            one.value,
            Sign(lambda on: _of_monthday(on, month, day, weekday_named, ahead=ahead), why),
        )
    full = re.fullmatch(r"abs:(\d{4})-(\d\d)-(\d\d)", one.value)
    if full is not None:
        at = _day(int(full[1]), int(full[2]), int(full[3]))
        if at is not None and not is_ahead(one, text):
            yield one.value, Sign(lambda on: _of_date((on - at).days), why)
    months = re.fullmatch(r"abs:(\d{4})-(\d\d)", one.value)
    if months is not None and not is_ahead(one, text):
        since = _day(int(months[1]), int(months[2]), 1)
        if since is not None:
            yield one.value, Sign(lambda on: _of_month(on, since), why)


def of_weekdays(named: dict[int, str]) -> Sign:
    """The weekdays that a report names by themselves, each with the words that name it first."""
    late = {number for number, words in named.items() if words.lower().startswith("late")}

    def weigh(on: dt.date) -> float:
        lags = sorted(((on.weekday() - number) % 7, number in late) for number in named)
        nearest, is_late = lags[0]
        table = _LATE_LAGS if is_late else _ONLY_LAGS if len(lags) == 1 else _NEAREST_LAGS
        return table[nearest] * math.prod(_OTHER_LAGS[lag] for lag, _ in lags[1:])

    return Sign(weigh, f"names {', '.join(named.values())}", is_weekday=True)


def _of_dom(on: dt.date, dom: int) -> float:
    for lag, weight in enumerate(_DOM_LAGS):
        if (on - lag * DAY).day == dom:
            return weight
    return _DOM_OLDER


def _of_monthday(on: dt.date, month: int, day: int, weekday: int | None, *, ahead: bool) -> float:
    """The weight of a day and month without a year: of the years around, the likeliest."""
    best = _FAR_AHEAD
    for year in (on.year - 1, on.year, on.year + 1):
        at = _day(year, month, day)
        if at is None or weekday not in (None, at.weekday()) or (ahead and at < on):
            continue
        best = max(best, _of_date(min((on - at).days, -1) if ahead else (on - at).days))
    return best


def _of_date(lag: int) -> float:
    """The weight of a date that lies `lag` days before the report, or after it."""
    if lag >= 0:
        return next((weight for most, weight in _DATE_LAGS if lag <= most), _LONG_AGO)
    return next((weight for most, weight in _DATE_LEADS if -lag <= most), _FAR_AHEAD)


def _of_month(on: dt.date, since: dt.date) -> float:
    months = (on.year - since.year) * 12 + on.month - since.month
    if months < 0:
        return _MONTH_AHEAD
    return next((weight for most, weight in _MONTH_LAGS if months <= most), _MONTH_AGO)


def _of_year(on: dt.date, latest: int) -> float:
    lag = on.year - latest
    if lag < 0:
        return _COMING
    return _YEAR_LAGS[lag] if lag < len(_YEAR_LAGS) else _OLDER


@lru_cache(maxsize=4096)
def fresh_from(first: dt.date) -> Sign:
    """News of an act of the day `first`: most often of that day or the next."""

    def weigh(on: dt.date) -> float:
        lag = (on - first).days
        return _ONLY_LAGS[lag] if 0 <= lag < len(_ONLY_LAGS) else _ONLY_LAGS[-1]

    return Sign(weigh, "as news of the day")


def _of_next_year(on: dt.date, before: int) -> float:
    lag = on.year - before
    return 0.9 if lag == 1 else 0.08 if lag > 1 else 0.02


def floor_of(expressions: Iterable[TimeExpression], text: str) -> dt.date | None:
    """The latest month or day, year included, that a report tells of as past; None without any."""
    found = []
    for one in expressions:
        match = re.fullmatch(r"abs:(\d{4})-(\d\d)(?:-(\d\d))?", one.value)
        if match is None or is_ahead(one, text) or one.relation in ("until", "by", "before"):
            continue
        at = _day(int(match[1]), int(match[2]), int(match[3] or 1))
        if at is not None:
            found.append(at)
    return max(found, default=None)


@lru_cache(maxsize=4096)
def within(first: dt.date, last: dt.date, why: str, *, sure: float, days: int) -> Sign:
    """The days from `first` to `last`, both inclusive, with the share `sure` of all weight.

    `days` is how many days there are in all, for the weight of those outside.
    """
    inside = sure / ((last - first).days + 1)
    outside = (1 - sure) / max(days, 1)
    return Sign(lambda on: inside + outside if first <= on <= last else outside, why)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # 29 February
        return None
