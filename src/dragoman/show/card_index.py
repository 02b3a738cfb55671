"""The card index of a record: what its pages ask for, in one SQLite file, found by key.

DuckDB answers questions over whole tables; a page asks for a few rows by their ids, hundreds of
times a second. The index is a copy of one snapshot: it holds each row of the contract as JSON
beside the columns that pages select by, and the words for the search (`card_words`). Made anew for
each snapshot, never changed.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from dragoman.show import card_details, card_words
from dragoman.show.card_details import PARTIES
from dragoman.show.card_rows import COPIES, SIDES
from dragoman.store.store import Store

QUOTE_WORDS = 25
"""Words of a quote that a public page may show."""

SCHEMA = """
create table incidents (
    n integer primary key, id text, first text, last text, act text, type text, quad integer,
    status text, sources integer, reports integer, tellings integer, disputed integer default 0,
    row text
);
create table sides (party text, country text, side text, incident text, n integer);
create table places (incident text, name text, country text, lat real, lon real, n integer);
create table events (id text, incident text, report text, start integer, row text);
create table former (id text primary key, incident text) without rowid;
create table reports (n integer primary key, id text, published text, publisher text, uri text,
    copy_of text, tellings integer default 0, row text);
create table texts (id text, text text);
create table conflicts (n integer primary key, id text, kind text, between_ text, row text);
create table disputes (incident text, conflict text);
create table relations (pair text, n integer, row text);
create table asylum (pair text, n integer, row text);
create table presence (pair text, n integer, row text);
create table offices (party text, office text, country text, n integer, row text);
create table parties (id text primary key, n integer, name text, kind text, country text,
    incidents integer, row text) without rowid;
create table rejections (n integer primary key, stage text, reason text, uri text, row text);
create table queue (n integer primary key, kind text, id text, weight real);
create table judgements (id text primary key, n integer, row text) without rowid;
create table made (row text);
create table counts (name text primary key, number integer);
"""

INDEXES = """
create unique index incidents_id on incidents (id);
create index incidents_asked
    on incidents (status, act, type, quad, first, last, disputed, tellings);
create index sides_party on sides (party, n);
create index sides_country on sides (country, n);
create index sides_incident on sides (incident);
create index places_incident on places (incident);
create index places_country on places (country, n);
create unique index events_id on events (id);
create index events_incident on events (incident, report, start);
create index events_report on events (report, start);
create unique index reports_id on reports (id);
create index reports_copy on reports (copy_of) where copy_of is not null;
create index reports_publisher on reports (publisher, tellings, copy_of);
create unique index texts_id on texts (id);
create unique index conflicts_id on conflicts (id);
create index disputes_incident on disputes (incident);
create index disputes_conflict on disputes (conflict);
create index relations_pair on relations (pair, n);
create index asylum_pair on asylum (pair, n);
create index presence_pair on presence (pair, n);
create index offices_party on offices (party, n);
create index parties_n on parties (n);
create index rejections_stage on rejections (stage, n);
"""

COUNTED = (
    "reports", "events", "incidents", "conflicts", "relations", "offices", "parties", "rejections",
    "judgements",
)  # fmt: skip
"""Tables whose rows are counted once, when the index is made."""


def build(store: Store, path: Path | str = ":memory:", *, public: bool = False) -> None:
    """Write the card index of a record's snapshot to `path`, which must not exist yet.

    Args:
        store: the record.
        path: of the SQLite file.
        public: leave out the texts of reports and cut quotes to `QUOTE_WORDS` words: for pages
            that are published, where the texts are others' property.
    """
    connection = sqlite3.connect(path)
    try:
        fill(connection, store, public=public)
    finally:
        connection.close()


def fill(connection: sqlite3.Connection, store: Store, *, public: bool = False) -> None:
    """As `build`, into an open and empty database."""
    connection.executescript("pragma journal_mode = off; pragma synchronous = off;")
    connection.executescript(SCHEMA)
    for put, query in COPIES:
        rows = store.values(query)
        connection.executemany(put, map(_cut_row, rows) if public else rows)
    connection.executemany(
        "insert into parties (id, n, name, kind, country, incidents, row)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        store.values(
            "select t.party_id, row_number() over (order by coalesce(incidents, 0) desc, name,"
            " t.party_id), name, kind, country, coalesce(incidents, 0), to_json(t)::varchar"
            f" from ({PARTIES}) t left join (select party_id, count(distinct incident_id)"
            f" incidents from {SIDES} group by 1) c on c.party_id = t.party_id order by 1"
        ),
    )
    if not public:
        put = "insert into texts (id, text) values (?, ?)"
        connection.executemany(put, store.values('select report_id, "text" from texts'))
    connection.executescript(INDEXES)
    _count(connection)
    card_details.fill(connection, store)
    if not public:
        # Only what is served is searched.
        card_words.fill(connection, store)
    connection.execute("analyze")
    connection.commit()


def _count(connection: sqlite3.Connection) -> None:
    """Rows of each table, counted once."""
    for name in COUNTED:
        number = connection.execute(f"select count(*) from {name}").fetchone()[0]
        connection.execute("insert into counts (name, number) values (?, ?)", (name, number))


def _cut_row(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row as it goes in, its last value the JSON; quotes in it no longer than may be shown."""
    last = values[-1]
    if not isinstance(last, str) or not last.startswith("{"):
        return values
    return (*values[:-1], json.dumps(_cut(json.loads(last)), ensure_ascii=False))


def _cut(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _cut(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_cut(item, name) for item in value]
    if isinstance(value, str) and name in ("quote", "quotes", "detail"):
        return short(value)
    return value


def short(quote: str) -> str:
    """A quote of at most `QUOTE_WORDS` words; what is cut is marked by an ellipsis."""
    words = quote.split()
    return quote if len(words) <= QUOTE_WORDS else " ".join(words[:QUOTE_WORDS]) + " …"
