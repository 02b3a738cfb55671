"""What a second opinion is asked about, and its answer as a telling.

It is asked only where no pattern tells what two parties of a sentence have to do with each other.
The parties of a main clause are found by its grammar: the subject, and the first party among what
the verb acts on. Status and speaker are read from the grammar as for any other telling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.code.frames import Clauses, Frame
from dragoman.code.given import Given
from dragoman.code.phrases import mention
from dragoman.code.rules import RulesCoder
from dragoman.knowledge.tables import CodeOfType
from dragoman.model.coding import EventMention, Mention, Plover
from dragoman.model.text import ParsedReport, Sentence, Span

PATTERN = "second-opinion"
OBJECTS = ("obj", "iobj", "against", "with", "to", "from", "on", "at", "over", "for", "in", "of")
"""Where the other party is looked for, in this order."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two parties, and the predicate that stands for what they have to do with each other."""

    actor: Mention
    recipient: Mention
    at: int


class Doubts:
    """Finds what to ask about, and makes tellings of answers."""

    def __init__(self, rules: RulesCoder) -> None:
        self._rules = rules

    def of_report(self, parsed: ParsedReport, told: Sequence[EventMention]) -> Iterator[Doubt]:
        """The main clauses with two parties in sentences of which no pattern tells anything."""
        coded = {telling.sentence for telling in told}
        for sentence in parsed.sentences:
            if sentence.index in coded:
                continue
            doubt = self._of_sentence(parsed, sentence)
            if doubt is not None:
                yield doubt

    def of_given(self, parsed: ParsedReport, given: Given) -> Doubt | None:
        """The given parties, when both stand in one sentence."""
        actor, recipient = given.actor, given.recipient
        if actor is None or recipient is None or actor.sentence != recipient.sentence:
            return None
        sentence = parsed.sentences[actor.sentence]
        return Doubt(actor, recipient, _common(sentence, actor.head, recipient.head))

    def telling(
        self, parsed: ParsedReport, doubt: Doubt, code: CodeOfType, confidence: float
    ) -> EventMention:
        """An answer as a telling."""
        sentence = parsed.sentences[doubt.actor.sentence]
        assertion = self._rules.modality.read(
            sentence, doubt.at, self._rules.clauses(sentence).agents
        )
        speakers = (h for h in assertion.speakers if self._rules.kinds.is_party(sentence, h))
        token = sentence.tokens[doubt.at]
        spans = (doubt.actor.span, doubt.recipient.span, Span(token.start, token.end))
        return EventMention(
            sentence=sentence.index, trigger=Span(token.start, token.end), trigger_token=doubt.at,
            quote=Span(min(s.start for s in spans), max(s.end for s in spans)), pattern=PATTERN,
            act=code.act, plover=Plover(event_type=code.event_type, mode=code.mode),
            cameo=code.cameo, actors=(doubt.actor,), recipients=(doubt.recipient,),
            status=assertion.status, confidence=confidence, is_unsure=True,
            is_aim=assertion.is_aim,
            attributed_to=tuple(mention(parsed, sentence, head) for head in speakers),
        )  # fmt: skip

    def _of_sentence(self, parsed: ParsedReport, sentence: Sentence) -> Doubt | None:
        clauses = self._rules.clauses(sentence)
        at = _main_verb(sentence)
        if at is None:
            return None
        sides = self._sides(sentence, clauses, clauses.verb(at))
        if sides is None:
            return None
        actor, recipient = (mention(parsed, sentence, head) for head in sides)
        return Doubt(actor, recipient, at)

    def _sides(self, sentence: Sentence, clauses: Clauses, frame: Frame) -> tuple[int, int] | None:
        kinds = self._rules.kinds
        actor = next((h for h in frame.args.get("subj", ()) if kinds.is_party(sentence, h)), None)
        if actor is None:
            return None
        for name in OBJECTS:
            for head in frame.args.get(name, ()):
                for other in (head, *clauses.doers(head)):
                    if other != actor and kinds.is_party(sentence, other):
                        return actor, other
        return None


def _main_verb(sentence: Sentence) -> int | None:
    """The main verb, or that of the clause that the main verb only reports."""
    root = next((t for t in sentence.tokens if t.head == t.i and t.dep == "ROOT"), None)
    if root is None or not root.tag.startswith("VB"):
        return None
    if root.lemma in ("say", "tell", "announce", "report", "add", "confirm", "state"):
        for clause in sentence.kids(root.i, "ccomp"):
            if clause.tag.startswith("VB"):
                return clause.i
    return root.i


def _common(sentence: Sentence, one: int, other: int) -> int:
    """The lowest word that two words both hang on, or the verb above it where there is one."""
    above = sentence.path(one)
    shared = next((at for at in sentence.path(other) if at in above), one)
    verbs = (at for at in sentence.path(shared) if sentence.tokens[at].tag.startswith("VB"))
    return next(verbs, shared)
