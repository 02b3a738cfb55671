"""Near-copies: reports that carry one text, such as a wire story printed by many papers.

Candidates are found by the smallest hashes of a text's runs of five words (bottom-k sketches); each
is then checked on the texts themselves: two reports are copies when four fifths of the shorter
one's runs stand in the longer. Journalists rewriting one press release stay below a half.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model.report import Report

RUN = 5
SKETCH = 24
CROWD = 60
"""A run that stands in more reports than this is furniture (a footer), and points at no copy."""
SHARE = 0.8
MIN_RUNS = 30
_WORD = re.compile(r"\w+")


def copies(reports: Iterable[Report]) -> dict[str, str]:
    """From each near-copy to the report it copies: the earliest, then the longest, then by uri.

    A report that is an original, or the only one, is not in the table. Chains are resolved: no
    value is itself a key.
    """
    ordered = sorted(reports, key=_seniority)
    runs = {report.report_id: _runs(report.text) for report in ordered}
    rank = {report.report_id: place for place, report in enumerate(ordered)}
    pairs = {tuple(sorted(pair, key=rank.__getitem__)) for pair in _candidates(runs)}
    out: dict[str, str] = {}
    for older, newer in sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        if older not in out and newer not in out and is_copy(runs[older], runs[newer]):
            out[newer] = older
    return out


def _seniority(report: Report) -> tuple[bool, str, int, str, str]:
    published = report.published
    return (published is None, published.isoformat() if published else "", -report.words,
            report.uri, report.report_id)  # fmt: skip


def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(
        zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1)
    )


def _candidates(runs: dict[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Pairs that share one of their smallest hashes, each once."""
    holders: dict[int, list[str]] = defaultdict(list)
    for report_id, hashes in runs.items():
        for value in sorted(hashes)[:SKETCH]:
            holders[value].append(report_id)
    seen: set[tuple[str, str]] = set()
    for ids in holders.values():
        for pair in _pairs(ids) if len(ids) <= CROWD else ():
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    for i, left in enumerate(ids):
        for right in ids[i + 1 :]:
            yield left, right


def is_copy(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether the shorter of two texts stands, by its runs, in the longer."""
    shorter = min(len(left), len(right))
    return shorter >= MIN_RUNS and len(left & right) >= SHARE * shorter
