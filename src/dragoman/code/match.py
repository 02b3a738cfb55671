"""Match patterns against frames: which patterns fit a predicate, and who fills their roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.code.conditions import Condition, Conditions
from dragoman.code.frames import Frame
from dragoman.code.kinds import LANDS, TIMES, Kinds
from dragoman.code.slots import Slots
from dragoman.knowledge.tables import Knowledge, Pattern
from dragoman.model.text import Sentence

Arguments = dict[str, tuple[int, ...]]
"""Heads of noun phrases by argument: "subj", "obj", a preposition."""

Key = tuple[str, str, int]
"""A condition as it is known to a frame: its possessor, name and identity."""

Check = tuple[str, Condition, Key]
"""A condition with its name and its key."""

Met = dict[Key, bool]
"""Conditions looked at for a frame, and whether they hold."""

SIDES = {"subject": "subj", "object": "obj", "not_object": "obj"}
GENERAL = frozenset(
    {"@any", "@party", "@state", "@person", "@official", "@event", "@to", "@several"}
)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a frame; roles as heads of noun phrases in the frame's sentence."""

    pattern: Pattern
    frame: Frame
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    others: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ByObject:
    """Patterns of one verb with their rank: by each word that they want as object, and the rest."""

    others: list[tuple[int, Pattern]]
    asking: dict[str, list[tuple[int, Pattern]]]


