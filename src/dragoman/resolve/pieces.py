"""Cut the capitalised words of a sentence into pieces: known names, offices, and other names.

A piece is a run of tokens that belong together: "United Nations" (a known name), "Prime Minister"
(an office), "Ana Ruiz" (some other name). What another name stands for is decided later, when the
whole report has been seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Alias, Office
from dragoman.model.text import Sentence, Token
from dragoman.resolve.words import (
    BEFORE_PLACES,
    CALENDAR,
    GIVEN,
    HONORIFICS,
    PARTICLES,
    THINGS,
    words,
)

PROPER = frozenset({"NNP", "NNPS"})
NAMELIKE = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "JJS", "CD", "FW", "LS", "ADD", "AFX"})
"""Tags of words that may be a known name; a verb or an adverb with a capital letter is none."""
KOREAN = words(
    """
    Kim Lee Park Choi Jung Chung Kang Cho Yoon Yun Jang Chang Lim Han Oh Seo Shin Kwon Hwang Ahn An
    Song Ryu Yoo Hong Moon Bae Baek Paek Roh Ban Ri Pak Cha Chae Chun Ju Sung Heo Nam Noh Hyon
    """
)
"""Family names before which a small syllable after a hyphen is the end of a Korean given name."""
LONGEST = 5  # letters of such a syllable
ARTICLES = words("al el ul ad as ash an ar at az es ed")
"""Arabic articles, as they are written with a hyphen before a name."""
SURNAMES = frozenset({"name", "capital", "city", "region", "shared"})
INITIALS = frozenset({"initials", "shared"})


class Piece(NamedTuple):
    """Tokens `first` to `last` of a sentence. `kind`: "known", "office", "honorific", "name"."""

    first: int
    last: int
    kind: str
    rows: tuple[Alias, ...] = ()
    office: Office | None = None


def scan(
    sentence: Sentence,
    names: NameIndex,
    *,
    line_ends: frozenset[int] = frozenset(),
    shared: bool = False,
) -> tuple[Piece, ...]:
    """The pieces of a sentence in text order; they do not overlap, nor reach over a line's end.

    Names that several bodies share are known names only where `shared` (`resolve.shared`).
    """
    return tuple(_merged(sentence, _cut(sentence, names, shared=shared), line_ends))


def line_ends(sentence: Sentence, text: str) -> frozenset[int]:
    """The tokens of a sentence after which its line ends, as after a heading; mostly none."""
    if "\n" not in text[sentence.start : sentence.end]:
        return frozenset()
    tokens = sentence.tokens
    return frozenset(
        left.i for left, right in pairwise(tokens) if "\n" in text[left.end : right.start]
    )


def _cut(sentence: Sentence, names: NameIndex, *, shared: bool) -> Iterator[Piece]:
    tokens = sentence.tokens
    texts = [token.text for token in tokens]
    i = 0
    while i < len(tokens):
        if not texts[i][0].isupper() and not names.may_start(texts[i]):
            i += 1
            continue
        piece = _piece(tokens, texts, i, names, shared=shared)
        if piece is None:
            i += 1
        else:
            yield piece
            i = piece.last + 1


def _piece(
    tokens: tuple[Token, ...], texts: list[str], i: int, names: NameIndex, *, shared: bool
) -> Piece | None:
    token = tokens[i]
    capital = token.text[0].isupper()
    if token.text in ("the", "The", "A", "An", "It", "In") and not _next_is_name(tokens, i):
        return None
    known = names.at(texts, i, shared=shared)
    is_initials = known is not None and known[1][0].kind in INITIALS and token.text.isupper()
    if known is not None and (known[0] > 1 or is_initials or token.tag in NAMELIKE):
        return Piece(i, i + known[0] - 1, "known", rows=known[1])
    if not capital or (token.tag not in PROPER and token.tag != "JJ"):
        return None
    if token.text.lower() in HONORIFICS:
        return Piece(i, i, "honorific")
    office = names.office(texts, i)
    if office is not None:
        return Piece(i, i + office[0] - 1, "office", office=office[1])
    if token.tag not in PROPER or token.text in CALENDAR:
        return None
    if i == 0 and token.text.endswith("ing"):  # "Issuing Ruiz a passport was a mistake"
        return None
    return Piece(i, _name_end(tokens, i), "name")


def _name_end(tokens: tuple[Token, ...], i: int) -> int:
    """The last token of a given name that is joined by a hyphen: "Jong-un", "Ing-wen"."""
    if i + 2 >= len(tokens):
        return i
    hyphen, rest = tokens[i + 1 : i + 3]
    is_joined = tokens[i].end == hyphen.start and hyphen.end == rest.start
    is_name = rest.tag in PROPER and rest.text.islower()
    return i + 2 if hyphen.text == "-" and is_joined and is_name else i


def _next_is_name(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()


def _merged(
    sentence: Sentence, pieces: Iterator[Piece], line_ends: frozenset[int]
) -> Iterator[Piece]:
    """Join names that belong together: with particles, hyphens, and place names inside."""
    held: Piece | None = None
    for piece in (_with_syllable(sentence, piece) for piece in pieces):
        cut = held is not None and held.last in line_ends
        if held is not None and not cut and _continues(sentence, held, piece):
            held = _with_syllable(sentence, Piece(held.first, piece.last, "name"))
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _with_syllable(sentence: Sentence, piece: Piece) -> Piece:
    """A name with the small syllable after its hyphen: "Kim Dae-ho"."""
    tokens, last = sentence.tokens, piece.last
    if piece.kind != "name" or last == piece.first or last + 2 >= len(tokens):
        return piece
    hyphen, after = tokens[last + 1], tokens[last + 2]
    is_tight = tokens[last].end == hyphen.start and hyphen.end == after.start
    if hyphen.text != "-" or not is_tight or not after.text.islower() or len(after.text) > LONGEST:
        return piece
    if after.tag in PROPER or tokens[piece.first].text in KOREAN:
        return piece._replace(last=last + 2)
    return piece


def _continues(sentence: Sentence, held: Piece, piece: Piece) -> bool:
    if not _touches(sentence, held.last, piece.first):
        return False
    tokens = sentence.tokens
    if held.kind == "name":
        if piece.kind == "name":
            return True
        if piece.kind == "known" and piece.rows[0].kind == "ruler":  # "Hamad bin Nasser Al Thani"
            return True
        if piece.kind == "known" and piece.first == piece.last:
            if tokens[held.first].text in BEFORE_PLACES:
                return False
            surname = piece.rows[0].kind in SURNAMES or tokens[piece.first - 1].text == "-"
            return surname and tokens[piece.first].tag in PROPER
        return False
    if held.kind == "known" and held.first == held.last and piece.kind == "name":
        if tokens[piece.last].text.lower() in THINGS:
            return False
        joined = tokens[held.first + 1].text == "-" and tokens[held.first].tag in PROPER
        return tokens[held.first].text in GIVEN or (joined and held.rows[0].kind != "demonym")
    return False


def _touches(sentence: Sentence, last: int, first: int) -> bool:
    """Whether only particles, or a hyphen without spaces, stand between two tokens."""
    between = sentence.tokens[last + 1 : first]
    if not between:
        return True
    if len(between) > 2:
        return False
    tokens = sentence.tokens
    if len(between) == 2 and between[1].text == "-":  # "Hassan al-Tamimi"
        tight = between[0].end == between[1].start and between[1].end == tokens[first].start
        return tight and between[0].text.lower() in ARTICLES
    if len(between) == 1 and between[0].text in "-'’":
        return tokens[last].end == between[0].start and between[0].end == tokens[first].start
    return all(token.text.lower() in PARTICLES for token in between)
