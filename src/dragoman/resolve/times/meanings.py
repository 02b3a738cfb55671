"""What the words that a pattern matched mean: each match becomes a value's form.

A builder gives None when the words name no possible date: 31 February, 13/13/2020.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.resolve.times.words import (
    DECADES,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    number,
)


def month_number(word: str) -> int:
    """1 to 12 for "March", "Sept."."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """0 for "Monday", "mon." to 6."""
    return WEEKDAYS[word.lower().rstrip(".")]


def _modifier(words: str | None) -> str:
    if not words:
        return ""
    words = words.lower()
    for mod, cues in (
        ("firsthalf", ("first half",)),
        ("lasthalf", ("second half", "latter half")),
        ("early", ("early", "beginning", "start")),
        ("mid", ("mid",)),
        ("late", ("late", "end", "close")),
    ):
        if any(cue in words for cue in cues):
            return f"~{mod}"
    return ""


def part_of(words: str | None) -> str:
    """TimeML's part of the day that `words` name: "MO", "AF", "EV", "NI"; "" for none."""
    return next((code for word, code in PARTS.items() if words and word in words.lower()), "")


def _at(words: str | None) -> str:
    part = part_of(words)
    return f"@{part}" if part else ""


def _date(year: str | None, month: int, day: str) -> str | None:
    """A calendar day, with or without its year; None when the calendar has no such day."""
    on = int(re.sub(r"\D", "", day))
    try:
        # A leap year stands in for an unknown one.
        dt.date(int(year) if year else 2000, month, on)
    except ValueError:
        return None
    day_of_year = f"{month:02d}-{on:02d}"
    return f"abs:{int(year):04d}-{day_of_year}" if year else f"monthday:{day_of_year}:auto"


def iso(m: re.Match[str]) -> str | None:
    """The value of 2020-12-25."""
    return _date(m["y"], int(m["m"]), m["d"]) if 1 <= int(m["m"]) <= 12 else None


def numeric(m: re.Match[str]) -> str | None:
    """The value of 12/25/2020 and 25.12.2020; where both orders are possible only its year."""
    a, b, year = int(m["a"]), int(m["b"]), m["y"]
    year = year if len(year) == 4 else ("20" if int(year) < 50 else "19") + year
    if m["sep"] == "." or a > 12 or a == b:
        return _date(year, b, m["a"]) if 1 <= b <= 12 else None
    if b > 12:
        return _date(year, a, m["b"]) if 1 <= a <= 12 else None
    return f"abs:{year}" if a and b else None


def written(m: re.Match[str]) -> str | None:
    """The value of "25 December 2020", "December 25"; None for 31 February."""
    part = _at(m.groupdict().get("part"))
    form = _date(m["y"], month_number(m["m"]), m["d"])
    return form + part if form else None


def days(m: re.Match[str]) -> str | None:
    """The value of "5-7 May 2020", "May 5 to 7"."""
    first, last = (
        _date(m["y"], month_number(m["m"]), m["d"]),
        _date(m["y"], month_number(m["m"]), m["e"]),
    )
    return f"{first}..{last}" if first and last and first < last else None


def month_year(m: re.Match[str]) -> str:
    """The value of "early May 2020"."""
    return f"abs:{int(m['y']):04d}-{month_number(m['m']):02d}{_modifier(m['mod'])}"


def bare_month(m: re.Match[str]) -> str:
    """The value of "last May", "late May", "May"."""
    groups = m.groupdict()
    return (
        f"month:{month_number(m['m'])}:{_which(groups.get('which'))}{_modifier(groups.get('mod'))}"
    )


_PAIRED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.? (?:and|or|to|through) \Z", re.IGNORECASE)


def paired_month(m: re.Match[str]) -> str | None:
    """The value of "May" in "March and May"; None where no month stands before it."""
    before = _PAIRED.search(m.string, max(0, m.start() - 24), m.start())
    return bare_month(m) if before else None


