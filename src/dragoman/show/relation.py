"""The relations of two states on a day, in one sentence, with what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.diplomacy.treaties import articles
from dragoman.show import wording
from dragoman.show.views import undated
from dragoman.store.store import Store

Row = Mapping[str, Any]

SAYS = {
    "full": "were full",
    "recalled": "went on without an ambassador of at least one side",
    "charge": "were at the level of chargé d'affaires",
    "severed": "were severed",
    "unknown": "are not known",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report's words for what brought the state of relations about; `precision`: day, month
    or year, as far as the date of publication is known."""

    report: str
    published: dt.date | None
    precision: str | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """An act that brought the state about.

    `sentence` is the incident's; `article` as in acts.toml ("VCDR 2, 45"), `rests_on` the same in
    words; None where the act rests on none.
    """

    incident_id: str
    act: str
    sentence: str
    article: str | None
    rests_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """How each of the pair is represented in the other: `diplomacy.missions.Rank` values.

    `first_in_second`: the head of the mission of the pair's first state, by code, in the second.
    """

    first_in_second: str
    second_in_first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Relations of a pair on a day. `state` as in the contract; `since` None: from before the
    first act told; `because`: summaries of the incidents that brought it about; `unsure`: a
    sentence where the day lies among those on which the state may have changed."""

    pair: tuple[str, str]
    on: dt.date
    state: str
    sides: Sides
    since: dt.date | None
    since_precision: str | None
    until: dt.date | None
    incidents: tuple[str, ...]
    because: tuple[str, ...]
    causes: tuple[Cause, ...]
    sources: tuple[Source, ...]
    unsure: str | None
    sentence: str


Find = Callable[[str], Row | None]
"""A row of incidents by its id."""


def relation(
    store: Store, pair: tuple[str, str], on: dt.date, names: Mapping[str, str]
) -> Answer | None:
    """The answer for a pair (ISO 3166 alpha-3) and a day; None where no report tells of them."""
    first, second = sorted(pair)
    spells = [row for row in store.rows("relations") if list(row["pair"]) == [first, second]]
    held = next((row for row in spells if holds(row, on)), None)
    if held is None:
        return None

    def find(key: str) -> Row | None:
        return next(iter(store.rows("incidents", incident_id=key)), None)

    spell = by_then(held, on)
    told = causes(spell, find, articles_of())
    return Answer(
        pair=(first, second), on=on, state=spell["state"], sides=sides(spell, on),
        since=spell["date_start"], since_precision=spell["start_precision"],
        until=spell["date_end"], incidents=tuple(spell["since"]),
        because=tuple(dict.fromkeys(one.sentence for one in told)), causes=told,
        sources=_sources(store, list(spell["since"])), unsure=unsure(spells, on, find),
        sentence=f"On {wording.day_text(on)} {says(spell, [names.get(c, c) for c in pair], find)}",
    )  # fmt: skip


@lru_cache(maxsize=1)
def articles_of() -> dict[str, str | None]:
    """The articles that each act rests on, by its id."""
    from dragoman.knowledge.load import load

    return {kind.id: kind.article for kind in load().acts.values()}


def holds(row: Row, on: dt.date) -> bool:
    """Whether a spell, or a side of it, holds on a day."""
    first, last = row["date_start"], row["date_end"]
    return (first is None or first <= on) and (last is None or on <= last)


def by_then(spell: Row, on: dt.date) -> Row:
    """The spell with those causes alone that had come about by a day."""
    told = [
        key
        for side in spell["sides"] or ()
        if side["date_start"] is None or side["date_start"] <= on
        for key in side["since"]
    ]
    return {**spell, "since": list(dict.fromkeys(told))} if spell["sides"] else spell


def sides(spell: Row, on: dt.date) -> Sides:
    """The ranks of both heads of mission on a day of the spell."""
    side = next((one for one in spell["sides"] or () if holds(one, on)), None)
    ranks = ("unknown", "unknown") if side is None else side["ranks"]
    return Sides(first_in_second=ranks[0], second_in_first=ranks[1])


def causes(spell: Row, find: Find, acts: Mapping[str, str | None]) -> tuple[Cause, ...]:
    """The acts that brought a spell about, in its order."""
    found = []
    for key in spell["since"]:
        row = find(key)
        if row is not None:
            article = acts.get(row["act"])
            found.append(
                Cause(
                    incident_id=key, act=row["act"], sentence=_reason(row, spell["date_start"]),
                    article=article, rests_on=in_words(article),
                )
            )  # fmt: skip
    return tuple(found)


def in_words(article: str | None) -> str | None:
    """ "VCDR 2, 45" as "Vienna Convention on Diplomatic Relations 1961, arts. 2 and 45"."""
    return "; ".join(map(str, articles(article))) or None


def says(spell: Row, names: Sequence[str], find: Find) -> str:
    """What a spell says of its days: "relations between A and B were severed, since ...: ..."."""
    text = f"relations between {wording.listing(list(names))} {SAYS[spell['state']]}"
    if spell["date_start"] is not None:
        text += f", since {since_text(spell, find)}"
    elif spell["state"] != "unknown":
        text += ", as what was told later presupposes"
    told = causes(spell, find, articles_of())
    reasons = _reasons([(one.sentence.rstrip("."), one.rests_on) for one in told])
    return f"{text}: {'; '.join(reasons)}." if reasons else f"{text}."


def _reasons(told: Sequence[tuple[str, str | None]]) -> list[str]:
    """Each act with its articles; what several in a row rest on stands behind the last of them."""
    once = list(dict.fromkeys(told))
    after = [*(article for _, article in once[1:]), None][: len(once)]
    return [
        f"{sentence} ({article})" if article and article != following else sentence
        for (sentence, article), following in zip(once, after, strict=True)
    ]


def since_text(spell: Row, find: Find) -> str:
    """The first day of a spell as far as it is known."""
    start, precision = spell["date_start"], spell["start_precision"]
    days = window(spell, find)
    if precision in ("month", "year") or days is None:
        return wording.at_precision(start, precision)
    return wording.day_text(start) if precision == "day" else f"a day of {wording.span_text(*days)}"


def unsure(spells: Sequence[Row], on: dt.date, find: Find) -> str | None:
    """A sentence where the state may have changed before or after `on`; None where it is sure."""
    for spell in spells:
        days = window(spell, find)
        if days is not None and days[0] <= on <= days[1]:
            if spell["start_precision"] in ("month", "year"):
                known = wording.at_precision(days[0], spell["start_precision"])
                return f"The day of the change is not told: it was in {known}."
            return f"The day of the change is not told: it was one of {wording.span_text(*days)}."
    return None


def window(spell: Row, find: Find) -> tuple[dt.date, dt.date] | None:
    """First and last day on which a spell may have begun, where that is more than one."""
    if spell["date_start"] is None or spell["start_precision"] in (None, "day"):
        return None
    for key in spell["since"]:
        row = find(key)
        if row is None or row["date_start"] is None or row["date_end"] is None:
            continue
        if row["date_start"] < row["date_end"] and holds(row, spell["date_start"]):
            return row["date_start"], row["date_end"]
    return None


def _reason(incident: Row, since: dt.date | None) -> str:
    """The sentence of an incident; without its date where that is the first day of the spell."""
    first, last = incident["date_start"], incident["date_end"]
    if since is not None and first is not None and last is not None and first <= since <= last:
        return undated(incident)
    summary: str = incident["summary"]
    return summary


def _sources(store: Store, incidents: list[str]) -> tuple[Source, ...]:
    """The words of each report, one quote a report, in order of publication."""
    found: dict[str, Source] = {}
    for key in incidents:
        for row in store.rows("events", incident_id=key):
            report = store.rows("reports", report_id=row["report_id"])[0]
            source = Source(
                report=row["report"], published=report["published"],
                precision=report["published_precision"], quote=row["quote"],
            )  # fmt: skip
            found.setdefault(row["report_id"], source)
    return tuple(sorted(found.values(), key=lambda one: (one.published or dt.date.max, one.report)))
