"""Where names and phrases begin and end in a sentence, and what leads to them.

A run is the capitals that belong together, with the particles between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.names import SHORTEST_SHOUT
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.sites import ABOUT, GENERIC

PROPER = frozenset({"NNP", "NNPS"})
BEFORE = frozenset({"compound", "nmod", "amod", "poss"})
INNER = frozenset({"in", "at", "near", "outside", "inside", "on", "within", "off"})
"""Prepositions to what a thing lies in or by."""
CALLING = frozenset({"call"})
LONGEST = 6  # words of a run
JOINING = frozenset({"-", "de", "del", "la", "da", "do", "al", "el", "an", "e", "am", "sur", "of"})


def words_of_run(parsed: ParsedReport, sentence: Sentence, first: int, last: int) -> str:
    """The report's own words from one token to another, on one line."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return " ".join(parsed.report.text[start:end].split())


def phrase_start(sentence: Sentence, i: int) -> int:
    """The first token of a phrase before its head, without "the" or "their"."""
    first = min([k.i for k in sentence.kids(i) if k.i < i and k.dep in BEFORE | {"det"}] + [i])
    first = min([first, *(j for j in sentence.subtree(first) if j < i)])
    is_said = sentence.tokens[first].tag in ("DT", "PRP$") and first < i
    return first + is_said


def last_of_run(sentence: Sentence, i: int) -> int:
    """Where a name in capitals ends that goes on with "of": "Gulf of Aden", "Horn of Africa"."""
    for preposition in sentence.kids(i, "prep"):
        if preposition.i == i + 1 and preposition.text.lower() == "of":
            for noun in sentence.kids(preposition.i, "pobj"):
                if noun.tag in PROPER:
                    return noun.i
    return i


def first_of_run(sentence: Sentence, i: int) -> int:
    """Where the run of capitals starts that ends at token `i`, particles and hyphens inside."""
    tokens = sentence.tokens
    first = i
    while first > 0 and i - first < LONGEST:
        before = tokens[first - 1]
        if before.text[0].isupper() and before.tag in (*PROPER, "JJ", "NN", "NNS", "FW"):
            first -= 1
        elif (
            first > 1 and before.text.lower() in JOINING and tokens[first - 2].text[0].isupper()
            and (before.text != "-" or before.end == tokens[first].start)
            and tokens[first - 2].tag in PROPER
        ):  # fmt: skip
            first -= 2
        else:
            break
    return first


def starts_at(sentence: Sentence, i: int, at: int) -> bool:
    """Whether the run that ends at token `i` holds token `at`."""
    return first_of_run(sentence, i) <= at <= i


def may_precede(sentence: Sentence, start: int) -> bool:
    """Whether what stands before a name in capitals may be no part of it: "Eastern Aleppo"."""
    word = sentence.tokens[start - 1].text.lower()
    return word in GENERIC | {"downtown", "greater", "central", "city", "province", "mr"} or (
        sentence.tokens[start - 1].tag not in PROPER
    )


def preposition_above(sentence: Sentence, i: int) -> int | None:
    """The preposition that leads to a noun, over the nouns that it is joined to."""
    at = i
    for _ in range(8):
        token = sentence.tokens[at]
        above = sentence.tokens[token.head]
        if token.dep == "pobj":
            return above.i
        if token.dep not in ("conj", "appos") or above.i == at:
            return None
        at = above.i
    return None


def hosts(sentence: Sentence, i: int) -> Iterator[int]:
    """What "in" and "to" lead to from a mission, also behind its sender: "of Peru in X"."""
    kids = sentence.kids(i, "prep")
    for kid in kids:
        if kid.text.lower() in INNER | {"to"}:
            yield from (noun.i for noun in sentence.kids(kid.i, "pobj"))
    for kid in kids:
        if kid.text.lower() == "of":
            for sender in sentence.kids(kid.i, "pobj"):
                for under in sentence.kids(sender.i, "prep"):
                    if under.text.lower() in INNER:
                        yield from (noun.i for noun in sentence.kids(under.i, "pobj"))


def is_about(sentence: Sentence, preposition: int, word: str) -> bool:
    """Whether what governs the preposition says what it is about: "aimed at X", "interest in X"."""
    governor = sentence.tokens[sentence.tokens[preposition].head]
    if governor.lemma in CALLING and preposition != governor.i + 1:  # "was called to court in X"
        return False
    return governor.lemma in ABOUT.get(word, ())


def cased(words: str) -> str:
    """A name that is written in capitals throughout as it is written elsewhere; "UAE" stays."""
    if not words.isupper() or len(words) < SHORTEST_SHOUT or "." in words[:-1]:
        return words
    return "-".join(part.title() for part in words.split("-"))
