"""Passages that stand in a report twice: caption and lead, standfirst and lead, pulled quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.clean.text import folded

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Þ0-9])")
FEWEST_WORDS = 7
"""Shorter passages come again by chance ("he said.", a sub-heading)."""


class Doubled(NamedTuple):
    """What is kept, one entry a paragraph (None: the paragraph goes), and what is set aside."""

    kept: tuple[str | None, ...]
    dropped: tuple[str, ...]


def without_doubles(paragraphs: Sequence[str], *, first: int = 0) -> Doubled:
    """`paragraphs` without those whose every sentence stands in another one.

    Of a caption and the body the body is kept, of two equal paragraphs the first.

    Args:
        paragraphs: of one report, in order.
        first: paragraphs before this one (the title) are compared with and never dropped.
    """
    folds = [folded(paragraph) for paragraph in paragraphs]
    kept: list[str | None] = list(paragraphs)
    dropped: list[str] = []
    seen: dict[str, int] = {}
    sizes = [fold.count(" ") - 1 for fold in folds]
    for at, fold in enumerate(folds):
        twin = seen.setdefault(fold, at)
        if at >= first and twin != at and (sizes[at] >= FEWEST_WORDS or twin < first):
            kept[at] = None
            dropped.append(paragraphs[at])
    whole = "\n".join(fold if kept[at] is not None else "" for at, fold in enumerate(folds))
    for at in range(first, len(folds)):
        if kept[at] is None or sizes[at] < FEWEST_WORDS:
            continue
        if _is_told_elsewhere(paragraphs[at], folds[at], whole):
            kept[at] = None
            dropped.append(paragraphs[at])
            whole = whole.replace(folds[at], "", 1) if whole.count(folds[at]) else whole
            continue
        once, twice = _without_repeats(paragraphs[at])
        if twice:
            kept[at] = once
            dropped.extend(twice)
    return Doubled(tuple(kept), tuple(dropped))


def _is_told_elsewhere(paragraph: str, fold: str, whole: str) -> bool:
    """Whether each sentence of `paragraph` stands in the text at least once more."""
    if whole.count(fold[1:-1]) > 1:
        return True
    head = fold[: fold.find(" ", 24) if len(fold) > 24 else len(fold)]
    if whole.count(head.rstrip()) < 2:  # the usual case, answered before sentences are cut
        return False
    parts = [folded(part) for part in sentences(paragraph)]
    if len(parts) < 2:
        return False
    rest = whole.replace(fold, "\n", 1)
    return all(part.strip() in rest for part in parts) and any(p.count(" ") > 6 for p in parts)


def _without_repeats(paragraph: str) -> tuple[str, list[str]]:
    """`paragraph` without a sentence that is the same as the one right before it."""
    parts = sentences(paragraph)
    if len(parts) < 2:
        return paragraph, []
    kept, dropped = [parts[0]], []
    for part in parts[1:]:
        alike = part[:8] == kept[-1][:8]  # the usual case, answered without folding
        if alike and folded(part) == folded(kept[-1]) and part.count(" ") >= FEWEST_WORDS - 1:
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
