"""What the card index counts beforehand for the pages of disagreements, reports and parties.

Filled with the index, after its own tables; asked through `show.details`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from dragoman.model.sources import publisher_key
from dragoman.store.store import Store

SCHEMA = """
create table called (party text, words text, tellings integer, reports integer, event text);
create table doings (party text, side text, year integer, quad integer, status text, n integer);
create table asserted (id text, report text, quote text, row text);
create table alone (report text, conflict text, place integer);
create table publishers (key text primary key, name text) without rowid;
create table aside (report text, n integer, row text);
"""

INDEXES = """
create index called_party on called (party, tellings);
create index doings_party on doings (party, year);
create index asserted_report on asserted (report, quote);
create index conflicts_asked on conflicts (kind, between_, n, id);
create index alone_report on alone (report);
create index aside_report on aside (report, n);
"""

_NAMED = """
with named as (
    select unnest(actors) one, event_id, report_id from events
    union all select unnest(recipients), event_id, report_id from events
    union all select struct_pack(party_id := o.party_id, name := o.name, name_raw := o.name_raw,
        kind := o.kind, country := o.country, sector := o.sector, office := o.office), event_id,
        report_id from (select unnest(others) o, event_id, report_id from events)
)
"""
"""Every party as each telling has it."""

PARTIES = f"""
{_NAMED}, held as (
    select one from named
    union all select unnest(actors) from incidents union all select unnest(recipients)
    from incidents
    union all select struct_pack(party_id := o.party_id, name := o.name, name_raw := o.name_raw,
        kind := o.kind, country := o.country, sector := o.sector, office := o.office)
    from (select unnest(others) o from incidents)
    union all select struct_pack(party_id := party_id, name := "name", name_raw := null,
        kind := 'person', country := country, sector := null, office := office) from offices
)
select one.party_id, mode(one.name order by one.name) as "name",
    mode(one.kind order by one.kind) as kind, mode(one.country order by one.country) as country,
    mode(one.sector order by one.sector) as sector,
    list(distinct one.office order by one.office) filter (one.office is not null) as offices,
    list(distinct one.name_raw order by one.name_raw) filter (one.name_raw is not null) as called
from held where one.party_id is not null group by one.party_id
"""
"""Whoever a page may lead to: parties of tellings, of incidents, and holders of offices."""

_CALLED = f"""
{_NAMED}
select one.party_id, one.name_raw, count(distinct event_id), count(distinct report_id),
    min(event_id)
from named where one.party_id is not null and one.name_raw is not null
group by all order by all
"""
"""The reports' words for each party, and one telling that has them."""


def fill(connection: sqlite3.Connection, store: Store) -> None:
    """Add the tables of this module to a card index that holds incidents, offices, rejections."""
    connection.executescript(SCHEMA)
    connection.executemany(
        "insert into called (party, words, tellings, reports, event) values (?, ?, ?, ?, ?)",
        store.values(_CALLED),
    )
    connection.executemany(
        "insert into asserted (id, report, quote, row) values (?, ?, ?, ?)",
        list(_asserted(connection)),
    )
    connection.executemany(
        "insert into alone (report, conflict, place) values (?, ?, ?)", _standing_alone(store)
    )
    query = "select distinct publisher from reports where publisher is not null order by 1"
    connection.executemany(
        "insert or ignore into publishers (key, name) values (?, ?)",
        [(publisher_key(name), name) for (name,) in connection.execute(query)],
    )
    connection.executescript("""
    insert into aside select row ->> 'report_id', n, row from rejections
        where row ->> 'report_id' is not null;
    insert into doings select s.party, s.side, substr(coalesce(i.first, i.last), 1, 4), i.quad,
        i.status, count(*)
        from sides s join incidents i on i.id = s.incident group by 1, 2, 3, 4, 5;
    """)
    connection.executescript(INDEXES)


def _asserted(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Words of reports that give somebody an office, with an id that does not hang on order."""
    for (text,) in connection.execute("select row from offices order by n"):
        held = json.loads(text)
        for said in held["asserted"]:
            whose = {name: held[name] for name in ("party_id", "name", "office", "country")}
            how = {name: said[name] for name in ("date", "quote", "tense")}
            key = json.dumps([said["report_id"], *whose.values(), *how.values()])
            name = "o_" + sha256(key.encode()).hexdigest()[:16]
            row = {"asserted_id": name, **whose, **how}
            yield name, said["report_id"], said["quote"], json.dumps(row)


def _standing_alone(store: Store) -> Iterator[tuple[str, str, int]]:
    """Report, disagreement and place of the reading that the report alone holds against others.

    Only where another reading is preferred; copies do not stand beside what they copy.
    """
    copies = dict(store.values("select report_id, duplicate_of from reports"))
    query = (
        "select conflict_id, preferred, to_json(list_transform(readings, lambda r: r.reports))"
        """::varchar from conflicts where "between" = 'reports' and preferred is not null"""
        " order by conflict_id"
    )
    for conflict, preferred, readings in list(store.values(query)):
        for place, reports in enumerate(json.loads(readings)):
            held = {copies.get(key) or key for key in reports}
            if place != preferred and len(held) == 1:
                yield held.pop(), conflict, place
