"""Counting while rows pass by: what a file has come to, and what it left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


class Tally:
    """How many rows a file was given, and how often something was left out of it, in words."""

    def __init__(self) -> None:
        self._rows = 0
        self._said: Counter[str] = Counter()

    def over(self, rows: Iterable[Item]) -> Iterator[Item]:
        """The same rows, counted as they are taken."""
        for row in rows:
            self._rows += 1
            yield row

    def add(self, rows: int) -> None:
        """Rows that were taken at once."""
        self._rows += rows

    def say(self, note: str, times: int = 1) -> None:
        """Something was left out or changed; the same words are counted together."""
        self._said[note] += times

    def count(self) -> int:
        """Rows that were taken."""
        return self._rows

    def notes(self) -> list[str]:
        """What was said, each with how often, in order of the words."""
        return [f"{times} {note}" for note, times in sorted(self._said.items())]
