"""Conditions of patterns, made ready once: words, classes and tests, wanted or barred.

A condition such as ["visa", "@documents", "!@person"] holds for the heads of an argument when one
of them is a wanted word, is in a wanted class or passes a wanted test, and none is barred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.code.kinds import Kinds
from dragoman.model.text import Sentence

OBLIGATION = frozenset({"must", "should", "ought"})
PHRASE_WORDS = 4  # the longest phrase in a condition ("ministry of foreign affairs" is by its head)

Test = Callable[[Sentence, int], bool]


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words and phrases, those of classes included, and tests of grammar and tables."""

    plain: frozenset[str]
    tests: tuple[Test, ...]

    def __bool__(self) -> bool:
        return bool(self.plain or self.tests)


@dataclass(frozen=True, slots=True)
class Condition:
    """What one of the heads must be, and what none may be."""

    wanted: Words
    barred: Words


class Conditions:
    """Makes conditions ready and looks at the words of one sentence at a time."""

    def __init__(self, classes: Mapping[str, frozenset[str]], kinds: Kinds) -> None:
        self._classes = classes
        self._ready: dict[tuple[str, ...], Condition] = {}
        self._sentence: Sentence | None = None
        self._phrases: dict[int, frozenset[str]] = {}
        self._spans: dict[tuple[int, int], frozenset[str]] = {}
        self._tests: dict[str, Test] = {
            "party": kinds.is_party, "state": kinds.is_state, "person": kinds.is_person,
            "official": kinds.is_official, "event": kinds.is_event, "several": kinds.is_several,
            "any": lambda sentence, i: True,
            "to": Sentence.is_infinitive,
            "must": _is_obliged,
        }  # fmt: skip

    def hold(self, condition: Condition, sentence: Sentence, heads: Sequence[int]) -> bool:
        """Whether a condition holds for the heads."""
        if condition.barred and self._some(condition.barred, sentence, heads):
            return False
        return not condition.wanted or self._some(condition.wanted, sentence, heads)

    def near(self, condition: Condition, sentence: Sentence, first: int, last: int) -> bool:
        """Whether what is wanted stands between two tokens, both included."""
        wanted = condition.wanted
        if not wanted.plain.isdisjoint(self._between(sentence, first, last)):
            return True
        return any(test(sentence, i) for i in range(first, last + 1) for test in wanted.tests)

    def ready(self, words: tuple[str, ...]) -> Condition:
        """The condition that some words of a knowledge file state."""
        condition = self._ready.get(words)
        if condition is None:
            condition = self._ready[words] = Condition(
                wanted=self._words(w for w in words if not w.startswith("!")),
                barred=self._words(w[1:] for w in words if w.startswith("!")),
            )
        return condition

    def phrases(self, sentence: Sentence, head: int) -> frozenset[str]:
        """The phrases that end at `head`, made once for the sentence at hand."""
        if sentence is not self._sentence:
            self._sentence, self._phrases, self._spans = sentence, {}, {}
        made = self._phrases.get(head)
        if made is None:
            made = self._phrases[head] = _phrases(sentence, head)
        return made

    def _between(self, sentence: Sentence, first: int, last: int) -> frozenset[str]:
        self.phrases(sentence, first)  # so that the spans are those of this sentence
        found = self._spans.get((first, last))
        if found is None:
            parts = (self.phrases(sentence, i) for i in range(first, last + 1))
            found = self._spans[first, last] = frozenset().union(*parts)
        return found

    def _some(self, words: Words, sentence: Sentence, heads: Iterable[int]) -> bool:
        for head in heads:
            if not words.plain.isdisjoint(self.phrases(sentence, head)):
                return True
            if any(test(sentence, head) for test in words.tests):
                return True
        return False

    def _words(self, names: Iterable[str]) -> Words:
        plain: set[str] = set()
        tests: list[Test] = []
        for name in names:
            if not name.startswith("@"):
                plain.add(name)
            elif name[1:] in self._tests:
                tests.append(self._tests[name[1:]])
            else:
                plain |= self._classes[name[1:]]
        return Words(frozenset(plain), tuple(tests))


def _phrases(sentence: Sentence, head: int) -> frozenset[str]:
    """The lemmas of the phrase that ends at `head`, with up to three words before it."""
    token = sentence.tokens[head]
    endings = {token.lemma, token.text.lower()}
    words = ""
    for i in range(head - 1, max(-1, head - PHRASE_WORDS), -1):
        before = sentence.tokens[i]
        if before.head != head and before.head != head - 1:
            break
        words = f"{before.text.lower()} {words}".strip()
        phrase = f"{words} {token.lemma}"
        endings.add(phrase)
        if " - " in phrase:  # the parser takes "cease-fire" apart
            endings.add(phrase.replace(" - ", "-"))
    return frozenset(endings)


def _is_obliged(sentence: Sentence, i: int) -> bool:
    return any(t.lemma in OBLIGATION for t in sentence.kids(i, "aux"))
