"""Which time expression of a report dates an event.

In order: one in the event's own clause; one in the clause that governs it, as far as the grammar
ties the two in time; the date of what was told just before, in running narrative; news of the day,
for headlines, leads and statements. What none of these reaches has no date.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.coding import EventMention
from dragoman.model.event import When
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.times.clauses import (
    SAYING,
    Tense,
    Tie,
    clause_of,
    governor,
    is_eventful,
    is_planned,
    is_verb,
    tense_of,
)
from dragoman.resolve.times.expressions import TimeExpression, find
from dragoman.resolve.times.ground import ground
from dragoman.resolve.times.values import CHAIN, OPEN, SPAN, directed, is_absolute, is_dateless

RECENT = "default:recent"
LEAD_PARAGRAPHS = 2
_UNREAL = ("planned", "hypothetical")


@dataclass(frozen=True, slots=True)
class _Placed:
    """An expression in its sentence: `owner` is the verb or noun that it dates."""

    expression: TimeExpression
    owner: int
    first: int
    in_quotes: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A form for an event, the words it rests on, and why."""

    form: str
    words: str | None
    why: str


class Calendar:
    """The dates of one report; built once, asked for each event mention."""

    def __init__(self, parsed: ParsedReport) -> None:
        self._parsed = parsed
        self._published = parsed.report.published
        self._placed: list[list[_Placed]] = [[] for _ in parsed.sentences]
        self._place(find(parsed.report.text))
        bodies = [s.paragraph for s in parsed.sentences if not s.is_title]
        self._lead = min(bodies, default=0) + LEAD_PARAGRAPHS

    def when(self, mention: EventMention) -> When:
        """When the mention's event happened, as far as the report tells.

        `range` is None when nothing tells, or when the report's own date is needed and unknown:
        then `relative` holds what can be grounded later.
        """
        found = self._find(mention)
        if found is None:
            return When(why="no time expression for it")
        days = ground(found.form, self._published)
        return When(
            range=days,
            words=found.words,
            relative=None if is_absolute(found.form) else found.form,
            why=found.why,
        )

    # --- placing expressions ---------------------------------------------------------------

    def _place(self, expressions: list[TimeExpression]) -> None:
        at = 0
        sentences = self._parsed.sentences
        for expression in expressions:
            if is_dateless(expression.value):
                continue
            while at < len(sentences) and sentences[at].end <= expression.start:
                at += 1
            if at < len(sentences) and sentences[at].start <= expression.start:
                placed = _placed(sentences[at], expression)
                if placed is not None:
                    self._placed[at].append(placed)

    # --- choosing --------------------------------------------------------------------------

    def _find(self, mention: EventMention) -> _Found | None:
        sentence = self._parsed.sentences[mention.sentence]
        return (
            self._by_grammar(mention, sentence)
            or self._by_narrative(mention, sentence)
            or self._by_default(mention, sentence)
        )

    def _by_grammar(self, mention: EventMention, sentence: Sentence) -> _Found | None:
        """An expression of the event's own clause, or of one that governs it in time."""
        at: int | None = mention.trigger_token
        ties: list[Tie] = []
        seen = set()
        while at is not None and at not in seen:
            seen.add(at)
            placed = self._owned(sentence, at)
            if placed is not None:
                return self._bound(mention, sentence, placed, ties)
            step = governor(sentence, at)
            if step is None:
                return None
            at, tie = step
            if tie is Tie.LOOSE:
                return None
            ties.append(tie)
        return None

    def _owned(self, sentence: Sentence, at: int) -> _Placed | None:
        """The expression that dates token `at`; of several the first that is not an open range."""
        own = [p for p in self._placed[sentence.index] if p.owner == at]
        if not own and is_verb(sentence.tokens[at]):
            below = {
                k.i for k in sentence.kids(at, "xcomp", "ccomp")
                if tense_of(sentence, k.i) is Tense.NONE
            }  # fmt: skip
            own = [p for p in self._placed[sentence.index] if p.owner in below]
        closed = [p for p in own if SPAN not in p.expression.form]
        return next(iter(closed or own), None)

    def _bound(
        self, mention: EventMention, sentence: Sentence, placed: _Placed, ties: list[Tie]
    ) -> _Found | None:
        form = self._form(sentence, placed)
        if form is None:
            return None
        words = placed.expression.words
        if not ties or all(tie is Tie.SAME for tie in ties):
            return _Found(form, words, "its own clause" if not ties else "the clause it hangs on")
        if Tie.BEFORE in ties:
            last = form.split(SPAN)[-1] if SPAN in form else form
            return _Found(f"{SPAN}{last}", words, "told as earlier than this") if last else None
        if Tie.AFTER in ties:
            return None
        return self._reported(mention, sentence, form, words)

    def _reported(
        self, mention: EventMention, sentence: Sentence, form: str, words: str
    ) -> _Found | None:
        """What was said on a day is of that day when it is about then; what is to come, after."""
        if SPAN in form:
            return None
        clause = clause_of(sentence, mention.trigger_token)
        if mention.status in _UNREAL or is_planned(sentence, clause):
            return _Found(f"{form}{SPAN}{OPEN}", words, "said then, to come later")
        if tense_of(sentence, clause) in (Tense.PAST, Tense.PAST_PERFECT):
            return _Found(f"{SPAN}{form}", words, "said then to have happened")
        return _Found(form, words, "said then, of then")

    def _form(self, sentence: Sentence, placed: _Placed) -> str | None:
        """The expression's form with its direction settled and its anchor put before it."""
        expression = placed.expression
        form = expression.form
        if "narrative:" in form:
            if SPAN in form:
                return None
            anchor = self._anchor(sentence, placed)
            return f"{anchor}{CHAIN}{form}" if anchor and CHAIN not in anchor + form else None
        if placed.in_quotes and form.startswith("unit:day:"):
            return "trail:-3:day"
        form = self._with_year(sentence, placed, form)
        clause = clause_of(sentence, placed.owner)
        ahead = is_planned(sentence, clause) or (
            not sentence.is_title
            and tense_of(sentence, clause) is Tense.PRESENT
            and sentence.tokens[clause].lemma not in SAYING
            and form.startswith(("weekday:", "monthday:"))
        )
        return directed(form, "future" if ahead else "past")

    def _with_year(self, sentence: Sentence, placed: _Placed, form: str) -> str:
        """A bare month in a paragraph about another year is of that year."""
        if not form.startswith(("month:", "monthday:")) or not form.endswith(":auto"):
            return form
        for other in self._before(sentence, placed, sentences=1):
            value = other.expression.value
            if value.startswith("abs:") and len(value) >= 8 and SPAN not in value:
                kind, body, _ = form.split(":")
                if value[4:8].isdigit() and not value.endswith("s"):
                    return f"abs:{value[4:8]}-{int(body[:2]):02d}{body[2:] if kind != 'month' else ''}"
        return form

    def _before(self, sentence: Sentence, placed: _Placed | None, *, sentences: int) -> list[_Placed]:
        """Expressions told before in the same paragraph, the nearest first."""
        out: list[_Placed] = []
        for index in range(sentence.index, max(-1, sentence.index - sentences - 1), -1):
            if self._parsed.sentences[index].paragraph != sentence.paragraph:
                break
            for other in reversed(self._placed[index]):
                if index < sentence.index or placed is None or other.first < placed.first:
                    out.append(other)
        return out

    def _anchor(self, sentence: Sentence, placed: _Placed) -> str | None:
        """The form of what was told last before `placed`: of a main clause, within a few lines."""
        for index in range(sentence.index, max(-1, sentence.index - 6), -1):
            other_sentence = self._parsed.sentences[index]
            for other in reversed(self._placed[index]):
                if index == sentence.index and other.first >= placed.first:
                    continue
                if "narrative:" in other.expression.form or other.in_quotes:
                    continue
                form = self._form(other_sentence, other)
                if form is not None and SPAN not in form:
                    return form
        return None

    # --- without an expression -------------------------------------------------------------

    def _by_narrative(self, mention: EventMention, sentence: Sentence) -> _Found | None:
        """The date of the sentence before, in the same paragraph and flow of past events."""
        if mention.status in _UNREAL or not self._is_main(sentence, mention.trigger_token):
            return None
        clause = clause_of(sentence, mention.trigger_token)
        if tense_of(sentence, clause) is not Tense.PAST:
            return None
        for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
            before = self._parsed.sentences[index]
            if before.paragraph != sentence.paragraph or before.is_title != sentence.is_title:
                return None
            root = next(t.i for t in before.tokens if t.head == t.i)
            placed = self._owned(before, root)
            if placed is not None:
                form = self._form(before, placed)
                flows = tense_of(before, root) is Tense.PAST and form and SPAN not in form
                return _Found(form, None, "told right after it") if form and flows else None
        return None

    def _is_main(self, sentence: Sentence, at: int) -> bool:
        """Whether the grammar ties the token in time to the sentence's main clause."""
        seen = set()
        while at not in seen:
            seen.add(at)
            step = governor(sentence, at)
            if step is None:
                return True
            at, tie = step
            if tie not in (Tie.SAME, Tie.REPORTED):
                return False
        return False

    def _by_default(self, mention: EventMention, sentence: Sentence) -> _Found | None:
        """News of the day: headlines, leads, statements; what is to come lies ahead."""
        if mention.status in _UNREAL:
            return _Found(f"unit:day:0{SPAN}{OPEN}", None, "still to come when told")
        if not self._is_main(sentence, mention.trigger_token):
            return None
        clause = clause_of(sentence, mention.trigger_token)
        tense = tense_of(sentence, clause)
        if tense is Tense.PAST_PERFECT or self._looks_back(sentence):
            return None
        if sentence.is_title:
            return _Found(RECENT, None, "headline of a report of that day")
        if sentence.paragraph < self._lead:
            return _Found(RECENT, None, "lead of a report of that day")
        if sentence.tokens[clause].lemma in SAYING or tense is Tense.PERFECT:
            return _Found(RECENT, None, "statement in a report of that day")
        return None

    def _looks_back(self, sentence: Sentence) -> bool:
        """Whether the sentence has vague words of long ago ("in recent years")."""
        text = self._parsed.report.text
        return any(
            e.value == "vague:past" and "recent" in e.words.lower()
            for e in find(text[sentence.start : sentence.end])
        )


