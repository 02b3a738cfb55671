"""dragoman import: events out of other people's files, as rows of one shape."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import NOTHING_FOUND, SET_ASIDE, talk
from dragoman.errors import UsageError
from dragoman.formats.registry import READABLE


def import_(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{', '.join(READABLE)}.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Also .gz and .zip.")],
    into: Annotated[
        Path | None, typer.Option("--into", metavar="DIR", help="Write events and rejections here.")
    ] = None,
    as_json: options.JsonOption = False, as_jsonl: options.JsonlOption = False,
    as_csv: options.CsvOption = False,
) -> None:  # fmt: skip
    """Read another project's events, and write them as rows of one shape (JSON Lines).

    Example: dragoman import gdelt 20251105.export.CSV.zip --into gdelt/
    """
    from dragoman.formats import events, imports

    if form not in READABLE:
        raise UsageError(f"format {form!r}: expected one of {', '.join(READABLE)}")
    asked = options.form(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    name = "jsonl" if asked is options.Form.TABLE else asked.value
    tally, found = imports.Tally(), events.read(files, form)
    if into is None:
        for piece in imports.texts(tally.rows(found), imports.NAMES, name):
            sys.stdout.write(piece)
    else:
        path = imports.into(into, found, tally, name)
        talk(f"Wrote {tally.events:,} events to {path}.")
    if tally.rejected:
        talk("\n".join([f"Set aside: {tally.rejected:,}.", *tally.words()]))
        raise typer.Exit(SET_ASIDE)
    if not tally.events:
        talk("No events found.")
        raise typer.Exit(NOTHING_FOUND)
