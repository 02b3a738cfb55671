"""Where the second opinion is asked, and what its answer counts for.

It never outvotes a clear pattern: it is asked where no pattern tells anything of two parties, or
where the telling that fits two given parties best does not name them in their roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.code.given import Given
from dragoman.code.rules import RulesCoder
from dragoman.code.second import Doubt, Doubts
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import EventMention
from dragoman.model.text import ParsedReport
from dragoman.opinion import VERSION

if TYPE_CHECKING:
    from dragoman.opinion.opinion import Answer

CODER = f"opinion@{VERSION}"
FIRM = 0.7
"""How likely a type must be before it stands for what a pattern tells of two given parties."""
LIKELY = 0.85
"""How likely a type must be before a sentence that no pattern codes is coded by it."""
TRUST = 0.6
"""Of an answer's likelihood, what is left as the confidence of the telling."""


class Second:
    """The second opinion on the sentences of one report at a time.

    The network and its runtime are loaded when it is first asked: who reads a record never pays.
    """

    def __init__(self, knowledge: Knowledge, rules: RulesCoder) -> None:
        self._knowledge = knowledge
        self._doubts = Doubts(rules)

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
        (answer,) = _ask(parsed, [doubt])
        least = answer.nothing if instead_of is None else max(answer.nothing, FIRM)
        if answer.probability < least:
            return None
        return self._telling(parsed, doubt, answer)

    def of_report(
        self, parsed: ParsedReport, told: Sequence[EventMention]
    ) -> Iterator[EventMention]:
        """Tellings of the sentences of which no pattern tells anything."""
        doubts = list(self._doubts.of_report(parsed, told))
        for doubt, answer in zip(doubts, _ask(parsed, doubts), strict=True):
            if answer.probability >= LIKELY:
                yield self._telling(parsed, doubt, answer)

    def _telling(self, parsed: ParsedReport, doubt: Doubt, answer: Answer) -> EventMention:
        codes = self._knowledge.of_types
        code = codes.get((answer.event_type, answer.mode)) or codes[answer.event_type, None]
        telling = self._doubts.telling(parsed, doubt, code, TRUST * answer.probability)
        return replace(telling, coder=CODER)


def _ask(parsed: ParsedReport, doubts: Sequence[Doubt]) -> list[Answer]:
    """Answers to doubts, each asked with its sentence and the parties' characters in that."""
    if not doubts:
        return []
    from dragoman.opinion.opinion import Question, opinion

    questions = []
    for doubt in doubts:
        sentence = parsed.sentences[doubt.actor.sentence]
        actor, recipient = (
            (party.span.start - sentence.start, party.span.end - sentence.start)
            for party in (doubt.actor, doubt.recipient)
        )
        text = parsed.report.text[sentence.start : sentence.end]
        questions.append(Question(text, actor, recipient))
    return opinion().ask(questions)
