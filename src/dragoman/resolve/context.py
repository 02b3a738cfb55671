"""The state that a passage is about, for words that name a body and not its state.

"Congress impeached him", "prosecutors asked for ten years": the state is that of the clause's own
people, else the only one named in the sentence, else in the paragraph, else the one that the report
is clearly about. Where two states share the passage nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.reference import SAYING, SUBJECTS
from dragoman.resolve.resolved import Resolved
from dragoman.resolve.words import words

BLAMING = words(
    """
    criticize criticise condemn denounce slam blast hit blame decry deplore lash attack rebuke
    fault lambast lambaste
    """
)
"""Verbs that find fault with their object."""
HARSH = words(
    """
    rule repress oppress persecute violate torture kill abuse silence jail massacre terrorize
    terrorise crush suppress starve betray destroy
    """
)
"""Verbs of which a government is the subject in the mouths of those who blame it."""
OPPOSITE = frozenset({"against", "with", "to", "from", "toward", "towards"})
"""What stands before the other side of an act; after "in", "on" or "of" may be the own state."""
FARTHEST = 4  # verbs that are followed down from a subject ("vowed to try to invade")
CLEAR = 2  # a report is about one state when it names it this many times as often as the next
LEAD = 3  # sentences, headline included, that count double


class Context:
    """Tells the state of a passage of one report."""

    def __init__(
        self,
        parsed: ParsedReport,
        head: Callable[[int, int], tuple[Resolved, ...]],
        named: Callable[[int], tuple[tuple[int, str], ...]],
    ) -> None:
        self._parsed = parsed
        self._head = head
        self._named = named

    def _countries(self, s: int) -> tuple[str, ...]:
        return tuple(country for _, country in self._named(s))

    @cached_property
    def dominant(self) -> str | None:
        """The one state that the report is clearly about, or None."""
        ranked = self._ranked
        if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def _ranked(self) -> list[tuple[str, int]]:
        """States of the report with their weight, the heaviest first."""
        counts: Counter[str] = Counter()
        for sentence in self._parsed.sentences:
            weight = 2 if sentence.index < LEAD else 1
            for country in self._countries(sentence.index):
                counts[country] += weight
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @cached_property
    def named(self) -> frozenset[str]:
        """Every state that the report names."""
        return frozenset(country for country, _ in self._ranked)

    @cached_property
    def main_two(self) -> tuple[str, ...]:
        """The two states that the report is about, when no third comes near; else none."""
        ranked = self._ranked
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] < CLEAR * ranked[2][1]):
            return ()
        return tuple(sorted(country for country, _ in ranked[:2]))

    def last_named(self, s: int, i: int) -> str | None:
        """The state named last before token `i`, in this sentence or the few before it."""
        start = self._parsed.sentences[s].tokens[i].i
        for number in range(s, max(-1, s - LEAD - 1), -1):
            here = [c for at, c in self._named(number) if number < s or at < start]
            if here:
                return here[-1]
        return None

    def other_than(self, mine: set[str], s: int, i: int) -> tuple[str, str] | None:
        """(state, why) of the one state beside `mine` that words at token `i` may mean, or None.

        It is the only other one named before them in the sentence or in the one before, else in
        the sentence; else the other of the two that the report is about. Where something happens
        is nobody's neighbour or ally: "will meet in Astana".
        """
        before = {c for at, c in self._sides(s) if at < i} - mine
        near = before or ({c for _, c in self._sides(s - 1)} - mine if s else set())
        here = {c for _, c in self._sides(s)} - mine
        everywhere = {c for one in self._parsed.sentences for _, c in self._sides(one.index)}
        for found in (near, here, (set(self.main_two) & everywhere) - mine):
            if len(found) > 1:
                return None
            if found:
                return next(iter(found)), "the other state that the words are about"
        return None

    def _sides(self, s: int) -> list[tuple[int, str]]:
        """States that a sentence names other than as the place where something is."""
        sentence = self._parsed.sentences[s]
        return [(at, c) for at, c in self._named(s) if not _is_locative(sentence, at)]

    def blamed(self, s: int, i: int) -> tuple[str, str] | None:
        """(state, why) for a government that another state's voice finds fault with, or None.

        Who governs does not accuse the own government: "the government" in such a mouth is that
        of the other state of the sentence, else of the other of the two that the report is about.
        """
        sentence = self._parsed.sentences[s]
        for accuser in _accusers(sentence, i):
            own = {
                r.party.country for r in self._head(s, accuser)
                if r.party.sector == "GOV" and r.party.country is not None
            }  # fmt: skip
            if not own:
                continue
            others = set(self._countries(s)) - own or set(self.main_two) - own
            if len(others) == 1:
                return next(iter(others)), f"blamed by {sentence.tokens[accuser].text!r}"
        return None

    def faced(self, s: int, i: int) -> frozenset[str]:
        """The states that the one at token `i` acts on: "the president threatened *Chad*".

        Whoever acts on a state is not taken for its own, when nothing else tells where they belong.
        """
        sentence = self._parsed.sentences[s]
        met = set(_faced(sentence, i))
        return frozenset(country for at, country in self._named(s) if at in met)

    def _reported(self, s: int, i: int) -> str | None:
        """The one state that a reported clause names beside those acted on, where it opens so.

        What a foreign embassy tells of "the government" and "Chad" is Chad's, not the embassy's.
        """
        sentence = self._parsed.sentences[s]
        clause = _reported_clause(sentence, i)
        if clause is None or sentence.tokens[clause].head < clause:
            return None
        inside = set(sentence.subtree(clause))
        found = {c for at, c in self._named(s) if at in inside} - self.faced(s, i)
        return next(iter(found)) if len(found) == 1 else None

    def home(self, s: int, i: int) -> tuple[str, str] | None:
        """(state, why) for a body named at token `i` without its state, or None."""
        sentence = self._parsed.sentences[s]
        reported = self._reported(s, i)
        if reported is not None:
            return reported, "the only state in what is reported"
        for near in _around(sentence, i):
            acted_on = near in set(_all_acted_on(sentence, i))
            for resolved in self._head(s, near):
                if acted_on and resolved.party.kind != "person":
                    continue
                if resolved.party.sector == "JRN":  # who reports is of another state as often
                    continue
                if resolved.party.country is not None:
                    words = sentence.tokens[near].text
                    return resolved.party.country, f"of {words!r} in the same clause"
        faced = self.faced(s, i)
        here = set(self._countries(s)) - faced
        if len(here) == 1:
            return next(iter(here)), "the only state in the sentence"
        near_by = {
            country
            for other in self._parsed.sentences
            if other.paragraph == sentence.paragraph
            for country in self._countries(other.index)
        } - faced
        if len(near_by) == 1:
            return next(iter(near_by)), "the only state in the paragraph"
        if self.dominant is not None and self.dominant not in faced:
            return self.dominant, "the state that the report is about"
        before = set(self._countries(s - 1)) - faced if s and not here else set()
        if len(before) == 1:
            return next(iter(before)), "the only state in the sentence before"
        return None


def _reported_clause(sentence: Sentence, i: int) -> int | None:
    """The clause around a token that somebody says ("..., a spokeswoman said"); None without."""
    at = i
    for _ in range(12):
        token = sentence.tokens[at]
        above = sentence.tokens[token.head]
        if above.i == at:
            return None
        if token.dep in ("ccomp", "parataxis") and above.lemma in SAYING:
            return at
        at = above.i
    return None


def _is_locative(sentence: Sentence, at: int) -> bool:
    """Whether a name only says where: the object of "in" or "at"."""
    token = sentence.tokens[at]
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and above.text.lower() in ("in", "at")


def _accusers(sentence: Sentence, i: int) -> Iterator[int]:
    """Subjects of the verbs of blame above a token, and speakers of what it is said to do."""
    tokens = sentence.tokens
    at, harsh = i, False
    for _ in range(12):
        token = tokens[at]
        above = tokens[token.head]
        if above.i == at:
            return
        if token.dep in SUBJECTS:
            harsh = harsh or (at == i and above.lemma in HARSH)
        elif above.lemma in BLAMING or (harsh and above.lemma in SAYING):
            yield from _speakers(sentence, above.i)
        at = above.i


def _speakers(sentence: Sentence, verb: int) -> Iterator[int]:
    """Subjects of a verb, or of the clause that it only adds to ("he left, saying that ...")."""
    subjects = sentence.kids(verb, *SUBJECTS)
    if not subjects and sentence.tokens[verb].dep in ("advcl", "conj", "xcomp"):
        subjects = sentence.kids(sentence.tokens[verb].head, *SUBJECTS)
    yield from (t.i for t in subjects)


def _around(sentence: Sentence, i: int) -> Iterator[int]:
    """Subjects of the clauses around a token, and what a subject acts on, nearest first."""
    tokens = sentence.tokens
    inside = set(sentence.subtree(i))
    at = i
    for _ in range(12):
        token = tokens[at]
        if at != i and not token.tag.startswith("VB"):
            yield from _places_of(sentence, at)
        for kid in sentence.kids(at, *SUBJECTS):
            if kid.i not in inside:
                yield kid.i
        if token.tag.startswith("VB") and any(k.i == i for k in sentence.kids(at, *SUBJECTS)):
            yield from _persons_acted_on(sentence, at)
        if token.dep in ("relcl", "acl", "poss"):
            yield token.head if token.dep != "poss" else at
        if token.head == at:
            return
        at = token.head


def _persons_acted_on(sentence: Sentence, verb: int) -> Iterator[int]:
    """Objects of a verb that are a pronoun or a name of a person: a body acts on its own people."""
    for kid in sentence.kids(verb, "dobj"):
        if kid.tag in ("PRP", "NNP"):
            yield kid.i
        for at in (verb, kid.i):
            for preposition in sentence.kids(at, "prep"):
                if preposition.text.lower() in ("for", "against"):
                    yield from (t.i for t in sentence.kids(preposition.i, "pobj") if t.tag == "NNP")


def _faced(sentence: Sentence, i: int) -> Iterator[int]:
    """Words of the objects of the verbs that token `i` is the subject of."""
    tokens = sentence.tokens
    at = i
    while tokens[at].dep in ("conj", "appos", "compound") and tokens[at].head != at:
        at = tokens[at].head
    if tokens[at].dep != "nsubj":
        return
    verbs = [tokens[at].head]
    for verb in verbs:
        for kid in sentence.kids(verb, "dobj", "dative"):
            yield kid.i
            yield from (t.i for t in sentence.kids(kid.i, "amod", "compound", "poss", "conj"))
            yield from _after(sentence, kid.i, OPPOSITE)
        yield from _after(sentence, verb, OPPOSITE - {"to"})
        if len(verbs) < FARTHEST:
            verbs.extend(t.i for t in sentence.kids(verb, "xcomp") if t.tag.startswith("VB"))


def _after(sentence: Sentence, at: int, names: frozenset[str]) -> Iterator[int]:
    for preposition in sentence.kids(at, "prep"):
        if preposition.text.lower() in names:
            for noun in sentence.kids(preposition.i, "pobj"):
                yield noun.i
                yield from (t.i for t in sentence.kids(noun.i, "amod", "compound", "conj"))


def _all_acted_on(sentence: Sentence, i: int) -> Iterator[int]:
    token = sentence.tokens[i]
    if token.dep in SUBJECTS:
        yield from _persons_acted_on(sentence, token.head)


def _places_of(sentence: Sentence, noun: int) -> Iterator[int]:
    """Names in "in X" beside a noun: "a coup by lawmakers in Peru"."""
    for preposition in sentence.kids(noun, "prep"):
        if preposition.text.lower() == "in":
            yield from (t.i for t in sentence.kids(preposition.i, "pobj") if t.tag == "NNP")
