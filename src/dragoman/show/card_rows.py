"""What the card index takes from a snapshot: queries of DuckDB, and where their rows go."""

from __future__ import annotations

from dragoman.show.review import QUEUE

QUEUED = 500
"""Questions that wait for a ruling, as many as the index keeps."""

_NUMBERED = (
    "(select incident_id, row_number() over (order by coalesce(date_start, date_end) asc nulls"
    " last, coalesce(date_end, date_start), incident_id) n from incidents)"
)
SIDES = (
    "(select distinct incident_id, side, one.party_id party_id, one.country country from ("
    "select incident_id, 'actor' side, unnest(actors) one from incidents union all "
    "select incident_id, 'recipient', unnest(recipients) from incidents union all "
    "select incident_id, one.role, struct_pack(party_id := one.party_id, name := one.name,"
    " name_raw := one.name_raw, kind := one.kind, country := one.country, sector := one.sector,"
    " office := one.office) from (select incident_id, unnest(others) one from incidents)"
    ") where one.party_id is not null)"
)
COPIES = (
    (
        "insert into incidents (id, n, first, last, act, type, quad, status, sources, reports,"
        " tellings, disputed, row) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "select t.incident_id, n, date_start::varchar, date_end::varchar, act, event_type,"
        " quad_class, status, independent_sources, reports, len(events), coalesce(disputed, 0),"
        f" to_json(t)::varchar from incidents t join {_NUMBERED} using (incident_id)"
        " left join (select one, count(*) disputed from (select unnest(incidents) one from"
        " conflicts) group by one) on one = t.incident_id order by n",
    ),
    (
        "insert into sides (incident, side, party, country, n) values (?, ?, ?, ?, ?)",
        f"select incident_id, side, party_id, country, n from {SIDES} join {_NUMBERED}"
        " using (incident_id) order by all",
    ),
    (
        "insert into places (incident, name, country, lat, lon, n) values (?, ?, ?, ?, ?, ?)",
        "select incident_id, place.name, place.country, place.lat, place.lon, n from incidents"
        f" join {_NUMBERED} using (incident_id) where place is not null order by incident_id",
    ),
    (
        "insert into events (id, incident, report, start, row) values (?, ?, ?, ?, ?)",
        'select event_id, incident_id, report_id, "start", to_json(t)::varchar from events t',
    ),
    (
        "insert or ignore into former (id, incident) values (?, ?)",
        # As `Store.incident_now`: every telling could have given its incident the id.
        "select 'i_' || substr(sha256(event_id), 1, 16) id, incident_id from events"
        " where id <> incident_id order by 1",
    ),
    (
        "insert into reports (id, n, published, publisher, uri, copy_of, tellings, row)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        "select t.report_id, row_number() over (order by case published_precision"
        " when 'year' then last_day(make_date(year(published), 12, 1))"
        " when 'month' then last_day(published) else published end asc nulls last, uri,"
        " t.report_id), published::varchar, publisher, uri, duplicate_of, coalesce(tellings, 0),"
        " to_json(t)::varchar from reports t left join (select report_id, count(*) tellings"
        " from events group by report_id) c on c.report_id = t.report_id order by 2",
    ),
    (
        "insert into conflicts (id, n, kind, between_, row) values (?, ?, ?, ?, ?)",
        "select conflict_id, row_number() over (order by list_sum(list_transform(readings,"
        ' lambda r: r.independent_sources)) desc, conflict_id), kind, "between",'
        " to_json(t)::varchar from conflicts t",
    ),
    (
        "insert into disputes (conflict, incident) values (?, ?)",
        "select conflict_id, unnest(incidents) from conflicts order by all",
    ),
    (
        "insert into relations (pair, n, row) values (?, ?, ?)",
        "select array_to_string(pair, '-'), row_number() over (order by pair, date_start asc nulls"
        " first), to_json(t)::varchar from relations t",
    ),
    (
        "insert into asylum (pair, n, row) values (?, ?, ?)",
        "select array_to_string(pair, '-'), row_number() over (order by list_min(list_filter("
        "list_transform(steps, lambda s: s.date_start), lambda d: d is not null)) asc nulls last,"
        " seeker, case_id), to_json(t)::varchar from asylum t",
    ),
    (
        "insert into presence (pair, n, row) values (?, ?, ?)",
        "select array_to_string(pair, '-'), row_number() over (order by date_start asc nulls last,"
        " incident_id, matter, change, sender, receiver), to_json(t)::varchar from presence t",
    ),
    (
        "insert into offices (party, office, country, n, row) values (?, ?, ?, ?, ?)",
        "select party_id, office, country, row_number() over (order by country, office, date_start"
        " asc nulls first, party_id), to_json(t)::varchar from offices t",
    ),
    (
        "insert into rejections (n, stage, reason, uri, row) values (?, ?, ?, ?, ?)",
        "select row_number() over (order by report_id is not null, stage, uri, reason, detail),"
        " stage, reason, uri, to_json(t)::varchar from rejections t",
    ),
    (
        "insert into judgements (id, n, row) values (?, ?, ?)",
        'select judgement_id, row_number() over (order by "at", judgement_id), to_json(t)::varchar'
        " from judgements t",
    ),
    (
        "insert into queue (n, kind, id, weight) values (?, ?, ?, ?)",
        "select row_number() over (order by weight desc, id), kind, id, weight"
        f" from ({QUEUE} limit {QUEUED})",
    ),
    ("insert into made (row) values (?)", "select to_json(t)::varchar from made t"),
)
"""Each table of the index: how a row goes in, and the query over the snapshot that gives it."""
