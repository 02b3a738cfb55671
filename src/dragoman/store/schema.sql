-- The tables of a record. Same names, columns and order as in the exports; docs/tables.md tells more.
-- Each column stands on a line of its own with its meaning behind it: store/schema.py reads them.

-- One row per published text.
create table reports (
    report_id varchar not null,         -- stable: same content and origin, same id, on any machine
    uri varchar not null,               -- for a file its path in the folder read; for a row its id or url
    publisher varchar,                  -- as stated or as found
    title varchar,                      -- as stated or as found
    byline varchar,                     -- as stated or as found
    lang varchar,                       -- ISO 639-1
    published date,                     -- publication date; null when unknown
    published_from varchar,             -- how it is known: given, text, uri or inferred
    published_precision varchar,        -- day, month or year
    duplicate_of varchar,               -- near-copy of that report: its tellings count as one source
    words bigint not null,              -- number of words of the stored text
    sha256 varchar not null,            -- of the stored text
    retrieved timestamp,                -- when it was fetched, for feeds and WARC records
    written_at varchar,                 -- the words of the dateline for where it was written
);

-- One row per telling: one report says that this happened.
create table events (
    event_id varchar not null,          -- stable: a hash of what the telling says
    incident_id varchar not null,       -- the happening it tells of
    report_id varchar not null,         -- the report that tells it
    report varchar not null,            -- that report's uri, for people
    act varchar not null,               -- one of the acts of acts.toml
    event_type varchar,                 -- PLOVER event type
    mode varchar,                       -- PLOVER mode
    cameo varchar not null,             -- CAMEO code
    quad_class integer,                 -- 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict
    intensity double,                   -- -10 (worst) to 10 (best)
    actors struct(party_id varchar, "name" varchar, name_raw varchar, kind varchar, country varchar, sector varchar, office varchar)[],  -- who did it
    recipients struct(party_id varchar, "name" varchar, name_raw varchar, kind varchar, country varchar, sector varchar, office varchar)[],  -- to whom; empty for a reciprocal act
    others struct("role" varchar, party_id varchar, "name" varchar, name_raw varchar, kind varchar, country varchar, sector varchar, office varchar)[],  -- further named participants
    number struct("value" double, unit varchar, quote varchar),  -- a count that is part of the act
    date_start date,                    -- first day on which it may have happened
    date_end date,                      -- last day, inclusive; equal to date_start for a known day
    date_precision varchar,             -- day, week, month, year or range
    place struct("name" varchar, country varchar, lat double, lon double),  -- where
    status varchar not null,            -- actual, claimed, planned, denied or hypothetical
    attributed_to varchar[],            -- whom the report gives as its source for it
    quote varchar not null,             -- exact substring of the report's text
    "start" bigint not null,            -- code-point offset of the quote in the report's text
    "end" bigint not null,              -- offset behind the quote
    confidence double not null,         -- 0 to 1, calibrated
    coder varchar not null,             -- rules@VERSION, llm:MODEL, human:NAME
    trigger varchar not null,           -- the predicate's own words
    pattern varchar not null,           -- id of the pattern that fired
    contexts varchar[],                 -- PLOVER contexts
    date_words varchar,                 -- the words the date was read from
    date_why varchar,                   -- how the date was found
    place_why varchar,                  -- how the place was found
);

-- One row per happening in the world.
create table incidents (
    incident_id varchar not null,       -- made of its first telling; an id that it had before leads to it
    act varchar not null,               -- one of the acts of acts.toml
    event_type varchar,                 -- PLOVER event type
    mode varchar,                       -- PLOVER mode
    cameo varchar not null,             -- CAMEO code
    quad_class integer,                 -- 1 to 4
    intensity double,                   -- -10 to 10
    actors struct(party_id varchar, "name" varchar, name_raw varchar, kind varchar, country varchar, sector varchar, office varchar)[],  -- who did it
    recipients struct(party_id varchar, "name" varchar, name_raw varchar, kind varchar, country varchar, sector varchar, office varchar)[],  -- to whom
    others struct("role" varchar, party_id varchar, "name" varchar, name_raw varchar, kind varchar, country varchar, sector varchar, office varchar)[],  -- further named participants
    date_start date,                    -- first day on which it may have happened
    date_end date,                      -- last day, inclusive
    date_precision varchar,             -- day, week, month, year or range
    place struct("name" varchar, country varchar, lat double, lon double),  -- where
    status varchar not null,            -- actual, claimed, planned, denied or hypothetical
    events varchar[],                   -- event_id of its tellings
    reports bigint not null,            -- number of reports that tell it
    independent_sources bigint not null,  -- the same, near-copies and citations of each other once
    confidence double not null,         -- 0 to 1
    summary varchar not null,           -- one plain sentence from the coded fields
);

