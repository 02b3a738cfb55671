"""JSON lines as they arrive: whoever sends one row gets one answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

import typer

from dragoman.cli.output import SET_ASIDE, json_out, talk
from dragoman.errors import NoSuchPathError

CHUNK = 1 << 16
"""Bytes that are read at once."""


def batches(source: Path) -> Iterator[list[Any]]:
    """The objects of a JSONL file, or of standard input for "-"; for a broken line its error.

    What can be read without waiting comes together.

    Raises:
        NoSuchPathError: there is no such file.
    """
    if str(source) == "-":
        yield from _arriving(sys.stdin.buffer)
        return
    if not source.is_file():
        raise NoSuchPathError(str(source))
    with source.open("rb") as file:
        yield from _arriving(file)


def answer(rows: Iterable[dict[str, Any]], done: str) -> None:
    """Write rows as they come; those with an "error" are counted: "3 rows could not be `done`".

    Raises:
        typer.Exit: with code 4, when there was one.
    """
    failed = 0
    for row in rows:
        failed += "error" in row
        json_out(row)
        sys.stdout.flush()
    if failed:
        talk(left_out(failed, done))
        raise typer.Exit(SET_ASIDE)


def left_out(failed: int, done: str) -> str:
    """What is said of rows with an error, by how many there are."""
    rows, each = ("row", "it") if failed == 1 else ("rows", "each")
    return f'{failed} {rows} could not be {done}; {each} says why under "error".'


def _arriving(stream: BinaryIO) -> Iterator[list[Any]]:
    rest = b""
    while data := cast(BufferedReader, stream).read1(CHUNK):
        *lines, rest = (rest + data).split(b"\n")
        yield list(_parsed(lines))
    yield list(_parsed([rest]))


def _parsed(lines: Iterable[bytes]) -> Iterator[Any]:
    for line in lines:
        if not line.strip():
            continue
        try:
            yield json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError) as error:
            yield error
