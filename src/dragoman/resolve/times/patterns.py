"""The patterns of English time expressions: each a regular expression and what it means.

The longest match wins, then the earlier pattern. What a match means is in `meanings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dragoman.resolve.times import lengths, meanings
from dragoman.resolve.times.words import COUNTED, DECADES, MONTHS, ORDINALS, WEEKDAYS

Build = Callable[[re.Match[str]], str | None]


class Pattern(NamedTuple):
    """`regex` finds it, `build` gives the value's form, or None for an impossible date.

    `needs` are the kinds of trigger (`trigger`) of which one must be near for it to match.
    """

    name: str
    regex: re.Pattern[str]
    build: Build
    needs: frozenset[str]


def _names(table: dict[str, int], *, longer_than: int) -> str:
    names = [name.capitalize() for name in table if len(name) > longer_than or name == "may"]
    return "|".join(names + [name.upper() for name in names])


_MONTH_FULL = _names(MONTHS, longer_than=4) + "|June|July|JUNE|JULY"
_MONTH = rf"(?:{_MONTH_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_M = rf"(?P<m>{_MONTH_FULL})\b(?! \d)"
_M_FIRST = "[JFMASOND]"
_WEEKDAY = _names(WEEKDAYS, longer_than=5)
_WEEKDAY_ANY = rf"(?:(?:{_WEEKDAY}|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?),? )?"
_ORDINAL = "|".join(ORDINALS)
_D = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_E = r"(?P<e>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|—|to|and|until)\s?"
_EDGE = r"(?!\w|[.,:]\d)"
_FOUR = r"(?:1\d|20)\d\d"
_YEAR = rf"(?P<y>{_FOUR})"
_YEAR_2 = rf"(?P<y2>{_FOUR}|\d\d)"
_LIKELY = r"(?<![\w$€£.,/:#+-])(?P<mod>)(?P<y>(?:1[7-9]\d|20[0-4])\d)"
_NOT_COUNTED = rf"(?! (?:{COUNTED})\b)"
_UNITS = (
    r"(?P<unit>seconds?|minutes?|hours?|days?|weekends?|weeks?|months?|quarters?|years?|"
    r"decades?|centur(?:y|ies))"
)
_SPELLED = (
    "a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty)"
    "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|hundred"
)
_FEW = (
    "(?:a |the )?(?:few|couple(?: of)?|number of)|"
    "(?:the )?(?:several|many|some|dozens of|scores of|hundreds of|thousands of|various|recent)"
)
_N = rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d\d?)?|{_SPELLED}|{_FEW})"
_HEDGE = (
    r"(?:(?:just |only |barely |some |about |around |almost |nearly |over |roughly |at least |"
    r"more than |less than |under |up to |approximately |close to |another |within ){0,3})"
)
_MOD = (
    r"(?P<mod>(?i:early|mid|late|(?:the )?(?:very )?(?:beginning|start|end|middle|close) of|"
    r"(?:the )?(?:first|second|latter) half of)(?:[- ](?:in )?(?:the )?))"
)
_PART = r"(?P<part>(?:early |late |mid-?)?(?:morning|afternoon|evening|night|dawn|noon|midnight))"
_ANY_PART = "(?:morning|afternoon|evening|night)"
_SEASON = "spring|summer|autumn|winter|fall"
_ZONE = "GMT|UTC|[ECMP][SD]?T|BST|CEST|CET|EET|JST|IST|ET"


def _after(*cues: str, first: str = "") -> str:
    """A look-behind for one of the cue words and a space, in either case.

    `first`: what the words behind the cue begin with, as a character class; looked at before the
    cues, of which there are many, it saves most of the time.
    """
    head = f"(?={first})" if first else ""
    return f"{head}(?:" + "|".join(rf"(?<=\b(?i:{cue}) )" for cue in cues) + ")"


_DATES: tuple[tuple[str, str, Build], ...] = (
    ("attacks", r"(?<![\w/.])9/11(?![\w/.])|\bSept(?:\.|ember)? 11(?:th)?"
     r"(?= (?:terror|attack|hijack|suicide))", meanings.attacks),
    ("iso", rf"(?<![\w/-]){_YEAR}([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?![\w/-]*\d)", meanings.iso),
    ("numeric",
     r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)"
     r"(?P<y>(?:1[89]|20)\d\d|\d\d)(?![\w/]|\.\d)", meanings.numeric),
    ("days-month",
     rf"(?<![\w.,-]){_D}{_TO}{_E}(?: of)? (?P<m>{_MONTH})(?:,? {_YEAR})?{_EDGE}", meanings.days),
    ("month-days",
     rf"\b(?P<m>{_MONTH}) {_D}{_TO}{_E}(?!\w|[,.:]\d| (?:{_MONTH}))(?:,? {_YEAR}{_EDGE})?",
     meanings.days),
    ("day-month",
     rf"(?<![\w.,:]){_WEEKDAY_ANY}(?:the )?{_D}(?: day)?(?: of)?[ -](?P<m>{_MONTH})(?![a-z])"
     rf"(?:,?[ -]{_YEAR}{_EDGE})?", meanings.written),
    ("month-day",
     rf"\b{_WEEKDAY_ANY}(?P<m>{_MONTH}) (?:the )?{_D}(?!\w|[,.:]\d)(?! {_MONTH_FULL})"
     rf"(?:(?:, ?|,? of | ){_YEAR}{_EDGE})?(?: {_PART})?", meanings.written),
    ("month-year",
     rf"\b(?:{_MOD})?(?P<m>{_MONTH})(?:,? of|,)? {_YEAR}{_EDGE}", meanings.month_year),
    ("month-which",
     rf"\b(?:{_MOD})?(?P<which>(?i:this past|last|this|next|previous|coming)) {_M}",
     meanings.bare_month),
    ("month-mod", rf"\b{_MOD}{_M}", meanings.bare_month),
    ("month-in", rf"{_after('in')}{_M}", meanings.bare_month),
    ("month-cued",
     _after("since", "until", "during", "from", "by", "to", "before", "after", "between", "through",
            "month of", "week of", "weeks of", "days of", "half of", "rest of", "most of",
            first=_M_FIRST)
     + rf"{_M}(?! [A-Z])", meanings.bare_month),
    # April, May, June, March and August are names or words too, so they need a cue.
    ("month-free",
     r"\b(?P<m>January|February|July|September|October|November|December)\b(?! \d)(?! [A-Z])",
     meanings.bare_month),
    ("month-paired", _after("and", "or", "to", "through", first=_M_FIRST) + rf"{_M}(?! [A-Z])",
     meanings.paired_month),
    ("decade",
     rf"\b(?:(?i:the ))?(?:{_MOD})?(?P<dec>(?:1\d|20)\d0['’]?s|(?<=[tT]he )['’]?\d0s|"
     rf"(?<=[tT]he )(?:{'|'.join(DECADES)}))\b", meanings.decade),
    ("century",
     rf"(?i:\b(?:the )?(?:{_MOD})?(?P<c>{_ORDINAL}|\d\d?(?:st|nd|rd|th))[ -]century\b)",
     meanings.century),
    ("season-year",
     rf"(?i:\b(?:{_MOD})?(?:the )?(?P<season>{_SEASON})(?: of)?,? {_YEAR}\b)",
     meanings.season_year),
    ("season-this",
     rf"(?i:\b(?:{_MOD})?(?P<season>{_SEASON})(?P<y>) (?P<this>this year)\b)",
     meanings.season_year),
    ("season",
     _after("in", "this", "over", "during", "by", "until")
     + rf"(?i:(?:{_MOD})?(?:the )?(?P<season>spring|summer|autumn|winter|(?<=the )fall)(?P<y>)\b)",
     meanings.season_year),
    ("season-bare",
     rf"\b(?:[tT]he )?(?:{_MOD})?(?P<season>spring|summer|autumn|winter)(?P<y>)\b"
     r"(?!-|s\b| (?:up|from|back|into|to)\b)", meanings.season_year),
    ("quarter",
     r"(?i:\b(?:the )?(?:Q(?P<n>[1-4])|(?P<q>first|second|third|fourth)[ -]quarter)"
     rf"(?:(?: of)? {_YEAR})?\b)", meanings.quarter),
    ("fiscal", rf"(?i:\b(?:the )?(?:fiscal|financial)(?: year)?,? {_YEAR}\b|\bFY ?{_YEAR_2}\b)",
     meanings.fiscal),
    ("years", rf"(?<![\w$€£.,/-]){_YEAR}[-–—/](?P<z>{_FOUR}|\d\d)(?![\w/-]|[.,]\d)",
     meanings.years),
    ("year", rf"\b{_MOD}{_YEAR}{_EDGE}", meanings.year),
    ("year-bc", r"(?<![\w.,])(?P<y>\d{1,4}) ?(?:BCE?\b|B\.C\b\.?)", meanings.year_bc),
    ("year-cued",
     _after("in", "since", "until", "year", "of", "between", "during", "before", "after", "from",
            "by", "to", first="[12]") + rf"(?P<mod>){_YEAR}{_EDGE}{_NOT_COUNTED}", meanings.year),
    ("year-bare", rf"{_LIKELY}{_EDGE}(?![-/–%]){_NOT_COUNTED}", meanings.year),
    ("year-compound", rf"{_LIKELY}(?=[-–][A-Za-z])", meanings.year),
    ("holiday",
     r"\b(?P<h>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Valentine['’]s Day|Halloween|"
     rf"St\.? Patrick['’]s Day|Boxing Day|All Saints['’] Day|May Day)(?:,? {_YEAR})?\b",
     meanings.holiday),
)  # fmt: skip
"""Days, months and years, with or without the year."""

_RELATIVE: tuple[tuple[str, str, Build], ...] = (
    ("weekday",
     "".join(rf"(?<!{name} )" for name in ("Black", "Bloody", "Good", "Ash", "Easter", "Palm",
                                           "Super", "Cyber", "Maundy"))
     + r"\b(?:(?P<which>(?i:this past|this coming|last|this|next|past|coming|previous)) )?"
     rf"(?:(?i:early |earlier |late |later |mid-))?(?P<wd>{_WEEKDAY})\b"
     r"(?! (?:Times|Telegraph|Mirror|Express|Mail|Herald|Night Live|World|Star|Post|Agreement)\b)"
     rf"(?: {_PART}\b)?(?: (?:of )?(?P<week>last|this|next) week\b)?", meanings.weekday_form),
    ("deictic",
     r"(?<!USA )(?i:\b(?:(?:early|late|earlier|later) )?"
     r"(?:the day before yesterday|the day after tomorrow|"
     rf"(?:yesterday|today|tomorrow)(?: {_PART}\b)?|tonight|last (?:night|evening)|overnight|"
     r"this (?:very )?(?:morning|afternoon|evening))\b)", meanings.deictic),
    ("trail-one",
     r"(?i:\b(?P<n>)(?P<which>(?:the|this) past|(?<=over )the last|(?<=in )the last|"
     r"(?<=during )the last|(?<=within )the last|the coming)"
     r" (?P<unit>week|month|year|decade|century)\b)(?! of\b)", meanings.trail),
    ("unit",
     rf"(?i:\b(?P<when>earlier |later )?(?:{_MOD})?(?P<which>last|this past|past|this|next|"
     r"this coming|the coming|the current|the previous|the past|the next|the latest)"
     rf" (?P<unit>weekend|week|month|quarter|year|decade|century|{_SEASON})\b)",
     meanings.unit_form),
    ("unit-in",
     r"(?i:\b(?:(?P<when>earlier |later )|(?P<mod>early |late ))(?P<which>)in the "
     r"(?P<unit>day|week|month|year)\b)",
     meanings.unit_form),
    ("weekend",
     _after("over", "at", "on", "during", "by", first="[tT]")
     + r"(?i:(?P<when>)(?P<mod>)(?P<which>)the (?P<unit>weekend)\b)",
     meanings.unit_form),
    ("day-of-month",
     _after("on", first="[tT]")
     + r"(?i:the (?P<d>[0-3]?\d)(?:st|nd|rd|th)(?: of this month)?\b)(?! of [A-Z])"
     r"(?! [a-zA-Z]+ary|[- ](?:century|anniversary|birthday|floor|day|round|session))",
     meanings.day_of_month),
    ("end-of",
     r"(?i:\b(?P<mod>early|mid|late|(?:the )?(?:beginning|start|end|middle|close|first half|"
     r"second half|latter half) of)"
     r" the (?P<unit>week|month|year|decade|century)\b)", meanings.end_of),
    ("of-the-year",
     _after("quarter of", "half of", "months of", "rest of", "remainder of", "weeks of",
            first="[tT]")
     + r"(?i:(?P<when>)(?P<mod>)(?P<which>)the (?P<unit>year)\b)", meanings.unit_form),
    ("years-end",
     r"(?i:\b(?P<mod>)(?:the )?(?P<unit>year|month|week|decade|century)(?:'s |’s |-)end\b)",
     meanings.end_of),
    ("ago", rf"(?i:\b{_HEDGE}(?:{_N}(?P<half> and a half)?[ -])?\b{_UNITS}"
     r"(?P<half2> and a half)? ago\b)", meanings.ago),
    ("year-ago", r"(?i:\b(?P<n>a )?(?P<unit>year)-(?:ago|earlier)\b(?: quarter| period)?)",
     meanings.ago),
    ("from-now", rf"(?i:\b{_N} {_UNITS} from now\b)", meanings.in_days),
    ("later",
     rf"(?i:\b{_HEDGE}(?:{_N}(?P<half> and a half)?[ -]{_UNITS}|"
     r"(?P<units>days|weeks|months|years|hours|minutes|decades))"
     r" (?P<dir>earlier|before|previously|later|after|afterwards?)\b)", meanings.later),
    ("same",
     r"(?i:\b(?P<which>(?:the|that|this) (?:very )?(?:same|previous|preceding|following|next)|"
     rf"that(?: very)?) (?P<unit>day|{_ANY_PART}|week|weekend|month|year|{_SEASON})\b)",
     meanings.same),
    ("day-beside",
     r"(?i:\b(?:the|a) (?P<unit>day|night|evening|week|weekend|month|year) "
     r"(?P<dir>before|after|following)\b)",
     meanings.day_beside),
    ("trail",
     r"(?i:\b(?:the |these )?(?P<which>last|past|previous|next|coming|(?<=the )following) "
     rf"{_N} {_UNITS}\b)", meanings.trail),
)  # fmt: skip
"""Expressions seen from the report's day or from what was told before."""

