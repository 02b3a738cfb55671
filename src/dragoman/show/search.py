"""Full text over a record: what a person typed, sought in the card index, counted by facets.

Whatever is typed is words, never a language: each word goes to FTS5 within quotation marks. A
phrase stands in quotation marks, a star behind three letters or more leaves the end open, a minus
in front leaves out what has the word.

What is found in the title comes first, then what is told most often. At most `MOST` finds are
looked at; counts by facet are of those, and `is_cut` tells that there are more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.errors import UsageError
from dragoman.show.card_words import FACETS
from dragoman.show.room import Room
from dragoman.show.snippets import folded

MOST = 1_000
"""Finds that are looked at: some 5 ms of reading."""

TERMS = 16
LETTERS = 300
"""Words and characters that a search may have."""

OPEN = 3
"""Letters that must stand before a star: shorter beginnings open too many words."""

VALUES = 12
"""Values of a facet that are listed."""

KIN = 4_000
"""Words of the record, with the same first letters, among which likenesses are looked for."""

_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+")
_FOUND = (
    "select h.n, h.kind, h.id, h.facets from words join hits h on h.n = words.rowid"
    " where words match ? limit ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase that was typed; `words` as they are compared, folded."""

    words: tuple[str, ...]
    is_open: bool = False
    is_unwanted: bool = False

    def fts(self) -> str:
        """The term for FTS5: words alone, letters and digits, within quotation marks."""
        return '"' + " ".join(self.words) + '"' + (" *" if self.is_open else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A document that was found: which row of which table."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A value of a facet and how many of the finds have it."""

    facet: str
    value: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finds:
    """What a search found.

    Attributes:
        finds: all that were looked at, the best first.
        number: how many there are; at least so many when `is_cut`.
        is_cut: whether more than `MOST` were found, so that only the first were looked at.
        counts: by facet, in the order of `FACETS`, the most frequent value first.
    """

    finds: tuple[Find, ...]
    number: int
    is_cut: bool
    counts: tuple[Count, ...]


def terms(text: str) -> tuple[Term, ...]:
    """The words and phrases of what was typed; signs alone are nothing.

    Raises:
        UsageError: more than can be sought, or only words to leave out.
    """
    if len(text) > LETTERS:
        raise UsageError(f"the search has {len(text)} characters; at most {LETTERS} can be sought")
    found = [one for match in _TERM.finditer(text) if (one := _term(match)) is not None]
    if len(found) > TERMS:
        raise UsageError(f"the search has {len(found)} words; at most {TERMS} can be sought")
    if found and all(one.is_unwanted for one in found):
        raise UsageError("the search only says what to leave out; give a word to look for, too")
    return tuple(found)


def search(room: Room, wanted: tuple[Term, ...], chosen: Mapping[str, str]) -> Finds:
    """What has all of the words and all of the facets; without either, the whole record.

    Args:
        room: the reading room.
        wanted: what was typed.
        chosen: values by facet.
    """
    marks = [_mark(room, name, value) for name, value in sorted(chosen.items())]
    if None in marks:
        return Finds(finds=(), number=0, is_cut=False, counts=())
    facets = [mark for mark in marks if mark is not None]
    whole = _asked("title body", wanted, facets)
    if whole is None:
        return _everything(room)
    rows = list(room.select(_FOUND, whole, MOST + 1))
    is_cut = len(rows) > MOST
    rows = rows[:MOST]
    if wanted and rows:
        titled = _asked("title", wanted, facets)
        first = list(room.select(_FOUND, titled, MOST))
        rows = list({row[0]: row for row in (*first, *rows)}.values())[:MOST]
    return Finds(
        finds=tuple(Find(kind=kind, key=key) for _, kind, key, _ in rows),
        number=len(rows) if not is_cut else _known_number(room, wanted, chosen),
        is_cut=is_cut and _known_number(room, wanted, chosen) == MOST,
        counts=_counts(room, rows),
    )


def likenesses(room: Room, wanted: tuple[Term, ...]) -> dict[str, str]:
    """For words of the search that the record does not have, the words in it most like them."""
    found = {}
    for word in dict.fromkeys(word for one in wanted if not one.is_open for word in one.words):
        if any(room.select("select 1 from vocabulary where term = ?", word)):
            continue
        near = _like(room, word)
        if near is not None:
            found[word] = near
    return found


def _term(match: re.Match[str]) -> Term | None:
    typed = match["phrase"] if match["phrase"] is not None else match["word"]
    words = tuple(folded(word) for word in _WORD.findall(typed.replace("_", " ")))
    if not words:
        return None
    is_open = match["phrase"] is None and typed.endswith("*") and len(words[-1]) >= OPEN
    return Term(words=words, is_open=is_open, is_unwanted=match["minus"] is not None)


def _asked(columns: str, wanted: tuple[Term, ...], facets: list[str]) -> str | None:
    """The question for FTS5; None where nothing is asked."""
    parts = []
    if wanted:
        plus = " AND ".join(one.fts() for one in wanted if not one.is_unwanted)
        minus = "".join(f" NOT {one.fts()}" for one in wanted if one.is_unwanted)
        parts.append(f"({{{columns}}} : (({plus}){minus}))")
    if facets:
        parts.append(f"({{facets}} : ({' AND '.join(facets)}))")
    return " AND ".join(parts) or None


def _mark(room: Room, name: str, value: str) -> str | None:
    """The word that stands for a facet's value; None where nothing has it."""
    query = "select n from facets where name = ? and value = ?"
    for (number,) in room.select(query, name, value):
        return f"{name[0]}{number}"
    return None


def _known_number(room: Room, wanted: tuple[Term, ...], chosen: Mapping[str, str]) -> int:
    """How many finds there are where that was counted beforehand: of one facet alone."""
    if wanted or len(chosen) != 1:
        return MOST
    query = "select documents from facets where name = ? and value = ?"
    (found,) = next(room.select(query, *next(iter(chosen.items()))))
    return int(found)


def _everything(room: Room) -> Finds:
    """The whole record by facet; nothing is listed."""
    query = "select value, documents from facets where name = ? order by documents desc, value"
    counts = tuple(
        Count(facet=name, value=value, number=number)
        for name in FACETS
        for value, number in room.select(f"{query} limit {VALUES}", name)
    )
    total = sum(one.number for one in counts if one.facet == "kind")
    return Finds(finds=(), number=total, is_cut=False, counts=counts)


def _counts(room: Room, rows: list[tuple[object, ...]]) -> tuple[Count, ...]:
    tally = Counter(mark for row in rows for mark in str(row[3]).split())
    by_facet: dict[str, list[tuple[int, int]]] = {name[0]: [] for name in FACETS}
    for mark, number in tally.items():
        by_facet[mark[0]].append((-number, int(mark[1:])))
    found = []
    for name in FACETS:
        best = sorted(by_facet[name[0]])[:VALUES]
        for minus, at in best:
            value = str(room.value("select value from facets where n = ?", at))
            found.append(Count(facet=name, value=value, number=-minus))
    return tuple(found)


def _like(room: Room, word: str) -> str | None:
    start = word[:2]
    query = "select term from vocabulary where term >= ? and term < ? limit ?"
    rows = room.select(query, start, start + "\U0010ffff", KIN)
    near = get_close_matches(word, [str(term) for (term,) in rows], n=1, cutoff=0.7)
    return near[0] if near else None
