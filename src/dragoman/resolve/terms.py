"""When an office is held, as the words around it say: tenses of verbs, and days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.dates import span
from dragoman.model.event import IN_OFFICE, TOOK_OFFICE, When
from dragoman.model.text import Sentence, Token
from dragoman.resolve.times.expressions import TimeExpression, find
from dragoman.resolve.times.grounding import ground
from dragoman.resolve.words import words

COPULAS = frozenset({"be", "become", "remain"})
NAMING = words(
    "elect name appoint nominate designate declare proclaim make swear choose pick re-elect"
)
LEAVING = words("resign step retire quit remove oust dismiss depose leave sack fire topple")
HOLDING = words("serve act continue work")
ENTERING = words("take return")
ONCE = words("previously formerly once earlier before then")
UNREAL = words("would could might should may can")
HYPOTHETICAL = words("if unless whether")
OFFICES = words("office post job power position presidency premiership role")
FROM_TO = re.compile(
    r"\s*[,(]?\s*(?:from |between )?((?:\w+ )?\d{4})\s*(?:to|until|till|and|through|[-–—])\s*"
    r"((?:\w+ )?\d{4})\b"
)
YEAR = re.compile(r"\d{4}")
EARLIEST, LATEST = 1500, 2100
BACK_THEN = re.compile(r",?\s*(?:at the time|at that time|back then|in those days)\b", re.I)
REACH = 60  # characters after an office or a verb in which its days stand
BETWEEN = re.compile(r"[\s,]*(?:in|on|since|until|till|from|back|early|late|the)?\s*", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Tense of an office ("current", "former", "future") and its days; `at` None: not told."""

    tense: str
    at: When | None = None


def tense_of(sentence: Sentence, verb: Token) -> str | None:
    """What a verb says of the office as seen from the report; None when it says nothing."""
    if sentence.kids(verb.i, "neg"):
        return None
    if any(t.text.lower() in HYPOTHETICAL for t in sentence.kids(verb.i, "mark")):
        return None
    helpers = {t.text.lower() for t in sentence.kids(verb.i, "aux", "auxpass")}
    if helpers & UNREAL:
        return None
    if verb.lemma == "leave" and not any(
        t.lemma in OFFICES for t in sentence.kids(verb.i, "dobj")
    ):  # fmt: skip
        return None
    if "will" in helpers or ("to" in helpers and verb.lemma in COPULAS | NAMING):
        return "future"
    if verb.lemma in LEAVING:
        return "former"
    adverbs = {t.text.lower() for t in sentence.kids(verb.i, "advmod")}
    if adverbs & ONCE or (verb.lemma == "be" and (verb.tag == "VBD" or "had" in helpers)):
        return "former"
    if verb.lemma in HOLDING and verb.tag in ("VBD", "VBN") and not helpers & {"has", "have"}:
        return "former"
    return "current"


def is_back_then(text: str) -> bool:
    """Whether "at the time" stands at the start of `text`."""
    return BACK_THEN.match(text) is not None


def years(text: str) -> When | None:
    """The years of "from 1990 to 2000" that stand at once after an office."""
    match = FROM_TO.match(text)
    if match is None:
        return None
    given = [int(found.group()) for part in match.groups() if (found := YEAR.search(part))]
    if len(given) != 2 or not EARLIEST < given[0] <= given[1] < LATEST:
        return None
    range_ = span(dt.date(given[0], 1, 1), dt.date(given[1], 12, 31))
    return When(range=range_, words=match.group().strip(" ,("), why="years given")


def after_office(text: str, tense: str, published: dt.date | None) -> Term:
    """The term that follows an office at once: "since 2019", "until last December"."""
    given = years(text)
    if given is not None and given.range is not None:
        over = (
            published is not None and given.range.last is not None and given.range.last < published
        )
        return Term(tense="former" if over else tense, at=given)
    found = _first(text)
    if found is None or found.relation not in ("since", "until", "before"):
        return Term(tense=tense)
    if found.relation == "since":
        return Term(tense="current", at=_from(found, published, IN_OFFICE))
    return Term(tense="former", at=_to(found, published))


def after_verb(text: str, verb: Token, tense: str, published: dt.date | None) -> Term:
    """The term that a verb of taking, holding or leaving office is dated with.

    `text` starts after the words for the office: "took office as premier | last March".
    """
    term = after_office(text, tense, published)
    if term.at is not None or tense == "future":
        return term
    found = _first(text)
    if found is None or found.relation != "at":
        return term
    if tense == "former" and verb.lemma in LEAVING:
        return Term(tense=tense, at=_to(found, published))
    if tense == "current" and verb.lemma in NAMING | ENTERING | {"become"}:
        return Term(tense=tense, at=_from(found, published, TOOK_OFFICE))
    return term


def _first(text: str) -> TimeExpression | None:
    """The time expression with which `text` begins, a preposition apart."""
    near = text[:REACH]
    for found in find(near):
        return found if BETWEEN.fullmatch(near[: found.start]) else None
    return None


def _from(found: TimeExpression, published: dt.date | None, why: str) -> When | None:
    """From the first day that the words can mean."""
    days = ground(found.value, published)
    if days is None or days.since is None:
        return None
    if published is not None and days.since > published:
        return None
    return When(range=span(days.since, None), words=found.words, why=why)


def _to(found: TimeExpression, published: dt.date | None) -> When | None:
    """Up to the last day that the words can mean, or the report's."""
    days = ground(found.value, published)
    if days is None or days.last is None:
        return None
    last = days.last if published is None else min(days.last, published)
    return When(range=span(None, last), words=found.words, why="left office then")
