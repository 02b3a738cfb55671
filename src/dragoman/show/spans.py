"""A text cut where coded words begin and end, so that spans that overlap can all be marked.

HTML can nest marks and cannot cross them: a text is cut into segments, and each segment says which
spans it belongs to. Offsets are code points of the stored text, `end` exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_BREAK = re.compile(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*")
"""What parts two paragraphs, with the blanks round it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The characters from `start` to `end`, known as `key`."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of characters that belong to the same spans.

    Attributes:
        text: never empty, without line breaks.
        keys: of the spans it belongs to, those that begin first in front; empty: plain text.
        begins, ends: of the keys, those whose first and last segment this is.
    """

    text: str
    keys: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


Paragraph = tuple[Segment, ...]


def cut(text: str, spans: Iterable[Span]) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`, each of segments; joined they give the text without its breaks.

    A span reaches over paragraphs where it has to, and is clipped to the text. One without a
    character that is shown has no segment: `placed` tells which have.
    """
    found = sorted(
        (span for span in spans if max(span.start, 0) < min(span.end, len(text))),
        key=lambda span: (span.start, -span.end, span.key),
    )
    pieces = _pieces(text, found)
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for place, (_, _, keys) in enumerate(pieces):
        for key in keys:
            first.setdefault(key, place)
            last[key] = place
    paragraphs: list[list[Segment]] = []
    for place, (number, words, keys) in enumerate(pieces):
        while len(paragraphs) <= number:
            paragraphs.append([])
        begins = tuple(key for key in keys if first[key] == place)
        ends = tuple(key for key in keys if last[key] == place)
        paragraphs[number].append(Segment(text=words, keys=keys, begins=begins, ends=ends))
    return tuple(map(tuple, paragraphs))


def placed(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """The keys of the spans that have a segment."""
    return frozenset(key for one in paragraphs for segment in one for key in segment.begins)


def _pieces(text: str, spans: list[Span]) -> list[tuple[int, str, tuple[str, ...]]]:
    """Paragraph number, words and keys of each segment, in text order; `spans` are sorted."""
    lines = _lines(text)
    edges = {edge for span in spans for edge in (span.start, span.end)}
    edges |= {edge for line in lines for edge in line}
    marks = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces = []
    running: list[Span] = []
    line = waiting = 0
    for start, end in pairwise(marks):
        while line < len(lines) and lines[line][1] <= start:
            line += 1
        while waiting < len(spans) and spans[waiting].start <= start:
            running.append(spans[waiting])
            waiting += 1
        running = [span for span in running if span.end > start]
        if line < len(lines) and lines[line][0] <= start:
            keys = tuple(dict.fromkeys(span.key for span in running))
            pieces.append((line, text[start:end], keys))
    return pieces


def _lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph."""
    lines, start = [], 0
    for found in _BREAK.finditer(text):
        lines.append((start, found.start()))
        start = found.end()
    lines.append((start, len(text)))
    return [line for line in lines if text[line[0] : line[1]].strip()]
