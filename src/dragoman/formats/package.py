"""What lies beside the files of an export: a note for people, and one for programs.

datapackage.json follows the Frictionless Data Package: names, fields, types, sizes and digests.
Neither holds a clock or the record's place: the same record gives the same notes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePath
from typing import Any

from dragoman import __version__
from dragoman.formats.chosen import Chosen
from dragoman.formats.registry import File, Format, Settings
from dragoman.show.asking import as_option

RIGHTS = (
    "Titles, quotes and texts are the reports' own: they stay under the rights of those who\n"
    "published them. Ids, codes, days, places and summaries were made by dragoman from them."
)
COLUMNS = "Columns and their types stand in datapackage.json."
MEDIA = {
    "csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/json",
    "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet",
    "arrow": "application/vnd.apache.arrow.file", "jsonld": "application/ld+json",
    "ttl": "text/turtle", "geojson": "application/geo+json", "ics": "text/calendar",
    "atom": "application/atom+xml", "md": "text/markdown", "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
TYPES = {"int": "integer", "float": "number", "double": "number", "text": "string"}
"""Other words for Frictionless types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file as it was written.

    Attributes:
        file: what it is.
        bytes: how long; sha256: of its bytes, in hex.
        rows: how many, None where it has no rows.
        notes: what was left out or changed.
    """

    file: File
    bytes: int
    sha256: str
    rows: int | None
    notes: tuple[str, ...]


def poured(file: File, done: Callable[[Written], object]) -> Iterator[bytes]:
    """The bytes of a file; `done` is told what they came to when the last has been taken."""
    digest, size = hashlib.sha256(), 0
    for part in file.pieces():
        digest.update(part)
        size += len(part)
        yield part
    done(
        Written(
            file=file, bytes=size, sha256=digest.hexdigest(), rows=file.count(),
            notes=tuple(file.notes()),
        )
    )  # fmt: skip


def notes(
    chosen: Chosen, form: Format, settings: Settings, written: Sequence[Written]
) -> Iterator[File]:
    """README.txt and datapackage.json of an export."""
    asked = query(chosen, settings)
    yield File(name="README.txt", about="", content=[_readme(form, asked, written)])
    content = json.dumps(_package(form, asked, written), ensure_ascii=False, indent=2) + "\n"
    yield File(name="datapackage.json", about="", content=[content])


def query(chosen: Chosen, settings: Settings) -> list[str]:
    """What was asked, as the options of the command line; empty: everything."""
    asked = [_said(chosen.filters, field.name) for field in fields(chosen.filters)
             if field.name != "state"]  # fmt: skip
    asked.append("" if chosen.top is None else f"--top {chosen.top}")
    defaults = Settings()
    asked += [
        _said(settings, field.name)
        for field in fields(settings)
        if getattr(settings, field.name) != getattr(defaults, field.name)
    ]
    return [one for one in asked if one]


def _said(holder: object, name: str) -> str:
    value = getattr(holder, name)
    if value is None:
        return ""
    return as_option(name) if value is True else f"{as_option(name)} {value}"


def _readme(form: Format, asked: Sequence[str], written: Sequence[Written]) -> str:
    said = [f"  {one.file.name}: {_count(one)}{one.file.about.rstrip('.')}." for one in written]
    left = [f"  {one.file.name}: {note}" for one in written for note in one.notes]
    parts = [
        f"dragoman {__version__}: {form.name}, {form.about}.",
        "What was asked: " + (" ".join(asked) if asked else "the whole record") + ".",
        "\n".join(["Files", *said]),
        "\n".join(["Left out or changed", *(left or ["  nothing"])]),
        COLUMNS if any(one.file.columns for one in written) else "",
        RIGHTS,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _count(one: Written) -> str:
    if one.rows is None:
        return ""
    return f"{one.rows} row{'' if one.rows == 1 else 's'}. "


def _package(form: Format, asked: Sequence[str], written: Sequence[Written]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": f"dragoman-{form.name}",
        "title": form.about,
        "description": RIGHTS.replace("\n", " "),
        "version": __version__,
        "query": list(asked),
        "resources": [_resource(one) for one in written],
    }


def _resource(one: Written) -> dict[str, Any]:
    name = PurePath(one.file.name)
    suffix = name.suffix.removeprefix(".").lower()
    found: dict[str, Any] = {
        "name": name.name.lower(),
        "path": one.file.name,
        "description": one.file.about,
        "format": suffix,
        "bytes": one.bytes,
        "hash": f"sha256:{one.sha256}",
    }
    if suffix in MEDIA:
        found["mediatype"] = MEDIA[suffix]
    if one.rows is not None:
        found["rows"] = one.rows
    if one.file.dialect is not None:
        found |= {"format": "tsv", "mediatype": MEDIA["tsv"], "dialect": dict(one.file.dialect)}
    if one.file.columns:
        found["schema"] = {"fields": [_field(column) for column in one.file.columns]}
    return found


def _field(column: tuple[str, ...]) -> dict[str, str]:
    name, kind, *about = column
    return {
        "name": name,
        "type": TYPES.get(kind, kind),
        **({"description": about[0]} if about else {}),
    }
