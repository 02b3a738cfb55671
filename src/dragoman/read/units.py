"""A unit: the bytes of one report inside a file, or what is wrong with them."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """Bytes `start` to `end` of a file: line, item or row `number` (from 1).

    `data` is what they hold; None where `fault`, (reason, detail), says why they are set aside.
    """

    start: int
    end: int
    number: int
    data: bytes | None
    fault: tuple[str, str] | None = None
