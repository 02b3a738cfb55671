"""Exports: the files of a format in a folder, each one whole, with a note on what they are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import UsageError
from dragoman.formats import package
from dragoman.formats.chosen import Chosen
from dragoman.formats.package import Written
from dragoman.formats.registry import File, Format, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export has come to.

    Attributes:
        files: what was written, in the format's order.
        paths: where it stands, then README.txt and datapackage.json; empty when it went out.
    """

    files: tuple[Written, ...]
    paths: tuple[Path, ...] = ()

    @property
    def rows(self) -> int:
        """Rows of all files; one file without rows counts as one."""
        return sum(1 if one.rows is None else one.rows for one in self.files)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out or changed, file by file; what two files say alike once."""
        return tuple(dict.fromkeys(note for one in self.files for note in one.notes))


def write(chosen: Chosen, form: Format, settings: Settings, folder: Path) -> Exported:
    """Write the files of a format into `folder`, with README.txt and datapackage.json.

    The same record gives the same bytes.

    Args:
        chosen: which rows.
        form: the format.
        settings: what else was asked, checked by `known.settings`.
        folder: made when missing; files of the same names are replaced, each one whole.

    Raises:
        UsageError: `folder` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder to export to")
    folder.mkdir(parents=True, exist_ok=True)
    files, paths = [], []
    for file in form.files(chosen, settings):
        path = folder / file.name
        files.append(_place(file, path))
        paths.append(path)
    for note in package.notes(chosen, form, settings, files):
        _place(note, folder / note.name)
        paths.append(folder / note.name)
    return Exported(files=tuple(files), paths=tuple(paths))


def send(chosen: Chosen, form: Format, settings: Settings, out: BinaryIO) -> Exported:
    """Write the one file of a format to a stream.

    Raises:
        UsageError: it has several files; nothing was written.
    """
    files = list(form.files(chosen, settings))
    if len(files) > 1:
        names = ", ".join(file.name for file in files)
        raise UsageError(f"the format {form.name} has several files ({names}); name a folder")
    return Exported(files=(_pour(files[0], out),))


def _place(file: File, path: Path) -> Written:
    """Put a file in its place, whole or not at all."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as out:
            written = _pour(file, out)
        unfinished.replace(path)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return written


def _pour(file: File, out: BinaryIO) -> Written:
    written: list[Written] = []
    for part in package.poured(file, written.append):
        out.write(part)
    return written[0]
