"""Which time expression of a report dates an event.

In order: one in the event's own clause; one in the clause that governs it, as far as the grammar
ties the two in time; the date of what was told just before, in running narrative; news of the day,
for headlines, leads and statements. What none of these reaches has no date.
"""

from __future__ import annotations

import re

from dragoman.dates import DAY
from dragoman.model.coding import EventMention
from dragoman.model.event import When
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.times.clauses import (
    SAYING,
    Tense,
    Tie,
    clause_of,
    governor,
    is_about_then,
    is_planned,
    is_verb,
    looks_back,
    occasions,
    root_of,
    tense_of,
)
from dragoman.resolve.times.distances import measured
from dragoman.resolve.times.expressions import find
from dragoman.resolve.times.found import Found, distant, grounded
from dragoman.resolve.times.grounding import ground
from dragoman.resolve.times.placing import Placed, place, vague_sentences
from dragoman.resolve.times.values import CHAIN, JUST_BEFORE, OPEN, SPAN, directed

RECENT = "default:recent"
AHEAD = f"unit:day:0{SPAN}{OPEN}"
LEAD_SENTENCES = 8
"""The first sentences tell the news: measured, of undated acts in them told in a main clause more
than four in five are of the day of publication or the day before."""
_REACH = 6
_VERBAL = ("01", "02", "03", "051", "052", "10", "11", "12", "13")
"""CAMEO codes of acts that are done by saying something; undated in the body of a report they are
of the day (measured: nine in ten), while undated deeds are background as often as not."""
_UNREAL = ("planned", "hypothetical")
_YEAR = re.compile(r"abs:(\d{4})(?![\ds]|.*\.\.)")
_HE = frozenset({"he", "she", "they", "it"})


