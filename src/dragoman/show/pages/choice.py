"""What a reader asks for in the address of a page: `?since=2025&party=PER&family=4`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.show import wording
from dragoman.show.room import Room, Wanted

LISTED = 60
"""Parties that the form offers; others can still be asked for by their id in the address."""

NOBODY = ""
"""The id of no party: asked for when a name is not known."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value that the form offers, with its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which incidents a reader asks for.

    Attributes:
        wanted: the same for the room.
        given: the query that says it again, without what was left empty; `page` is not in it.
        page: of a long list, from 1.
        says: in words, empty where everything is asked for.
        parties, acts, statuses: what the form offers.
    """

    wanted: Wanted
    given: Mapping[str, str]
    page: int
    says: str
    parties: tuple[Option, ...]
    acts: tuple[Option, ...]
    statuses: tuple[Option, ...]


def choice(room: Room, query: Mapping[str, str], *, families: Mapping[int, str]) -> Choice:
    """The choice that a query makes.

    Raises:
        UsageError: a value cannot be read; it says which, and what is expected.
    """
    names = ("since", "until", "party", "family", "act", "status", "disputed")
    given = {name: query[name].strip() for name in names if query.get(name, "").strip()}
    since, until = _first(given.get("since")), _last(given.get("until"))
    if since is not None and until is not None and until < since:
        raise UsageError(f"until={given['until']} is before since={given['since']}; swap them")
    family = _one_of("family", given.get("family"), [str(one) for one in families])
    acts = _acts(room)
    act = _one_of("act", given.get("act"), [one.value for one in acts])
    status = _one_of("status", given.get("status"), list(wording.STATUS))
    _one_of("disputed", given.get("disputed"), ["1"])
    party, country, called = _party(room, given.get("party"))
    quad = None if family is None else int(family)
    wanted = Wanted(
        act=act, quad=quad, status=status, party=party, country=country, since=since, until=until,
        disputed=True if "disputed" in given else None,
    )  # fmt: skip
    said = [
        f"with {called}" if called else "",
        families[quad] if quad is not None else "",
        act.replace("_", " ") if act else "",
        (wording.STATUS[status] or "told as fact") if status else "",
        "disputed" if wanted.disputed else "",
        f"from {wording.day_text(since)}" if since else "",
        f"until {wording.day_text(until)}" if until else "",
    ]
    return Choice(
        wanted=wanted, given=given, page=_page(query.get("page")),
        says=", ".join(part for part in said if part), parties=_parties(room), acts=acts,
        statuses=tuple(
            Option(value=code, words=words or "told as fact")
            for code, words in wording.STATUS.items()
        ),
    )  # fmt: skip


def _first(text: str | None) -> dt.date | None:
    return None if text is None else _day("since", text, last=False)


def _last(text: str | None) -> dt.date | None:
    return None if text is None else _day("until", text, last=True)


def _day(name: str, text: str, *, last: bool) -> dt.date:
    """A day, or the first or last one of a month or year."""
    if found := _DAY.match(text):
        year = int(found[1])
        month = int(found[2] or (12 if last else 1))
        try:
            days = calendar.monthrange(year, month)[1]
            return dt.date(year, month, int(found[3] or (days if last else 1)))
        except ValueError:
            pass
    raise UsageError(f"{name}={text} is no date; write 2025, 2025-11 or 2025-11-03")


def _one_of(name: str, value: str | None, known: list[str]) -> str | None:
    if value is None or value in known:
        return value
    raise UsageError(f"{name}={value} is not known; choose one of: {', '.join(known)}")


def _page(text: str | None) -> int:
    if not text:
        return 1
    if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) < 1:
        raise UsageError(f"page={text} is no page; pages are counted from 1")
    return int(text)


def _party(room: Room, text: str | None) -> tuple[str | None, str | None, str]:
    """party_id, or country where a state is meant (it and its people), and the name."""
    if text is None:
        return None, None, ""
    found = room.party(text)
    if found is None:
        key = next(
            (row[0] for row in room.select(
                "select id from parties where name = ? collate nocase order by n limit 1", text
            )), None,
        )  # fmt: skip
        found = None if key is None else room.party(key)
    if found is None and text.upper() in room.names:
        return None, text.upper(), room.names[text.upper()]
    if found is None:
        return NOBODY, None, text
    if found["kind"] == "state" and found["country"]:
        return None, found["country"], found["name"]
    return found["party_id"], None, found["name"]


def _parties(room: Room) -> tuple[Option, ...]:
    return tuple(
        Option(value=row["party_id"], words=row["name"]) for row in room.parties(limit=LISTED)
    )


def _acts(room: Room) -> tuple[Option, ...]:
    found = room.select("select distinct act from incidents order by act")
    return tuple(Option(value=act, words=act.replace("_", " ")) for (act,) in found)