class Matcher:
    """All patterns, found by the lemma of a predicate."""

    def __init__(self, knowledge: Knowledge, kinds: Kinds) -> None:
        self._classes = knowledge.classes
        self._kinds = kinds
        self._conditions = Conditions(knowledge.classes, kinds)
        self._nouns: dict[str, list[Pattern]] = {}
        verbs: dict[str, list[Pattern]] = {}
        for pattern in knowledge.patterns:
            for lemma in pattern.verbs:
                verbs.setdefault(lemma, []).append(pattern)
            for lemma in pattern.nouns:
                self._nouns.setdefault(lemma, []).append(pattern)
        self._checks = {p.id: tuple(self._checks_of(p)) for p in knowledge.patterns}
        self._slots = Slots()
        self._asked = {p.id: self._slots.asked(p, self._checks[p.id]) for p in knowledge.patterns}
        self._weights = {pattern.id: weight_of(pattern) for pattern in knowledge.patterns}
        self._verbs = {lemma: self._ranked(patterns) for lemma, patterns in verbs.items()}
        self._noun_heads = frozenset(noun.split()[-1] for noun in self._nouns)

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
        sides: dict[str, Arguments] = {}
        met: Met = {}
        filled = self._slots.filled(frame)
        for pattern in self._candidates(frame):
            if not self._asked[pattern.id].can_fit(filled, is_verb=frame.is_verb):
                continue
            match = self._match(pattern, frame, self._arguments(pattern, frame, sides), met)
            if match is not None:
                return match
        return None

    def _candidates(self, frame: Frame) -> Sequence[Pattern]:
        """Patterns that list the predicate, the most specific first."""
        if frame.is_verb:
            return self._of_verb(frame)
        phrases = self._conditions.phrases(frame.sentence, frame.at)
        if phrases & self._classes.get("not_events", frozenset()) or self._is_of_a_kind(frame):
            return ()
        found = [
            (self._weights[pattern.id], len(phrase.split()), pattern)
            for phrase in sorted(phrases)
            for pattern in self._nouns.get(phrase, ())
        ]
        found.sort(key=lambda row: (row[0][0] + row[1], *row[0][1:]), reverse=True)
        return [pattern for _, _, pattern in found]

    def _is_of_a_kind(self, frame: Frame) -> bool:
        """Whether an event noun only says of what kind a thing is: "*riot* police"."""
        token = frame.sentence.tokens[frame.at]
        kinds = self._classes.get("kinds_of_things", frozenset())
        return token.dep == "compound" and frame.sentence.tokens[token.head].lemma in kinds

    def _ranked(self, patterns: list[Pattern]) -> ByObject:
        """The patterns of one verb, those that ask for certain objects by each of these words."""
        ranked = sorted(patterns, key=lambda pattern: self._weights[pattern.id], reverse=True)
        out = ByObject([], {})
        for row in enumerate(ranked):
            wanted = self._conditions.ready(row[1].object).wanted
            if wanted.plain and not wanted.tests:
                for word in wanted.plain:
                    out.asking.setdefault(word, []).append(row)
            else:
                out.others.append(row)
        return out

    def _listing(self, frame: Frame) -> Sequence[Pattern]:
        """Every pattern that lists the predicate, whatever its object."""
        if not frame.is_verb:
            return self._candidates(frame)
        listed = self._verbs.get(frame.lemma, ByObject([], {}))
        ranked = dict(listed.others)
        for rows in listed.asking.values():
            ranked.update(rows)
        return [ranked[rank] for rank in sorted(ranked)]

    def _of_verb(self, frame: Frame) -> Sequence[Pattern]:
        """The patterns of a verb that may fit its object, the most specific first."""
        listed = self._verbs.get(frame.lemma)
        if listed is None:
            return ()
        fitting = dict(listed.others)
        for head in frame.args.get("obj", ()):
            for phrase in self._conditions.phrases(frame.sentence, head):
                fitting.update(listed.asking.get(phrase, ()))
        return [fitting[rank] for rank in sorted(fitting)]

    def unmet(self, frame: Frame) -> Iterator[tuple[Pattern, str]]:
        """The patterns that list the predicate and do not fit, each with what they ask for."""
        for pattern in self._listing(frame):
            args = self._arguments(pattern, frame, {})
            unmet = self._unmet(pattern, frame, args, {})
            if unmet is not None:
                yield pattern, unmet
            elif (open_role := self._open_role(pattern, frame, args)) is not None:
                yield pattern, f"needs {open_role}"

    def _match(self, pattern: Pattern, frame: Frame, args: Arguments, met: Met) -> Match | None:
        if self._unmet(pattern, frame, args, met) is not None:
            return None
        filled = self._filled(pattern, frame, args)
        if any(not filled.get(role) for role in pattern.needs):
            return None
        others = tuple((role, head) for role in pattern.others for head in filled[role])
        return Match(pattern, frame, filled["actor"], filled["recipient"], others)

    def _open_role(self, pattern: Pattern, frame: Frame, args: Arguments) -> str | None:
        """The first role that the pattern needs and nothing fills."""
        filled = self._filled(pattern, frame, args)
        return next((role for role in pattern.needs if not filled.get(role)), None)

    def _filled(self, pattern: Pattern, frame: Frame, args: Arguments) -> Arguments:
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
            is_side = self._kinds.is_party(frame.sentence, head) or (
                frame.sentence.tokens[head].lemma in LANDS
            )
            doers = () if is_side else frame.owner.doers(head)
            out.extend(doers or (head,))
        return tuple(dict.fromkeys(out))

    def _arguments(self, pattern: Pattern, frame: Frame, sides: dict[str, Arguments]) -> Arguments:
        """The frame's arguments as the pattern takes them; `sides` keeps them for the next one."""
        if frame.is_verb:
            return frame.args
        if pattern.possessor not in sides:
            sides[pattern.possessor] = self._of_noun(pattern.possessor, frame)
        return sides[pattern.possessor]

    def _of_noun(self, possessor: str, frame: Frame) -> Arguments:
        """The arguments of an event noun, "X's NOUN" and compounds read as the pattern asks."""
        args = dict(frame.args)
        owner = args.get("poss", ())
        if owner and not any(self._kinds.is_party(frame.sentence, h) for h in args.get("by", ())):
            args["subj"] = owner if args.get("obj") else ()
        if owner and not args.get("obj") and possessor == "obj":
            args["obj"] = owner
        elif owner and not args.get("subj"):
            args["subj"] = owner
        if not args.get("obj") and args.get("compound"):
            args["obj"] = args["compound"]
        if args.get("mod"):
            role = "obj" if possessor == "obj" and not args.get("obj") else "subj"
            if not args.get(role):
                args[role] = args["mod"]
        return args

    def _unmet(self, pattern: Pattern, frame: Frame, args: Arguments, met: Met) -> str | None:
        """The first condition of the pattern that does not hold; None when it fits.

        `met` keeps what was found for the frame: many patterns state the same condition.
        """
        for name, condition, key in self._checks[pattern.id]:
            holds = met.get(key)
            if holds is None:
                holds = met[key] = self._holds(name, condition, frame, args)
            if not holds:
                return name
        return None

    def _holds(self, name: str, condition: Condition, frame: Frame, args: Arguments) -> bool:
        sentence = frame.sentence
        if name == "near":
            return self._conditions.near(condition, sentence, *sentence.words(frame.at))
        return self._conditions.hold(condition, sentence, self._heads_of(name, frame, args))

    def _heads_of(self, name: str, frame: Frame, args: Arguments) -> tuple[int, ...]:
        """The heads that a condition of this name is about."""
        if name in SIDES:
            return args.get(SIDES[name], ())
        if name == "complement":
            return self._complements(frame.sentence, args)
        if name == "clause":
            return frame.clauses
        return self._objects_of(name, frame, args)

    def _checks_of(self, pattern: Pattern) -> Iterator[Check]:
        """The conditions that a pattern states, by name, what tells most first."""
        barred = tuple(f"!{word}" for word in pattern.not_object)
        stated = (
            ("object", pattern.object), ("not_object", barred), ("subject", pattern.subject),
            ("clause", pattern.clause), *pattern.preps.items(),
            ("complement", pattern.complement), ("near", pattern.near),
        )  # fmt: skip
        for name, words in stated:
            if words:
                condition = self._conditions.ready(words)
                yield name, condition, (pattern.possessor, name, id(condition))

    def _complements(self, sentence: Sentence, args: Arguments) -> tuple[int, ...]:
        """Complements and what modifies them: "as an *unfriendly* act"."""
        heads = args.get("comp", ()) + args.get("as", ())
        return heads + tuple(t.i for head in heads for t in sentence.kids(head, "amod"))

    def _objects_of(self, name: str, frame: Frame, args: Arguments) -> tuple[int, ...]:
        """What stands after a preposition, whether it hangs on the predicate or on its object."""
        heads = args.get(name, ())
        heads += tuple(token for prep, token in frame.under if prep == name)
        for head in args.get("obj", ()):
            heads += _after(frame.sentence, head, name)
        if name == "as":
            heads += tuple(t.i for head in heads for t in frame.sentence.kids(head, "amod"))
        return heads

    def _first(self, paths: tuple[str, ...], frame: Frame, args: Arguments) -> tuple[int, ...]:
        for path in paths:
            heads = self._follow(path, frame, args)
            if heads:
                return heads
        return ()

    def _follow(self, path: str, frame: Frame, args: Arguments) -> tuple[int, ...]:
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
            return tuple(t.i for t in before if self._kinds.is_named(sentence, t.i, whole=True))
        return _after(sentence, head, step)


def weight_of(pattern: Pattern) -> tuple[int, bool, float]:
    """How specific a pattern is: one for each condition, two where it asks for certain words.

    Between patterns of equal conditions an act of the vocabulary comes first, then confidence.
    """
    named = (
        pattern.subject, pattern.object, pattern.complement, pattern.clause, pattern.near,
        *pattern.preps.values(),
    )  # fmt: skip
    conditions = sum(map(_weight, named)) + len(pattern.needs)
    return conditions, pattern.act != "other", pattern.confidence


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
