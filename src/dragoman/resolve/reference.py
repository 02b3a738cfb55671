"""Whom a pronoun or a description means: the nearest fitting antecedent, subjects first.

The order of search: subjects of the clauses around the word, others before it in the sentence, the
subject that follows an opening clause ("When he fell, Ruiz ..."), then up to three sentences back,
subjects first. Number, kind and gender must not disagree where the words show them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.words import words

SINGULAR = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
ORDINALS = {"former": 0, "latter": 1}
"""Words that mean one of two, by its place."""
BOTH = frozenset({"both", "two"})
"""Words that alone mean two that were named ("both left", "the two met")."""
SUBJECTS = ("nsubj", "nsubjpass")
BACK = 3  # sentences looked back over
CLAUSES = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "parataxis", "pcomp"}
)


class Entity(NamedTuple):
    """Something a later word may mean: the head of its phrase, and what the words show of it.

    `kind`: "person", "state", "organisation" or "group"; `gender` "f", "m" or None.
    """

    sentence: int
    head: int
    kind: str
    plural: bool
    gender: str | None
    key: str


class Antecedents:
    """Finds antecedents in one report; `entities(s)` gives those of sentence `s` in text order."""

    def __init__(self, parsed: ParsedReport, entities: Callable[[int], Sequence[Entity]]) -> None:
        self._parsed = parsed
        self._entities = entities

    def of_pronoun(
        self, s: int, i: int, *, barred: frozenset[str] = frozenset()
    ) -> tuple[Entity, ...]:
        """The antecedents of a pronoun; several for "they", none when nothing fits.

        `barred` are keys of persons whom it cannot mean.
        """
        word = self._parsed.sentences[s].tokens[i].text.lower()
        if word in SINGULAR:
            return self._one_person(s, i, "f" if word in FEMININE else "m", barred)
        if word in NEUTER:
            return self._first(s, i, lambda e: e.kind in ("state", "organisation"))
        if word in PLURAL:
            return next(self.plurals(s, i), ())
        if word in SPEAKER:
            return self._speaker(s, i, we=word in ("we", "us", "our", "ours", "ourselves"))
        return ()

    def nearest(
        self, s: int, i: int, fits: Callable[[Entity], bool], *, back: int = BACK
    ) -> Entity | None:
        """The first entity in the order of search that fits, or None."""
        return next((e for e in self._ordered(s, i, back=back) if fits(e)), None)

    def acting(self, s: int, i: int) -> tuple[Entity, ...]:
        """Subjects of the clauses around an object; none for a word that is itself a subject."""
        sentence = self._parsed.sentences[s]
        if sentence.tokens[i].dep in SUBJECTS:
            return ()
        by_head = {e.head: e for e in self._entities(s)}
        return tuple(by_head[h] for h in _subjects_above(sentence, i) if h in by_head)

    def of_sentence(self, number: int, s: int, i: int) -> tuple[Entity, ...]:
        """What sentence `number` names before token `i` of sentence `s`."""
        return tuple(e for e in self._entities(number) if number < s or e.head < i)

    def listed(self, s: int, i: int, kind: str, size: int) -> tuple[Entity, ...]:
        """The list of just so many of a kind that was told last before a word; else none."""
        for number in range(s, max(-1, s - BACK - 1), -1):
            for entity in self.of_sentence(number, s, i):
                joined = [e for e in self.joined(entity) if e.kind == kind]
                if len(joined) == size and len({e.key for e in joined}) == size:
                    return tuple(joined)
        return ()

    def latest_two(self, s: int, i: int) -> tuple[Entity, ...]:
        """The last two persons or states before a word, a pair joined by "and" first."""
        pairs = [self.two(s, i, kind) for kind in ("person", "state")]
        for number in (s, s - 1):
            for pair in pairs:
                if len(pair) == 2 and all(e.sentence == number for e in pair):
                    return pair
        return next((pair for pair in pairs if len(pair) == 2), ())

    def two(self, s: int, i: int, kind: str) -> tuple[Entity, ...]:
        """The last two different entities of a kind before a word, in text order; else none.

        A pair joined by "and" counts before two that stand apart; of organisations only names
        count: "the two companies" are none that were called companies before.
        """
        seen: dict[str, Entity] = {}
        for number in range(s, max(-1, s - BACK - 1), -1):
            sentence = self._parsed.sentences[number]
            here = [
                e for e in self._entities(number)
                if (number < s or e.head < i) and not _is_setting(sentence, e)
                and not (kind == "organisation" and "@" in e.key)
            ]  # fmt: skip
            pair = self._pair(number, [e for e in here if e.kind == kind])
            if pair and not seen:
                return pair
            for entity in reversed(here):
                if entity.kind == kind:
                    seen.setdefault(entity.key, entity)
            if len(seen) >= 2:
                return tuple(sorted(list(seen.values())[:2], key=lambda e: (e.sentence, e.head)))
        return ()

    def _pair(self, s: int, entities: list[Entity]) -> tuple[Entity, ...]:
        tokens = self._parsed.sentences[s].tokens
        by_head = {e.head: e for e in entities}
        for entity in reversed(entities):
            token = tokens[entity.head]
            first = by_head.get(token.head)
            together = token.dep == "conj" or _is_beside(self._parsed.sentences[s], token)
            if together and first is not None and first.key != entity.key:
                return first, entity
        return ()

    def _one_person(
        self, s: int, i: int, gender: str, barred: frozenset[str]
    ) -> tuple[Entity, ...]:
        """The likeliest person; for "she" a woman by name or title before one who may be either."""
        found = [
            e for e in self._ordered(s, i, back=BACK) if _is_one(e, gender) and e.key not in barred
        ]
        if not found:
            return ()
        shown = [e for e in found if e.gender == gender and e.sentence >= s - 2]
        return (shown[0] if gender == "f" and shown else found[0],)

    def _first(self, s: int, i: int, fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
        found = self.nearest(s, i, fits)
        return () if found is None else (found,)

    def plurals(self, s: int, i: int) -> Iterator[tuple[Entity, ...]]:
        """What "they" may mean, the likeliest first: those joined by "and", groups, bodies."""
        for entity in self._ordered(s, i, back=BACK):
            joined = self.joined(entity)
            if len(joined) > 1:
                yield joined
            elif entity.plural or entity.kind in ("organisation", "group"):
                yield (entity,)

    def joined(self, entity: Entity) -> tuple[Entity, ...]:
        """The entity and those joined to it by "and" in a subject or object."""
        sentence = self._parsed.sentences[entity.sentence]
        by_head = {e.head: e for e in self._entities(entity.sentence)}
        out, stack = [], [entity.head]
        while stack:
            head = stack.pop(0)
            if head in by_head:
                out.append(by_head[head])
            stack.extend(t.i for t in sentence.kids(head, "conj"))
        return tuple(out)

    def _speaker(self, s: int, i: int, *, we: bool) -> tuple[Entity, ...]:
        """Who says "I" or "we" in a quotation: the subject of the verb above it or around it."""
        before = range(s - 2, s - BACK - 2, -1) if we else ()
        for number in (s, s - 1, s + 1, *before):
            if not 0 <= number < len(self._parsed.sentences):
                continue
            sentence = self._parsed.sentences[number]
            for entity in self._entities(number):
                token = sentence.tokens[entity.head]
                verb = sentence.tokens[token.head]
                says = token.dep in SUBJECTS and verb.lemma in SAYING
                if says and (entity.kind == "person" or we):
                    return (entity,)
        return ()

    def _ordered(self, s: int, i: int, *, back: int) -> Iterator[Entity]:
        """Candidates for a word, the likeliest first."""
        sentence = self._parsed.sentences[s]
        here: Sequence[Entity] = self._entities(s)
        own = _barred(sentence, i)
        said = _said_before(sentence, i)
        here = [e for e in here if e.head not in said]
        by_head = {e.head: e for e in here}
        subjects = [h for h in _subjects_above(sentence, i) if h != own]
        yield from (by_head[h] for h in subjects if h in by_head and h < i)
        before = [e for e in here if e.head < i and e.head not in subjects and e.head != own]
        yield from sorted(before, key=lambda e: (not _is_subject(sentence, e), -e.head))
        if _opens(sentence, i):
            yield from (by_head[h] for h in subjects if h in by_head and h > i)
        for number in range(s - 1, max(-1, s - back - 1), -1):
            earlier = self._parsed.sentences[number]
            if earlier.is_title and not sentence.is_title and number < s - 1:
                continue
            yield from sorted(
                self._entities(number), key=lambda e: (_rank(earlier, e.head), e.head)
            )


def undoes(sentence: Sentence, i: int) -> bool:
    """Whether a pronoun is whom a clause tells to have lost office or freedom ("he was ousted")."""
    token = sentence.tokens[i]
    verb = sentence.tokens[token.head]
    return token.dep == "nsubjpass" and verb.lemma in UNDOING


def is_of_two(sentence: Sentence, i: int) -> bool:
    """Whether a word alone means one or both of two: "the latter", "both" as a subject."""
    token = sentence.tokens[i]
    word = token.text.lower()
    if word not in ORDINALS and word not in BOTH:
        return False
    if token.dep not in (*SUBJECTS, "dobj", "pobj", "agent") or sentence.kids(i, "prep"):
        return False
    return word == "both" or any(t.text.lower() == "the" for t in sentence.kids(i, "det"))


UNDOING = words(
    "oust depose topple overthrow remove impeach arrest jail imprison detain charge convict"
)
"""What is done to those who lose office or freedom: not, mostly, to a leader who tells of it."""
SAYING = words(
    """
    say tell add announce declare state write insist argue claim note explain warn tweet comment
    reply respond stress remark describe call ask vow promise accuse
    """
)


def _is_one(entity: Entity, gender: str) -> bool:
    return entity.kind == "person" and not entity.plural and entity.gender in (None, gender)


def _is_subject(sentence: Sentence, entity: Entity) -> bool:
    return sentence.tokens[entity.head].dep in SUBJECTS


def _is_setting(sentence: Sentence, entity: Entity) -> bool:
    """Whether a state is only where something happens: "in Rome"."""
    token = sentence.tokens[entity.head]
    above = sentence.tokens[token.head]
    return entity.kind == "state" and token.dep == "pobj" and above.text.lower() in ("in", "at")


def _rank(sentence: Sentence, head: int) -> int:
    """0 for the main clause's subject, 1 for other subjects, 2 for objects, 3 for the rest."""
    token = sentence.tokens[head]
    if token.dep in SUBJECTS:
        return 0 if sentence.tokens[token.head].dep == "ROOT" else 1
    if token.dep == "conj" and sentence.tokens[token.head].dep in SUBJECTS:
        return 1
    return 2 if token.dep in ("dobj", "agent", "attr", "iobj", "dative") else 3


