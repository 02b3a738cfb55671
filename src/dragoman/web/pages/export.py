"""Export: which rows, how many they are, in which format; and the command that does the same."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.formats import known
from dragoman.knowledge.load import load
from dragoman.show import asking, wording
from dragoman.show.filters import Filters
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room, Wanted

CHOICES = ("act", "country", "since", "until", "status")
"""What the page narrows by; `country` is `--party` of the command line."""

STANDARD = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose, with its words, and whether it is chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Shown):
    """The page.

    Attributes:
        chosen: what was chosen, by name.
        incidents, tellings: how many rows are as chosen; counted: the same in words.
        formats, acts, types, countries, statuses: what can be chosen.
        with_text: whether texts are asked for; texts: formats that have a place for them.
        command: the command line that writes the same.
    """

    chosen: dict[str, str]
    incidents: int
    tellings: int
    counted: str
    formats: tuple[Choice, ...]
    acts: tuple[Choice, ...]
    types: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    with_text: bool
    texts: tuple[str, ...]
    command: str


def page(record: Path) -> Page:
    """The page of a record."""

    def view(room: Room, ask: Ask) -> Export:
        return _export(room, ask.query, record.resolve().name)

    return Page(name="export", view=view, label="Export", live=True)


def filters(query: Mapping[str, str]) -> Filters:
    """What the page's choices mean as filters.

    Raises:
        UsageError: no such act, state, status or day.
    """
    given: dict[str, Any] = {name: query[name] for name in CHOICES if name in query}
    country = given.pop("country", None)
    found = asking.filters(**given, country=country)
    if country is None:
        return found
    # As `--party Peru`: the state and its people; `country` is for lists of parties.
    return asking.filters(**given, party=found.country)


def settings_of(query: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """The format's name and its settings.

    Raises:
        UsageError: no such format.
    """
    form = known.find(query.get("format", STANDARD))
    wants_text = "with_text" in query and "with_text" in form.takes
    return form.name, {"with_text": True} if wants_text else {}


def wanted(asked: Filters) -> Wanted:
    """The same choice as a question to the card index."""
    act = asked.act
    # A word that is both, as "accuse", means the type: all that is done by the act is of it.
    is_type = act is not None and act.upper() in load().plover
    return Wanted(
        act=None if act is None or is_type else act.casefold(),
        type=act.upper() if act is not None and is_type else None,
        status=asked.status, country=asked.state, since=asked.since, until=asked.until,
    )  # fmt: skip


def _export(room: Room, query: Mapping[str, str], record: str) -> Export:
    asked = filters(query)
    name, settings = settings_of(query)
    sought = wanted(asked)
    incidents, tellings = room.count(sought), room.count_tellings(sought)
    chosen = {one: query[one] for one in CHOICES if one in query}
    return Export(
        title="Export", chosen=chosen, incidents=incidents, tellings=tellings,
        counted=f"{incidents:,} incidents, {tellings:,} tellings",
        formats=tuple(
            Choice(value=one.name, label=f"{one.name}: {one.about}", is_chosen=one.name == name)
            for one in known.FORMATS.values()
        ),
        acts=_choices(room, "act", chosen.get("act")),
        types=_choices(room, "type", chosen.get("act")),
        countries=_choices(room, "country", chosen.get("country"), room.names),
        statuses=_choices(room, "status", chosen.get("status"), wording.STATUS),
        with_text="with_text" in query,
        texts=tuple(one.name for one in known.FORMATS.values() if "with_text" in one.takes),
        command=_command(name, asked, settings, record),
    )  # fmt: skip


def _choices(
    room: Room, facet: str, chosen: str | None, words: Mapping[str, str] | None = None
) -> tuple[Choice, ...]:
    query = "select value from facets where name = ?"
    found = [str(value) for (value,) in room.select(query, facet)]
    said = [
        Choice(
            value=one, label=(words or {}).get(one) or one.replace("_", " "),
            is_chosen=chosen is not None and one.casefold() == chosen.casefold(),
        )
        for one in found
    ]  # fmt: skip
    return tuple(sorted(said, key=lambda one: (one.label.casefold(), one.value)))


def _command(form: str, asked: Filters, settings: Mapping[str, object], record: str) -> str:
    words = ["dragoman", "export", form, "out/"]
    given = {
        "act": asked.act, "party": asked.party, "since": asked.since, "until": asked.until,
        "status": asked.status,
    }  # fmt: skip
    for name, value in given.items():
        if value is not None:
            words += [f"--{name}", str(value)]
    if settings.get("with_text"):
        words.append("--with-text")
    return shlex.join([*words, "--record", record])
