"""Shards: what the reading half made of some reports, written once and never changed.

`shards/KEY/` holds one Parquet file a model type and `shard.json`, which says by which version
they were read. A shard is written under a temporary name and renamed when whole, so a folder under
its own name is complete. When the same reports are read by another version, the new readings go
to a new shard, and `readings` takes those of the version asked for first.

Arrow is loaded where it is needed: `dragoman --help` does without.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.model.event import Event, OfficeAssertion, PersonName
from dragoman.model.ids import identifier
from dragoman.model.reading import ReportReading
from dragoman.model.report import Rejection, Report

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.store import arrow

UNFINISHED = "unfinished-"
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
    """What `shard.json` says: the version, its digest, and the shard's place in the sequence."""

    folder: Path
    version: str
    sequence: int


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

    for name, rows in _tables(sorted(readings.items())):
        parquet.write_table(rows, unfinished / f"{name}.parquet", compression="zstd")
    note = {"version": version.digest, "sequence": sequence, "made_by": asdict(version)}
    (unfinished / "shard.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
    for path in sorted(unfinished.iterdir()):
        sync(path)
    unfinished.rename(shards / key)
    sync(shards)
    return key


def notes(shards: Path) -> list[ShardNote]:
    """The whole shards, in the order in which they were written."""
    found = []
    for path in shards.glob("*/shard.json"):
        if not path.parent.name.startswith(UNFINISHED):
            note = json.loads(path.read_text(encoding="utf-8"))
            found.append(
                ShardNote(
                    folder=path.parent, version=note["version"], sequence=int(note["sequence"])
                )
            )
    return sorted(found, key=lambda note: (note.sequence, note.folder.name))


def clear_unfinished(shards: Path) -> None:
    """Remove what an interrupted run left behind; call it under the write lock only."""
    for path in sorted(shards.glob(f"{UNFINISHED}*")):
        shutil.rmtree(path)


def keys(note: ShardNote) -> dict[str, str | None]:
    """The raw-report keys of a shard, sorted, each with the reason why it is no report, or None."""
    from pyarrow import parquet

    rows = parquet.read_table(note.folder / "readings.parquet").to_pydict()
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
    for key, note in current_keys(shards, version).items():
        wanted[note.folder].add(key)
    for folder in sorted(wanted):
        yield from _read(folder, wanted[folder])


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


def _read(folder: Path, wanted: set[str]) -> Iterator[tuple[str, ReportReading]]:
    reports = dict(_rows(folder, "reports", Report, wanted))
    parts: dict[str, defaultdict[str, list[Any]]] = {
        name: _grouped(_rows(folder, name, kind, wanted)) for name, kind in PARTS.items()
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
    folder: Path, name: str, kind: type[arrow.Record], wanted: set[str]
) -> Iterator[tuple[str, arrow.Record]]:
    from pyarrow import parquet

    from dragoman.store import arrow

    rows = arrow.records(kind, parquet.read_table(folder / f"{name}.parquet"))
    return ((key, row) for key, row in rows if key in wanted)


def _grouped(rows: Iterable[tuple[str, arrow.Record]]) -> defaultdict[str, list[arrow.Record]]:
    groups: defaultdict[str, list[arrow.Record]] = defaultdict(list)
    for key, row in rows:
        groups[key].append(row)
    return groups
