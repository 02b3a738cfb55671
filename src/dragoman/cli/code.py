"""dragoman code: single sentences and texts, JSON lines in and out, no record needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.output import json_out, talk
from dragoman.errors import NoSuchPathError

SET_ASIDE = 4


def code(
    source: Annotated[
        Path,
        typer.Argument(metavar="[IN.jsonl]", help="Rows; - is standard input.", show_default=False),
    ] = Path("-"),
    pipeline: options.PipelineOption = None,
) -> None:
    """Code texts, one JSON object a line.

    A row is {"id", "text", "published"?, "actor"?, "recipient"?}; each gives, in order, {"id",
    "events"}, the events as in the export. A row that cannot be coded gives {"id", "events": [],
    "error"}.

    Example: echo '{"id": 1, "text": "Chile recalled its ambassador to Norway."}' | dragoman code
    """
    from dragoman.run.engine import Job
    from dragoman.run.sentences import code_rows

    failed = 0
    for row in code_rows(_rows(source), Job(pipeline=pipeline)):
        failed += "error" in row
        json_out(row)
        sys.stdout.flush()
    if failed:
        talk(f'{failed} rows could not be coded; each says why under "error".')
        raise typer.Exit(SET_ASIDE)


def _rows(source: Path) -> Iterator[Any]:
    """The objects of a JSONL file, or for a broken line the error."""
    if str(source) == "-":
        yield from _parsed(sys.stdin.buffer)
        return
    if not source.is_file():
        raise NoSuchPathError(str(source))
    with source.open("rb") as file:
        yield from _parsed(file)


def _parsed(lines: Iterable[bytes]) -> Iterator[Any]:
    for line in lines:
        if not line.strip():
            continue
        try:
            yield json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError) as error:
            yield error