class Calendar:
    """The dates of one report; built once, asked for each event mention."""

    def __init__(self, parsed: ParsedReport) -> None:
        self._sentences = parsed.sentences
        self._published = parsed.report.published
        expressions = find(parsed.report.text)
        self._placed = place(parsed, expressions)
        self._vague = vague_sentences(parsed, expressions)
        bodies = [s.index for s in parsed.sentences if not s.is_title]
        self._lead = min(bodies, default=0) + LEAD_SENTENCES

    def when(self, mention: EventMention) -> When:
        """When the mention's event happened, as far as the report tells.

        `range` is None when nothing tells, or when the report's own date is needed and unknown:
        then `relative` holds what can be grounded later.
        """
        sentence = self._sentences[mention.sentence]
        found = self._told(
            sentence,
            mention.trigger_token,
            mention.status in _UNREAL,
            mention.cameo.startswith(_VERBAL),
        )
        return grounded(found, self._published)

    def of_clause(self, sentence: Sentence, verb: int) -> When:
        """When what a clause tells happened, whatever it is; as `when` has it."""
        found = self._told(sentence, verb, is_planned(sentence, verb), False)
        return grounded(found, self._published)

    def _told(self, sentence: Sentence, at: int, is_unreal: bool, is_verbal: bool) -> Found | None:
        return (
            self._by_grammar(sentence, at, is_unreal)
            or self._by_narrative(sentence, at, is_unreal)
            or self._by_what_followed(sentence, at, is_unreal)
            or self._by_default(sentence, at, is_unreal, is_verbal)
        )

    def _by_distance(self, sentence: Sentence, at: int) -> Found | None:
        pair = measured(sentence, self._placed[sentence.index], at)
        form = None if pair is None else self._form(sentence, pair[1], is_held=True)
        return None if pair is None or form is None else distant(form, pair[0].expression)

    # --- an expression of the event's own clause, or of one that governs it in time -----------

    def _by_grammar(self, sentence: Sentence, start: int, is_unreal: bool) -> Found | None:
        ties: list[Tie] = []
        seen: list[int] = []
        at = start
        while at not in seen:
            seen.append(at)
            if set(ties) <= {Tie.SAME} and (found := self._by_distance(sentence, at)):
                return found
            if placed := self._owned(sentence, at, is_unreal):
                if placed.is_distance:
                    return self._away(sentence, at, placed)
                is_held = self._holder(sentence, at) is placed
                return self._bound(sentence, start, is_unreal, placed, ties, is_held=is_held)
            step = governor(sentence, at)
            if step is None or step[1] is Tie.LOOSE:
                return None
            at = step[0]
            ties.append(step[1])
        return None

    def _owned(self, sentence: Sentence, at: int, is_unreal: bool) -> Placed | None:
        """The expression that dates token `at`; of several the first that is no open range."""
        here = self._placed[sentence.index]
        own = [p for p in here if p.owner == at]
        if not own and is_verb(sentence.tokens[at]):
            below = occasions(sentence, at)
            own = [p for p in here if p.owner in below]
        if not own and (holder := self._holder(sentence, at)):
            return holder
        own = [p for p in own if is_unreal or not self._lies_ahead(sentence, p)]
        own = [p for p in own if not p.is_distance] or own
        closed = [p for p in own if SPAN not in p.expression.form]
        return next(iter(closed or own), None)

    def _holder(self, sentence: Sentence, at: int) -> Placed | None:
        """The expression that a clause explains: "on Monday, when they met"."""
        token = sentence.tokens[at]
        if token.dep not in ("relcl", "advcl", "acl", "ccomp"):
            return None
        when = next((k.i for k in sentence.kids(at, "advmod", "mark") if k.lemma == "when"), None)
        if when is None:
            return None
        right_before = when - 1 if sentence.tokens[when - 1].text != "," else when - 2
        return next(
            (
                p for p in self._placed[sentence.index]
                if p.first <= token.head <= p.last or p.last == right_before
            ),
            None,
        )  # fmt: skip

    def _lies_ahead(self, sentence: Sentence, placed: Placed) -> bool:
        """Whether an absolute date is after publication though the clause is not about later."""
        if self._published is None or not placed.expression.value.startswith("abs:"):
            return False
        days = ground(placed.expression.value, self._published)
        if days is None or days.since is None or days.since <= self._published + DAY:
            return False
        return not is_planned(sentence, clause_of(sentence, placed.owner))

    def _away(self, sentence: Sentence, at: int, placed: Placed) -> Found | None:
        """ "It comes days after they met": they met days before what the main clause tells."""
        step = governor(sentence, at)
        if step is None or CHAIN in placed.expression.value:
            return None
        main = self._told(sentence, step[0], False, False)
        return None if main is None else distant(main.form, placed.expression, is_turned=True)

    def _bound(
        self,
        sentence: Sentence,
        start: int,
        is_unreal: bool,
        placed: Placed,
        ties: list[Tie],
        *,
        is_held: bool,
    ) -> Found | None:
        """The owned expression's form, bent by the ties between its owner and the event.

        `is_held`: the owner's clause explains the expression ("since May, when they met").
        """
        form = self._form(sentence, placed, is_held=is_held)
        if form is None:
            return None
        words = placed.expression.words
        if Tie.JUST in ties and not self._is_past_perfect(sentence, start):
            closed = SPAN not in form and Tie.BEFORE not in ties and Tie.AFTER not in ties
            return (
                Found(f"{form}{CHAIN}{JUST_BEFORE}", words, "told as just before")
                if closed
                else None
            )
        if Tie.BEFORE in ties or Tie.JUST in ties:
            last = form.split(SPAN)[-1]
            if not last or last == OPEN:
                return None
            return Found(f"{SPAN}{last}", words, "told as earlier than this")
        if Tie.AFTER in ties:
            return None
        if Tie.REPORTED not in ties:
            return Found(form, words, "the clause it hangs on" if ties else "its own clause")
        clause = clause_of(sentence, start)
        if SPAN in form:
            return None
        if is_unreal or is_planned(sentence, clause):
            return Found(f"{form}{SPAN}{OPEN}", words, "said then, to come later")
        if is_about_then(sentence, clause):
            return Found(form, words, "said then, of then")
        return Found(f"{SPAN}{form}", words, "said then to have happened")

    # --- the form of one expression ---------------------------------------------------------

    def _form(self, sentence: Sentence, placed: Placed, *, is_held: bool = False) -> str | None:
        """The expression's form with its direction settled and its anchor put before it."""
        expression = placed.expression
        form = expression.value.split(SPAN)[-1] if is_held else expression.form
        if "narrative:" in form:
            anchor = None if SPAN in form or placed.is_distance else self._anchor(placed)
            return f"{anchor}{CHAIN}{form}" if anchor and CHAIN not in anchor else None
        if placed.in_quotes and form.startswith("unit:day:"):
            # "Today" in a quotation is the day it was said on, a few days ago at most.
            return "trail:-3:day"
        clause = clause_of(sentence, placed.owner)
        form = self._with_year(placed, form)
        is_scheduled = (
            form.startswith(("weekday:", "monthday:"))
            and not sentence.is_title
            and tense_of(sentence, clause) is Tense.PRESENT
            and sentence.tokens[clause].lemma not in SAYING
        )
        return directed(form, "future" if is_scheduled or is_planned(sentence, clause) else "past")

    def _with_year(self, placed: Placed, form: str) -> str:
        """A bare month right after another year's date in the paragraph is of that year."""
        if not form.startswith(("month:", "monthday:")) or not form.endswith((":auto", ":told")):
            return form
        for other in self._before(placed):
            match = None if other.is_modifier else _YEAR.match(other.expression.value)
            if match is not None:
                body = form.split(":")[1]
                return f"abs:{match[1]}-{int(body[:2]):02d}{body[2:]}"
        return form

    def _before(self, placed: Placed) -> list[Placed]:
        """Expressions of this sentence and the one before it in the paragraph, nearest first."""
        at = placed.sentence
        out = [p for p in self._placed[at] if p.first < placed.first]
        if at and self._sentences[at - 1].paragraph == self._sentences[at].paragraph:
            out = [*self._placed[at - 1], *out]
        return out[::-1]

    def _anchor(self, placed: Placed) -> str | None:
        """The form of what was told last before `placed`, within a few sentences."""
        for index in range(placed.sentence, max(-1, placed.sentence - _REACH), -1):
            for other in reversed(self._placed[index]):
                if index == placed.sentence and other.first >= placed.first:
                    continue
                if "narrative:" in other.expression.form or other.in_quotes:
                    continue
                form = self._form(self._sentences[index], other)
                if form is not None and SPAN not in form:
                    return form
        return None

    # --- without an expression --------------------------------------------------------------

    def _by_narrative(self, sentence: Sentence, at: int, is_unreal: bool) -> Found | None:
        """The date of what was told right before, in the same paragraph and flow of past events.

        "He", "she" and "they" carry the flow into the next paragraph.
        """
        clause = clause_of(sentence, at)
        flows = is_unreal or tense_of(sentence, clause) is Tense.PAST
        reported = is_unreal or is_about_then(sentence, clause)
        if not flows or not self._is_main(sentence, at, reported=reported):
            return None
        for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
            before = self._sentences[index]
            crosses = before.paragraph != sentence.paragraph
            if before.is_title or (crosses and not self._goes_on(sentence)):
                return None
            root = root_of(before)
            placed = self._owned(before, root, False) or self._of_the_same_time(before)
            if placed is None:
                continue
            form = self._form(before, placed)
            if form is None or SPAN in form or tense_of(before, root) is not Tense.PAST:
                return None
            return Found(form + SPAN + OPEN if is_unreal else form, None, "told right after it")
        return None

    def _of_the_same_time(self, sentence: Sentence) -> Placed | None:
        """The expression of a clause that tells when: "it began when they met last May"."""
        for placed in self._placed[sentence.index]:
            token = sentence.tokens[placed.owner]
            tells_when = token.dep == "advcl" and any(
                kid.lemma == "when" for kid in sentence.kids(token.i, "advmod", "mark")
            )
            if tells_when and self._is_main(sentence, token.i, reported=False):
                return placed
        return None

    def _by_what_followed(self, sentence: Sentence, start: int, is_unreal: bool) -> Found | None:
        """ "B, after A": A came just before what the main clause tells, when that has a date."""
        if is_unreal or self._is_past_perfect(sentence, start):
            return None
        at, seen = start, []
        while at not in seen:
            seen.append(at)
            step = governor(sentence, at)
            if step is None:
                return None
            at, tie = step
            if tie is Tie.JUST:
                main = self._told(sentence, at, False, False)
                if main is None or SPAN in main.form or main.form == RECENT:
                    return None  # what is news of the day may follow from what is long past
                return Found(f"{main.form}{CHAIN}{JUST_BEFORE}", None, "told as just before")
            if tie is not Tie.SAME:
                return None
        return None

    def _is_past_perfect(self, sentence: Sentence, at: int) -> bool:
        return tense_of(sentence, clause_of(sentence, at)) is Tense.PAST_PERFECT

    def _goes_on(self, sentence: Sentence) -> bool:
        subjects = sentence.kids(root_of(sentence), "nsubj", "nsubjpass")
        return any(subject.lemma in _HE for subject in subjects)

    def _is_main(self, sentence: Sentence, at: int, *, reported: bool = True) -> bool:
        """Whether the grammar ties the token in time to the sentence's main clause.

        `reported`: whether that holds of what the main clause says was done, too.
        """
        seen: list[int] = []
        while at not in seen:
            seen.append(at)
            step = governor(sentence, at)
            if step is None:
                return True
            at, tie = step
            if tie is not Tie.SAME and not (reported and tie is Tie.REPORTED):
                return False
        return False

    def _by_default(
        self, sentence: Sentence, at: int, is_unreal: bool, is_verbal: bool
    ) -> Found | None:
        """News of the day: headlines, leads, statements; what is to come lies ahead."""
        if is_unreal:
            return Found(AHEAD, None, "still to come when told")
        if not self._is_main(sentence, at):
            return None
        clause = clause_of(sentence, at)
        tense = tense_of(sentence, clause)
        if sentence.is_title:
            return Found(RECENT, None, "headline of a report of that day")
        if tense is Tense.PAST_PERFECT or self._is_background(sentence, clause, tense):
            return None
        if sentence.index < self._lead:
            return Found(RECENT, None, "lead of a report of that day")
        if sentence.tokens[clause].lemma in SAYING or tense is Tense.PERFECT:
            return Found(RECENT, None, "statement in a report of that day")
        if tense in (Tense.PRESENT, Tense.FUTURE, Tense.MODAL):
            return Found(RECENT, None, "how things stand in a report of that day")
        if is_verbal and tense in (Tense.PAST, Tense.NONE):
            return Found(RECENT, None, "statement in a report of that day")
        return None

    def _is_background(self, sentence: Sentence, clause: int, tense: Tense) -> bool:
        """Whether words of the sentence put the clause before the news of the day."""
        if sentence.index in self._vague:
            return True
        if tense not in (Tense.PAST, Tense.PERFECT, Tense.NONE):
            return False
        if looks_back(sentence, clause):
            return True
        if tense is Tense.PERFECT and sentence.tokens[clause].lemma in ("be", "remain", "stay"):
            return True
        below = set(sentence.subtree(clause))
        return any(
            p.first in below
            and not p.is_modifier
            and not p.is_near
            and not (tense is Tense.PAST and SPAN in p.expression.form)
            and not self._is_aside(sentence, p.owner, clause)
            for p in self._placed[sentence.index]
        )

    def _is_aside(self, sentence: Sentence, at: int, clause: int) -> bool:
        """Whether a relative clause stands between the token and the clause."""
        while at != clause and sentence.tokens[at].head != at:
            if sentence.tokens[at].dep in ("relcl", "acl"):
                return True
            at = sentence.tokens[at].head
        return False
