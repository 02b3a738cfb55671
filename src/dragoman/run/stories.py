"""Rows of reports grouped into stories, without a record: rows in, one answer a row out."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, overload

from dragoman.errors import NoSuchPathError
from dragoman.link.backdrop import Article
from dragoman.link.stories import stories
from dragoman.run.rows import day_fault, day_of, shape_fault

LONGEST = 10_000_000
"""Bytes of a line; what is longer is no report."""


def group_rows(rows: Iterable[object]) -> Iterator[dict[str, Any]]:
    """For each row {"id", "title"?, "text", "published"?}, in order, {"id", "story"}.

    A row that cannot be read has None for its story, and "error". The order of the rows changes no
    story.
    """
    kept = list(rows)
    return _answers(kept, [row for row in kept if fault_of(row) is None])


def group_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The same for a JSONL file, which is read line by line, several times, and never held.

    Raises:
        NoSuchPathError: there is no such file.
    """
    if not path.is_file():
        raise NoSuchPathError(str(path))
    lines = _Lines(path)
    sound = [at for at, row in enumerate(lines) if fault_of(row) is None]
    return _answers(lines, _Chosen(lines, sound))


def fault_of(row: Any) -> str | None:
    """Why a row cannot be grouped, in a plain sentence; None when it can."""
    fault = shape_fault(row)
    if fault is not None:
        return fault
    if not isinstance(row.get("text"), str):
        return 'no text: the key "text" must hold the words of the report'
    if row.get("title") is not None and not isinstance(row["title"], str):
        return "title is not a string"
    return day_fault(row.get("published"))


def _answers(rows: Iterable[object], sound: Sequence[Any]) -> Iterator[dict[str, Any]]:
    found = iter(stories(_Articles(sound)))
    for row in rows:
        name = row.get("id") if isinstance(row, dict) else None
        fault = fault_of(row)
        if fault is None:
            yield {"id": name, "story": next(found)}
        else:
            yield {"id": name, "story": None, "error": fault}


def _article(row: dict[str, Any]) -> Article:
    day = day_of(row.get("published"))
    name = row.get("id")
    return Article(
        id=name if isinstance(name, str) else json.dumps(name, sort_keys=True),
        title=row.get("title") or "", text=row["text"],
        published=None if day is None else day.toordinal(),
    )  # fmt: skip


class _Articles(Sequence[Article]):
    """Rows as articles, each made when it is asked for."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        if isinstance(at, slice):
            return _Articles(self._rows[at])
        return _article(self._rows[at])


class _Lines(Sequence[object]):
    """The objects of a JSONL file by the places where they start; for a broken line the error."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._starts = array("Q")
        at = 0
        for line in self._file:
            if line.strip():
                self._starts.append(at)
            at += len(line)

    def __del__(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, at: Any) -> Any:
        self._file.seek(self._starts[at])
        return parsed(self._file.readline(LONGEST))


class _Chosen(Sequence[object]):
    """Some of the rows of another sequence."""

    def __init__(self, rows: Sequence[object], chosen: Iterable[int]) -> None:
        self._rows = rows
        self._chosen = array("Q", chosen)

    def __len__(self) -> int:
        return len(self._chosen)

    def __getitem__(self, at: Any) -> Any:
        return self._rows[self._chosen[at]]


def parsed(line: bytes) -> Any:
    """The object of a line, or the error that it is not JSON."""
    try:
        return json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return error
