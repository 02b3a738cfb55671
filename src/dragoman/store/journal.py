"""The journal of judgements: one JSON object a line, only ever appended to, on disk at once.

No shard holds what people ruled, so the journal is its only home: each line is forced to disk
before a ruling counts as given, and a line cut short by a crash is no ruling.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError
from dragoman.model.judgement import RULINGS, Anchor, Judgement

NAME = "judgements.jsonl"


def append(folder: Path, judgement: Judgement) -> None:
    """Add a judgement to the record's journal; it is on disk when this returns."""
    line = json.dumps(asdict(judgement), ensure_ascii=False, sort_keys=True) + "\n"
    path = folder / NAME
    torn = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
    with path.open("ab") as file:
        # A line that a crash cut short is closed, so that it does not swallow this one.
        file.write((b"\n" if torn else b"") + line.encode("utf-8", "surrogatepass"))
        file.flush()
        os.fsync(file.fileno())


def read(folder: Path) -> tuple[Judgement, ...]:
    """The judgements of a record, in the order given; none where there is no journal.

    Raises:
        RecordError: a line that is no judgement, other than one cut short at the end.
    """
    out = []
    for number, line in _lines(folder):
        try:
            out.append(_judgement(json.loads(line.decode("utf-8", "surrogatepass"))))
        except (ValueError, KeyError, TypeError) as error:
            if _is_cut_short(line):
                continue
            raise RecordError(
                f"{folder / NAME}, line {number}: no judgement ({error}); expected a JSON object "
                "with judgement_id, ruling, about, by and at. Restore the line or take it out"
            ) from error
    return tuple(out)


def faults(folder: Path) -> dict[int, str]:
    """The lines of a journal that are no judgement, by number from 1, each with what it is."""
    found = {}
    for number, line in _lines(folder):
        try:
            _judgement(json.loads(line.decode("utf-8", "surrogatepass")))
        except (ValueError, KeyError, TypeError):
            found[number] = "cut short" if _is_cut_short(line) else "no judgement"
    return found


def mend(folder: Path, to: Path) -> None:
    """Leave the lines that are judgements; the journal as it was goes to the new file `to`."""
    bad = faults(folder)
    kept = b"".join(line + b"\n" for number, line in _lines(folder) if number not in bad)
    to.write_bytes((folder / NAME).read_bytes())
    draft = folder / f"{NAME}.unfinished"
    with draft.open("wb") as file:
        file.write(kept)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(folder / NAME)


def _lines(folder: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, with their numbers."""
    path = folder / NAME
    lines = path.read_bytes().split(b"\n") if path.is_file() else []
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _is_cut_short(line: bytes) -> bool:
    return line.lstrip().startswith(b"{") and not line.rstrip().endswith(b"}")


def _judgement(row: Mapping[str, Any]) -> Judgement:
    if row["ruling"] not in RULINGS:
        raise ValueError(f"ruling {row['ruling']!r} is none of {', '.join(RULINGS)}")
    groups = tuple(tuple(Anchor(**anchor) for anchor in group) for group in row.get("tellings", ()))
    return Judgement(
        judgement_id=str(row["judgement_id"]), ruling=row["ruling"], about=tuple(row["about"]),
        tellings=groups, value=dict(row.get("value") or {}), by=str(row["by"]), at=str(row["at"]),
        note=row.get("note"),
    )  # fmt: skip
