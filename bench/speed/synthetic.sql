-- A record that nobody wrote: as many tellings as asked for, made by arithmetic, for `serve.py`.
-- $events tellings, 2 in 5 as many incidents, 1 in 5 as many reports of some 130 words; words,
-- countries, acts and publishers follow a falling frequency, as they do in real records.

create temp macro drawn(seed, n) as cast(hash(seed) % n as bigint);
create temp macro falling(seed, n) as
    cast(floor(pow(n, drawn(seed, 1000003) / 1000003.0)) as bigint);
create temp table syllables as
    select ['ba','ce','di','fo','gu','ka','le','mi','no','pu','ra','se','ti','vo','zu','sha','tre',
        'plo','gri','sten','mar','cal','dor','vin','nel','ost','urg','ein','amb','ik'] s;
create temp table vocabulary as
    select list(w order by i) w from (
        select i, s[1 + i % 30] || s[1 + (i // 30) % 30] || s[1 + (i // 900) % 30]
            || case when i % 3 = 0 then s[1 + drawn(i, 30)] else '' end w
        from range(20000) r(i), syllables);
create temp table countries as
    select ['USA','CHN','RUS','GBR','FRA','DEU','IND','IRN','ISR','UKR','TUR','JPN','BRA','MEX',
        'PAK','EGY','SAU','ZAF','NGA','KEN','PER','CHL','ARG','COL','VEN','CUB','CAN','ESP','ITA',
        'POL','SWE','NOR','FIN','GRC','SRB','HUN','AUT','CHE','NLD','BEL'] c;
create temp table kinds as
    select [('meet','CONSULT',1),('condemn','ACCUSE',3),('demand','REQUEST',3),('aid','AID',2),
        ('sign_agreement','AGREE',1),('threaten','THREATEN',3),('sanction','SANCTION',4),
        ('recall_ambassador','SANCTION',4),('attack','ASSAULT',4),('support','SUPPORT',1),
        ('protest','PROTEST',3),('sever_relations','SANCTION',4)] k;

create temp macro party(n) as struct_pack(
    party_id := case when n % 3 = 0 then c[1 + n % 40] else 'person:p' || n end,
    "name" := case when n % 3 = 0 then c[1 + n % 40]
        else upper(w[1 + n % 19999][1]) || w[1 + n % 19999][2:] || ' '
            || upper(w[1 + n % 19997][1]) || w[1 + n % 19997][2:] end,
    name_raw := w[1 + n % 19999], kind := case when n % 3 = 0 then 'state' else 'person' end,
    country := c[1 + n % 40], sector := 'GOV', office := null);

insert into reports
select 'r' || n, 'r' || n || '.txt', 'Publisher ' || falling(n, 400),
    list_reduce(list_transform(range(8), lambda i: w[falling([n, i], 20000)]),
        lambda a, b: a || ' ' || b), null, 'en',
    date '2010-01-01' + cast(n % 5800 as integer), 'given', 'day', null, 130, '0', null, null
from range($events // 5) t(n), vocabulary;

insert into texts
select 'r' || n,
    list_reduce(list_transform(range(130), lambda i: w[falling([n, i + 50], 20000)]),
        lambda a, b: a || ' ' || b)
from range($events // 5) t(n), vocabulary;

insert into incidents by name
with base as (
    select n, k[falling(n + 7, 12)] kind, c, w,
        date '2010-01-01' + cast((n * 5) % 5800 as integer) as on_day,
        party(falling(n + 1, 24000)) one, party(falling(n + 2, 24000)) other
    from range($events * 2 // 5) t(n), kinds, countries, vocabulary
)
select 'i_' || n incident_id, kind[1] act, kind[2] event_type, '040' cameo, kind[3] quad_class,
    0.0 intensity, [one] actors, [other] recipients, [] others, on_day date_start,
    on_day date_end, 'day' date_precision,
    case when n % 20 = 0 then 'planned' when n % 33 = 0 then 'claimed' else 'actual' end status,
    list_transform(range(2 + n % 2), lambda i: 'e' || n || '_' || i) events,
    2 + n % 2 reports, 1 + n % 2 independent_sources, 0.8 confidence,
    one.name || ' ' || replace(kind[1], '_', ' ') || ' ' || other.name || ', '
        || w[falling(n + 5, 20000)] || '.' summary
from base;

insert into events by name
select one event_id, incident_id, 'r' || (drawn(one, $events // 5)) report_id,
    report_id || '.txt' report, act, event_type, cameo, quad_class, intensity, actors, recipients,
    others, date_start, date_end, date_precision, status, [] attributed_to,
    summary || ' ' || w[falling(one || 1, 20000)] || ' ' || w[falling(one || 2, 20000)]
        || ' ' || w[falling(one || 3, 20000)] || ' ' || w[falling(one || 4, 20000)]
        || ' ' || w[falling(one || 5, 20000)] quote,
    drawn(one, 500) "start", drawn(one, 500) + 90 "end", 0.8 confidence, 'rules@1' coder,
    act trigger, 'p' pattern, [] contexts
from (select *, unnest(events) one from incidents), vocabulary;

insert into conflicts by name
select 'c' || incident_id conflict_id, 'date' kind, 'reports' "between", 'When: ' || summary about,
    [incident_id] incidents,
    [struct_pack("value" := '1 May', reports := ['r1'], uris := ['r1.txt'], quotes := ['on 1 May'],
        independent_sources := 2),
     struct_pack("value" := '2 May', reports := ['r2'], uris := ['r2.txt'], quotes := ['on 2 May'],
        independent_sources := 1)] readings, 0 preferred, 'Two against one.' why
from incidents where drawn(incident_id, 100) = 0;

insert into relations by name
select ['CHL', 'PER'] pair, date '2010-01-01' + cast(n * 300 as integer) date_start,
    date '2010-01-01' + cast(n * 300 + 299 as integer) date_end, 'full' state, [] since, [] quotes
from range(10) t(n);
insert into made values ('synthetic', 'rules@1', 'k', 'synthetic ' || $events);
