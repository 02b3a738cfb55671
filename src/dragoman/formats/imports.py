"""Foreign events written out again as rows of one plain shape, as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dragoman.errors import UsageError
from dragoman.formats.foreign import COLUMNS, ForeignEvent, Read, row_of
from dragoman.model.report import Rejection
from dragoman.store.export import csv_row, csv_text, json_text
from dragoman.store.rows import Row, rejection_row

NAMES = tuple(name for name, _ in COLUMNS)
SHOWN = 20
"""Rejections that are told one by one; the others are counted."""


@dataclass
class Tally:
    """How many rows were read and how many set aside; the first of those, to be told."""

    events: int = 0
    rejected: int = 0
    first: list[Rejection] = field(default_factory=list)

    def rows(self, found: Iterable[Read]) -> Iterator[Row]:
        """The events as rows with the columns `NAMES`; what was set aside is counted."""
        for one in found:
            if isinstance(one, ForeignEvent):
                self.events += 1
                yield row_of(one)
            else:
                self.rejected += 1
                if len(self.first) < SHOWN:
                    self.first.append(one)

    def words(self) -> Iterator[str]:
        """What was set aside, in plain sentences; nothing where all was read."""
        for one in self.first:
            yield f"{one.uri}: {one.reason}: {one.detail}"
        more = self.rejected - len(self.first)
        if more:
            yield f"... and {more:,} more."


def texts(rows: Iterable[Row], names: Sequence[str], form: str) -> Iterator[str]:
    """Rows as text, piece by piece: "jsonl", "json" (one list), or "csv" under `names`."""
    if form == "csv":
        yield csv_text(names, ())
        for row in rows:
            yield csv_row(names, row)
    elif form == "json":
        gap = "[\n"
        for row in rows:
            yield gap + json_text(row)
            gap = ",\n"
        yield "\n]\n" if gap != "[\n" else "[]\n"
    else:
        for row in rows:
            yield json_text(row) + "\n"


def into(folder: Path, found: Iterable[Read], tally: Tally, form: str = "jsonl") -> Path:
    """Write `events.FORM`, and `rejections.jsonl` beside it; the first of them.

    Files of the same names are replaced, each whole and only when all is read.

    Raises:
        UsageError: `folder` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder to write into")
    folder.mkdir(parents=True, exist_ok=True)
    path, aside = folder / f"events.{form}", folder / "rejections.jsonl"
    unfinished = [one.with_name(f".{one.name}.unfinished") for one in (path, aside)]
    with (
        unfinished[0].open("w", encoding="utf-8", newline="") as events,
        unfinished[1].open("w", encoding="utf-8", newline="") as rejections,
    ):
        kept = _written(found, rejections)
        for piece in texts(tally.rows(kept), NAMES, form):
            events.write(piece)
    for one, target in zip(unfinished, (path, aside), strict=True):
        one.replace(target)
    return path


def _written(found: Iterable[Read], rejections: TextIO) -> Iterator[Read]:
    """What is found; rejections among it are written down on the way."""
    for one in found:
        if isinstance(one, Rejection):
            rejections.write(json_text(rejection_row(one)) + "\n")
        yield one
