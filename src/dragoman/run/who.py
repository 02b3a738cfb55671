"""Every party that a text names or means, with why; what stays open too, with the reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.code.phrases import mention
from dragoman.knowledge.names import NameIndex
from dragoman.model.coding import Mention
from dragoman.model.event import Party
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.nominals import POLITIES, QUANTITIES
from dragoman.resolve.parties import Cast
from dragoman.resolve.reference import is_of_two
from dragoman.resolve.resolved import told
from dragoman.resolve.words import CALENDAR, HONORIFICS, THINGS
from dragoman.run.reading import Reader
from dragoman.run.sentences import as_report

PRONOUNS = frozenset({"PRP", "PRP$"})
WITHIN = frozenset({"compound", "amod", "nmod", "flat", "det", "nummod", "npadvmod"})
"""Relations of words that only help to name what their head means."""
PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "inside", "around"})
"""Prepositions after which a town is where something is, and nobody who acts."""
TOWNS = frozenset({"city", "capital"})
NOTHING_BEFORE = "nothing before it fits"
NOT_TOLD = "nothing tells which party is meant"
NO_TABLE = "a name that no table has"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Words of a text and a party that they mean; two that are meant give two of these.

    `start` and `end` are code points of the text, `sentence` counts from 1. `party` is None where
    the words stay open. `why` is a plain phrase.
    """

    sentence: int
    start: int
    end: int
    words: str
    party: Party | None
    why: str


def who(text: str, published: dt.date | None, *, reader: Reader) -> list[Meant]:
    """The parties of one text, in text order, as if it was published on a day.

    Names, descriptions ("two Kenyan nurses") and pronouns are listed; words that only say where
    something happened ("in Oslo") are not, nor things and days.
    """
    parsed = reader.parser.parse(as_report(text, published, "text"))
    names = NameIndex.of(reader.knowledge)
    cast = Cast(parsed, reader.knowledge, names)
    return [
        meant
        for sentence in parsed.sentences
        for token in sentence.tokens
        if _may_mean_somebody(sentence, token, cast, names)
        for meant in _meant(parsed, mention(parsed, sentence, token.i), cast, reader)
    ]


def _may_mean_somebody(sentence: Sentence, token: Token, cast: Cast, names: NameIndex) -> bool:
    if token.tag in PRONOUNS or is_of_two(sentence, token.i):
        return True
    if token.dep in WITHIN or token.tag[:2] not in ("NN", "JJ", "FW"):
        return False
    s, i = sentence.index, token.i
    if cast.is_person(s, i):
        return (
            not cast.is_person(s, token.head) or token.head == i or token.dep in ("conj", "appos")
        )
    piece = cast.known(s).get(i)
    if piece is not None:
        return i == piece.last and not (piece.rows[0].kind in TOWNS and _is_place(sentence, token))
    if token.tag[:2] == "JJ" or token.text in CALENDAR or token.text.lower() in HONORIFICS:
        return False
    if _is_of_a_thing(sentence, token) or _is_counted(sentence, token, cast):
        return False
    if token.tag in ("NNP", "NNPS"):
        return token.text.lower() not in THINGS or names.role(token.text.lower()) is not None
    nominal = cast.nominals(s).read(i)
    if nominal.role is not None or nominal.noun in POLITIES:
        return True
    counted = nominal.noun in QUANTITIES and nominal.owner is not None
    return counted or cast.titles(s).at(i) is not None


def _is_of_a_thing(sentence: Sentence, token: Token) -> bool:
    """Whether a word only helps to name a thing: "the Treaty of *Lund*"."""
    above = sentence.tokens[token.head]
    owner = sentence.tokens[above.head]
    return token.dep == "pobj" and above.text.lower() == "of" and owner.text.lower() in THINGS


def _is_counted(sentence: Sentence, token: Token, cast: Cast) -> bool:
    """Whether a word stands in "dozens of *miners*", which is listed as a whole."""
    above = sentence.tokens[token.head]
    outer = cast.nominals(sentence.index).read(above.head)
    return token.dep == "pobj" and outer.owner == token.i and outer.noun in QUANTITIES


def _is_place(sentence: Sentence, token: Token) -> bool:
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and above.text.lower() in PLACING


def _meant(parsed: ParsedReport, words: Mention, cast: Cast, reader: Reader) -> Iterator[Meant]:
    found = cast.who(words)
    token = parsed.sentences[words.sentence].tokens[words.head]
    for resolved in found:
        is_known = resolved.party.party_id in reader.knowledge.organisations
        is_open = resolved.why == NO_TABLE and not is_known
        yield _row(words, None if is_open else resolved.party, told(resolved.why, words.text))
    if not found:
        yield _row(words, None, _why_open(token))


def _why_open(token: Token) -> str:
    if token.tag in PRONOUNS:
        return NOTHING_BEFORE
    return NO_TABLE if token.tag in ("NNP", "NNPS") else NOT_TOLD


def _row(words: Mention, party: Party | None, why: str) -> Meant:
    return Meant(
        sentence=words.sentence + 1, start=words.span.start, end=words.span.end, words=words.text,
        party=party, why=why,
    )  # fmt: skip
