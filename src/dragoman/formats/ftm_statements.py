"""FollowTheMoney statements: one value a row, with who gave it; contradictions stand side by side.

An incident is the canonical entity, each telling an entity of its own within it, its publisher the
dataset and its report the origin.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.ftm_values import (
    codes,
    country,
    dataset,
    days,
    ident,
    language,
    organizer,
    parties,
    place,
    schema_of,
)
from dragoman.formats.issued import issued
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tally import Tally
from dragoman.show.visible import visible, web_link
from dragoman.store.export import FORMULA, csv_lines
from dragoman.store.rows import Row

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip
TYPES = {
    "name": "name", "date": "date", "startDate": "date", "endDate": "date", "location": "address",
    "country": "country", "involved": "entity", "organizer": "entity", "keywords": "string",
    "summary": "text", "sourceUrl": "url", "publisher": "string", "recordId": "string",
}  # fmt: skip
"""Of each property that is written, the type of its values."""

WITH_LANGUAGE = ("text",)


def _statements(chosen: Chosen) -> Iterator[Row]:
    named: set[str] = set()
    for told in chosen.told():
        for row in told.tellings:
            report = told.reports[row["report_id"]]
            yield from _telling(told, row, report)
            for party in parties(row):
                for one in _party(party, report):
                    if one["id"] not in named:
                        named.add(one["id"])
                        yield one


def _telling(told: Told, row: Row, report: Row) -> Iterator[Row]:
    named, countries = place(row)
    values = {
        "name": [visible(told.incident["summary"])],
        **days(row),
        "location": named,
        "country": countries,
        "involved": [ident(party["party_id"]) for party in parties(row)],
        "organizer": [organizer(row)],
        "keywords": codes(row),
        "summary": [visible(row["quote"])],
        "sourceUrl": [web_link(report["uri"]) or ""],
        "publisher": [visible(report["publisher"] or "")],
        "recordId": [row["event_id"]],
    }
    whole, own = ident(told.incident["incident_id"]), ident(row["event_id"])
    yield from _rows(whole, own, "Event", values, report)


def _party(party: Row, report: Row) -> Iterator[Row]:
    values = {"name": [visible(party["name"])], "country": [country(party["country"])]}
    own = ident(party["party_id"])
    yield from _rows(own, own, schema_of(party), values, report)


def _rows(
    whole: str, own: str, schema: str, values: dict[str, list[str]], report: Row
) -> Iterator[Row]:
    source, seen = dataset(report["publisher"]), issued(report)
    for prop, found in values.items():
        for value in dict.fromkeys(filter(None, map(_harmless, found))):
            has_lang = TYPES[prop] in WITH_LANGUAGE
            lang = language(report["lang"]) if has_lang else ""
            yield {
                "canonical_id": whole, "entity_id": own, "prop": prop, "prop_type": TYPES[prop],
                "schema": schema, "value": value, "dataset": source,
                "origin": report["report_id"], "lang": lang, "original_value": "",
                "external": "f", "first_seen": seen, "last_seen": seen,
                "id": _key(source, own, prop, value, lang),
            }  # fmt: skip


def _harmless(value: str) -> str:
    """As it stands in the cell: the digest is of what is read back."""
    return f"'{value}" if value.startswith(FORMULA) else value


def _key(source: str, own: str, prop: str, value: str, lang: str) -> str:
    """Their digest of a statement."""
    said = f"{source}.{own}.{prop}.{value}" + (f"@{lang}" if lang else "")
    return hashlib.sha1(said.encode(), usedforsecurity=False).hexdigest()


def files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    """The one file of statements."""
    tally = Tally()
    yield File(
        name="statements.csv", about="one row per value that a report gives for an entity",
        content=csv_lines(COLUMNS, tally.over(_statements(chosen))), count=tally.count,
        columns=tuple((name, "string") for name in COLUMNS),
    )  # fmt: skip


STATEMENTS = Format(
    name="ftm-statements", about="FollowTheMoney statements: every value with who gave it",
    files=files,
)  # fmt: skip
