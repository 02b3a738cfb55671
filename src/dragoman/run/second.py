"""Where the second opinion is asked, and what its answer counts for.

It never outvotes a clear pattern: it is asked where no pattern tells anything of two parties, or
where the telling that fits two given parties best does not name them in their roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dragoman.code.given import Given
from dragoman.code.rules import RulesCoder
from dragoman.code.second import Doubt, Doubts
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import EventMention
from dragoman.model.text import ParsedReport
from dragoman.opinion.opinion import VERSION, Answer, Opinion, Question, opinion

CODER = f"opinion@{VERSION}"
FIRM = 0.7
"""How likely a type must be before it stands for what a pattern tells of two given parties."""
LIKELY = 0.85
"""How likely a type must be before a sentence that no pattern codes is coded by it."""
TRUST = 0.6
"""Of an answer's likelihood, what is left as the confidence of the telling."""


class Second:
    """The second opinion on the sentences of one report at a time; loaded when first asked."""

    def __init__(self, knowledge: Knowledge, rules: RulesCoder) -> None:
        self._knowledge = knowledge
        self._doubts = Doubts(rules)

    @cached_property
    def _opinion(self) -> Opinion:
        return opinion()

    def between(
        self, parsed: ParsedReport, given: Given, *, instead_of: EventMention | None
    ) -> EventMention | None:
        """What one given party did to the other; None when likely nothing.

        None also where it is not sure enough to stand for what a pattern tells, which names the
        two but not in their roles.
        """
        doubt = self._doubts.of_given(parsed, given)
        if doubt is None:
            return None
        (answer,) = self._opinion.ask([_question(parsed, doubt)])
        least = answer.nothing if instead_of is None else max(answer.nothing, FIRM)
        if answer.probability < least:
            return None
        return self._telling(parsed, doubt, answer)

    def of_report(
        self, parsed: ParsedReport, told: Sequence[EventMention]
    ) -> Iterator[EventMention]:
        """Tellings of the sentences of which no pattern tells anything."""
        doubts = list(self._doubts.of_report(parsed, told))
        if not doubts:
            return
        answers = self._opinion.ask([_question(parsed, doubt) for doubt in doubts])
        for doubt, answer in zip(doubts, answers, strict=True):
            if answer.probability >= LIKELY:
                yield self._telling(parsed, doubt, answer)

    def _telling(self, parsed: ParsedReport, doubt: Doubt, answer: Answer) -> EventMention:
        codes = self._knowledge.of_types
        code = codes.get((answer.event_type, answer.mode)) or codes[answer.event_type, None]
        telling = self._doubts.telling(parsed, doubt, code, TRUST * answer.probability)
        return replace(telling, coder=CODER)


def _question(parsed: ParsedReport, doubt: Doubt) -> Question:
    """The sentence of a doubt, with its parties as characters of that sentence."""
    tokens = parsed.sentences[doubt.actor.sentence].tokens
    start, end = tokens[0].start, tokens[-1].end
    actor, recipient = (
        (party.span.start - start, party.span.end - start)
        for party in (doubt.actor, doubt.recipient)
    )
    return Question(parsed.report.text[start:end], actor, recipient)
