"""What tells one story from the next in a report's words: terms, names, days, ages and numbers.

No grammar is needed, so a thousand reports a second can be looked at. Words are stems without
case and diacritics; in scripts that put no blanks between words every two characters are a term.
Weekdays and days of a month become days of the calendar by the day of publication: two reports of
one happening name the same day even where one says "Friday" and the other "July 31".
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from dragoman.model.words import COMMON, STEM

LEAD = 5000
"""Characters of a text that are looked at: news tells its story first."""
WEEK = 7

_ASCII_STEM = re.compile(rf"([a-z]{{3,{STEM}}})[a-z]*")
_WORD = re.compile(r"[^\W\d_]{3,}|[^\W\d_a-z]{2}")
_MARKS = re.compile("[\u0300-\u036f]+")
_SIGNS = re.compile("[\u00a0-\u00bf\u2000-\u206f]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_LINE = re.compile(r"\n+|(?<=[.!?…。])[\"”’']?\s+")
_VARYING = re.compile(r"\b(?:[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩА-Я]\w*|\d\S*)")
_UPPER = r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][^\W\d_]*(?:[-'’][A-ZÀ-ÖØ-ÞΑ-ΩА-Я][^\W\d_]*)*"
_NAME = re.compile(rf"{_UPPER}(?:\.? {_UPPER})+")
_PLACED = re.compile(r"\b(?:in|at|near|from|on|outside|around) (?:the |\w+ern )?$", re.IGNORECASE)
_BEFORE = 24
"""Characters before a name in which to look for the word that makes it a place."""
_NAME_PART = re.compile(r"[^\s.]{3,}")
_AGE = re.compile(r"\b(\d{1,3})-(?:year|month)s?-old|, (\d\d),")
_NUMBER = re.compile(r"\b\d+(?:[.,:]\d+)*\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAYS = {"Mon": 0, "Tues": 1, "Wednes": 2, "Thurs": 3, "Fri": 4, "Satur": 5, "Sun": 6}
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
_MONTH = (
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_DATE = re.compile(
    r"\b(?=[MTWFSJAOND\d])(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|{_MONTH} (\d{{1,2}})\b(?:st|nd|rd|th)?(?:, (\d{{4}}))?"
    rf"|(\d{{1,2}}) {_MONTH}(?: (\d{{4}}))?\b|(\d{{4}}-\d\d-\d\d)\b)"
)


def lines(text: str) -> list[tuple[str, int]]:
    """The sentences of a text, each with a key that leaves out names and numbers.

    "Get notifications on Ann Lee daily!" and the same with another's name have one key, unless a
    line is little more than names. A line without a word has the key 0.
    """
    whole = _LINE.split(text[:LEAD])
    masked = _LINE.split(_VARYING.sub("", text[:LEAD]))
    if len(whole) != len(masked):
        masked = whole
    return [(line, _key(line, mask)) for line, mask in zip(whole, masked, strict=True)]


def _key(line: str, masked: str) -> int:
    words = masked.split()
    told = " ".join(words if len(words) > WEEK // 2 else line.split()).casefold()
    if not any(c.isalnum() for c in told):
        return 0
    raw = told.encode("utf-8", "surrogatepass")
    return zlib.crc32(raw) << 32 | zlib.adler32(raw)


def words(text: str) -> Counter[str]:
    """How often each stem of a content word stands in a text."""
    plain = _plain(text)
    if plain.isascii():
        found = Counter(_ASCII_STEM.findall(plain))
    else:
        found = Counter([word[:STEM] for word in _WORD.findall(_UNSPACED.sub(" ", plain))])
        for run in _UNSPACED.findall(plain):
            found.update(run[i : i + 2] for i in range(max(1, len(run) - 1)))
    for common in _COMMON_STEMS:
        found.pop(common, None)
    return found


def _plain(text: str) -> str:
    """Text without case, diacritics and typographic signs, as `fold` but for speed."""
    if text.isascii():
        return text.lower()
    whole = unicodedata.normalize("NFKD", _SIGNS.sub(" ", text).casefold())
    return _MARKS.sub("", whole)


_COMMON_STEMS = tuple(sorted({word[:STEM] for word in COMMON}))


def names(text: str) -> Iterator[tuple[str, bool]]:
    """Each two neighbouring parts of a capitalised run, and whether "in", "at" ... stands before.

    "in West Elm Park" gives ("west elm", True) and ("elm park", True). Initials are left out.
    """
    for match in _NAME.finditer(text):
        start = match.start()
        is_placed = _PLACED.search(text, max(0, start - _BEFORE), start) is not None
        parts = _NAME_PART.findall(_plain(match.group()))
        for left, right in pairwise(parts):
            yield f"{left} {right}", is_placed


def ages(text: str) -> frozenset[str]:
    """The ages told: "a 34-year-old", "Ann Lee, 34, said"."""
    return frozenset(one or other for one, other in _AGE.findall(text))


def numbers(text: str) -> frozenset[str]:
    """The numbers that are no years."""
    return frozenset(one for one in _NUMBER.findall(text) if not _YEAR.fullmatch(one))


def days(text: str, published: int | None) -> Counter[int]:
    """How often each day of the calendar is named, as ordinals.

    A weekday is the last one up to the day of publication, a day of a month without a year the
    last one up to a week after it; where that day is unknown only full dates count.
    """
    found: Counter[int] = Counter()
    for weekday, month, day, year, day_2, month_2, year_2, iso in _DATE.findall(text):
        if weekday:
            if published is not None:
                found[published - (published - 1 - _DAYS[weekday]) % WEEK] += 1
            continue
        at = _ordinal(iso, year or year_2, month or month_2, day or day_2, published)
        if at is not None:
            found[at] += 1
    return found


def _ordinal(iso: str, year: str, month: str, day: str, published: int | None) -> int | None:
    try:
        if iso:
            return dt.date.fromisoformat(iso).toordinal()
        if year:
            return dt.date(int(year), _MONTHS[month], int(day)).toordinal()
        if published is None:
            return None
        latest = dt.date.fromordinal(min(published + WEEK, dt.date.max.toordinal()))
        at = dt.date(latest.year, _MONTHS[month], int(day))
        return (at if at <= latest else at.replace(year=latest.year - 1)).toordinal()
    except ValueError:  # 31 June, 29 February, the year 0
        return None
