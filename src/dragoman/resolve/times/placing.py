"""Where the time expressions of a report stand in its grammar: what each of them dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.times.clauses import is_eventful, is_person, is_verb
from dragoman.resolve.times.expressions import TimeExpression
from dragoman.resolve.times.values import SPAN, is_dateless

_BESIDE = frozenset({"after", "before"})


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression in its sentence.

    `owner` is the verb or noun it dates; `first` and `last` are its tokens; `is_distance` says
    that it only measures how far the owner is from what governs it ("days after they met"),
    `is_modifier` that it stands before a noun ("the 2022 vote").
    """

    expression: TimeExpression
    sentence: int
    owner: int
    first: int
    last: int
    in_quotes: bool
    is_distance: bool
    is_modifier: bool

    @property
    def is_near(self) -> bool:
        """Whether it names a day within a week of the telling."""
        return self.expression.value.startswith(("weekday:", "unit:day:"))


def place(
    parsed: ParsedReport, expressions: Sequence[TimeExpression]
) -> tuple[tuple[Placed, ...], ...]:
    """For each sentence of `parsed` the expressions in it that can date something, in order."""
    out: list[list[Placed]] = [[] for _ in parsed.sentences]
    at = 0
    for expression in expressions:
        while at < len(parsed.sentences) and parsed.sentences[at].end <= expression.start:
            at += 1
        if at == len(parsed.sentences):
            break
        if is_dateless(expression.value):
            continue
        if parsed.sentences[at].start <= expression.start:
            placed = _placed(parsed.sentences[at], expression)
            if placed is not None:
                out[at].append(placed)
    return tuple(tuple(placed) for placed in out)


def vague_sentences(parsed: ParsedReport, expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """Sentences that speak of a time long or vaguely past: "in recent years"."""
    vague = [e.start for e in expressions if e.value == "vague:past" and e.pattern == "recent"]
    return frozenset(s.index for s in parsed.sentences if any(s.start <= v < s.end for v in vague))


def _placed(sentence: Sentence, expression: TimeExpression) -> Placed | None:
    inside = [t.i for t in sentence.tokens if t.start < expression.end and expression.start < t.end]
    if not inside:
        return None
    head = next((i for i in inside if sentence.tokens[i].head not in inside), inside[-1])
    if expression.relation == "at" and _is_since(sentence, inside[0]):
        expression = replace(expression, relation="since")
    opened = sum(t.tag == "``" for t in sentence.tokens[: inside[0]])
    closed = sum(t.tag == "''" for t in sentence.tokens[: inside[0]])
    return Placed(
        expression, sentence.index, _owner(sentence, head, expression.value), inside[0],
        inside[-1], opened > closed, _is_distance(sentence, inside[-1]),
        _is_modifier(sentence, head),
    )  # fmt: skip


def _is_since(sentence: Sentence, first: int) -> bool:
    """Whether "since" and a name stand before an expression: "the first *since* Ruiz in 1928"."""
    at = first - 1
    if at > 0 and sentence.tokens[at].lemma in ("in", "on"):
        at -= 1
    name = at
    while at >= 0 and sentence.tokens[at].tag in ("NNP", "NNPS"):
        at -= 1
    return at < name and at >= 0 and sentence.tokens[at].lemma == "since"


def _is_distance(sentence: Sentence, last: int) -> bool:
    """Whether the expression ends in "after" or "before" and a clause or noun follows."""
    if sentence.tokens[last].lemma not in _BESIDE or last + 1 == len(sentence.tokens):
        return False
    return sentence.tokens[last + 1].tag not in (",", ".", ":", "CC", "''", "-RRB-")


def _is_modifier(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    return token.dep in ("nummod", "compound", "amod", "poss", "nmod") and not is_verb(above)


def _owner(sentence: Sentence, head: int, value: str) -> int:
    """The verb or the noun that an expression with this head token dates.

    A modifier ("the 2022 vote", "Monday's talks") dates its noun; a phrase behind a noun ("the
    talks on Monday") too when the noun names something that happens, or a person who was that
    then ("the minister of defence from 1990 to 1994"); else the clause's verb. A parser hangs many
    a phrase on the nearest name, so names are passed over.
    """
    token = sentence.tokens[head]
    if token.head == token.i:
        return token.i
    above = sentence.tokens[token.head]
    if _is_modifier(sentence, head):
        while above.dep in ("compound", "nmod") and above.head != above.i:
            above = sentence.tokens[above.head]
        return above.i
    while not is_verb(above) and above.head != above.i:
        if is_eventful(above) or (is_person(above) and (SPAN in value or above.dep == "appos")):
            return above.i
        above = sentence.tokens[above.head]
    return above.i