def _which(word: str | None) -> str:
    word = (word or "").lower().split(" ")[-1]
    return {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next",
            "this": "this"}.get(word, "auto")  # fmt: skip


def weekday_form(m: re.Match[str]) -> str:
    """The value of "last Friday", "Friday night", "Friday last week"."""
    day, part = weekday_number(m["wd"]), _at(m["part"])
    if m["week"]:
        shift = {"last": "-1", "this": "+0", "next": "+1"}[m["week"].lower()]
        return f"weekday:{day}:week{shift}{part}"
    which = _which(m["which"])
    return f"weekday:{day}:{which}{part}"


def deictic(m: re.Match[str]) -> str:
    """The value of "yesterday evening", "tonight"."""
    words = m[0].lower()
    shift = next(
        shift
        for cue, shift in (
            ("before yesterday", -2), ("after tomorrow", 2), ("yesterday", -1), ("tomorrow", 1),
            ("last night", -1), ("last evening", -1), ("", 0),
        )
        if cue in words
    )  # fmt: skip
    return f"unit:day:{shift}{_at('night' if 'tonight' in words else words)}"


def unit_of(word: str) -> str:
    """One of `UNITS`: "years" -> "year"."""
    word = word.lower().replace("centuries", "century")
    return word if word in UNITS else word.removesuffix("s")


_SHIFT = {
    "last": -1,
    "latest": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}


def unit_form(m: re.Match[str]) -> str:
    """The value of "earlier this month", "last summer"."""
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


def day_of_month(m: re.Match[str]) -> str | None:
    """The value of "the 25th"."""
    return f"dom:{int(m['d'])}:auto" if 1 <= int(m["d"]) <= 31 else None


def end_of(m: re.Match[str]) -> str:
    """The value of "the end of the year", "year's end": of this one."""
    return f"unit:{m['unit'].lower()}:0{_modifier(m['mod'] or 'end')}"


def counted(words: str) -> str:
    """The digits of a count: "three" -> "3", "2.5"; "few" where it gives no number."""
    words = words.strip().replace(",", "")
    if re.fullmatch(r"\d+\.\d+", words):
        return words
    found = number(words)
    return "few" if found is None else str(found)


def ago(m: re.Match[str]) -> str:
    """The value of "three weeks ago"."""
    words = m["n"] or ("a" if m["unit"].lower() == "year" and "-" in m[0] else "few")
    return f"offset:-{_halved(words, m)}:{unit_of(m['unit'])}"


def _halved(words: str, m: re.Match[str]) -> str:
    """The count that `words` write, with the half that the match adds to it."""
    count, groups = counted(words), m.groupdict()
    is_half = bool(groups.get("half") or groups.get("half2")) and count.isdigit()
    return f"{count}.5" if is_half else count


def in_days(m: re.Match[str]) -> str:
    """The value of "three weeks from now"."""
    return f"offset:+{counted(m['n'])}:{unit_of(m['unit'])}"


def later(m: re.Match[str]) -> str:
    """The value of "three weeks later": than what was told before."""
    sign = "-" if m["dir"].lower() in ("earlier", "before", "previously") else "+"
    count = _halved(m["n"] or "few", m)
    return f"narrative:{sign}{count}:{unit_of(m['unit'] or m['units'])}"


def same(m: re.Match[str]) -> str:
    """The value of "that day", "the previous week": seen from what was told before."""
    which = m["which"].lower()
    shift = -1 if "previous" in which or "preceding" in which else +1
    shift = 0 if "same" in which or which.startswith("that") else shift
    unit = m["unit"].lower()
    part = _at(unit)
    if part or unit in SEASONS:
        return f"narrative:{shift:+d}:{'day' if part else 'year'}{part}"
    return f"narrative:{shift:+d}:{unit}"


def day_beside(m: re.Match[str]) -> str:
    """The value of "the day before"."""
    shift = "+1" if m["dir"].lower() in ("after", "following") else "-1"
    unit = unit_of(m["unit"])
    part = _at(unit)
    return f"narrative:{shift}:{'day' if part else unit}{part}"