_DATELESS: tuple[tuple[str, str, Build], ...] = (
    ("recent",
     r"(?i:\b(?:the )?(?:more |most )?(?:recent|past|coming) "
     r"(?:days|weeks|months|years|decades)\b)",
     meanings.vague),
    ("recent-adjective", r"(?i:\b(?:recent|current)\b)", meanings.vague),
    ("set-per",
     r"(?i:\b(?P<how>per|an?(?! second\b)) (?P<unit>second|minute|hour|day|week|month|quarter|year|"
     r"decade)\b)", lengths.per),
    ("duration",
     rf"(?i:\b(?!an? second\b|one second\b){_HEDGE}{_N}(?P<half> and a half)?"
     rf"(?: full| long| consecutive)?[ -]{_UNITS}\b(?:[- ](?:long|old)\b)?)", lengths.duration),
    ("duration-vague",
     r"(?i:\b(?P<n>)(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)"
     r"(?:[- ](?:long|old))?\b)", lengths.duration),
    ("duration-long",
     r"(?i:\b(?P<n>)(?P<unit>hour|day|week|month|year|decade|century)[- ]?(?:long|old)\b)",
     lengths.one_long),
    ("half",
     r"(?i:\b(?:an? )?half(?:[- ]an?)?[- ](?P<unit>hour|day|month|year|decade|century)\b)",
     lengths.half),
    ("these-days", r"(?i:\bthese days\b)", meanings.vague),
    ("set-every",
     rf"(?i:\b(?:every|each) (?:(?P<n>other|single|{_SPELLED}|\d{{1,3}}) )?"
     r"(?:(?P<unit>seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|"
     r"decades?|centur(?:y|ies))"
     rf"|(?P<wd>{_WEEKDAY})|(?P<part>{_ANY_PART})|(?P<season>{_SEASON})|(?P<m>{_MONTH_FULL}))\b)",
     lengths.every),
    ("set-weekday", rf"\b(?P<wd>{_WEEKDAY})s\b(?! ago)", lengths.weekdays),
    ("set-adverb",
     r"\b(?P<how>hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|"
     r"twice-daily|twice-weekly)\b", lengths.adverb),
    ("noon", _after("at", "by", "until", "till", "before", "after", "around", "about", "from", "to",
                    "past", first="[nm]") + r"(?P<half>noon|midday|midnight)\b", lengths.noon),
    ("part",
     _after("in the", "during the", "early in the", "late in the", "by", "at", "this")
     + rf"(?P<part>(?:early |late |mid-?)?{_ANY_PART}|dawn|dusk)\b(?! of\b)", lengths.part),
    ("clock",
     r"(?i:(?<![\w.:,])(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?"
     rf"(?: ?(?P<half>[ap]\.?m\b\.?)(?: (?P<zone>(?-i:{_ZONE})\b))?|"
     rf" ?(?P<zone24>(?-i:{_ZONE})|local time|o'clock)\b|(?<=:\d\d)(?: ?hours\b)))", lengths.clock),
    ("clock-military",
     rf"(?<![\w.:,])(?P<h>[0-2]\d)(?P<min>[0-5]\d)(?P<half>)(?: ?(?P<zone>{_ZONE})| hours)\b",
     lengths.clock),
    ("clock-24", r"(?<![\w.:,])(?P<h>[0-2]?\d):(?P<min>[0-5]\d)(?P<half>)"
     rf"(?:[:]\d\d)?(?: (?P<zone>(?-i:{_ZONE})))?(?![\w:])", lengths.clock),
    ("vague",
     r"(?i:\b(?:recently|lately|currently|presently|nowadays|now|at present|"
     r"(?:the )?(?:near |foreseeable |distant )?future|the past|former)\b)",
     meanings.vague),
)  # fmt: skip
"""Durations, clock times and vague words: they date nothing, and keep their words from others."""

