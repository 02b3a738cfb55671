"""Undo title case: a headline in capitals is parsed as if its common words were lower-case.

The parser was trained on running text and reads "Peru Declares Envoy" as one long name. The
case of the characters changes, never their number, so offsets stay those of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
SMALL = 3  # words shorter than this say nothing about whether a line is in title case


def is_title_cased(line: str) -> bool:
    """Whether most of the longer words of `line` begin with a capital."""
    words = [w for w in WORD.findall(line) if len(w) > SMALL]
    capitals = sum(w[0].isupper() for w in words)
    return len(words) >= 3 and capitals >= 0.7 * len(words)


def true_case(
    line: str,
    *,
    body: str,
    is_name: Callable[[str], bool],
    is_word: Callable[[str], bool],
    names: Sequence[tuple[int, int]] = (),
) -> str:
    """`line` with its common words in lower case; same length.

    A word is lowered when the report's body writes it so; it keeps its capital when the body writes
    it with one inside a sentence, when it is a known name, or when it is no word of the language.

    Args:
        line: a headline.
        body: the rest of the report.
        is_name: whether a capitalised word is (part of) a known name.
        is_word: whether a lower-case word is in the parser's dictionary.
        names: where in `line` names of several words stand, as (start, end): they stay as they are.
    """
    small = set(re.findall(r"(?<![\w’'])[a-z][\w'’-]*", body))
    inside = set(re.findall(r"(?<=[a-z,;] )[A-Z][\w'’-]*", body))

    def recase(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        if len(lower) != len(word) or not word[0].isupper():
            return word
        if any(start <= match.start() < end for start, end in names):
            return word
        bare = re.sub(r"['’]s$", "", word)
        if is_name(bare) or (bare.isupper() and len(bare) > 1 and not line.isupper()):
            return word
        if lower in small:
            return lower
        if bare in inside:
            return word
        return lower if is_word(bare.lower()) else word

    return WORD.sub(recase, line)
