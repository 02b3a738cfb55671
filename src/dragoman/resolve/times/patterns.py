"""The patterns of English time expressions: each a regular expression and what it means.

A pattern's builder gets the match and returns the value's form (`values`), or None when the words
name no possible date: 31 February, 13/13/2020.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dragoman.resolve.times.words import (
    COUNTED,
    DECADES,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    number,
)


class Pattern(NamedTuple):
    """`regex` finds it, `build` gives the value's form or None."""

    name: str
    regex: re.Pattern[str]
    build: Callable[[re.Match[str]], str | None]


def _names(table: dict[str, int], *, longer_than: int) -> str:
    names = [name.capitalize() for name in table if len(name) > longer_than or name == "may"]
    return "|".join(names + [name.upper() for name in names])


_MONTH_FULL = _names(MONTHS, longer_than=4) + "|June|July|JUNE|JULY"
_MONTH = (
    rf"(?:{_MONTH_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = _names(WEEKDAYS, longer_than=5)
_WEEKDAY_ANY = rf"(?:{_WEEKDAY}|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
_YEAR = r"(?:1[0-9]|20)\d\d"
_ORDINAL = "|".join(ORDINALS)
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_EDGE = r"(?![\w]|[.,:]\d)"
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weekends?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_SPELLED = (
    "a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|"
    "(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    "hundred"
)
_FEW = (
    "(?:a |the )?(?:few|couple(?: of)?|number of)|(?:the )?(?:several|many|some|dozens of|scores of|"
    "various|recent)"
)
_COUNT = rf"(?:\d{{1,3}}(?:\.\d)?|{_SPELLED}|{_FEW})"
_HEDGE = (
    r"(?:(?:just |only |barely |some |about |around |almost |nearly |over |roughly |at least |"
    r"more than |less than |under |up to |approximately |close to |another |within )*)"
)
_MOD = (
    r"(?:early|mid|late|(?:the )?(?:very )?(?:beginning|start|end|middle|close) of|"
    r"(?:the )?(?:first|second|latter) half of)(?:[- ](?:in )?(?:the )?)"
)
_PART = r"(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night|dawn|noon|midnight))"
_SEASON = r"(?:spring|summer|autumn|winter|fall)"


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _weekday(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]


def _modifier(words: str | None) -> str:
    if not words:
        return ""
    words = words.lower()
    for mod, cues in (
        ("early", ("early", "beginning", "start", "first half")),
        ("mid", ("mid",)),
        ("late", ("late", "end", "close", "second half")),
    ):
        if any(cue in words for cue in cues):
            return f"~{mod}"
    return ""


def _part(words: str | None) -> str:
    for word, code in PARTS.items():
        if words and word in words.lower():
            return f"@{code}"
    return ""


def _date(year: str | None, month: int, day: str) -> str | None:
    """A calendar day, with or without its year; None when the calendar has no such day."""
    on = int(re.sub(r"\D", "", day))
    try:
        # A leap year stands in for an unknown one.
        dt.date(int(year) if year else 2000, month, on)
    except ValueError:
        return None
    return f"abs:{int(year):04d}-{month:02d}-{on:02d}" if year else f"monthday:{month:02d}-{on:02d}:auto"


def _iso(m: re.Match[str]) -> str | None:
    return _date(m["y"], int(m["m"]), m["d"]) if 1 <= int(m["m"]) <= 12 else None


def _numeric(m: re.Match[str]) -> str | None:
    """12/25/2020 and 25.12.2020; where both orders are possible only the year is known."""
    a, b, year = int(m["a"]), int(m["b"]), m["y"]
    year = year if len(year) == 4 else ("20" if int(year) < 50 else "19") + year
    if m["sep"] == "." or a > 12 or a == b:
        return _date(year, b, m["a"]) if 1 <= b <= 12 else None
    if b > 12:
        return _date(year, a, m["b"]) if 1 <= a <= 12 else None
    return f"abs:{year}" if a and b else None


def _written(m: re.Match[str]) -> str | None:
    part = _part(m.groupdict().get("part"))
    form = _date(m["y"], _month(m["m"]), m["d"])
    return form + part if form else None


def _days(m: re.Match[str]) -> str | None:
    first, last = _date(m["y"], _month(m["m"]), m["d"]), _date(m["y"], _month(m["m"]), m["e"])
    return f"{first}..{last}" if first and last and first < last else None


def _month_year(m: re.Match[str]) -> str:
    return f"abs:{int(m['y']):04d}-{_month(m['m']):02d}{_modifier(m['mod'])}"


def _bare_month(m: re.Match[str]) -> str:
    groups = m.groupdict()
    return f"month:{_month(m['m'])}:{_which(groups.get('which'))}{_modifier(groups.get('mod'))}"


def _which(word: str | None) -> str:
    word = (word or "").lower().split(" ")[-1]
    return {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next",
            "this": "this"}.get(word, "auto")  # fmt: skip


def _weekday_form(m: re.Match[str]) -> str:
    day, part = _weekday(m["wd"]), _part(m["part"])
    if m["week"]:
        return f"weekday:{day}:week{ {'last': '-1', 'this': '+0', 'next': '+1'}[m['week'].lower()]}{part}"
    which = _which(m["which"])
    return f"weekday:{day}:{which}{part}"


def _deictic(m: re.Match[str]) -> str:
    words = m[0].lower()
    shift = next(
        shift
        for cue, shift in (
            ("before yesterday", -2), ("after tomorrow", 2), ("yesterday", -1), ("tomorrow", 1),
            ("last night", -1), ("last evening", -1), ("", 0),
        )
        if cue in words
    )  # fmt: skip
    return f"unit:day:{shift}{_part('night' if 'tonight' in words else words)}"


def _unit(word: str) -> str:
    word = word.lower().replace("centuries", "century")
    return word if word in UNITS else word.removesuffix("s")


_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _unit_form(m: re.Match[str]) -> str:
    which = (m["which"] or "this").lower().split(" ")[-1]
    unit, when = m["unit"].lower(), (m["when"] or "").lower()
    mod = _modifier(m["mod"])
    if when.startswith("earlier"):
        mod = "~before"
    elif when.startswith("later"):
        mod = "~after"
    if unit in SEASONS:
        return f"season:{SEASONS[unit]}:{_which(which)}{mod}"
    return f"unit:{unit}:{_SHIFT[which]}{mod}"


def _day_of_month(m: re.Match[str]) -> str | None:
    return f"dom:{int(m['d'])}:auto" if 1 <= int(m["d"]) <= 31 else None


def _end_of(m: re.Match[str]) -> str:
    return f"unit:{m['unit'].lower()}:0{_modifier(m['mod'] or 'end')}"


def _count(words: str) -> str:
    found = number(re.sub(r"\.\d$", "", words))
    return "few" if found is None else str(found)


def _ago(m: re.Match[str]) -> str:
    return f"offset:-{_count(m['n'] or 'few')}:{_unit(m['unit'])}"


def _in_days(m: re.Match[str]) -> str:
    return f"offset:+{_count(m['n'])}:{_unit(m['unit'])}"


def _later(m: re.Match[str]) -> str:
    sign = "-" if m["dir"].lower() in ("earlier", "before", "previously") else "+"
    return f"narrative:{sign}{_count(m['n'] or 'few')}:{_unit(m['unit'] or m['units'])}"


def _same(m: re.Match[str]) -> str:
    which = m["which"].lower()
    shift = -1 if "previous" in which or "preceding" in which else +1
    shift = 0 if "same" in which or which.startswith("that") else shift
    unit = m["unit"].lower()
    part = _part(unit)
    if part or unit in SEASONS:
        return f"narrative:{shift:+d}:{'day' if part else 'year'}{part}"
    return f"narrative:{shift:+d}:{unit}"


def _day_beside(m: re.Match[str]) -> str:
    shift = "+1" if m["dir"].lower() in ("after", "following") else "-1"
    return f"narrative:{shift}:{_unit(m['unit'])}"


def _trail(m: re.Match[str]) -> str:
    sign = "+" if m["which"].lower().split(" ")[-1] in ("next", "coming", "following") else "-"
    return f"trail:{sign}{_count(m['n'])}:{_unit(m['unit'])}"


def _duration(m: re.Match[str]) -> str:
    unit = _unit(m["unit"])
    letter = {"minute": "TM", "second": "TS", "hour": "TH", "decade": "DE", "century": "CE"}.get(
        unit, "W" if unit == "weekend" else unit[0].upper()
    )
    count = _count(m["n"] or "few")
    head = "PT" if letter.startswith("T") else "P"
    return f"duration:{head}{'X' if count == 'few' else count}{letter.removeprefix('T')}"


def _decade(m: re.Match[str]) -> str:
    words = m["dec"].lower()
    if words in DECADES:
        start = 1900 + DECADES[words]
    else:
        start = int(re.sub(r"\D", "", words))
        start += 1900 if start < 100 else 0
    return f"abs:{start}s{_modifier(m['mod'])}"


def _century(m: re.Match[str]) -> str | None:
    words = m["c"].lower()
    which = ORDINALS.get(words) or number(re.sub(r"(st|nd|rd|th)$", "", words))
    return f"abs:c{which}{_modifier(m['mod'])}" if which and which <= 21 else None


def _season_year(m: re.Match[str]) -> str:
    season = SEASONS[m["season"].lower()]
    if m["y"]:
        return f"abs:{m['y']}-{season}{_modifier(m['mod'])}"
    return f"season:{season}:{'this' if m.groupdict().get('this') else 'auto'}{_modifier(m['mod'])}"


def _quarter(m: re.Match[str]) -> str:
    word = (m["q"] or m["n"]).lower()
    which = ORDINALS.get(word) or int(word)
    return f"abs:{m['y']}-Q{which}" if m["y"] else f"quarter:{which}:auto"


def _year(m: re.Match[str]) -> str:
    return f"abs:{m['y']}{_modifier(m['mod'])}"


def _years(m: re.Match[str]) -> str | None:
    last = m["z"] if len(m["z"]) == 4 else m["y"][:2] + m["z"]
    return f"abs:{m['y']}..abs:{last}" if int(last) > int(m["y"]) else None


def _clock(m: re.Match[str]) -> str | None:
    hour, minute = int(m["h"]), int(m["min"] or 0)
    half = (m["half"] or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"time:T{hour:02d}{minute:02d}"


def _vague(m: re.Match[str]) -> str:
    words = m[0].lower()
    if any(cue in words for cue in ("recent", "former", "previous", "past", "late")):
        return "vague:past"
    return "vague:future" if "future" in words or "coming" in words else "vague:present"


def _holiday(m: re.Match[str]) -> str:
    words = m["h"].lower().replace("’", "'")
    day = {"christmas eve": "12-24", "new year's eve": "12-31", "new year's day": "01-01"}.get(
        words, "12-25"
    )
    return f"abs:{m['y']}-{day}" if m["y"] else f"monthday:{day}:auto"


_SOURCES: tuple[tuple[str, str, Callable[[re.Match[str]], str | None]], ...] = (
    ("iso", r"(?<![\w/-])(?P<y>\d{4})([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?![\w/-]*\d)", _iso),
    ("numeric",
     r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:1[89]|20)\d\d|\d\d)"
     r"(?![\w/]|\.\d)", _numeric),
    ("days-month", rf"(?<![\w.,-])(?P<d>{_DAY})\s?(?:-|–|—|to|and|until)\s?(?P<e>{_DAY})"
     rf"(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR}))?{_EDGE}", _days),
    ("month-days", rf"\b(?P<m>{_MONTH}) (?P<d>{_DAY})\s?(?:-|–|—|to|and|until)\s?(?P<e>{_DAY})"
     rf"(?![\w]|[,.:]\d| (?:{_MONTH}))(?:,? (?P<y>{_YEAR}){_EDGE})?", _days),
    ("day-month", rf"(?<![\w.,:])(?:{_WEEKDAY_ANY},? )?(?:the )?(?P<d>{_DAY})(?: day)?(?: of)?[ -]"
     rf"(?P<m>{_MONTH})(?![a-z])(?:,?[ -](?P<y>{_YEAR}){_EDGE})?", _written),
    ("month-day", rf"\b(?:{_WEEKDAY_ANY},? )?(?P<m>{_MONTH}) (?:the )?(?P<d>{_DAY})(?![\w]|[,.:]\d)"
     rf"(?! {_MONTH_FULL})(?:(?:, ?|,? of | )(?P<y>{_YEAR}){_EDGE})?(?: (?P<part>{_PART}))?", _written),
    ("month-year", rf"\b(?P<mod>(?i:{_MOD}))?(?P<m>{_MONTH})(?:,? of|,)? (?P<y>{_YEAR}){_EDGE}",
     _month_year),
    ("month-which", rf"\b(?P<mod>(?i:{_MOD}))?(?P<which>(?i:this past|last|this|next|previous|coming))"
     rf" (?P<m>{_MONTH_FULL})\b(?! \d)", _bare_month),
    ("month-mod", rf"\b(?P<mod>(?i:{_MOD}))(?P<m>{_MONTH_FULL})\b(?! \d)", _bare_month),
    ("month-in", rf"(?<=\b[Ii]n )(?P<m>{_MONTH_FULL})\b(?! \d)", _bare_month),
    ("month-prep", rf"(?:(?<=[sS]ince )|(?<=[uU]ntil )|(?<=[dD]uring )|(?<=[fF]rom )|(?<=[bB]y )|"
     rf"(?<=\bto )|(?<=[bB]efore )|(?<=[aA]fter )|(?<=[bB]etween )|(?<=[tT]hrough ))"
     rf"(?P<m>{_MONTH_FULL})\b(?! \d)(?! [A-Z])", _bare_month),
    ("month-free", r"\b(?P<m>January|February|July|September|October|November|December)\b"
     r"(?! \d)(?! [A-Z])", _bare_month),
    ("weekday", r"(?<!Black )(?<!Bloody )(?<!Good )(?<!Ash )(?<!Easter )(?<!Palm )(?<!Super )"
     r"(?<!Cyber )(?<!Maundy )\b(?:(?P<which>(?i:this past|this coming|last|this|next|past|coming|previous))"
     rf" )?(?:(?i:early |late |mid-))?(?P<wd>{_WEEKDAY})\b"
     r"(?! (?:Times|Telegraph|Mirror|Express|Mail|Herald|Night Live|World|Star|Post|Agreement)\b)"
     rf"(?: (?P<part>{_PART})\b)?(?: (?:of )?(?P<week>last|this|next) week\b)?", _weekday_form),
    ("deictic", r"(?i:\b(?:(?:early|late|earlier|later) )?(?:the day before yesterday|"
     rf"the day after tomorrow|(?:yesterday|today|tomorrow)(?: {_PART}\b)?|tonight|last (?:night|evening)|"
     r"overnight|this (?:very )?(?:morning|afternoon|evening))\b)", _deictic),
    ("unit", rf"(?i:\b(?P<when>earlier |later )?(?P<mod>{_MOD})?(?P<which>last|this past|past|this|"
     r"next|this coming|the coming|the current|the previous|the past|the next)"
     rf" (?P<unit>weekend|week|month|quarter|year|decade|century|{_SEASON})\b)", _unit_form),
    ("weekend", r"(?i:(?<=\bover )(?P<when>)(?P<mod>)(?P<which>)the (?P<unit>weekend)\b)", _unit_form),
    ("day-of-month", r"(?i:(?<=\bon )the (?P<d>[0-3]?\d)(?:st|nd|rd|th)(?: of this month)?\b(?! of [A-Z])"
     r"(?! [a-zA-Z]+ary|[- ](?:century|anniversary|birthday|floor|day|round|session)))", _day_of_month),
    ("end-of", r"(?i:\b(?P<mod>early|mid|late|(?:the )?(?:beginning|start|end|middle|close) of)"
     r" the (?P<unit>week|month|year|decade|century)\b)", _end_of),
    ("years-end", r"(?i:\b(?P<mod>)(?:the )?(?P<unit>year|month|week|decade|century)(?:'s|’s|-)"
     r"(?: )?end\b)", _end_of),
    ("ago", rf"(?i:\b{_HEDGE}(?:(?P<n>{_COUNT})[ -])?\b(?P<unit>{_UNIT})(?: and a half)? ago\b)", _ago),
    ("from-now", rf"(?i:\b(?P<n>{_COUNT}) (?P<unit>{_UNIT}) from now\b)", _in_days),
    ("later", rf"(?i:\b{_HEDGE}(?:(?P<n>{_COUNT})[ -](?P<unit>{_UNIT})|(?P<units>days|weeks|months|years|"
     r"hours|minutes|decades)) (?P<dir>earlier|before|previously|later|after|afterwards?)\b)", _later),
    ("same", r"(?i:\b(?P<which>(?:the|that|this) (?:very )?(?:same|previous|preceding|following|next)|"
     rf"that(?: very)?) (?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year|{_SEASON})\b)",
     _same),
    ("recent-adjective", r"(?i:\b(?:recent|current)\b)", _vague),
    ("day-beside", r"(?i:\b(?:the|a) (?P<unit>day|week|month|year) (?P<dir>before|after|following)\b)",
     _day_beside),
    ("trail", rf"(?i:\b(?:the |these )?(?P<which>last|past|previous|next|coming|following) "
     rf"(?P<n>{_COUNT}) (?P<unit>{_UNIT})\b)", _trail),
    ("recent", rf"(?i:\b(?:the )?(?:more |most )?(?:recent|past|coming) (?:days|weeks|months|years|decades)\b)",
     _vague),
    ("duration", rf"(?i:\b(?!an? second\b|one second\b){_HEDGE}(?P<n>{_COUNT})(?: full| long| consecutive)?[ -](?P<unit>{_UNIT})\b"
     r"(?:[- ](?:long|old)\b)?)", _duration),
    ("duration-vague", r"(?i:\b(?P<n>)(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)"
     r"(?:[- ]long)?\b)", _duration),
    ("decade", rf"\b(?:(?i:the ))?(?P<mod>(?i:{_MOD}))?(?P<dec>(?:1[0-9]|20)\d0['’]?s|"
     rf"(?<=[tT]he )['’]?\d0s|(?<=[tT]he )(?:{'|'.join(DECADES)}))\b", _decade),
    ("century", rf"(?i:\b(?:the )?(?P<mod>{_MOD})?(?P<c>{_ORDINAL}|\d\d?(?:st|nd|rd|th))[ -]century\b)",
     _century),
    ("season-year", rf"(?i:\b(?P<mod>{_MOD})?(?:the )?(?P<season>{_SEASON})(?: of)?,? (?P<y>{_YEAR})\b)",
     _season_year),
    ("season-this", rf"(?i:\b(?P<mod>{_MOD})?(?P<season>{_SEASON})(?P<y>) (?P<this>this year)\b)", _season_year),
    ("season", rf"(?i:(?:(?<=\bin )|(?<=\bthis )|(?<=\bover )|(?<=\bduring )|(?<=\bby )|(?<=\buntil ))"
     rf"(?P<mod>{_MOD})?(?:the )?(?P<season>spring|summer|autumn|winter|(?<=the )fall)(?P<y>)\b)",
     _season_year),
    ("quarter", rf"(?i:\b(?:the )?(?:Q(?P<n>[1-4])|(?P<q>first|second|third|fourth) quarter)"
     rf"(?:(?: of)? (?P<y>{_YEAR}))?\b)", _quarter),
    ("years", rf"(?<![\w$€£.,/-])(?P<y>{_YEAR})[-–—/](?P<z>{_YEAR}|\d\d)(?![\w/-]|[.,]\d)", _years),
    ("year", rf"(?i:\b(?P<mod>{_MOD}))(?P<y>{_YEAR}){_EDGE}", _year),
    ("year-cued", rf"(?i:(?:(?<=\bin )|(?<=since )|(?<=until )|(?<=\bby )|(?<=from )|(?<=\bto )|"
     rf"(?<=year )|(?<=\bof )|(?<=between )|(?<=during )|(?<=before )|(?<=after )))(?P<mod>)(?P<y>{_YEAR}){_EDGE}"
     rf"(?! (?:{COUNTED})\b)", _year),
    ("year-bare", rf"(?<![\w$€£.,/:#+-])(?P<mod>)(?P<y>(?:1[7-9]\d|20[0-4])\d){_EDGE}(?![-/–%])"
     rf"(?! (?:{COUNTED})\b)", _year),
    ("year-compound", rf"(?<![\w$€£.,/:#+-])(?P<mod>)(?P<y>(?:1[7-9]\d|20[0-4])\d)(?=[-–][A-Za-z])", _year),
    ("holiday", rf"\b(?P<h>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve))(?:,? (?P<y>{_YEAR}))?\b",
     _holiday),
    ("clock", r"(?i:(?<![\w.:,])(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?(?: ?(?P<half>[ap]\.?m\b\.?)| ?(?:GMT|UTC|"
     r"hours|local time|o'clock)\b))", _clock),
    ("clock-24", r"(?<![\w.:,])(?P<h>[0-2]?\d):(?P<min>[0-5]\d)(?P<half>)(?![\w:])", _clock),
    ("vague", r"(?i:\b(?:recently|lately|currently|nowadays|now|at present|the future|the past|former)\b)",
     _vague),
)  # fmt: skip


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern, compiled; the more telling first."""
    return tuple(Pattern(name, re.compile(source), build) for name, source, build in _SOURCES)


@cache
def trigger() -> re.Pattern[str]:
    """Finds every word or number without which no pattern can match."""
    words = "|".join(
        (
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
            "[MTWFS][a-zA-Z]{2,5}(?i:day)", r"[1-2]\d{3}", r"\d\d?[:./]\d\d", r"\d\d?(?= ?[apGU]\.?[mMT])",
            "(?i:yesterday|today|tonight|tomorrow|overnight|nights?|mornings?|afternoons?|evenings?|"
            "seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|decades?|"
            "centur(?:y|ies)|spring|summer|autumn|winter|fall|recently|lately|currently|nowadays|"
            "now|present|future|past|former|recent|current|christmas|new year)",
            r"Q[1-4]\b", r"['’]?\d0s", *DECADES,
        )
    )  # fmt: skip
    return re.compile(rf"\b(?:{words})")
