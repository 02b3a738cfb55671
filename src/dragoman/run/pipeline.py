"""The whole run, readable from top to bottom: reports in, one sourced record out."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from dragoman import __version__
from dragoman.code.rules import RulesCoder
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.ids import identifier, sha256
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport, Rejection
from dragoman.parse.grammar import PIPELINE
from dragoman.read import NO_COLUMNS, Shard, check_columns, planned, read
from dragoman.run.engine import Engine, Job
from dragoman.run.local import Workers
from dragoman.run.packed import Packed
from dragoman.run.record import settle, tables
from dragoman.store.rows import Row
from dragoman.store.shards import Version, refusal
from dragoman.store.store import Store

BATCH = 128
"""New reports that are stored together; what an interrupted run has to read again at most."""

FEW = 64
"""Reports for which starting another worker takes longer than it saves."""

NOT_REPORTS = frozenset({"not_a_report"})
"""Reasons that say a file is no report at all: set aside, but no fault of the input."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did.

    Attributes:
        given: reports and other things found at the paths; new: those not read before.
        twice: how many stood there a second time, the same in every respect.
        refused: of those given, how many could not be read as a report, by reason.
        uncoded: reports of the record that were kept but not coded, by reason.
        reports, events, incidents, conflicts: how many the record holds now.
        told: tellings of the new reports.
        seconds: how long it took; reading_s: of these, the reading of the new reports.
    """

    folder: Path
    given: int
    new: int
    refused: dict[str, int]
    uncoded: dict[str, int]
    reports: int
    events: int
    incidents: int
    conflicts: int
    seconds: float
    twice: int = 0
    told: int = 0
    reading_s: float = 0.0

    def lines(self) -> list[str]:
        """The summary in plain sentences."""
        bad = sum(self.refused.values())
        out = [
            f"Read {_count(self.given, 'report')}, {self.new} of them new, "
            f"in {self.seconds:.1f} s. The record {self.folder} holds "
            f"{_count(self.reports, 'report')}, {_count(self.events, 'telling')}, "
            f"{_count(self.incidents, 'incident')} and {_count(self.conflicts, 'conflict')}."
        ]
        if self.new:
            rate = f", {self.new / self.reading_s:.3g} a second" if self.reading_s > 0 else ""
            out.append(
                f"Reading the new ones took {self.reading_s:.1f} s{rate}, and gave "
                f"{_count(self.told, 'telling')}; linking and weighing all took "
                f"{max(0.0, self.seconds - self.reading_s):.1f} s."
            )
        if self.twice:
            counts = "counts" if self.twice == 1 else "count"
            out.append(f"{_count(self.twice, 'report')} stood there twice and {counts} once.")
        if self.uncoded:
            out.append(f"Kept, but not coded: {_reasons(self.uncoded)}.")
        if bad:
            said = f"Set aside: {_reasons(self.refused)}. `dragoman rejections` says why."
            out.insert(0 if bad > self.given * 0.2 else len(out), said)
        return out


def build(
    paths: Sequence[Path | str],
    folder: Path | str,
    *,
    job: Job | None = None,
    workers: int | None = None,
    engine: Engine | None = None,
    lang: str | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    progress: Progress | None = None,
) -> Summary:
    """Read reports into the record in `folder`, which is made when it is not there.

    What the record holds already is not read again. The result is the same for any number of
    workers, any order of paths, and any number of runs.

    Args:
        paths: files and folders of reports.
        folder: the record's.
        job: how to read them; a job that knows no day of today gets the clock's, so a date of
            publication that lies in the future is refused.
        workers: worker processes; None: as many as are worth it. Reports are parsed in them alone.
        engine: another engine than these; `run.local.InProcess` reads in this process, which a
            hostile report can then crash or stop.
        lang: the language of reports that do not state theirs; None: it is detected.
        columns: from a value of a report ("text", "published", ...) to the name of the column that
            holds it, where that is not one of the usual names.
        progress: called with (stage, done, total).

    Raises:
        UsageError: `columns` names a value that no report has.
        NoSuchPathError: a path does not exist; the record is left as it was.
        RecordLockedError: another process writes into the record.
    """
    started = time.monotonic()
    job = job or Job()
    job = replace(job, today=job.today or dt.date.today())
    show = progress or _silent
    check_columns(columns)
    shards = Packed(planned([Path(path) for path in paths], columns=columns))
    knowledge = load(job.knowledge)
    version = version_of(job, knowledge)
    with Store.open(folder, create=True, made_by=__version__) as store, store.writing():
        given = _Given(shards, store.known(version), lang, columns)
        total = shards.reports
        stored = 0
        show("reading", 0, total)
        for readings in _read_all(engine or _engine(workers, total), job, given):
            store.add(readings, version)
            given.note(readings)
            stored += len(readings)
            show("reading", given.known + given.twice + stored, total)
        read_at = time.monotonic()
        show("weighing", 0, 0)
        _settle(store, version, knowledge)
        seconds = time.monotonic() - started
        return _summary(store, given, seconds=seconds, reading_s=read_at - started)


def refresh(store: Store, job: Job, knowledge: Knowledge) -> None:
    """Make the record's tables anew, after a ruling; needs the write lock."""
    _settle(store, version_of(job, knowledge), knowledge)


