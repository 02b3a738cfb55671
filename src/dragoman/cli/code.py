"""dragoman code: single sentences and texts, JSON lines in and out, no record needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, cast

import typer

from dragoman.cli import options
from dragoman.cli.output import json_out, talk
from dragoman.errors import NoSuchPathError, UsageError

if TYPE_CHECKING:
    from dragoman.run.engine import Job

SET_ASIDE = 4
CHUNK = 1 << 16
"""Bytes that are read at once."""


def code(
    source: Annotated[
        Path,
        typer.Argument(metavar="[IN.jsonl]", help="Rows; - is standard input.", show_default=False),
    ] = Path("-"),
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Show why TEXT is coded as it is, instead.", show_default=False
        ),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DAY", help="The day of TEXT.", show_default=False
        ),
    ] = None,
    second: Annotated[
        bool,
        typer.Option(help="Ask the second opinion where no pattern tells anything."),
    ] = True,
    phrases: Annotated[
        bool,
        typer.Option("--phrases", help="Rows are phrases that name a party; answer who is meant."),
    ] = False,
    pipeline: options.PipelineOption = None,
) -> None:
    """Code texts, one JSON object a line; or explain the coding of one.

    A row is {"id", "text", "published"?, "actor"?, "recipient"?}; each gives, in order, {"id",
    "events"}, the events as in the export. A row that cannot be coded gives {"id", "events": [],
    "error"}.

    With --phrases a row is {"id", "phrase", "context"?, "lang"?, "published"?} and gives {"id",
    "party"}: who the phrase means, in PLOVER's terms, and why.

    With --explain, the parse is drawn, with each pattern that fired, its roles and why.

    Example: echo '{"id": 1, "text": "Chile recalled its ambassador to Norway."}' | dragoman code
    """
    from dragoman.run.engine import Job
    from dragoman.run.phrases import party_batches
    from dragoman.run.sentences import code_batches

    job = Job(pipeline=pipeline, second=second)
    if explain is not None:
        if phrases:
            raise UsageError("--explain and --phrases exclude each other; give one of them")
        _explain(explain, published.date() if published else None, job)
        return
    failed = 0
    answers = party_batches if phrases else code_batches
    for row in answers(_batches(source), job):
        failed += "error" in row
        json_out(row)
        sys.stdout.flush()
    if failed:
        talk(f'{failed} rows could not be coded; each says why under "error".')
        raise typer.Exit(SET_ASIDE)


def _explain(text: str, published: date | None, job: Job) -> None:
    from dragoman.cli.explain import show
    from dragoman.run.explain import explain
    from dragoman.run.sentences import fault_of, shared_reader

    fault = fault_of({"text": text})
    if fault is not None:
        talk(f"--explain: {fault}")
        raise typer.Exit(SET_ASIDE)
    show(explain(text, published, reader=shared_reader(job)))


def _batches(source: Path) -> Iterator[list[Any]]:
    """The objects of a JSONL file as they arrive, or for a broken line the error."""
    if str(source) == "-":
        yield from _arriving(sys.stdin.buffer)
        return
    if not source.is_file():
        raise NoSuchPathError(str(source))
    with source.open("rb") as file:
        yield from _arriving(file)


def _arriving(stream: BinaryIO) -> Iterator[list[Any]]:
    """Batches of what can be read without waiting: whoever sends one row gets one answer."""
    rest = b""
    while data := cast(BufferedReader, stream).read1(CHUNK):
        *lines, rest = (rest + data).split(b"\n")
        yield list(_parsed(lines))
    yield list(_parsed([rest]))


def _parsed(lines: Iterable[bytes]) -> Iterator[Any]:
    for line in lines:
        if not line.strip():
            continue
        try:
            yield json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError) as error:
            yield error
