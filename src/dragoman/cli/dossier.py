"""dragoman dossier: the record as pages that need no server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import talk
from dragoman.errors import UsageError
from dragoman.knowledge.load import load
from dragoman.store.store import Store

PUBLIC = "A version to be published: quotes are short, and the texts of the reports are left out."


def dossier(
    dest: Annotated[
        Path,
        typer.Argument(metavar="DEST", help="A new folder; or a file, when it ends in .html."),
    ],
    single_file: Annotated[
        bool,
        typer.Option("--single-file", help="One HTML file; so does a DEST that ends in .html."),
    ] = False,
    public: Annotated[
        bool, typer.Option("--public", help="Short quotes only, and no texts of reports.")
    ] = False,
    title: Annotated[
        str | None,
        typer.Option("--title", help="The story's title.", show_default="the record's name"),
    ] = None,
    record: options.RecordOption = options.DEFAULT_RECORD,
) -> None:
    """Write the record as pages that open from a disk, without a server and without a network.

    DEST becomes a folder of linked pages that begins with index.html, or one file that holds them
    all. The same record gives the same bytes.

    Example: dragoman dossier story.html --title "Chile and Bolivia"
    """
    from dragoman.show.room import Room
    from dragoman.show.site import static

    single = single_file or dest.suffix.lower() in (".html", ".htm")
    _check(dest, single=single, is_ours=static.is_dossier(dest))
    names = {row.id: row.name for row in load().states.values()}
    with Store.open(record) as store:
        room = Room.of(store, names, title=title or record.resolve().name, public=public)
    note = PUBLIC if public else None
    if single:
        written = static.write_file(static.single_file(room, note=note), dest)
        talk(f"The pages of this record in one file: {written.resolve()}")
        return
    files = static.write_folder(room, dest, note=note)
    talk(f"Wrote {len(files)} files. Begin here: {(dest / 'index.html').resolve()}")


def _check(dest: Path, *, single: bool, is_ours: bool) -> None:
    """Refuse a file where a folder is wanted, and the reverse, and a folder of other things."""
    if single and dest.is_dir():
        raise UsageError(f"{dest}: this is a folder; name the file to write: {dest / 'story.html'}")
    if single:
        return
    if dest.exists() and not dest.is_dir():
        raise UsageError(f"{dest}: this is a file; name a new folder, or say --single-file")
    if dest.is_dir() and any(dest.iterdir()) and not is_ours:
        raise UsageError(f"{dest}: this holds other things; name a new folder: {dest / 'dossier'}")
