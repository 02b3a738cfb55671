"""Passages that stand in a report twice: caption and lead, standfirst and lead, pulled quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.clean.text import folded

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Þ0-9])")
FEWEST_WORDS = 7
"""Shorter passages come again by chance ("he said.", a sub-heading)."""


class Doubled(NamedTuple):
    """What is kept, one entry a paragraph (None: the paragraph goes), and what is set aside."""

    kept: tuple[str | None, ...]
    dropped: tuple[str, ...]


def without_doubles(paragraphs: Sequence[str], *, first: int = 0) -> Doubled:
    """`paragraphs` without those whose every sentence stands in another one.

    Whole sentences are compared, by their words: part of a sentence may say less, or the opposite
    ("He denied that ..."). Of two equal paragraphs the later is kept: the earlier is the caption.

    Args:
        paragraphs: of one report, in order.
        first: paragraphs before this one (the title) are compared with and never dropped.
    """
    cut = [sentences(paragraph) for paragraph in paragraphs]
    starts = Counter(_start(part) for parts in cut for part in parts)
    if len(starts) == sum(map(len, cut)):  # the usual case: no two begin alike
        return Doubled(tuple(paragraphs), ())
    told = [[folded(part) if starts[_start(part)] > 1 else part for part in parts] for parts in cut]
    tellers = Counter(part for parts in told for part in dict.fromkeys(parts))
    titles = {part for parts in told[:first] for part in parts}
    kept: list[str | None] = list(paragraphs)
    dropped: list[str] = []
    for at in range(first, len(paragraphs)):
        parts = told[at]
        long_enough = sum(part.count(" ") - 1 for part in parts) >= FEWEST_WORDS
        if all(tellers[part] > 1 for part in parts) and (long_enough or titles.issuperset(parts)):
            kept[at] = None
            dropped.append(paragraphs[at])
            tellers.subtract(dict.fromkeys(parts, 1))
        elif len(parts) > len(set(parts)):
            kept[at], twice = _without_repeats(paragraphs[at])
            dropped.extend(twice)
    return Doubled(tuple(kept), tuple(dropped))


def _start(sentence: str) -> str:
    """The first letters of a sentence: what differs in them need not be compared in full."""
    return sentence.lstrip("\"'“‘«([")[:10].casefold()


def _without_repeats(paragraph: str) -> tuple[str, list[str]]:
    """`paragraph` without a sentence that is the same as the one right before it."""
    parts = sentences(paragraph)
    kept, dropped = [parts[0]], []
    for part in parts[1:]:
        if folded(part) == folded(kept[-1]) and part.count(" ") >= FEWEST_WORDS - 1:
            dropped.append(part)
        else:
            kept.append(part)
    return (" ".join(kept), dropped) if dropped else (paragraph, [])


def sentences(paragraph: str) -> list[str]:
    """A rough cut at full stops before capitals: good enough to compare, not to parse."""
    parts, start = [], 0
    for match in SENTENCE_END.finditer(paragraph):
        closing = match[0].rstrip()
        parts.append(paragraph[start : match.start() + len(closing)])
        start = match.end()
    parts.append(paragraph[start:])
    return [part.strip() for part in parts if part.strip()]
