"""Characters, lines and paragraphs of a plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

UNREADABLE = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
NEWLINES = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
"""Controls, and the marks that only say where a line may break: they split words for a parser."""

SURROGATES = re.compile("[\ud800-\udfff]")
ODD_SPACES = re.compile(r"[^\S\n ]")
SPACES = re.compile(" {2,}")
BULLET = re.compile(r"^(?:[•‣▪●◦·*]|[-–—](?=\s)) *")
GLUED_BRACKET = re.compile(r"(?<=[a-zà-ÿ])\((?=[A-Za-zà-ÿ]{4,}[^()]{0,80}\))")
GLUED_SENTENCE = re.compile(
    r"[.!?](?<=[a-zà-ÿ]{2}.)(?=(?:The|He|She|It|In|But|And|[A-Z][a-z]{3,}) )"
)
WORD = re.compile(r"\w+")
WRAPPED_AT_MOST = 100
"""The widest line, in characters, at which programs wrap text by hand."""


def bad_share(text: str) -> float:
    """The share of characters of `text` that no reader can read."""
    return sum(1 for _ in UNREADABLE.finditer(text)) / len(text) if text else 0.0


def normalised(text: str) -> str:
    """`text` with Unix newlines, single spaces, no control characters; other characters kept."""
    text = NEWLINES.sub("\n", text.replace("\r\n", "\n"))
    text = DROPPED.sub("", text)
    if not text.isascii():
        text = SURROGATES.sub("\ufffd", text)
    return SPACES.sub(" ", ODD_SPACES.sub(" ", text))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a normalised text, cut at newlines; where it is wrapped, at blank lines."""
    lines = [line.strip() for line in text.split("\n")]
    width = _wrap_width(lines)
    if width is None:
        return [tidy(line) for line in lines if line]
    found: list[str] = []
    open_lines: list[str] = []
    for line in lines:
        if open_lines and (not line or _is_full_stop(open_lines[-1], line, width)):
            found.append(tidy(" ".join(open_lines)))
            open_lines = []
        if line:
            open_lines.append(line)
    if open_lines:
        found.append(tidy(" ".join(open_lines)))
    return found


def _wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which the lines were wrapped, or None where a line is a paragraph.

    Wrapped lines are of much the same length, and the next line's first word would not have
    fitted; where that holds for four in five neighbours the text is taken for wrapped.
    """
    width = max(map(len, lines), default=0)
    if not 40 <= width <= WRAPPED_AT_MOST:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(pairs) < 3:
        return None
    full = sum(1 for a, b in pairs if len(a) + 1 + len(b.split(" ", 1)[0]) > width - 4)
    return width if full >= 0.8 * len(pairs) else None


def _is_full_stop(line: str, following: str, width: int) -> bool:
    """Whether `line` ends its paragraph: it had room for the next word and yet ended."""
    room = len(line) + 1 + len(following.split(" ", 1)[0]) <= width - 4
    return room and line[-1:] in '.!?:"”’)'


def tidy(paragraph: str) -> str:
    """A paragraph without its bullet, with the spaces that glued words lack."""
    paragraph = BULLET.sub("", paragraph.strip())
    if "(" in paragraph:
        paragraph = GLUED_BRACKET.sub(" (", paragraph)
    return GLUED_SENTENCE.sub(r"\g<0> ", paragraph)


def folded(text: str) -> str:
    """The words of `text` in lower case, one space around each: for comparing passages."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def is_headline(paragraph: str, following: Sequence[str]) -> bool:
    """Whether the first paragraph looks like a headline over the `following` ones."""
    if not following or len(paragraph) > 200 or not 2 <= len(paragraph.split()) <= 30:
        return False
    if paragraph.rstrip("\"'”’ ")[-1:] in ".…,;:":
        return False
    return paragraph[:1].isupper() or not paragraph[:1].isalpha()