def _verb_of(sentence: Sentence, i: int) -> int:
    at = i
    while sentence.tokens[at].dep not in CLAUSES and sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
    return at


def _subjects_above(sentence: Sentence, i: int) -> list[int]:
    """Subjects of the clauses around a token, innermost first."""
    out: list[int] = []
    at = i
    for _ in range(12):
        verb = _verb_of(sentence, at)
        out.extend(t.i for t in sentence.kids(verb, *SUBJECTS) if t.i != i)
        token = sentence.tokens[verb]
        if token.dep in ("relcl", "acl"):
            out.append(token.head)
        if token.head == verb:
            break
        at = token.head
    return out


def _barred(sentence: Sentence, i: int) -> int | None:
    """The subject of the pronoun's own clause, which "him" and "it" as its object cannot mean."""
    token: Token = sentence.tokens[i]
    if token.tag == "PRP$" or token.dep not in ("dobj", "iobj", "dative", "pobj"):
        return None
    if token.dep == "pobj":
        above = sentence.tokens[sentence.tokens[token.head].head]
        if not above.tag.startswith("VB"):
            return None
    verb = _verb_of(sentence, i)
    return next((t.i for t in sentence.kids(verb, *SUBJECTS)), None)


def _said_before(sentence: Sentence, i: int) -> frozenset[int]:
    """Tokens of the quotation before "he said": the speaker is none of those whom it names."""
    token = sentence.tokens[i]
    verb = sentence.tokens[token.head]
    if token.dep not in SUBJECTS or verb.lemma not in SAYING:
        return frozenset()
    clauses = [k for k in sentence.kids(verb.i, "ccomp", "parataxis") if k.i < i]
    return frozenset(t for clause in clauses for t in sentence.subtree(clause.i))


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether a token stands in a clause before the main one ("After he resigned, Ruiz ...")."""
    verb = sentence.tokens[_verb_of(sentence, i)]
    return verb.dep in ("advcl", "pcomp", "acl") and verb.head > verb.i


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """Whether "with", "alongside" or "between" ties a token to what stands before."""
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and above.text.lower() in ("alongside", "with")
