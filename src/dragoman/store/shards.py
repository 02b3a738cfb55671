"""Shards: what the reading half made of some reports, written once and never changed.

`shards/KEY/` holds one Parquet file a model type and `shard.json`, which says by which version
they were read and what the SHA-256 of each file is, its own included; no file is used that does not
have it. A shard is written under a temporary name and renamed when whole, so a folder under
its own name is complete. When the same reports are read by another version, the new readings go
to a new shard, and `readings` takes those of the version asked for first.

Arrow is loaded where it is needed: `dragoman --help` does without.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RecordDamagedError
from dragoman.model.event import Event, OfficeAssertion, PersonName
from dragoman.model.ids import identifier
from dragoman.model.reading import ReportReading
from dragoman.model.report import Rejection, Report

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import arrow

UNFINISHED = "unfinished-"
NOTE = "shard.json"
DAMAGED = "damaged"
"""The folder beside the shards for what was set aside."""
PARTS: dict[str, type] = {
    "events": Event, "persons": PersonName, "offices": OfficeAssertion, "rejections": Rejection,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """By what reports were read: another version may read the same report differently."""

    dragoman: str
    coder: str
    knowledge: str
    parser: str

    @property
    def digest(self) -> str:
        """One string that differs when any part does."""
        return identifier("v", self.dragoman, self.coder, self.knowledge, self.parser)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardNote:
    """What `shard.json` says: the version's digest, the shard's place in the sequence, its files.

    `files` leads from a file's name to its SHA-256; None in a shard of before there were digests.
    """

    folder: Path
    version: str
    sequence: int
    files: Mapping[str, str] | None


def write(
    shards: Path, readings: Mapping[str, ReportReading], version: Version, *, sequence: int
) -> str:
    """Write a shard of readings, each under the key of its raw report; the shard's key comes back.

    A shard that is already there is left as it is: its key says what was read, by what, and what
    became of each report.
    """
    fates = (
        part
        for name, reading in sorted(readings.items())
        for part in (name, refusal(reading), len(reading.events))
    )
    key = identifier("s", version.digest, *fates)
    if (shards / key).exists():
        return key
    unfinished = shards / f"{UNFINISHED}{key}-{os.getpid()}"
    unfinished.mkdir(parents=True)
    from pyarrow import parquet

    files = {}
    for name, rows in _tables(sorted(readings.items())):
        path = unfinished / f"{name}.parquet"
        parquet.write_table(rows, path, compression="zstd")
        files[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    note: dict[str, Any] = {
        "version": version.digest, "sequence": sequence, "made_by": asdict(version),
        "readings": len(readings), "files": files,
    }  # fmt: skip
    note["sha256"] = _seal(note)
    (unfinished / NOTE).write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
    for path in sorted(unfinished.iterdir()):
        sync(path)
    unfinished.rename(shards / key)
    sync(shards)
    return key


def notes(shards: Path) -> list[ShardNote]:
    """The whole shards, in the order in which they were written.

    Raises:
        RecordDamagedError: the note of one is not as it was written.
    """
    found = [note_of(folder) for folder in folders(shards)]
    return sorted(found, key=lambda note: (note.sequence, note.folder.name))


def folders(shards: Path) -> list[Path]:
    """The folders of the whole shards, by name."""
    return sorted(
        path for path in shards.glob("*") if path.is_dir() and not path.name.startswith(UNFINISHED)
    )


def note_of(folder: Path) -> ShardNote:
    """What the note of a shard says.

    Raises:
        RecordDamagedError: it is gone, or not as it was written.
    """
    try:
        note = json.loads((folder / NOTE).read_bytes())
        if "sha256" in note and note.pop("sha256") != _seal(note):
            raise damaged(folder, f"{NOTE} was changed after it was written")
        return ShardNote(
            folder=folder, version=note["version"], sequence=int(note["sequence"]),
            files=note.get("files"),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(folder, f"{NOTE} cannot be read ({type(error).__name__})") from error


def damaged(folder: Path, why: str) -> RecordDamagedError:
    """The error that a shard is not as it was written."""
    return RecordDamagedError(str(folder.parent.parent), f"shards/{folder.name}", why)


def _seal(note: Mapping[str, Any]) -> str:
    """The SHA-256 of a note without the place for it."""
    return hashlib.sha256(json.dumps(note, sort_keys=True).encode()).hexdigest()


def check(folder: Path) -> None:
    """Read all of a shard.

    Raises:
        RecordDamagedError: a part of it is not as it was written.
    """
    note = note_of(folder)
    for _ in _read(note, set(keys(note))):
        pass


def set_aside(folder: Path) -> Path:
    """Move a shard out of the record, into `damaged/` beside the shards; where it is now."""
    aside = folder.parent.parent / DAMAGED
    aside.mkdir(exist_ok=True)
    taken = len(list(aside.glob(f"{folder.name}*")))
    moved = aside / (f"{folder.name}-{taken + 1}" if taken else folder.name)
    folder.rename(moved)
    sync(folder.parent)
    sync(aside)
    return moved


def clear_unfinished(shards: Path) -> None:
    """Remove what an interrupted run left behind; call it under the write lock only."""
    for path in sorted(shards.glob(f"{UNFINISHED}*")):
        shutil.rmtree(path)


def keys(note: ShardNote) -> dict[str, str | None]:
    """The raw-report keys of a shard, sorted, each with the reason why it is no report, or None."""
    rows = _table(note, "readings").to_pydict()
    return dict(zip(rows["raw_key"], rows["refused"], strict=True))


def refusal(reading: ReportReading) -> str | None:
    """The reason why a reading has no report, which its last rejection gives; None: it has one."""
    if reading.report is not None:
        return None
    return reading.rejections[-1].reason if reading.rejections else "no_reason"


PASSING = frozenset({"crash", "timeout", "memory"})
"""Reasons that lie in the machine or the program, not in the report: it is read again next time."""


def current_keys(shards: Path, version: str) -> dict[str, ShardNote]:
    """Which shard holds the reading of each raw report that counts.

    That of `version` where there is one, else the one written last.
    """
    chosen: dict[str, ShardNote] = {}
    for note in sorted(notes(shards), key=lambda note: (note.version == version, note.sequence)):
        chosen.update(dict.fromkeys(keys(note), note))
    return chosen


def readings(shards: Path, version: str) -> Iterator[tuple[str, ReportReading]]:
    """The readings that count, with their raw-report keys; shard by shard, sorted within."""
    wanted: defaultdict[Path, set[str]] = defaultdict(set)
    by_folder = {}
    for key, note in current_keys(shards, version).items():
        wanted[note.folder].add(key)
        by_folder[note.folder] = note
    for folder in sorted(wanted):
        yield from _read(by_folder[folder], wanted[folder])


def sync(path: Path) -> None:
    """Have the operating system put a file or folder on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _tables(readings: list[tuple[str, ReportReading]]) -> Iterator[tuple[str, pa.Table]]:
    import pyarrow as pa

    from dragoman.store import arrow

    reports = [(key, reading.report) for key, reading in readings if reading.report is not None]
    yield "reports", arrow.table(Report, reports)
    for name, kind in PARTS.items():
        rows = ((key, row) for key, reading in readings for row in getattr(reading, name))
        yield name, arrow.table(kind, rows)
    columns = {
        "raw_key": pa.array([key for key, _ in readings], pa.string()),
        "refused": pa.array([refusal(reading) for _, reading in readings], pa.string()),
    }
    yield "readings", pa.table(columns)


