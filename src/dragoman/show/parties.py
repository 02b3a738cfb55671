"""The parties of a record: under which names the reports know them, offices, how often they act.

Not a table of the record but a view of two, tellings and offices.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.knowledge.names import NameIndex
from dragoman.model.words import fold
from dragoman.show.filters import Filters
from dragoman.show.views import ANY, Column, Row, View
from dragoman.store.store import Store

KEYS = (
    "party_id", "name", "kind", "country", "sector", "aliases", "offices", "tellings", "as_actor",
    "as_recipient", "as_other", "reports",
)  # fmt: skip
SIDES = (("actors", "as_actor"), ("recipients", "as_recipient"), ("others", "as_other"))
SHOWN = 4
"""Aliases of a party that the table shows."""
COLUMNS = (
    Column(title="Party"),
    Column(title="Kind", spare=True),
    Column(title="State"),
    Column(title="Sector"),
    Column(title="Also named, offices", long=True),
    Column(title="Actor"),
    Column(title="Recipient"),
    Column(title="Reports"),
)


@dataclass(slots=True)
class _Found:
    """What is gathered of one party."""

    party_id: str
    name: str
    kind: str
    country: str | None
    sectors: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    offices: dict[tuple[str, str | None], list[dt.date]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    tellings: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)


def parties(store: Store, filters: Filters = ANY, *, names: NameIndex) -> View:
    """Every party of the record, those with most tellings first.

    Rows: `aliases` are names that the reports use beside `name`, the most used first; `offices` are
    {"office", "country", "dates"} with the days of the reports that assert them, sorted; `tellings`
    counts tellings that it has part in, `as_actor`, `as_recipient` and `as_other` in which part.
    """
    found = _gather(store, filters, names)
    rows = [row for row in map(_row, found) if filters.take_party(row) and _takes(filters, row)]
    rows.sort(key=lambda row: (-row["tellings"], -row["reports"], row["party_id"]))
    kept = rows if filters.limit is None else rows[: filters.limit]
    return View(
        name="parties", columns=COLUMNS, lines=tuple(map(_line, kept)), rows=tuple(kept), keys=KEYS
    )


def _gather(store: Store, filters: Filters, names: NameIndex) -> Iterable[_Found]:
    found: dict[str, _Found] = {}
    for event in store.rows("events"):
        if not filters.take_days(event["date_start"], event["date_end"]):
            continue
        if not filters.take_report(event["report_id"], event["report"]):
            continue
        for side, part in SIDES:
            for party in event[side]:
                _add(found, party, part, event, names)
    for office in store.rows("offices"):
        _add_office(found, office, filters)
    return found.values()


def _add(found: dict[str, _Found], party: Row, part: str, event: Row, names: NameIndex) -> None:
    one = found.setdefault(
        party["party_id"],
        _Found(party["party_id"], party["name"], party["kind"], party["country"]),
    )
    one.country = one.country or party["country"]
    one.counts[part] += 1
    one.tellings.add(event["event_id"])
    one.reports.add(event["report_id"])
    if party["sector"]:
        one.sectors[party["sector"]] += 1
    one.forms.update(form for form in _forms(party, names) if form != one.name)


def _add_office(found: dict[str, _Found], office: Row, filters: Filters) -> None:
    """An office that the reports give somebody, as far as it is asked for."""
    said = [a for a in office["asserted"] if filters.take_report(a["report_id"], a["uri"])]
    if (filters.report is not None and not said) or not filters.take_days(
        office["date_start"], office["date_end"]
    ):
        return
    key = office["party_id"]
    one = found.setdefault(key, _Found(key, office["name"], "person", office["country"]))
    one.country = one.country or office["country"]
    dates = one.offices.setdefault((office["office"], office["country"]), [])
    dates.extend(a["date"] for a in said if a["date"] is not None)
    one.reports.update(a["report_id"] for a in said)


def _forms(party: Row, names: NameIndex) -> Iterator[str]:
    """The names in a mention's words that are the party's: none for "the minister" or "he"."""
    words = party["name_raw"]
    if party["party_id"].startswith("g-"):  # a description has no name
        return
    if party["kind"] == "person":
        yield from _names_of_person(words, party["name"])
        return
    for start, end, rows in names.find(words):
        if any(row.party_id == party["party_id"] for row in rows):
            yield words[start:end]


def _names_of_person(words: str, name: str) -> Iterator[str]:
    """The form of a person's name that ends a mention ("President Ana Ruiz"), or its initials."""
    own = fold(name).replace("-", " ").split()
    parts = [word.removesuffix("'s").removesuffix("’s").strip(",'’\"") for word in words.split()]
    for first, part in enumerate(parts):
        if part[:1].isupper() and set(fold(part).replace("-", " ").split()) & set(own):
            last = max(k for k, word in enumerate(parts) if word[:1].isupper())
            yield " ".join(parts[first : last + 1])
            return
        if len(part) > 2 and fold(part) == "".join(word[0] for word in own):
            yield part
            return


def _row(one: _Found) -> dict[str, Any]:
    sector = one.sectors.most_common(1)
    return {
        "party_id": one.party_id, "name": one.name, "kind": one.kind, "country": one.country,
        "sector": sector[0][0] if sector else None,
        "aliases": [form for form, _ in sorted(one.forms.items(), key=lambda i: (-i[1], i[0]))],
        "offices": [
            {"office": office, "country": country, "dates": sorted(set(dates))}
            for (office, country), dates in sorted(
                one.offices.items(), key=lambda item: (item[0][0], item[0][1] or "")
            )
        ],
        "tellings": len(one.tellings), **{part: one.counts[part] for _, part in SIDES},
        "reports": len(one.reports),
    }  # fmt: skip


def _takes(filters: Filters, row: Row) -> bool:
    return (
        filters.country in (None, row["country"])
        and filters.sector in (None, row["sector"])
        and filters.kind in (None, row["kind"])
    )


def _line(row: Row) -> tuple[str, ...]:
    aliases = ", ".join(row["aliases"][:SHOWN])
    more = len(row["aliases"]) - SHOWN
    named = aliases + (f" and {more} more" if more > 0 else "")
    return (
        row["name"], row["kind"], row["country"] or "?", row["sector"] or "?",
        "\n".join(filter(None, [named, *map(_office,
        row["offices"])])), str(row["as_actor"]), str(row["as_recipient"]),
        str(row["reports"]),
    )  # fmt: skip


def _office(office: Row) -> str:
    """An office with the first and last day on which a report asserts it."""
    dates = office["dates"]
    if not dates:
        return str(office["office"])
    first, last = dates[0].isoformat(), dates[-1].isoformat()
    return f"{office['office']} ({first if first == last else f'{first} to {last}'})"