_TRIGGERS = {
    "month":
        "(?:J(?:an|un|ul|AN|UN|UL)|Feb|FEB|Ma[ry]|MA[RY]|A(?:pr|PR|ug|UG)|Sep|SEP|Oct|OCT|Nov|NOV|"
        "Dec(?!ade)|DEC(?!ADE))",
    "weekday": "[MTWFS][a-zA-Z]{2,5}(?:day|DAY)",
    "digits":
        r"(?:[12]\d{3}|\d{4}(?= ?(?:GMT|UTC|[ECMP][SD]?T|hours)\b)|\d\d?[:./]\d\d|"
        r"\d\d?(?= ?[apGU]\.?[mMT])|['’]?\d0s|"
        r"\d\d?(?= local| o'| [A-Z]{2,4}\b)|\d{1,4}(?= ?B\.?C))",
    "ordinal": r"[0-3]?\d(?:st|nd|rd|th)\b",
    "unit":
        "(?i:nights?|mornings?|afternoons?|evenings?|seconds?|minutes?|hours?|days?|weeks?|"
        "weekends?|months?|quarters?|years?|decades?|centur(?:y|ies)|spring|summer|autumn|winter|"
        "fall)",
    "deictic": "(?i:yesterday|today|tonight|tomorrow|overnight)",
    "vague":
        "(?i:recently|lately|currently|nowadays|now|present|future|past|former|recent|current)",
    "often": "(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual|twice-)",
    "noon": "(?:noon|midday|midnight|dawn|dusk)",
    "other":
        r"(?:(?i:christmas|new year|halloween)|Valentine|St\.? Pat|Boxing|All Sa|Q[1-4]\b|FY|"
        rf"{'|'.join(DECADES)})",
}  # fmt: skip
_NEEDS = {
    "iso": "digits", "numeric": "digits", "decade": "digits other", "quarter": "unit other",
    "years": "digits", "year": "digits", "year-cued": "digits", "year-bare": "digits",
    "year-compound": "digits", "year-bc": "digits", "holiday": "other month", "weekday": "weekday",
    "deictic": "deictic unit", "day-of-month": "ordinal", "vague": "vague",
    "recent-adjective": "vague", "clock": "digits", "clock-24": "digits",
    "clock-military": "digits",
    "fiscal": "digits other", "attacks": "digits month", "set-adverb": "often", "noon": "noon",
    "set-weekday": "weekday", "set-every": "unit weekday month", "part": "unit noon",
}  # fmt: skip
"""Triggers by pattern; those on months need a month, all others a unit of time."""


def _needs(name: str) -> frozenset[str]:
    default = "month" if "month" in name and name != "day-of-month" else "unit"
    return frozenset(_NEEDS.get(name, default).split())


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern, compiled; of two that match the same words the first counts."""
    return tuple(
        Pattern(name, re.compile(source), build, _needs(name))
        for name, source, build in (*_DATES, *_RELATIVE, *_DATELESS)
    )


@cache
def trigger() -> re.Pattern[str]:
    """Finds every word or number without which no pattern can match; its group is its kind."""
    kinds = (f"(?P<{kind}>{words})" for kind, words in _TRIGGERS.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})")
