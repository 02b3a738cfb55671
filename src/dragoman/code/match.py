"""Match patterns against frames: which patterns fit a predicate, and who fills their roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.code.frames import Frame
from dragoman.code.kinds import TIMES, Kinds
from dragoman.knowledge.tables import Knowledge, Pattern
from dragoman.model.text import Sentence

GENERAL = frozenset({"@any", "@party", "@state", "@person", "@official", "@event", "@to"})
OBLIGATION = frozenset({"must", "should", "ought"})
PHRASE_WORDS = 4  # the longest phrase in a condition ("ministry of foreign affairs" is by its head)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a frame; roles as heads of noun phrases in the frame's sentence."""

    pattern: Pattern
    frame: Frame
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    others: tuple[tuple[str, int], ...]
    weight: tuple[int, bool, float]


class Matcher:
    """All patterns, found by the lemma of a predicate."""

    def __init__(self, knowledge: Knowledge, kinds: Kinds) -> None:
        self._classes = knowledge.classes
        self._kinds = kinds
        self._split: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._at_hand: Sentence | None = None
        self._made: dict[int, frozenset[str]] = {}
        self._verbs: dict[str, list[Pattern]] = {}
        self._nouns: dict[str, list[Pattern]] = {}
        for pattern in knowledge.patterns:
            for lemma in pattern.verbs:
                self._verbs.setdefault(lemma, []).append(pattern)
            for lemma in pattern.nouns:
                self._nouns.setdefault(lemma, []).append(pattern)
        self._noun_heads = frozenset(noun.split()[-1] for noun in self._nouns)
        self._tests: dict[str, Callable[[Sentence, int], bool]] = {
            "party": kinds.is_party, "state": kinds.is_state, "person": kinds.is_person,
            "official": kinds.is_official, "event": kinds.is_event,
            "any": lambda sentence, i: True,
            "to": _is_infinitive,
            "must": _is_obliged,
        }  # fmt: skip

    def is_event_noun(self, lemma: str) -> bool:
        """Whether some pattern lists the noun, alone or as the last word of a compound."""
        return lemma in self._noun_heads

    def words(self, name: str) -> frozenset[str]:
        """The words of a class; empty when the knowledge has none of that name."""
        return self._classes.get(name, frozenset())

    def is_phrasal(self, lemma: str) -> bool:
        """Whether some pattern lists the verb with its particle."""
        return lemma in self._verbs

    def best(self, frame: Frame) -> Match | None:
        """The most specific pattern that fits: most conditions, confidence, then file order."""
        found: Match | None = None
        for pattern, words in self._candidates(frame):
            match = self._match(pattern, frame, words)
            if match is not None and (found is None or match.weight > found.weight):
                found = match
        return found

    def _candidates(self, frame: Frame) -> Iterator[tuple[Pattern, int]]:
        """Patterns that list the predicate, with the number of its words that they list."""
        if frame.is_verb:
            words = len(frame.lemma.split())
            yield from ((pattern, words) for pattern in self._verbs.get(frame.lemma, ()))
            return
        phrases = self._phrases(frame.sentence, frame.at)
        if not phrases & self._classes.get("not_events", frozenset()):
            for phrase in sorted(phrases):
                words = len(phrase.split())
                yield from ((pattern, words) for pattern in self._nouns.get(phrase, ()))

    def unmet(self, frame: Frame) -> Iterator[tuple[Pattern, str]]:
        """The patterns that list the predicate and do not fit, each with what they ask for."""
        for pattern, _ in self._candidates(frame):
            args = self._arguments(pattern, frame)
            unmet = self._unmet(pattern, frame, args)
            if unmet is not None:
                yield pattern, unmet
            elif (open_role := self._open_role(pattern, frame, args)) is not None:
                yield pattern, f"needs {open_role}"

    def _match(self, pattern: Pattern, frame: Frame, words: int) -> Match | None:
        args = self._arguments(pattern, frame)
        if self._unmet(pattern, frame, args) is not None:
            return None
        filled = self._filled(pattern, frame, args)
        if any(not filled.get(role) for role in pattern.needs):
            return None
        weight = (_conditions(pattern) + words - 1, pattern.act != "other", pattern.confidence)
        others = tuple((role, head) for role in pattern.others for head in filled[role])
        return Match(pattern, frame, filled["actor"], filled["recipient"], others, weight)

    def _open_role(
        self, pattern: Pattern, frame: Frame, args: dict[str, tuple[int, ...]]
    ) -> str | None:
        """The first role that the pattern needs and nothing fills."""
        filled = self._filled(pattern, frame, args)
        return next((role for role in pattern.needs if not filled.get(role)), None)

    def _filled(
        self, pattern: Pattern, frame: Frame, args: dict[str, tuple[int, ...]]
    ) -> dict[str, tuple[int, ...]]:
        """Who fills the roles, by role."""
        actors = self._first(pattern.actor, frame, args)
        recipients = self._doers(frame, self._first(pattern.recipient, frame, args))
        if set(actors) == set(recipients) and any(p.startswith("subj") for p in pattern.recipient):
            actors = ()  # the pattern takes the subject as the one acted upon
        recipients = tuple(r for r in recipients if r not in actors)
        others = {
            role: self._first(paths, frame, args) for role, paths in pattern.others.items()
        }  # fmt: skip
        return {"actor": actors, "recipient": recipients, **others}

    def _doers(self, frame: Frame, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Recipients, a deed standing for whose it is: "condemned *Peru's* decision"."""
        if frame.owner is None:
            return heads
        out: list[int] = []
        for head in heads:
            doers = () if self._kinds.is_party(frame.sentence, head) else frame.owner.doers(head)
            out.extend(doers or (head,))
        return tuple(dict.fromkeys(out))

    def _arguments(self, pattern: Pattern, frame: Frame) -> dict[str, tuple[int, ...]]:
        """The frame's arguments with "X's NOUN" and compounds read as this pattern takes them."""
        if frame.is_verb:
            return frame.args
        args = dict(frame.args)
        owner = args.get("poss", ())
        if owner and not any(self._kinds.is_party(frame.sentence, h) for h in args.get("by", ())):
            args["subj"] = owner if args.get("obj") else ()
        if owner and not args.get("obj") and pattern.possessor == "obj":
            args["obj"] = owner
        elif owner and not args.get("subj"):
            args["subj"] = owner
        if not args.get("obj") and args.get("compound"):
            args["obj"] = args["compound"]
        if args.get("mod"):
            role = "obj" if pattern.possessor == "obj" and not args.get("obj") else "subj"
            if not args.get(role):
                args[role] = args["mod"]
        return args

    def _unmet(
        self, pattern: Pattern, frame: Frame, args: dict[str, tuple[int, ...]]
    ) -> str | None:
        """The first condition of the pattern that does not hold; None when it fits."""
        sentence = frame.sentence
        if not self._any(pattern.subject, sentence, args.get("subj", ())):
            return "subject"
        if not self._any(pattern.object, sentence, args.get("obj", ())):
            return "object"
        if self._some(pattern.not_object, sentence, args.get("obj", ())):
            return "not_object"
        if not self._any(pattern.complement, sentence, self._complements(sentence, args)):
            return "complement"
        if not self._any(pattern.clause, sentence, frame.clauses):
            return "clause"
        for name, words in pattern.preps.items():
            if not self._any(words, sentence, self._objects_of(name, frame, args)):
                return f"prep {name}"
        return None if self._near(pattern.near, frame) else "near"

    def _complements(self, sentence: Sentence, args: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
        """Complements and what modifies them: "as an *unfriendly* act"."""
        heads = args.get("comp", ()) + args.get("as", ())
        return heads + tuple(t.i for head in heads for t in sentence.kids(head, "amod"))

    def _objects_of(
        self, name: str, frame: Frame, args: dict[str, tuple[int, ...]]
    ) -> tuple[int, ...]:
        """What stands after a preposition, whether it hangs on the predicate or on its object."""
        heads = args.get(name, ())
        heads += tuple(token for prep, token in frame.under if prep == name)
        for head in args.get("obj", ()):
            heads += _after(frame.sentence, head, name)
        if name == "as":
            heads += tuple(t.i for head in heads for t in frame.sentence.kids(head, "amod"))
        return heads

    def _any(self, words: tuple[str, ...], sentence: Sentence, heads: tuple[int, ...]) -> bool:
        """Whether a condition holds; no words: no condition; "!word": none of the heads is it."""
        if not words:
            return True
        wanted, barred = self._conditions(words)
        if barred and self._some(barred, sentence, heads):
            return False
        return not wanted or self._some(wanted, sentence, heads)

    def _conditions(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of a condition that must and that must not be there; split once."""
        split = self._split.get(words)
        if split is None:
            wanted = tuple(w for w in words if not w.startswith("!"))
            split = self._split[words] = (wanted, tuple(w[1:] for w in words if w[0] == "!"))
        return split

    def _phrases(self, sentence: Sentence, head: int) -> frozenset[str]:
        """The phrases that end at `head`, made once for the sentence at hand."""
        if sentence is not self._at_hand:
            self._at_hand, self._made = sentence, {}
        made = self._made.get(head)
        if made is None:
            made = self._made[head] = _phrases(sentence, head)
        return made

    def _some(self, words: tuple[str, ...], sentence: Sentence, heads: tuple[int, ...]) -> bool:
        return any(self._is(word, sentence, head) for head in heads for word in words)

    def _is(self, word: str, sentence: Sentence, head: int) -> bool:
        if not word.startswith("@"):
            return word in self._phrases(sentence, head)
        test = self._tests.get(word[1:])
        if test is not None:
            return test(sentence, head)
        return not self._classes[word[1:]].isdisjoint(self._phrases(sentence, head))

    def _near(self, words: tuple[str, ...], frame: Frame) -> bool:
        """Whether one of `words` stands in the predicate's own clause."""
        if not words:
            return True
        sentence = frame.sentence
        first, last = sentence.words(frame.at)
        return any(self._is(word, sentence, i) for i in range(first, last + 1) for word in words)

    def _first(
        self, paths: tuple[str, ...], frame: Frame, args: dict[str, tuple[int, ...]]
    ) -> tuple[int, ...]:
        for path in paths:
            heads = self._follow(path, frame, args)
            if heads:
                return heads
        return ()

    def _follow(self, path: str, frame: Frame, args: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
        """The heads that a path of docs/knowledge.md leads to."""
        first, _, rest = path.partition(".")
        if first == "clause":
            found = (self._follow(rest, inner, inner.args) for inner in frame.inner())
            return tuple(dict.fromkeys(head for heads in found for head in heads))
        heads = args.get(first, ())
        if not heads and first not in ("subj", "obj", "iobj", "comp", "poss", "mod"):
            heads = self._objects_of(first, frame, args)
        for step in rest.split(".") if rest else ():
            heads = tuple(h for head in heads for h in self._step(step, frame.sentence, head))
        return tuple(h for h in heads if self._names(frame.sentence, h))

    def _names(self, sentence: Sentence, head: int) -> bool:
        """Whether a head can name a party: no time, no verb, an adjective only of a state."""
        token = sentence.tokens[head]
        if token.pos in ("VERB", "ADV", "NUM") or token.lemma in TIMES:
            return False
        return token.pos != "ADJ" or self._kinds.is_state(sentence, head)

    def _step(self, step: str, sentence: Sentence, head: int) -> tuple[int, ...]:
        if step == "poss":
            return tuple(t.i for t in sentence.kids(head, "poss"))
        if step == "mod":
            before = sentence.kids(head, "amod", "compound", "nmod")
            return tuple(t.i for t in before if self._kinds.is_state(sentence, t.i))
        return _after(sentence, head, step)


def _is_infinitive(sentence: Sentence, i: int) -> bool:
    return any(t.tag == "TO" for t in sentence.kids(i, "aux"))


def _is_obliged(sentence: Sentence, i: int) -> bool:
    return any(t.lemma in OBLIGATION for t in sentence.kids(i, "aux"))


def _conditions(pattern: Pattern) -> int:
    """How specific a pattern is: one for each condition, two where it asks for certain words."""
    named = (
        pattern.subject, pattern.object, pattern.complement, pattern.clause, pattern.near,
        *pattern.preps.values(),
    )  # fmt: skip
    return sum(map(_weight, named)) + len(pattern.needs)


def _weight(words: tuple[str, ...]) -> int:
    wanted = [word for word in words if not word.startswith("!")]
    if not wanted:
        return 0
    return 1 if any(word in GENERAL for word in wanted) else 2


def _after(sentence: Sentence, head: int, preposition: str) -> tuple[int, ...]:
    """Objects of a preposition that hangs on noun `head`, with their siblings."""
    out: list[int] = []
    for prep in sentence.kids(head, "prep"):
        if prep.text.lower() == preposition:
            for kid in sentence.kids(prep.i, "pobj"):
                out.append(kid.i)
                out.extend(t.i for t in sentence.kids(kid.i, "conj"))
    return tuple(out)


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
        endings.add(f"{words} {token.lemma}")
    return frozenset(endings)
