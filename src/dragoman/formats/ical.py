"""iCalendar (RFC 5545): an all-day entry an incident, for announced visits and deadlines.

DTSTAMP is the newest publication day among an incident's reports, so no clock is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman import __version__
from dragoman.dates import DAY
from dragoman.formats import accounts
from dragoman.formats.accounts import Account, Accounts
from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.days import in_words, is_coarse, outer
from dragoman.formats.escapes import calendar
from dragoman.formats.prose import headline, sentence, sides
from dragoman.formats.registry import File, Format, Settings
from dragoman.knowledge.load import load
from dragoman.show import wording

OCTETS = 75
"""Longest line, in bytes of UTF-8 without its end (RFC 5545, 3.1)."""
STATUS = {
    "actual": "CONFIRMED",
    "claimed": "TENTATIVE",
    "planned": "TENTATIVE",
    "hypothetical": "TENTATIVE",
    "denied": "CANCELLED",
}
"""events.status as STATUS of a VEVENT."""
NO_STAMP = dt.date(1970, 1, 1)
"""DTSTAMP, which may not be missing, where no report has a day; a COMMENT says so."""


@dataclass
class _Calendar:
    chosen: Chosen
    settings: Settings
    written: int = 0
    undated: int = 0
    dropped: int = 0
    unstamped: int = 0

    def content(self) -> Iterator[str]:
        yield _lines(
            "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//dragoman//dragoman {__version__}//EN",
            "CALSCALE:GREGORIAN",
        )  # fmt: skip
        if self.settings.title is not None:
            yield _lines(f"X-WR-CALNAME:{calendar(self.settings.title)}")
        tellers = Accounts(self.chosen.store)
        for told in self.chosen.told():
            days = outer(told.incident)
            if days is None:
                self.undated += 1
            elif self.settings.coarse == "drop" and is_coarse(told.incident):
                self.dropped += 1
            else:
                self.written += 1
                self.unstamped += accounts.revised(told) is None
                yield _event(told, tellers.of(told), *days)
        yield _lines("END:VCALENDAR")

    def count(self) -> int:
        return self.written

    def notes(self) -> list[str]:
        out = []
        if self.undated:
            out.append(f"{wording.count(self.undated, 'incident')} without a date left out.")
        if self.dropped:
            left = wording.count(self.dropped, "incident")
            out.append(f"{left} not known to the day left out, as asked.")
        if self.unstamped:
            left = wording.count(self.unstamped, "incident")
            out.append(f"{left} with DTSTAMP {NO_STAMP}: no report of theirs has a day.")
        return out


def _event(told: Told, tellers: list[Account], first: dt.date, last: dt.date) -> str:
    row = told.incident
    stamp = accounts.revised(told)
    # The end is the day after the last: an entry of one day ends on the next.
    end = last + DAY if last < dt.date.max else last
    doubt = f" ({in_words(row)})" if is_coarse(row) else ""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{calendar(row['incident_id'])}@dragoman",
        f"DTSTAMP:{_day(stamp or NO_STAMP)}T000000Z",
        f"DTSTART;VALUE=DATE:{_day(first)}",
        f"DTEND;VALUE=DATE:{_day(end)}",
        f"SUMMARY:{calendar(headline(row) + doubt)}",
        f"DESCRIPTION:{calendar(*_description(told, tellers))}",
        f"STATUS:{STATUS[row['status']]}",
        "TRANSP:TRANSPARENT",
        f"CATEGORIES:{','.join(calendar(one) for one in (row['act'], row['event_type']) if one)}",
        *_where(row["place"]),
    ]
    link = accounts.first_link(told)
    lines += [] if link is None else [f"URL:{link}"]
    lines += [] if stamp is not None else ["COMMENT:No report of this has a day of publication."]
    return _lines(*lines, "END:VEVENT")


def _where(place: Row | None) -> Iterator[str]:
    if place is None:
        return
    state = load().states.get(place["country"] or "")
    names = [place["name"], *([] if state is None else [state.name])]
    yield f"LOCATION:{calendar(', '.join(dict.fromkeys(names)))}"
    if place["lat"] is not None and place["lon"] is not None:
        yield f"GEO:{place['lat']:.6f};{place['lon']:.6f}"


def _description(told: Told, tellers: list[Account]) -> list[str]:
    lines = [sentence(told.incident), "According to:"]
    for one in tellers:
        head = ", ".join(filter(None, (accounts.name(one.report), accounts.day(one.report))))
        lines.append(f"- {head}: “{accounts.short(one.telling['quote'])}”")
    for conflict in told.conflicts:
        lines.append(f"Disagreement: {conflict['about']}")
        lines += [f"- {side}" for side in sides(conflict)]
    return lines


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _lines(*lines: str) -> str:
    return "".join(folded(line) + "\r\n" for line in lines)


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets; no character is cut in two."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return "\r\n".join([*pieces, piece])


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    made = _Calendar(chosen, settings)
    yield File(
        name="incidents.ics", about="An all-day entry an incident.", content=made.content(),
        count=made.count, notes=made.notes,
    )  # fmt: skip


ICAL = Format(
    name="ical",
    about="iCalendar: announced visits and deadlines in a calendar",
    files=_files,
    takes=("coarse", "title"),
)
