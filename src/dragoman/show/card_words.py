"""The searchable words of a card index: incidents, reports and parties as documents of FTS5.

A document has a title, a body, and its facets (year, country, ...) as words of a column of their
own, so that words and facets are sought in one pass. Documents are numbered by weight, what is
told most often first: of a search that finds very much, the first finds are the weightiest. The
words are not stored a second time: `hits` says which row a document is.
"""

from __future__ import annotations

import sqlite3
from itertools import islice

from dragoman.show.card_details import PARTIES
from dragoman.show.card_rows import SIDES
from dragoman.store.store import Store

FACETS = ("kind", "year", "quad", "type", "act", "status", "country", "publisher")
"""What finds are counted by and may be narrowed to. A facet's word is its first letter and number:
the country 17 is "c17"."""

SCHEMA = """
create virtual table words using fts5(
    title, body, facets, content = '', tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);
create virtual table vocabulary using fts5vocab('words', 'row');
create table hits (n integer primary key, kind text, id text, facets text);
create table facets (n integer primary key, name text, value text, documents integer);
"""

INDEXES = """
create unique index hits_id on hits (kind, id);
create unique index facets_value on facets (name, value);
create index facets_documents on facets (name, documents desc, value);
insert into words (words) values ('optimize');
"""

_DOCUMENTS = f"""
with sides as materialized {SIDES},
tells as materialized (select distinct incident_id, report_id from events),
weighed as (
    select 'incident' kind, incident_id id, independent_sources weight, reports more from incidents
    union all
    select 'report', r.report_id, count(t.incident_id), 0
        from reports r left join tells t using (report_id) group by all
    union all
    select 'party', p.party_id, count(distinct s.incident_id), 0
        from ({PARTIES}) p left join sides s using (party_id) group by all
),
documents as materialized (
    select kind, id, row_number() over (order by place, kind, id) n from (
        select kind, id, percent_rank() over (
            partition by kind order by weight desc, more desc, id) place from weighed)
),
marks as materialized (
    select 'kind' name, kind, id, kind as "value" from documents
    union all
    select 'year', 'incident', incident_id,
        year(coalesce(date_start, date_end))::varchar from incidents
    union all select 'type', 'incident', incident_id, event_type from incidents
    union all select 'act', 'incident', incident_id, act from incidents
    union all select 'quad', 'incident', incident_id, quad_class::varchar from incidents
    union all select 'status', 'incident', incident_id, status from incidents
    union all select distinct 'country', 'incident', incident_id, country from sides
    union all
    select distinct 'publisher', 'incident', incident_id, publisher
        from tells join reports using (report_id)
    union all select 'year', 'report', report_id, year(published)::varchar from reports
    union all select 'publisher', 'report', report_id, publisher from reports
    union all
    select distinct 'country', 'report', report_id, country
        from tells join sides using (incident_id)
    union all select 'country', 'party', party_id, country from ({PARTIES})
),
facets as materialized (
    select name, "value", count(*) documents, row_number() over (order by name, "value") f
    from marks where "value" is not null group by name, "value"
)
"""
_FACETS = _DOCUMENTS + 'select f, name, "value", documents from facets order by f'
_WORDS = (
    _DOCUMENTS
    + """
, marked as (
    select kind, id, string_agg(name[1] || f, ' ' order by f) words
    from marks join facets using (name, "value") group by kind, id
),
quoted as (select incident_id, string_agg(quote, ' ' order by event_id) body from events group by 1)
select d.n, d.kind, d.id, m.words,
    coalesce(i.summary, r.title, p.name, ''),
    coalesce(q.body, x."text", array_to_string(p.called, ' '), '')
from documents d join marked m using (kind, id)
left join incidents i on d.kind = 'incident' and i.incident_id = d.id
left join quoted q on d.kind = 'incident' and q.incident_id = d.id
left join reports r on d.kind = 'report' and r.report_id = d.id
left join texts x on d.kind = 'report' and x.report_id = d.id
"""
    + f"left join ({PARTIES}) p on d.kind = 'party' and p.party_id = d.id order by d.n"
)
_BATCH = 1_000


def fill(connection: sqlite3.Connection, store: Store) -> None:
    """Write the documents of a record, their facets and their words."""
    connection.executescript(SCHEMA)
    connection.executemany(
        "insert into facets (n, name, value, documents) values (?, ?, ?, ?)", store.values(_FACETS)
    )
    rows = store.values(_WORDS)
    while batch := list(islice(rows, _BATCH)):
        connection.executemany(
            "insert into hits (n, kind, id, facets) values (?, ?, ?, ?)",
            (row[:4] for row in batch),
        )
        connection.executemany(
            "insert into words (rowid, facets, title, body) values (?, ?, ?, ?)",
            ((row[0], *row[3:]) for row in batch),
        )
    connection.executescript(INDEXES)