def trail(m: re.Match[str]) -> str:
    """The value of "the past five years"."""
    sign = "+" if m["which"].lower().split(" ")[-1] in ("next", "coming", "following") else "-"
    return f"trail:{sign}{counted(m['n'] or 'a')}:{unit_of(m['unit'])}"


def decade(m: re.Match[str]) -> str:
    """The value of "the late 1970s", "the seventies"."""
    words = m["dec"].lower()
    if words in DECADES:
        start = 1900 + DECADES[words]
    else:
        start = int(re.sub(r"\D", "", words))
        start += 1900 if start < 100 else 0
    return f"abs:{start}s{_modifier(m['mod'])}"


def century(m: re.Match[str]) -> str | None:
    """The value of "the 19th century"."""
    words = m["c"].lower()
    which = ORDINALS.get(words) or number(re.sub(r"(st|nd|rd|th)$", "", words))
    return f"abs:c{which}{_modifier(m['mod'])}" if which and which <= 21 else None


def season_year(m: re.Match[str]) -> str:
    """The value of "the spring of 2020", "the spring"."""
    season = SEASONS[m["season"].lower()]
    if m["y"]:
        return f"abs:{m['y']}-{season}{_modifier(m['mod'])}"
    return f"season:{season}:{'this' if m.groupdict().get('this') else 'auto'}{_modifier(m['mod'])}"


def quarter(m: re.Match[str]) -> str:
    """The value of "the second quarter of 2020"."""
    word = (m["q"] or m["n"]).lower()
    which = ORDINALS.get(word) or int(word)
    return f"abs:{m['y']}-Q{which}" if m["y"] else f"quarter:{which}:auto"


def fiscal(m: re.Match[str]) -> str:
    """The value of "fiscal 2013", "FY13": whose year that is, the words do not say."""
    year = m["y"] or m["y2"]
    return f"abs:FY{year if len(year) == 4 else '20' + year}"


def attacks(m: re.Match[str]) -> str:
    """The value of "9/11", "the Sept. 11 attacks": those of 2001, by which alone they are known."""
    return "abs:2001-09-11"


def year(m: re.Match[str]) -> str:
    """The value of "2020", "late 2020"."""
    return f"abs:{m['y']}{_modifier(m['mod'])}"


def year_bc(m: re.Match[str]) -> str:
    """The value of "218 BC": outside the calendar, so it dates nothing, but is no year either."""
    return f"abs:BC{int(m['y']):04d}"


def years(m: re.Match[str]) -> str | None:
    """The value of "1990-2000", "1990-95"."""
    last = m["z"] if len(m["z"]) == 4 else m["y"][:2] + m["z"]
    return f"abs:{m['y']}..abs:{last}" if int(last) > int(m["y"]) else None


def vague(m: re.Match[str]) -> str:
    """The value of "recently", "now", "the future"."""
    words = m[0].lower()
    if any(cue in words for cue in ("recent", "former", "previous", "past", "late")):
        return "vague:past"
    return "vague:future" if "future" in words or "coming" in words else "vague:present"


_HOLIDAYS = {
    "christmas eve": "12-24", "new year's eve": "12-31", "new year's day": "01-01",
    "valentine's day": "02-14", "halloween": "10-31", "st. patrick's day": "03-17",
    "st patrick's day": "03-17", "boxing day": "12-26", "all saints' day": "11-01",
    "may day": "05-01",
}  # fmt: skip
"""Feasts of one day of the year everywhere; the others are days of Christmas."""


def holiday(m: re.Match[str]) -> str:
    """The value of "Christmas 2020"."""
    words = m["h"].lower().replace("’", "'")
    day = _HOLIDAYS.get(words, "12-25")
    return f"abs:{m['y']}-{day}" if m["y"] else f"monthday:{day}:auto"
