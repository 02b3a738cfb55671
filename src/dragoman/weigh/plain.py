"""Tables of words, written as lines of words."""

from __future__ import annotations

from collections.abc import Mapping


def words(text: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(text.split())


def table(lines: Mapping[str, str]) -> dict[str, str]:
    """Each word of each line, with the line's name."""
    return {word: name for name, line in lines.items() for word in line.split()}
