"""Which files a path stands for, in a fixed order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import NoSuchPathError
from dragoman.read.files import PACKED

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
    ".pdf": "pdf",
}
"""What the ending of a name means; each may be followed by one of `files.PACKED`."""

ABOUT_THE_FOLDER = re.compile(
    r"(?:readme|licen[cs]e|changelog|copying|contributing)(?:\.\w+)*", re.IGNORECASE
)


class Found(NamedTuple):
    """A file to read, or, with `fault` (reason, detail), one that is set aside."""

    path: Path
    uri: str
    format: str
    fault: tuple[str, str] | None = None


def find(given: Path) -> Iterator[Found]:
    """The files that `given` stands for: itself, or all below it, sorted by name.

    A path that was given may be a link, since a person chose it; below it links are not followed.
    Hidden files and folders (their name begins with a dot) are left out. A path that is not there
    and has a `*`, `?` or `[` in it is a pattern, `**` any folders: all that it matches is found.

    Raises:
        NoSuchPathError: there is nothing at that path, or nothing that matches.
    """
    if not given.exists():
        yield from _matching(given)
        return
    top = given.resolve()
    if not top.is_dir():
        yield _found(top, _readable(given.name), regular=top.is_file(), direct=True)
        return
    waiting = [(top, "")]
    while waiting:
        path, uri = waiting.pop()
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield Found(path, _readable(uri), "", ("unreadable", f"cannot be listed: {error}"))
            continue
        plain: list[os.DirEntry[str]] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), f"{uri}{entry.name}/"))
            else:
                plain.append(entry)
        for entry in reversed(plain):
            regular = entry.is_file(follow_symlinks=False)
            yield _found(Path(entry.path), _readable(uri + entry.name), regular=regular)


def _matching(pattern: Path) -> Iterator[Found]:
    """The files that a pattern matches; their names begin behind its last folder without a star."""
    parts = pattern.parts
    plain = next((at for at, part in enumerate(parts) if has_magic(part)), len(parts))
    root = Path(*parts[:plain])
    names = sorted(glob(str(Path(*parts[plain:])), root_dir=root, recursive=True))
    found = [root / name for name in names if has_magic(str(pattern))]
    files = [path for path in found if not path.is_dir()]
    if not files:
        raise NoSuchPathError(str(pattern))
    for path in files:
        uri = _readable(path.relative_to(root).as_posix())
        yield _found(path.resolve(), uri, regular=path.is_file(), direct=True)


def format_of(name: str) -> str | None:
    """The format that a file's name stands for, or None."""
    stem = name.lower()
    for ending in PACKED:
        stem = stem.removesuffix(ending)
    return FORMATS.get(os.path.splitext(stem)[1])


def _found(path: Path, uri: str, *, regular: bool, direct: bool = False) -> Found:
    if not regular:
        detail = "it is a link, pipe, socket or device; only regular files are read"
        return Found(path, uri, "", ("not_a_file", detail))
    if not direct and ABOUT_THE_FOLDER.fullmatch(path.name):
        detail = "it describes the folder; name it on its own, or rename it, to read it as a report"
        return Found(path, uri, "", ("not_a_report", detail))
    kind = format_of(path.name)
    if kind is None:
        known = " ".join(FORMATS)
        return Found(path, uri, "", ("unknown_format", f"its name ends in none of {known}"))
    return Found(path, uri, kind)


def _readable(name: str) -> str:
    """A name without the bytes and control characters that no text can hold."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "\ufffd", clean)
