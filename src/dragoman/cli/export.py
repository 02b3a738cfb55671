"""dragoman export: the record's tables as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import talk
from dragoman.store import export as exports
from dragoman.store.store import Store


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{', '.join(exports.WRITERS)}.")],
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="A folder; made when missing.")],
    record: options.RecordOption = options.DEFAULT_RECORD,
) -> None:
    """Write every table of the record to a file of its own.

    Example: dragoman export jsonl out/
    """
    with Store.open(record) as store:
        written = exports.export(store, form, dest)
    talk(f"Wrote {len(written)} files to {dest}.")
