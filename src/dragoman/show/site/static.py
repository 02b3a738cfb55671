"""The pages as a folder of files, or as one file, that open from a disk without a server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.pages.registry import PAGES
from dragoman.show.room import Room
from dragoman.show.site import render
from dragoman.show.site.links import HOME, Folder, OneFile, digits, file_of
from dragoman.show.site.tight import tight

_NAMED = ("incidents", "events", "reports", "conflicts")
"""Tables of the card index whose ids stand in addresses."""


def write_folder(room: Room, dest: Path, *, note: str | None = None) -> list[Path]:
    """Write every page of a record under `dest`; the files, in the order written.

    The same record gives the same bytes. Files of the same names are replaced, each one whole;
    pages of an earlier dossier that this record does not have are removed.
    """
    frame = render.Frame(story=room.title, note=note, navigation=render.navigation(live=False))
    written = [
        _put(dest / "assets" / render.STYLES, render.styles()),
        _put(dest / "assets" / render.SCRIPT, render.script()),
    ]
    for page, key, shown in _shown(room):
        links = Folder(depth=0 if key is None else 1)
        text = render.document(page, shown, links, frame)
        written.append(_put(dest / file_of(page.name, key), text))
    _remove_others(dest, set(written))
    return written


def _remove_others(dest: Path, written: set[Path]) -> None:
    """Remove the pages of an earlier dossier that were not written now, and nothing else."""
    for page in PAGES:
        for old in sorted((dest / page.name).glob("*.html")):
            if old not in written:
                old.unlink()


def is_dossier(folder: Path) -> bool:
    """Whether `write_folder` made this folder."""
    return (folder / "index.html").is_file() and (folder / "assets" / render.STYLES).is_file()


def single_file(room: Room, *, note: str | None = None) -> str:
    """Every page of a record as the sections of one HTML document."""
    frame = render.Frame(
        story=room.title, note=note, single=True, navigation=render.navigation(live=False)
    )
    ids = (row[0] for table in _NAMED for row in room.select(f"select id from {table}"))
    count = digits(ids)
    sections = []
    for page, key, shown in _shown(room):
        links = OneFile(page.name, key, count)
        inside = tight(render.fragment(page, shown, links, frame))
        sections.append((links.section(page.name, key), inside))
    return render.one_file(sections, frame, OneFile(HOME, None))


def write_file(text: str, path: Path) -> Path:
    """Write `text` to `path`, whole or not at all."""
    return _put(path, text)


def _shown(room: Room) -> Iterator[tuple[Page, str | None, Shown]]:
    for page in PAGES:
        if page.live:
            continue
        for key in page.keys(room):
            shown = page.view(room, Ask(key=key))
            if shown is not None:
                yield page, key, shown


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
