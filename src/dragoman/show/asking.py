"""What a person asks for in words, as filters: partial dates, names of states, codes that exist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from dragoman.errors import UsageError
from dragoman.knowledge.check_nouns import SECTORS
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import STATUSES
from dragoman.model.words import fold
from dragoman.show.filters import Filters

Named = Callable[[str], str]
NAMES = frozenset(field.name for field in fields(Filters)) - {"state"}
"""What can be asked for; `state` follows from `party`."""


def as_option(name: str) -> str:
    """How the command line writes a name: `--with-text`."""
    return f"--{name.replace('_', '-')}"


def filters(named: Named = str, **asked: Any) -> Filters:
    """What is asked for, names of states and partial dates resolved.

    Args:
        named: how the asker writes the name of a filter, for messages.
        asked: values by the names of `Filters`, as text; days also as dates. None: not asked.

    Raises:
        UsageError: no such date, act, status, state or sector.
    """
    act, party, status = asked.get("act"), asked.get("party"), asked.get("status")
    country, sector = asked.get("country"), asked.get("sector")
    if status is not None and status not in STATUSES:
        raise UsageError(f"{named('status')} {status}: expected one of {', '.join(STATUSES)}")
    if act is not None:
        _check_act(act, load(), named("act"))
    return Filters(
        act=act, party=party, state=None if party is None else state(party, load()),
        since=day(asked.get("since"), named("since")),
        until=day(asked.get("until"), named("until"), last=True),
        report=asked.get("report"), status=status, kind=asked.get("kind"),
        reason=asked.get("reason"), limit=asked.get("limit"),
        sector=None if sector is None else _sector(sector, named("sector")),
        country=None if country is None else _country(country, named("country")),
    )  # fmt: skip


def day(text: str | dt.date | None, named: str, *, last: bool = False) -> dt.date | None:
    """The first day, or the `last`, of 2025, 2025-11 or 2025-11-03; a date is itself.

    Raises:
        UsageError: it is none of these.
    """
    if text is None or isinstance(text, dt.date):
        return text
    try:
        if len(text) == 10:
            return dt.date.fromisoformat(text)
        year, _, month = text.partition("-")
        if len(year) != 4 or (month and len(month) != 2):
            raise ValueError(text)
        first = dt.date(int(year), int(month or (12 if last else 1)), 1)
        if not last:
            return first
        after = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return after - dt.timedelta(days=1)
    except ValueError as error:
        raise UsageError(
            f"{named} {text}: not a date; write it as 2025, 2025-11 or 2025-11-03"
        ) from error


def state(name: str, knowledge: Knowledge) -> str | None:
    """The ISO 3166 alpha-3 code of a state by its code or any of its names; None: no state."""
    if name.upper() in knowledge.states:
        return name.upper()
    wanted = fold(name)
    for row in knowledge.states.values():
        if wanted in (fold(row.name), fold(row.official or "")):
            return row.id
    for alias in knowledge.aliases:
        if fold(alias.alias) == wanted and alias.party_id in knowledge.states:
            return alias.party_id
    return None


def _country(name: str, named: str) -> str:
    found = state(name, load())
    if found is None:
        raise UsageError(f"{named} {name}: no state of that name or code (ISO 3166 alpha-3)")
    return found


def _sector(code: str, named: str) -> str:
    if code.upper() not in SECTORS:
        raise UsageError(f"{named} {code}: expected one of {', '.join(sorted(SECTORS))}")
    return code.upper()


def _check_act(act: str, knowledge: Knowledge, named: str) -> None:
    known = {*knowledge.acts, *(name.casefold() for name in knowledge.plover)}
    if act.casefold() not in known:
        raise UsageError(
            f"{named} {act}: no such act; the acts are {', '.join(sorted(knowledge.acts))}, "
            f"the PLOVER types {', '.join(sorted(knowledge.plover))}"
        )
