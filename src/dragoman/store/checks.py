"""What can be wrong with a record that lies on a disk, found by looking at all of it.

Each check yields its faults as plain sentences; none means that all is well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import RecordDamagedError
from dragoman.model.words import plain
from dragoman.store import shards, snapshot
from dragoman.store.store import Store

SHOWN = 3
"""Faults of one kind that are named; of the others only the number is told."""


class Bad(NamedTuple):
    """A damaged shard; `reports` is how many raw reports it held, None where that is lost too."""

    folder: Path
    why: str
    reports: int | None


def bad_shards(folder: Path) -> list[Bad]:
    """The shards of a record that are not as they were written."""
    found = []
    for shard in shards.folders(folder / "shards"):
        try:
            shards.check(shard)
        except RecordDamagedError as error:
            found.append(Bad(shard, error.why, _held(shard)))
    return found


def _held(shard: Path) -> int | None:
    try:
        return len(shards.keys(shards.note_of(shard)))
    except RecordDamagedError:
        return None


def unreadable(store: Store) -> str | None:
    """Why the tables cannot be read; None when every block of them can."""
    import duckdb

    path = snapshot.current(store.folder)
    if path is None:
        there = sorted(one.name for one in store.folder.glob("record-*.duckdb"))
        lost = f", though {there[-1]} is there" if there else ""
        return f"no tables are published: {snapshot.CURRENT} is not there{lost}"
    if not path.is_file():
        return f"{snapshot.CURRENT} names {plain(path.name)}, which is not there"
    try:
        store.digests()
        store.rows("made")
    except RecordDamagedError as error:
        return error.why
    except (duckdb.Error, UnicodeDecodeError) as error:
        return f"{path.name} is damaged ({type(error).__name__})"
    return None


def bad_texts(store: Store) -> Iterator[str]:
    """Texts that are not what the digest of their report says."""
    query = (
        'select report_id, sha256, "text" from reports left join texts using (report_id) '
        "order by report_id"
    )
    for name, digest, text in store.values(query):
        if text is None:
            yield f"report {name} has no text"
        elif hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            yield f"the text of report {name} is not the one that was read"


def bad_quotes(store: Store) -> Iterator[str]:
    """Tellings whose offsets do not cut their quote from their report's text."""
    texts = store.values('select report_id, "text" from texts order by report_id')
    query = 'select report_id, event_id, "start", "end", quote from events order by all'
    at, text = "", ""
    for report, event, start, end, quote in store.values(query):
        while at < report:
            at, text = next(texts, (report, ""))
        if at != report or text[start:end] != quote:
            yield f"the quote of event {event} does not stand at {start} to {end} of its report"


ORPHANS = (
    ("event {} is of a report that is not there",
     "select event_id from events where report_id not in (select report_id from reports)"),
    ("event {} is of an incident that is not there",
     "select event_id from events where incident_id not in (select incident_id from incidents)"),
    ("incident {} has no event",
     "select incident_id from incidents where incident_id not in (select incident_id from events)"),
    ("incident {} names an event that is not its own",
     "select distinct i.incident_id from incidents i, unnest(i.events) as named(event_id) "
     "where not exists (select 1 from events e where e.event_id = named.event_id "
     "and e.incident_id = i.incident_id)"),
    ("incident {} counts other events than it has",
     "select i.incident_id from incidents i where len(i.events) <> "
     "(select count(*) from events e where e.incident_id = i.incident_id)"),
    ("conflict {} names an incident that is not there",
     "select distinct conflict_id from conflicts, unnest(incidents) as named(incident_id) "
     "where named.incident_id not in (select incident_id from incidents)"),
    ("conflict {} names a report that is not there",
     "select distinct conflict_id from (select conflict_id, unnest(readings) as reading "
     "from conflicts), unnest(reading.reports) as named(report_id) "
     "where named.report_id not in (select report_id from reports)"),
    ("report {} is a copy of one that is not there",
     "select report_id from reports where duplicate_of is not null "
     "and duplicate_of not in (select report_id from reports)"),
    ("the relations of {} rest on an incident that is not there",
     "select distinct array_to_string(pair, ' and ') from relations, "
     "unnest(since) as named(incident_id) "
     "where named.incident_id not in (select incident_id from incidents)"),
    ("asylum case {} rests on an incident that is not there",
     "select distinct case_id from (select case_id, unnest(steps) as step from asylum) "
     "where step.incident_id not in (select incident_id from incidents)"),
    ("a change of presence rests on incident {}, which is not there",
     "select incident_id from presence where incident_id not in "
     "(select incident_id from incidents)"),
    ("an office of {} rests on a report that is not there",
     "select distinct party_id from (select party_id, unnest(asserted) as said from offices) "
     "where said.report_id not in (select report_id from reports)"),
    ("a text is of report {}, which is not there",
     "select report_id from texts where report_id not in (select report_id from reports)"),
    ("a rejection is of report {}, which is not there",
     "select report_id from rejections where report_id is not null "
     "and report_id not in (select report_id from reports)"),
)  # fmt: skip
"""What rows may not be without, with the query that finds those which are."""


def orphans(store: Store) -> Iterator[str]:
    """Rows that name what is not there."""
    for sentence, query in ORPHANS:
        for (name,) in store.values(f"{query} order by 1"):
            yield sentence.format(name)


def told(faults: Iterator[str]) -> str | None:
    """Faults in one sentence: the first few, and how many more there are."""
    named = [fault for fault, _ in zip(faults, range(SHOWN), strict=False)]
    more = sum(1 for _ in faults)
    if not named:
        return None
    return "; ".join(named) + (f"; and {more} more" if more else "")