def remade(
    store: Store, version: Version, knowledge: Knowledge
) -> tuple[dict[str, list[Row]], Row]:
    """What the tables have to be by the shards and the rulings, and the row that says of what."""
    record = settle(store.readings(version), knowledge, store.judgements())
    made: Row = {
        "dragoman": version.dragoman,
        "coder": version.coder,
        "knowledge": version.knowledge,
        "inputs": store.inputs(version),
    }
    return tables(record), made


def version_of(job: Job, knowledge: Knowledge) -> Version:
    """By what a job reads: another version may read the same report differently."""
    pipeline = job.pipeline or PIPELINE
    try:
        parser = f"{pipeline} {metadata.version(pipeline)}"
    except metadata.PackageNotFoundError:
        parser = pipeline
    return Version(
        dragoman=__version__, coder=f"{RulesCoder.name}@{RulesCoder.version}",
        knowledge=knowledge.digest, parser=parser,
    )  # fmt: skip


class _Given:
    """What stands at the paths: iterating gives batches of what the record has not read yet."""

    def __init__(
        self,
        shards: Iterable[Shard],
        known: dict[str, str | None],
        lang: str | None,
        columns: Mapping[str, str],
    ) -> None:
        self._shards = shards
        self._known = known
        self._lang = lang
        self._columns = columns
        self._seen: set[str] = set()
        self.known = 0
        self.twice = 0
        self.told = 0
        self.refused: Counter[str] = Counter()

    @property
    def count(self) -> int:
        """How many different things were given."""
        return len(self._seen)

    def __iter__(self) -> Iterator[dict[str, RawReport | Rejection]]:
        batch: dict[str, RawReport | Rejection] = {}
        for shard in self._shards:
            for found in read(shard, columns=self._columns):
                key, found = self._keyed(found)
                if key in self._seen:
                    self.twice += 1
                    continue
                self._seen.add(key)
                if key in self._known:
                    self.known += 1
                    self._count(self._known[key])
                    continue
                batch[key] = found
                if len(batch) == BATCH:
                    yield batch
                    batch = {}
        if batch:
            yield batch

    def note(self, readings: dict[str, ReportReading]) -> None:
        """Count what a batch tells, and what of it was refused."""
        for reading in readings.values():
            self.told += len(reading.events)
            self._count(refusal(reading))

    def _count(self, refused: str | None) -> None:
        if refused is not None and refused not in NOT_REPORTS:
            self.refused[refused] += 1

    def _keyed(self, found: RawReport | Rejection) -> tuple[str, RawReport | Rejection]:
        """What was found, under a key that hashes all of it."""
        if isinstance(found, Rejection):
            return identifier("k", "rejection", found.uri, found.reason, found.detail), found
        if found.lang is None and self._lang is not None:
            found = replace(found, lang=self._lang)
        key = identifier(
            "k", found.uri, found.media, found.url, found.publisher, found.title,
            found.published, found.lang, sha256(found.content),
            *([] if found.retrieved is None else [found.retrieved]),
        )  # fmt: skip
        return key, found


def _read_all(engine: Engine, job: Job, given: _Given) -> Iterator[dict[str, ReportReading]]:
    """The readings of each batch, under the keys of what they were made from."""
    waiting: deque[dict[str, RawReport | Rejection]] = deque()

    def raws() -> Iterator[list[RawReport]]:
        for batch in given:
            waiting.append(batch)
            yield [found for found in batch.values() if isinstance(found, RawReport)]

    for made in engine.map(job, raws()):
        readings = iter(made)
        yield {
            key: next(readings)
            if isinstance(found, RawReport)
            else ReportReading(report=None, rejections=(found,))
            for key, found in waiting.popleft().items()
        }


def _engine(workers: int | None, total: int) -> Engine:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Workers(workers or max(1, min(cores or 1, -(-total // FEW))))


def _settle(store: Store, version: Version, knowledge: Knowledge) -> None:
    """Make the tables, unless they were made from just these readings already."""
    if store.is_published(store.inputs(version)):
        return
    content, made = remade(store, version, knowledge)
    store.publish({**content, "made": [made]})


def _summary(store: Store, given: _Given, *, seconds: float, reading_s: float) -> Summary:
    held = {
        table: int(store.sql(f"select count(*) as held from {table}")[0]["held"])
        for table in ("reports", "events", "incidents", "conflicts")
    }
    uncoded = store.sql(
        "select reason, count(*) as reports from rejections "
        "where reason in ('other_language', 'too_long') group by reason order by reason"
    )
    return Summary(
        folder=store.folder, given=given.count, new=given.count - given.known,
        refused=dict(sorted(given.refused.items())),
        uncoded={row["reason"]: row["reports"] for row in uncoded},
        twice=given.twice, told=given.told, seconds=seconds, reading_s=reading_s, **held,
    )  # fmt: skip


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _reasons(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in counts.items())


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody wants to know."""
