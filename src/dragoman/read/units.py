"""A unit: the bytes of one report inside a file, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


def said(row: Mapping[str, object]) -> bytes:
    """The values of a row as bytes, to be hashed: what was planned is what is read."""
    parts = (f"{name}={value}" for name, value in row.items() if value is not None)
    return "\n".join(parts).encode("utf-8", "surrogatepass")


class Unit(NamedTuple):
    """Bytes `start` to `end` of a file: line, item or row `number` (from 1).

    `data` is what they hold; None where `fault`, (reason, detail), says why they are set aside.
    `row` holds its values by column where the format has taken them apart already.
    """

    start: int
    end: int
    number: int
    data: bytes | None
    fault: tuple[str, str] | None = None
    row: Mapping[str, object] | None = None
