"""Damage of each kind is found, named, and mended to the same digest, or said to be lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordDamagedError, RecordError
from dragoman.model.judgement import Anchor, Judgement
from dragoman.run import checking, pipeline
from dragoman.run.engine import Job
from dragoman.run.local import InProcess
from dragoman.run.pipeline import version_of
from dragoman.run.reading import Reader
from dragoman.store import checks, journal, shards
from dragoman.store.store import Store

RULING = Judgement(
    judgement_id="j1", ruling="accept", about=("e1",), by="Ana", at="2026-01-02T03:04:05+00:00",
    tellings=((Anchor(event_id="e1", report_id="r1", act="meet", start=3, end=9),),),
)  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, corpus: Path, reader: Reader) -> Path:
    """A record of two shards with a ruling."""
    folder = tmp_path_factory.mktemp("sound") / "record"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dragoman.run.local.Reader", lambda job: reader)
        patch.setattr(pipeline, "BATCH", 3)
        with Store.open(folder, create=True) as store:
            store.judge(RULING)
        pipeline.build([corpus], folder, engine=InProcess())
    return folder


@pytest.fixture
def record(sound: Path, tmp_path: Path) -> Path:
    """A copy to do harm to."""
    return shutil.copytree(sound, tmp_path / "record")


def findings(record: Path, reader: Reader) -> dict[str, str]:
    """The faults of a record, by part."""
    with Store.open(record) as store:
        version = version_of(Job(), reader.knowledge)
        return {
            one.part: one.told
            for one in checking.check(store, version, reader.knowledge)
            if one.is_fault
        }


def repaired(record: Path, reader: Reader) -> list[str]:
    with Store.open(record) as store, store.writing():
        return list(checking.repair(store, version_of(Job(), reader.knowledge), reader.knowledge))


def digests(record: Path) -> dict[str, str]:
    with Store.open(record) as store:
        return store.digests()


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0x40
    path.write_bytes(data)


def current(record: Path) -> Path:
    return record / (record / "CURRENT").read_text().strip()


def a_shard(record: Path) -> Path:
    return shards.folders(record / "shards")[0]


def test_a_sound_record_has_no_faults(record: Path, reader: Reader) -> None:
    assert findings(record, reader) == {}


def test_looking_changes_nothing(record: Path, reader: Reader) -> None:
    before = {path: path.read_bytes() for path in record.rglob("*") if path.is_file()}
    findings(record, reader)
    assert {path: path.read_bytes() for path in record.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("file", ["events.parquet", "readings.parquet", "shard.json"])
def test_a_flipped_byte_in_any_file_of_a_shard_is_found_and_named(
    record: Path, reader: Reader, file: str
) -> None:
    shard = a_shard(record)
    size = (shard / file).stat().st_size
    for at in (0, size // 3, size // 2, size - 9):
        flip(shard / file, at)
        assert shard.name in findings(record, reader)["shards"]
        flip(shard / file, at)
    assert findings(record, reader) == {}


@pytest.mark.parametrize("file", ["events.parquet", "shard.json"])
def test_a_file_gone_from_a_shard_is_found(record: Path, reader: Reader, file: str) -> None:
    (a_shard(record) / file).unlink()
    assert f"{file} cannot be read" in findings(record, reader)["shards"]


def test_a_damaged_shard_is_never_read_from(record: Path, corpus: Path) -> None:
    flip(a_shard(record) / "events.parquet", 50)
    (corpus.parent / "more.txt").write_text("Peru arrested 3 Bolivian soldiers on 2 May 2021.\n")
    with pytest.raises(RecordDamagedError, match=r"dragoman doctor --record .* --repair"):
        pipeline.build([corpus.parent / "more.txt"], record, engine=InProcess())


def test_the_reports_of_a_damaged_shard_are_read_again(
    record: Path, sound: Path, corpus: Path, reader: Reader
) -> None:
    shard = a_shard(record)
    flip(shard / "events.parquet", 50)
    done = repaired(record, reader)
    assert done[0].startswith(f"set aside shard {shard.name} as damaged/{shard.name}: the next ")
    assert findings(record, reader) == {}
    assert digests(record) != digests(sound)
    assert pipeline.build([corpus], record, engine=InProcess()).new > 0
    assert digests(record) == digests(sound)


def test_a_flipped_byte_in_the_snapshot_is_found_or_touches_nothing(
    record: Path, sound: Path, reader: Reader
) -> None:
    path, good = current(record), digests(sound)
    size, found = path.stat().st_size, 0
    for at in [0, 8, 100, 4096, *range(12_288, size, size // 12)]:
        flip(path, at)
        fault = findings(record, reader)
        found += bool(fault)
        assert fault or digests(record) == good, at
        flip(path, at)
    assert found >= 3
    flip(path, 12_300)
    assert "tables" in findings(record, reader)
    repaired(record, reader)
    assert (findings(record, reader), digests(record)) == ({}, good)


def test_reading_mends_a_snapshot_that_cannot_be_opened(
    record: Path, sound: Path, corpus: Path
) -> None:
    current(record).write_bytes(b"no database" * 1000)
    pipeline.build([corpus], record, engine=InProcess())
    assert digests(record) == digests(sound)


@pytest.mark.parametrize("harm", [
    lambda record: (record / "CURRENT").unlink(),
    lambda record: current(record).unlink(),
    lambda record: (record / "CURRENT").write_text("record-99.duckdb\n"),
])  # fmt: skip
def test_tables_that_are_gone_are_made_anew(
    record: Path, sound: Path, reader: Reader, harm: Callable[[Path], object]
) -> None:
    harm(record)
    assert "not there" in findings(record, reader)["tables"]
    assert repaired(record, reader) == ["made the tables anew from the shards and the rulings"]
    assert (findings(record, reader), digests(record)) == ({}, digests(sound))


@pytest.mark.parametrize(("line", "what"), [(b'{"ruling": "acc', "cut short"), (b"x\n", "no judg")])
def test_a_broken_line_of_the_journal_is_named_and_taken_out(
    record: Path, sound: Path, reader: Reader, line: bytes, what: str
) -> None:
    with (record / journal.NAME).open("ab") as file:
        file.write(line)
    assert f"line 2 is {what}" in findings(record, reader)["rulings"]
    assert f"took the broken lines out of {journal.NAME}" in repaired(record, reader)[0]
    assert (findings(record, reader), digests(record)) == ({}, digests(sound))
    (kept,) = (record / "damaged").iterdir()
    assert line in kept.read_bytes()


def test_a_ruling_that_was_cut_short_is_missed_by_the_tables(record: Path, reader: Reader) -> None:
    path = record / journal.NAME
    path.write_bytes(path.read_bytes()[:40])
    assert set(findings(record, reader)) == {"rulings", "tables"}


def test_a_shard_taken_away_is_missed_by_the_tables(record: Path, reader: Reader) -> None:
    shutil.rmtree(a_shard(record))
    assert findings(record, reader)["tables"].startswith("not made of the shards and rulings")


CHANGES = {
    "texts": "update texts set text = 'x' || text",
    "quotes": 'update events set "start" = "start" + 1',
    "references": "delete from incidents",
    "tables": "update events set confidence = 0.123",
}


@pytest.mark.parametrize("part", CHANGES)
def test_tables_that_somebody_changed_are_found(record: Path, reader: Reader, part: str) -> None:
    change(record, CHANGES[part])
    found = findings(record, reader)
    assert {part, "tables"} <= set(found)


def change(record: Path, statement: str) -> None:
    with duckdb.connect(str(current(record))) as connection:
        connection.execute(statement)


ORPHANED = {
    "event {} is of a report": "update events set report_id = 'r0'",
    "event {} is of an incident": "update events set incident_id = 'i0'",
    "incident {} has no event": "delete from events",
    "incident {} names an event": "update incidents set events = ['e0']",
    "incident {} counts other": "update incidents set events = []",
    "conflict {} names an incident":
        "insert into conflicts by name (select 'c' as conflict_id, 'date' as kind, "
        "'reports' as \"between\", 'x' as about, ['i0'] as incidents, 'x' as why)",
    "conflict {} names a report":
        "insert into conflicts by name (select 'c' as conflict_id, 'date' as kind, "
        "'reports' as \"between\", 'x' as about, 'x' as why, [{'value': 'a', 'reports': ['r0'], "
        "'uris': ['u'], 'quotes': ['q'], 'independent_sources': 1}] as readings)",
    "report {} is a copy": "update reports set duplicate_of = 'r0'",
    "the relations of {} rest": "update relations set since = ['i0']",
    "asylum case {} rests":
        "insert into asylum by name (select 'a' as case_id, 's' as seeker_id, 's' as seeker, "
        "'sought' as outcome, [{'step': 'sought', 'status': 'actual', 'incident_id': 'i0', "
        "'act': 'x', 'article': 'x', 'date_start': null, 'date_end': null, "
        "'date_precision': null}] as steps)",
    "a change of presence":
        "insert into presence by name (select 'mission' as matter, 'closed' as change, "
        "'actual' as status, 'i0' as incident_id)",
    "an office of {} rests":
        "insert into offices by name (select 'p' as party_id, 'P' as name, 'mayor' as office, "
        "[{'report_id': 'r0', 'uri': 'u', 'date': null, 'quote': 'q', 'tense': 'past'}] "
        "as asserted)",
    "a text is of report": "insert into texts values ('r0', 'x')",
    "a rejection is of report":
        "insert into rejections values ('code', 'u', 'r0', 'no_actor', 'x')",
}  # fmt: skip


@pytest.mark.parametrize("fault", ORPHANED)
def test_what_names_a_row_that_is_not_there_is_found(record: Path, fault: str) -> None:
    with Store.open(record) as store:
        assert list(checks.orphans(store)) == []
    change(record, ORPHANED[fault])
    with Store.open(record) as store:
        found = [one for one in checks.orphans(store) if one.startswith(fault.partition("{")[0])]
    assert found


def test_every_query_for_orphans_is_tried() -> None:
    assert all(any(said.startswith(one) for one in ORPHANED) for said, _ in checks.ORPHANS)


def test_a_record_of_another_version_is_not_compared(
    record: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(record, "update made set coder = 'rules@0'")
    assert findings(record, reader) == {}


def test_shards_without_digests_are_still_read(record: Path, reader: Reader) -> None:
    for folder in shards.folders(record / "shards"):
        note = json.loads((folder / "shard.json").read_text())
        (folder / "shard.json").write_text(
            json.dumps({key: note[key] for key in ("version", "sequence", "made_by")})
        )
    assert findings(record, reader) == {}


def test_a_record_without_its_note_says_what_to_write(record: Path) -> None:
    (record / "record.json").unlink()
    with pytest.raises(RecordError, match=r'write {"format": 1} into it'):
        checking.opened(record)
