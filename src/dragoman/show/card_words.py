"""The searchable words of a card index: incidents, reports and parties as documents of FTS5.

A document has a title, a body, and its facets (year, country, ...) as words of a column of their
own, so that words and facets are sought in one pass. Documents are numbered by weight, what is
told most often first: of a search that finds very much, the first finds are the weightiest. The
words are not stored a second time: `hits` says which row a document is.
"""

from __future__ import annotations

import sqlite3

FACETS = ("kind", "year", "type", "quad", "status", "country", "publisher")
"""What finds are counted by and may be narrowed to. A facet's word is its first letter and number:
the country 17 is "c17"."""

SCHEMA = """
create virtual table words using fts5(
    title, body, facets, content = '', tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);
create virtual table vocabulary using fts5vocab('words', 'row');
create table hits (n integer primary key, kind text, id text, facets text);
create table facets (n integer primary key, name text, value text, documents integer);
create temp table marks (document integer, name text, value text);
"""

_NUMBERED = """
insert into hits (kind, id)
    select kind, id from (
        select 'party' kind, id, percent_rank() over (order by incidents desc, name, id) place
            from parties
        union all
        select 'incident', id, percent_rank() over (order by sources desc, reports desc, n)
            from incidents
        union all
        select 'report', id, percent_rank() over (order by tellings desc, n) from reports
    ) order by place, kind, id;
create unique index hits_id on hits (kind, id);
"""

_MARKED = """
insert into marks select n, 'kind', kind from hits;
insert into marks
    select h.n, 'year', substr(coalesce(i.first, i.last), 1, 4) from incidents i
        join hits h on h.kind = 'incident' and h.id = i.id
        where coalesce(i.first, i.last) is not null;
insert into marks select h.n, 'type', i.type from incidents i
    join hits h on h.kind = 'incident' and h.id = i.id where i.type is not null;
insert into marks select h.n, 'quad', i.quad from incidents i
    join hits h on h.kind = 'incident' and h.id = i.id where i.quad is not null;
insert into marks select h.n, 'status', i.status from incidents i
    join hits h on h.kind = 'incident' and h.id = i.id;
insert into marks select distinct h.n, 'country', s.country from sides s
    join hits h on h.kind = 'incident' and h.id = s.incident where s.country is not null;
insert into marks select distinct h.n, 'publisher', r.publisher from events e
    join hits h on h.kind = 'incident' and h.id = e.incident
    join reports r on r.id = e.report where r.publisher is not null;
insert into marks select h.n, 'year', substr(r.published, 1, 4) from reports r
    join hits h on h.kind = 'report' and h.id = r.id where r.published is not null;
insert into marks select h.n, 'publisher', r.publisher from reports r
    join hits h on h.kind = 'report' and h.id = r.id where r.publisher is not null;
insert into marks select distinct h.n, 'country', s.country from events e
    join hits h on h.kind = 'report' and h.id = e.report
    join sides s on s.incident = e.incident where s.country is not null;
insert into marks select h.n, 'country', p.country from parties p
    join hits h on h.kind = 'party' and h.id = p.id where p.country is not null;
insert into facets (name, value, documents)
    select name, value, count(*) from marks group by name, value order by name, value;
create unique index facets_value on facets (name, value);
create index facets_documents on facets (name, documents desc, value);
update hits set facets = of.words from (
    select m.document, group_concat(substr(f.name, 1, 1) || f.n, ' ') words from marks m
        join facets f on f.name = m.name and f.value = m.value group by m.document
    ) of where of.document = hits.n;
drop table marks;
"""

_WRITTEN = """
insert into words (rowid, title, body, facets)
    select h.n, i.row ->> 'summary',
        (select group_concat(e.row ->> 'quote', ' ') from events e where e.incident = i.id),
        h.facets
    from hits h join incidents i on i.id = h.id where h.kind = 'incident';
insert into words (rowid, title, body, facets)
    select h.n, r.row ->> 'title', coalesce(t.text, ''), h.facets
    from hits h join reports r on r.id = h.id left join texts t on t.id = r.id
    where h.kind = 'report';
insert into words (rowid, title, body, facets)
    select h.n, p.name, (select group_concat(value, ' ') from json_each(p.row, '$.called')),
        h.facets
    from hits h join parties p on p.id = h.id where h.kind = 'party';
insert into words (words) values ('optimize');
"""


def fill(connection: sqlite3.Connection) -> None:
    """Number, mark and write the documents of a card index whose other tables are full."""
    for script in (SCHEMA, _NUMBERED, _MARKED, _WRITTEN):
        connection.executescript(script)
