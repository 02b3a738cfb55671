"""dragoman read: reports into a record."""

from __future__ import annotations

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
        typer.Argument(metavar="PATH...", help="Files and folders of reports.", show_default=False),
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
    pipeline: options.PipelineOption = None,
) -> None:
    """Read reports into a record.

    Text, Markdown, HTML, JSON, JSONL, CSV and TSV files, and folders of them. Reports that the
    record holds already are not read again; an interrupted run goes on where it stopped.

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
    with bar("reports") as progress:
        summary = build(
            paths, record, job=Job(pipeline=pipeline), workers=workers, lang=lang, progress=progress
        )
    for line in summary.lines():
        talk(line)
    if summary.refused:
        raise typer.Exit(SET_ASIDE)