-- One row per disagreement between reports.
create table conflicts (
    conflict_id varchar not null,       -- stable: a hash of what it is about
    kind varchar not null,              -- argument, office, date, number, status, place or sequence
    "between" varchar not null,         -- reports, parties or within
    about varchar not null,             -- the question in plain words
    incidents varchar[],                -- incident_id of the incidents concerned
    readings struct("value" varchar, reports varchar[], uris varchar[], quotes varchar[], independent_sources bigint)[],  -- at least two, best supported first
    preferred integer,                  -- index of the reading the evidence favours; null: open
    why varchar not null,               -- the reason in plain words
);

-- One row per spell of the relations of two states; no gaps, no overlaps.
create table relations (
    pair varchar[],                     -- two ISO 3166 alpha-3 codes, sorted
    date_start date,                    -- first day; null: from before the first act told
    date_end date,                      -- last day, inclusive; null: still so
    state varchar not null,             -- full, recalled, charge, severed or unknown
    since varchar[],                    -- incident_id of what brought it about
    quotes varchar[],                   -- the reports' words for it
    start_precision varchar,            -- how exactly the first day is known: day, week, month, year or range
    end_precision varchar,              -- the same of the last day
    sides struct(date_start date, date_end date, ranks varchar[], since varchar[], start_precision varchar)[],  -- its days by the ranks of both heads of mission: of the first state's in the second, and the other way round
);

-- One row per person and state asked for asylum, step by step.
create table asylum (
    case_id varchar not null,           -- stable: a hash of person and state
    seeker_id varchar not null,         -- party_id of the person or group
    seeker varchar not null,            -- the name
    host varchar,                       -- the state asked: ISO 3166 alpha-3
    "local" varchar,                    -- the state that has the say over the place; ISO 3166 alpha-3
    pair varchar[],                     -- both, sorted; null where one is not told
    outcome varchar not null,           -- sheltered, sought, granted, refused, departed, or proposed: nothing is told as fact
    safe_conduct varchar,               -- asked, refused or granted
    is_bound boolean,                   -- whether the Caracas convention bound both states when it began
    steps struct(step varchar, status varchar, incident_id varchar, act varchar, article varchar, date_start date, date_end date, date_precision varchar)[],  -- what is told of it, in order
);

-- One row per change told of missions, consular relations and protecting powers.
create table presence (
    pair varchar[],                     -- the two states, sorted; null where one is not told
    matter varchar not null,            -- mission, consular or protecting_power
    change varchar not null,            -- opened, closed, stormed; severed, restored, kept; taken_over
    sender varchar,                     -- whose mission or interests; ISO 3166 alpha-3
    receiver varchar,                   -- in which state; ISO 3166 alpha-3
    protector varchar,                  -- who looks after them; ISO 3166 alpha-3
    mission varchar,                    -- embassy or consulate
    place varchar,                      -- where, as the report names it
    status varchar not null,            -- actual, claimed, planned, denied or hypothetical
    date_start date,                    -- first day on which it may have happened
    date_end date,                      -- last day, inclusive
    date_precision varchar,             -- day, week, month, year or range
    article varchar,                    -- of the conventions, as in acts.toml
    incident_id varchar not null,       -- the incident that tells it
);

-- One row per thing set aside.
create table rejections (
    stage varchar not null,             -- read, clean, code, resolve, run, ...
    uri varchar not null,               -- what it was
    report_id varchar,                  -- the report, where there is one
    reason varchar not null,            -- a fixed word
    detail varchar not null,            -- a plain sentence
);

-- One row per person and office, as the reports tell it.
create table offices (
    party_id varchar not null,          -- the person
    "name" varchar not null,            -- the person's name
    office varchar not null,            -- an office of offices.csv
    country varchar,                    -- ISO 3166 alpha-3
    date_start date,                    -- first day known; null: open
    date_end date,                      -- last day known, inclusive; null: open
    asserted struct(report_id varchar, uri varchar, "date" date, quote varchar, tense varchar)[],  -- who says so
);

-- One row per ruling of a person, in the order given.
create table judgements (
    judgement_id varchar not null,      -- stable: a hash of what it says and when
    ruling varchar not null,            -- accept, reject, correct, merge, split, settle or undo
    about varchar[],                    -- ids it was said of: events, incidents, a conflict, a judgement
    events varchar[],                   -- event_id of the tellings concerned, as they were then
    "by" varchar not null,              -- who
    "at" varchar not null,              -- when: ISO 8601, UTC
    note varchar,                       -- why, in the person's words
    undone_by varchar,                  -- judgement_id of the ruling that undid it
    holds boolean not null,             -- whether it changes the record now
);

-- The stored text of each report: quotes are cut from it. Not exported.
create table texts (
    report_id varchar not null,         -- the report
    "text" varchar not null,            -- title as first paragraph, then the body
);

-- One row: what the tables were made from. Not exported.
create table made (
    dragoman varchar not null,          -- version of the program
    coder varchar not null,             -- coder and its version
    knowledge varchar not null,         -- digest of the knowledge files
    inputs varchar not null,            -- digest of everything the tables were made from
);