def _table(note: ShardNote, name: str) -> pa.Table:
    """A table of a shard, read once: what is checked is what is used."""
    import pyarrow as pa
    from pyarrow import parquet

    file = f"{name}.parquet"
    try:
        data = (note.folder / file).read_bytes()
        is_whole = note.files is None or note.files[file] == hashlib.sha256(data).hexdigest()
        if is_whole:
            return parquet.read_table(pa.BufferReader(data))
    except (OSError, KeyError, pa.ArrowException) as error:
        raise damaged(note.folder, f"{file} cannot be read ({type(error).__name__})") from error
    raise damaged(note.folder, f"{file} was changed after it was written")


def _read(note: ShardNote, wanted: set[str]) -> Iterator[tuple[str, ReportReading]]:
    reports = dict(_rows(note, "reports", Report, wanted))
    parts: dict[str, defaultdict[str, list[Any]]] = {
        name: _grouped(_rows(note, name, kind, wanted)) for name, kind in PARTS.items()
    }
    for key in sorted(wanted):
        yield (
            key,
            ReportReading(
                report=reports.get(key),
                events=tuple(parts["events"][key]),
                persons=tuple(parts["persons"][key]),
                offices=tuple(parts["offices"][key]),
                rejections=tuple(parts["rejections"][key]),
            ),
        )


def _rows(
    note: ShardNote, name: str, kind: type[arrow.Record], wanted: set[str]
) -> Iterator[tuple[str, arrow.Record]]:
    from dragoman.store import arrow

    rows = arrow.records(kind, _table(note, name))
    return ((key, row) for key, row in rows if key in wanted)


def _grouped(rows: Iterable[tuple[str, arrow.Record]]) -> defaultdict[str, list[arrow.Record]]:
    groups: defaultdict[str, list[arrow.Record]] = defaultdict(list)
    for key, row in rows:
        groups[key].append(row)
    return groups
