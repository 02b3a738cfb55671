"""Offices that their words name by a body: "head of parliament's budget committee"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Office
from dragoman.model.text import Sentence, Token
from dragoman.resolve.pieces import Piece
from dragoman.resolve.words import words

HEADS = words("head chair chairman chairwoman chairperson co-chair chief member")
COMMITTEES = words("committee subcommittee commission")
PARLIAMENTS = words(
    """
    parliament parliamentary congress congressional senate house duma assembly bundestag knesset
    legislature chamber rada sejm riksdag
    """
)
SPAN = 14  # tokens in which a body is named
CLOSING = frozenset({",", ";", ":", ".", ")", "(", "–", "—", "”", '"'})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """An office named by its body: tokens `first` to `last`, `head` the word for the person.

    `pieces` are the known names inside, in text order; `is_american`: of "the House" without a
    state, as the United States' is called (like "house speaker" in offices.csv).
    """

    office: Office
    first: int
    last: int
    head: int
    pieces: tuple[Piece, ...]
    is_american: bool


def chair_from(
    sentence: Sentence, i: int, known: Mapping[int, Piece], names: NameIndex
) -> Chair | None:
    """The office of "head of the Peruvian senate's budget committee", which starts at `i`."""
    tokens = sentence.tokens
    if tokens[i].text.lower() not in HEADS or i + 2 >= len(tokens) or tokens[i + 1].text != "of":
        return None
    last = i + 1
    while last + 1 < min(len(tokens), i + SPAN) and not _closes(tokens[last + 1]):
        last += 1
    return _chair(tokens, (i, i + 2, last), i, known, names)


def chair_to(
    sentence: Sentence, end: int, known: Mapping[int, Piece], names: NameIndex
) -> Chair | None:
    """The office of "Senate Budget Committee Chairman", which ends before token `end`."""
    tokens = sentence.tokens
    if end < 3 or tokens[end - 1].text.lower() not in HEADS:
        return None
    if tokens[end - 2].text.lower() not in COMMITTEES:
        return None
    first = end - 2
    while first > 0 and tokens[first - 1].tag in ("NNP", "NNPS", "NN", "CC", "POS") and (
        first - 1 in known or tokens[first - 1].text[0].isupper() or tokens[first - 1].tag == "POS"
    ):  # fmt: skip
        first -= 1
    return _chair(tokens, (first, first, end - 2), end - 1, known, names)


def _chair(
    tokens: tuple[Token, ...],
    span: tuple[int, int, int],
    head: int,
    known: Mapping[int, Piece],
    names: NameIndex,
) -> Chair | None:
    """`span`: the office's first token, the first and the last of the body."""
    first, start, last = span
    pieces = tuple(dict.fromkeys(known[i] for i in range(start, last + 1) if i in known))
    pieces = tuple(piece for piece in pieces if piece.kind == "known")
    body = {tokens[i].text.lower() for i in range(start, last + 1)}
    of_parliament = body & PARLIAMENTS or any(p.rows[0].sector == "LEG" for p in pieces)
    if "diplomacy" in body and tokens[last].text.lower() == "diplomacy":
        office = "foreign minister"
    elif of_parliament and body & COMMITTEES:
        office = "lawmaker"
    else:
        return None
    return Chair(
        is_american=office == "lawmaker" and not pieces and "house" in body,
        office=names.knowledge.offices[office], first=first, last=max(last, head), head=head,
        pieces=pieces,
    )  # fmt: skip


def _closes(token: Token) -> bool:
    return token.text in CLOSING or token.tag[:2] == "VB" or token.tag in ("MD", "WP", "WDT", "WRB")
