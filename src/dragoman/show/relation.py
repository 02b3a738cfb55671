"""The relations of two states on a day, in one sentence, with what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.show import wording
from dragoman.show.views import undated
from dragoman.store.store import Store

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
class Answer:
    """Relations of a pair on a day. `state` as in the contract; `since` None: from before the
    first act told; `because`: summaries of the incidents that brought it about."""

    pair: tuple[str, str]
    on: dt.date
    state: str
    since: dt.date | None
    until: dt.date | None
    incidents: tuple[str, ...]
    because: tuple[str, ...]
    sources: tuple[Source, ...]
    sentence: str


def relation(
    store: Store, pair: tuple[str, str], on: dt.date, names: Mapping[str, str]
) -> Answer | None:
    """The answer for a pair (ISO 3166 alpha-3) and a day; None where no report tells of them."""
    first, second = sorted(pair)
    spells = [row for row in store.rows("relations") if list(row["pair"]) == [first, second]]
    spell = next((row for row in spells if _holds(row, on)), None)
    if spell is None:
        return None
    told = [row for key in spell["since"] for row in store.rows("incidents", incident_id=key)]
    because = tuple(dict.fromkeys(_reason(row, spell["date_start"]) for row in told))
    return Answer(
        pair=(first, second), on=on, state=spell["state"], since=spell["date_start"],
        until=spell["date_end"], incidents=tuple(spell["since"]), because=because,
        sources=_sources(store, spell["since"]),
        sentence=_sentence(spell, on, [names.get(code, code) for code in pair], because),
    )  # fmt: skip


def _reason(incident: Mapping[str, Any], since: dt.date | None) -> str:
    """The sentence of an incident; without its date where that is the first day of the spell."""
    if since is not None and incident["date_start"] == incident["date_end"] == since:
        return undated(incident)
    summary: str = incident["summary"]
    return summary


def _holds(row: Mapping[str, Any], on: dt.date) -> bool:
    first, last = row["date_start"], row["date_end"]
    return (first is None or first <= on) and (last is None or on <= last)


def _sentence(
    spell: Mapping[str, Any], on: dt.date, names: list[str], because: tuple[str, ...]
) -> str:
    head = f"On {wording.day_text(on)} relations between {wording.listing(names)}"
    says = f"{head} {SAYS[spell['state']]}"
    if spell["date_start"] is not None:
        says += f", since {wording.day_text(spell['date_start'])}"
    elif spell["state"] != "unknown":
        says += ", as what was told later presupposes"
    reasons = "; ".join(reason.rstrip(".") for reason in because)
    return f"{says}: {reasons}." if reasons else f"{says}."


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
