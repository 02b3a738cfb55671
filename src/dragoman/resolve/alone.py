"""The grammar of a phrase that stands alone: which words are names, which word it is about.

Without a sentence around them the parser takes surnames for common nouns and some phrases for
clauses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.knowledge.names import NameIndex
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.belonging import country_of, is_backed
from dragoman.resolve.pieces import Piece
from dragoman.resolve.reference import PLURAL, SINGULAR

NOUNS = ("NN", "JJ", "PR", "CD", "FW", "DT", "WP", "AD")
"""Beginnings of the tags of words that may head a phrase for a party."""
POINTING = frozenset({"both", "this", "these", "those", "that"})
TURNING = frozenset({"against", "on", "over", "about", "to", "toward", "towards", "into"})
"""Prepositions before a state that somebody only turns to."""
GIVEN_ENDS = frozenset({"NN", "FW", "XX", "UH", "IN"})
"""Tags that the parser gives the second half of a name like "Jong-un"."""


def with_names(parsed: ParsedReport, names: NameIndex) -> ParsedReport:
    """The phrase, with words that can only be names tagged as names.

    Without a sentence around them the parser takes many surnames for common nouns. A capital inside
    a phrase is a name's, unless the word is one for people or bodies ("Slovak Soldiers").
    """
    sentences = []
    for sentence in parsed.sentences:
        tokens = tuple(
            t._replace(tag="NNP", pos="PROPN") if _is_name(sentence, t.i, names) else t
            for t in sentence.tokens
        )
        sentences.append(
            Sentence.of(sentence.index, sentence.paragraph, tokens, is_title=sentence.is_title)
        )
    return replace(parsed, sentences=tuple(sentences))


def _is_name(sentence: Sentence, i: int, names: NameIndex) -> bool:
    token = sentence.tokens[i]
    if token.tag in ("NNP", "NNPS"):
        return False
    if not token.text[0].isupper():  # "Jong-un"
        first, hyphen = sentence.tokens[i - 2 : i] if i > 1 else (token, token)
        joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == token.start
        return joined and first.text[0].isupper() and token.tag in GIVEN_ENDS
    words = [t.text for t in sentence.tokens]
    if names.role(token.text.lower()) or names.office(words, i) or names.at(words, i):
        return False
    if i:
        return token.tag[:2] in ("NN", "VB", "RB", "UH")
    return token.tag[:2] == "NN" and (len(words) == 1 or words[1][0].isupper())


def sector_in(words: Sequence[str], names: NameIndex) -> str | None:
    """The sector of the longest role noun among the words of a name, of the last of several."""
    for size in range(min(3, len(words)), 0, -1):
        for first in range(len(words) - size, -1, -1):
            role = names.role(" ".join(words[first : first + size]))
            if role is not None and role.kind != "person":
                return role.sector
    return None


def head_of(sentence: Sentence) -> int | None:
    """The token that a phrase is about; None where no word can be a party's.

    The parser takes some phrases for clauses ("targets in Syria"): then it is the subject, or the
    last noun before what follows it.
    """
    tokens = sentence.tokens
    root = next(t.i for t in tokens if t.head == t.i)
    if _may_head(tokens[root]):
        return root
    subjects = sentence.kids(root, "nsubj", "nsubjpass")
    if subjects and _may_head(subjects[0]):
        return subjects[0].i
    for token in tokens:
        after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        ends = after is None or (after.tag[:2] not in ("NN", "HY", "PO") and after.text != "-")
        if ends and token.tag[:2] in ("NN", "FW"):
            return token.i
    if len(tokens) == 1 and tokens[0].text[0].isupper() and tokens[0].text[0].isalpha():
        return 0
    return next((t.i for t in tokens if t.tag[:3] == "PRP"), None)


def _may_head(token: Token) -> bool:
    if token.tag in ("CD", "DT") or not token.text[0].isalpha():
        return token.text.lower() in PLURAL | SINGULAR | POINTING
    return token.tag[:2] in NOUNS


def joined(sentence: Sentence, head: int) -> Iterator[int]:
    """Heads that "and" joins to a head."""
    for kid in sentence.kids(head, "conj"):
        if _may_head(kid):
            yield kid.i
            yield from joined(sentence, kid.i)


def objects_of(sentence: Sentence, head: int, prepositions: Collection[str]) -> Iterator[int]:
    """Heads of what follows a noun with one of these prepositions, in text order."""
    for preposition in sentence.kids(head, "prep"):
        if preposition.text.lower() in prepositions:
            yield from (t.i for t in sentence.kids(preposition.i, "pobj"))


def states_around(
    sentence: Sentence, known: Mapping[int, Piece], names: NameIndex
) -> Iterator[str]:
    """States that a phrase names, but for those that it only turns to: "experts on Peru"."""
    tokens = sentence.tokens
    for i, piece in known.items():
        country = country_of(piece, names)
        before = tokens[piece.first - 1].text.lower() if piece.first else ""
        if before == "the" and piece.first > 1:
            before = tokens[piece.first - 2].text.lower()
        turned = before in TURNING or before == "-" or is_backed(tokens, piece.first, piece.last)
        if i == piece.first and country in names.knowledge.states and not turned:
            yield country