def _placed(sentence: Sentence, expression: TimeExpression) -> _Placed | None:
    """The expression with what it dates; None when it matches no token."""
    inside = [
        t.i for t in sentence.tokens if t.start < expression.end and expression.start < t.end
    ]
    if not inside:
        return None
    head = next((i for i in inside if sentence.tokens[i].head not in inside), inside[-1])
    quotes = sum(t.tag in ("``",) for t in sentence.tokens[: inside[0]])
    closed = sum(t.tag in ("''",) for t in sentence.tokens[: inside[0]])
    return _Placed(expression, _owner(sentence, head), inside[0], quotes > closed)


def _owner(sentence: Sentence, head: int) -> int:
    """The verb or the noun that an expression with this head token dates.

    A modifier ("the 2022 vote", "Monday's talks") dates its noun; a phrase behind a noun ("the
    talks on Monday") too when the noun names something that happens; else the clause's verb.
    """
    token = sentence.tokens[head]
    if token.head == token.i:
        return token.i
    above = sentence.tokens[token.head]
    if token.dep in ("nummod", "compound", "amod", "poss", "nmod") and not is_verb(above):
        while above.dep in ("compound", "nmod") and above.head != above.i:
            above = sentence.tokens[above.head]
        return above.i
    while not is_verb(above) and above.head != above.i:
        if is_eventful(above):
            return above.i
        above = sentence.tokens[above.head]
    return above.i
