"""dragoman read: reports into a record."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import SET_ASIDE, talk
from dragoman.cli.progress import bar
from dragoman.errors import UsageError


def read(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help="Files, folders and patterns; - for standard input.",
            show_default=False,
        ),
    ] = None,
    record: options.RecordOption = options.DEFAULT_RECORD,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", min=1, metavar="N", help="Worker processes.", show_default="by need"
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="LANG",
            help="ISO 639-1 of reports that do not state theirs.",
            show_default="detected",
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="VALUE=NAME,...",
            show_default=False,
            help="Columns under unusual names: text=corpo,published=dia.",
        ),
    ] = None,
    pipeline: options.PipelineOption = None,
) -> None:
    """Read reports into a record.

    Text, Markdown, HTML, PDF, JSON, JSONL, CSV, TSV, Parquet, RSS, Atom and WARC files, packed or
    not, and folders of them. Reports that the record holds already are not read again; an
    interrupted run goes on where it stopped.

    Example: dragoman read reports/ --record andes
    """
    from dragoman.run.engine import Job
    from dragoman.run.pipeline import build

    if not paths:
        raise UsageError(
            "no reports named; give files or folders: dragoman read PATH... [--record DIR]"
        )
    if lang is not None and not (len(lang) == 2 and lang.isascii() and lang.isalpha()):
        raise UsageError(f"--lang {lang}: expected two letters of ISO 639-1, such as en")
    named = _columns(columns)
    with given(paths) as files, bar("reports") as progress:
        summary = build(
            files,
            record,
            job=Job(pipeline=pipeline),
            workers=workers,
            lang=lang,
            columns=named,
            progress=progress,
        )
    for line in summary.lines():
        talk(line)
    if summary.refused:
        raise typer.Exit(SET_ASIDE)


@contextmanager
def given(paths: list[Path]) -> Iterator[list[Path]]:
    """The paths with standard input, where it is named by -, as a file of its own."""
    if Path("-") not in paths:
        yield paths
        return
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        data = sys.stdin.buffer.read()
        # A line that begins an object is JSON Lines, an element a page; all else is a text.
        ending = {b"{": "jsonl", b"[": "json", b"<": "html"}.get(data.lstrip()[:1], "txt")
        file = Path(folder) / f"stdin.{ending}"
        file.write_bytes(data)
        yield [file if path == Path("-") else path for path in paths]


def _columns(text: str | None) -> dict[str, str]:
    """The pairs of --columns.

    Raises:
        UsageError: a part that is no pair.
    """
    named: dict[str, str] = {}
    for part in text.split(",") if text else ():
        value, equals, name = part.partition("=")
        if not equals or not value.strip() or not name.strip():
            raise UsageError(f"--columns {part}: write it as text=body,published=day")
        named[value.strip()] = name.strip()
    return named
