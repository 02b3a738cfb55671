"""What happening a sentence speaks of: one or many, of what cause, over what span, where, when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import asin, cos, radians, sin, sqrt

from dragoman.dates import DateRange
from dragoman.model.event import Place
from dragoman.weigh.plain import table, words

FAR_KM = 100
"""Two towns nearer than this may be one place told by two names."""
LONG_AGO_DAYS = 60
"""A happening that is told without a date is of the weeks before its report."""
DAYS_APART = 3
"""A day or two apart may be a time zone, or the day after a night."""
_EARTH_KM = 6371.0
_MANY = re.compile(
    r"(?<!\bthe )\b(?:shootings|stabbings|killings|attacks|incidents|crashes|accidents|homicides|"
    r"murders|"
    r"bombings|blasts|explosions|raids|clashes|strikes|fires|robberies|drownings|collisions)\b",
    re.IGNORECASE,
)
_SUMMED = re.compile(
    r"\b(?:separate|unrelated|a (?:string|series|spate|rash|wave|spree|slew) of|string of|"
    r"(?:violent|bloody|deadly) (?:\w+ )?(?:night|weekend|week|day|month|summer|year|hours)|"
    r"violent \d+ hours|so far this (?:year|month|week)|this year|year to date|"
    r"(?:in|over|within|during) (?:the (?:past|last) )?(?:a span of )?(?:\w+|\d+) "
    r"(?:hours|days|weeks|months|years)(?! (?:ago|later|before|after))|"
    r"(?:weekend|week|month|year|summer) of (?:violence|bloodshed)|outbreak of violence|"
    r"since (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:over|during) the weekend|"
    r"(?:across|throughout|around) (?:the )?(?:city|country|state|region|county|[A-Z]\w+)|"
    r"weekend (?:\w+ )?(?:shootings|toll|violence|death toll))\b",
    re.IGNORECASE,
)
_SPANS = table({
    "night": "night overnight tonight", "weekend": "weekend", "week": "week", "month": "month",
    "hours": "hours", "days": "days", "year": "year", "summer": "summer",
})  # fmt: skip
_CAUSES = table({
    "shooting": "shooting shootings shootout gunfire gunman gunmen shot shots shooter gunshot "
                "gun gunfight",
    "stabbing": "stabbing stabbed knife stabbings machete",
    "explosion": "bomb bombing bomber explosion blast explosions blasts bombings exploded",
    "crash": "crash accident collision rollover derailment crashed crashes wreck derailed capsized",
    "fire": "blaze wildfire arson inferno",
    "quake": "earthquake quake tremor aftershock",
    "flood": "flood floods flooding landslide mudslide storm hurricane typhoon cyclone tornado",
    "illness": "outbreak epidemic virus disease cholera poisoning",
})  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_LABEL = re.compile(
    r"^\s*([^:.;]{3,60}):\s+(?:at least |more than |about |over )?(?:[\w,-]+\s+){1,3}?"
    r"(?:killed|dead|die|died|injured|wounded|hurt|shot|slain)\W*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_SPEAKERS = words(
    "police update officials breaking report authorities cops sheriff live video story watch "
    "developing just in the news ministry minister"
)
_ANOTHER = re.compile(
    r"\bagain\b|\b(?:several|a few|two|three|\d+) (?:hours|days) later\b|\bearlier (?:attack|"
    r"shooting|incident|crash)\b|\bin (?:another|a separate|an unrelated|a second) \w+|"
    r"\b(?:unlike|similar to|such as|compared (?:to|with)|echo\w*|reminiscent of) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What one sentence says of its happening.

    Attributes:
        text: the sentence.
        published: the day of its report.
        days: the days that its words name, grounded.
        places: the towns and states that it names.
    """

    text: str
    published: DateRange | None
    days: tuple[DateRange, ...]
    places: tuple[Place, ...]

    @property
    def is_summed(self) -> bool:
        """Whether its numbers are sums over several happenings."""
        return bool(_SUMMED.search(self.text) or _MANY.search(self.text))

    @property
    def spans(self) -> frozenset[str]:
        """The stretches of time that it names: "night", "weekend"."""
        return frozenset(_SPANS[w] for w in _WORD.findall(self.text.lower()) if w in _SPANS)

    @property
    def causes(self) -> frozenset[str]:
        """The causes that its words name: "shooting", "crash"."""
        return frozenset(_CAUSES[w] for w in _WORD.findall(self.text.lower()) if w in _CAUSES)

    @property
    def label(self) -> frozenset[str]:
        """The names in front of the colon of an entry of a list: "Oakdale mill: 12 dead"."""
        found = _LABEL.match(self.text)
        if found is None:
            return frozenset()
        names = {w.lower() for w in _NAME.findall(found.group(1))}
        return frozenset() if names & _SPEAKERS else frozenset(names)


def apart(a: Scope, b: Scope) -> str | None:
    """Why the two sentences speak of two happenings; None where nothing says so."""
    return next(_reasons(a, b), None)


def _reasons(a: Scope, b: Scope) -> Iterator[str]:
    for one, other in ((a, b), (b, a)):
        names = one.label
        if names and not any(name in other.text.lower() for name in names):
            yield f"one is an entry of a list, on {' '.join(sorted(names))}"
    days = days_apart(a, b)
    if days is not None:
        yield days
    km = far_apart(a.places, b.places)
    if km is not None:
        yield km
    if a.is_summed != b.is_summed:
        yield "one counts over several happenings, the other in one"
    if a.is_summed and a.spans and b.spans and not a.spans & b.spans:
        yield f"they count over different times: {_list(a.spans)}, {_list(b.spans)}"
    if a.causes and b.causes and not a.causes & b.causes:
        yield f"different causes: {_list(a.causes)}, {_list(b.causes)}"
    for one in (a, b):
        found = _ANOTHER.search(one.text)
        if found is not None:
            yield f'one looks to another happening: "{found.group().strip()}"'


def days_apart(a: Scope, b: Scope) -> str | None:
    """The days that the two name, when they cannot be the days of one happening.

    A side without a day of its own stands for the weeks before its report.
    """
    left, right = a.days, b.days
    if left and right:
        if all(x.gap_days(y) > DAYS_APART for x, y in product(left, right)):
            return f"they name different days: {_range(left[0])}, {_range(right[0])}"
        return None
    for dated, other in ((a, b), (b, a)):
        if dated.days and other.published is not None:
            gaps = [x.gap_days(other.published) for x in dated.days]
            if min(gaps) > LONG_AGO_DAYS and all(
                _is_before(x, other.published) for x in dated.days
            ):
                return f"one speaks of {_range(dated.days[0])}, long before the other's report"
    return None


def _is_before(a: DateRange, b: DateRange) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first


def _range(days: DateRange) -> str:
    first, last = days.first, days.last
    if first is None or last is None:
        return "an open time"
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def far_apart(left: tuple[Place, ...], right: tuple[Place, ...]) -> str | None:
    """The two places that cannot be one, when none of one side is near any of the other."""
    if not left or not right:
        return None
    if any(_near(a, b) for a, b in product(left, right)):
        return None
    return f"they name different places: {left[0].name}, {right[0].name}"


def _near(a: Place, b: Place) -> bool:
    if a.name.casefold() == b.name.casefold():
        return True
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.country is None or b.country is None or a.country == b.country
    return _km(a.lat, a.lon, b.lat, b.lon) <= FAR_KM


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance, by the haversine formula."""
    half = sin(radians(lat2 - lat1) / 2) ** 2
    half += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
