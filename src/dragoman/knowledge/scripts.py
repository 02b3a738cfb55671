"""Names inside the words of scripts that put no blanks around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Kana and Chinese characters: a run of them is a whole clause."""
HANGUL = re.compile(r"[\uac00-\ud7a3]")
"""Korean puts blanks between words, and particles behind them without one."""
LONGEST = 14  # letters of a name, of those that CLDR has in Chinese, Japanese and Korean
SHORTEST = 2


def within(run: str, is_name: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """The names inside a run of letters, as (start, end), left to right, the longest first.

    Chinese and Japanese names may stand anywhere in the run, a Korean one only at its start. Runs
    of other scripts hold none: there a name is a word of its own.
    """
    if HANGUL.match(run):
        starts = range(1)
    elif UNSPACED.match(run):
        starts = range(len(run) - SHORTEST + 1)
    else:
        return
    done = 0
    for start in starts:
        if start < done:
            continue
        for end in range(min(len(run), start + LONGEST), start + SHORTEST - 1, -1):
            if is_name(run[start:end]):
                yield start, end
                done = end
                break
