"""dragoman dossier: the record as one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import talk
from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.show.dossier import page_of, write
from dragoman.store.store import Store


def dossier(
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="The file to write: story.html.")],
    title: Annotated[
        str | None,
        typer.Option("--title", help="The page's title.", show_default="the record's name"),
    ] = None,
    record: options.RecordOption = options.DEFAULT_RECORD,
) -> None:
    """Write the record as one HTML page that needs nothing else to be read.

    Example: dragoman dossier story.html --title "Chile and Bolivia"
    """
    if dest.is_dir():
        raise UsageError(f"{dest}: this is a folder; name the file to write: {dest / 'story.html'}")
    names = {row.id: row.name for row in load().states.values()}
    with Store.open(record) as store:
        page = page_of(store, title=title or record.resolve().name, names=names)
    talk(f"The page of this record: {write(page, dest).resolve()}")
