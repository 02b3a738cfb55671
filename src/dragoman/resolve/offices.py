"""Who held which office, as one report's words say it: titles, appositions, predicates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.dates import DateRange, span
from dragoman.knowledge.tables import Office
from dragoman.model.event import OfficeAssertion, When
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.persons import Person, Persons, Use, name_head
from dragoman.resolve.titles import FORMER, Title, Titles
from dragoman.resolve.words import words

NOT_APPOSED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "poss"})
COPULAS = frozenset({"be", "become", "remain"})
NAMING = words("elect name appoint nominate designate declare proclaim make swear")
LEAVING = frozenset({"resign", "step", "retire", "quit", "remove", "oust", "dismiss", "depose"})
SERVING = frozenset({"serve", "act", "continue", "work", "take", "return"})
ONCE = frozenset({"previously", "formerly", "once", "earlier", "before"})
UNREAL = frozenset({"would", "could", "might", "should", "may", "can"})
PUBLIC = frozenset({"GOV", "LEG", "JUD", "IGO", "MIL", "COP", "SPY"})
VAGUE = frozenset(
    ["leader", "ruler", "official", "royal", "diplomat", "lawyer", "officer", "police officer",
     "general", "admiral", "adviser"]
)  # fmt: skip
"""Offices that say what someone is rather than what post they hold."""
OF_STATES = frozenset({"president", "vice president", "chancellor", "prime minister", "minister"})
"""Offices whose name is also that of the head of a body: "president of the court"."""
CONTINUING = frozenset({"NN", "NNS", "NNP", "NNPS", "VBD", "VBZ", "VBP", "MD"})
"""Tags of words after an office that show it to be no apposition: it modifies or acts."""
APPOSITION = 9  # tokens looked at after the comma that opens an apposition
FROM_TO = re.compile(
    r"\s*[,(]?\s*(?:from |between )?((?:\w+ )?\d{4})\s*(?:to|until|till|and|through|[-–—])\s*"
    r"((?:\w+ )?\d{4})\b"
)
YEAR = re.compile(r"\d{4}")
EARLIEST, LATEST = 1500, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One report's words giving a person an office; `start` and `end` are characters."""

    person: Person
    title: Title
    sentence: int
    start: int
    end: int
    at: When | None = None


def sayings(
    parsed: ParsedReport, persons: Persons, titles: Callable[[int], Titles]
) -> tuple[Saying, ...]:
    """Every office that the report gives one of its persons, in text order."""
    found: list[Saying] = []
    for person in persons.all:
        for use in person.uses:
            sentence = parsed.sentences[use.sentence]
            for title in _titles(sentence, use, titles(use.sentence)):
                saying = _saying(parsed, sentence, person, use, title)
                found.append(saying)
                if title.plural:
                    found.extend(_conjoined(parsed, sentence, persons, saying, use))
    return tuple(sorted(found, key=lambda saying: (saying.start, saying.end, saying.person.name)))


def _titles(sentence: Sentence, use: Use, reader: Titles) -> Iterator[Title]:
    before = reader.before(use.first)
    if before is not None:
        yield reader.with_country_after(before, use.last)
    after = _apposed_after(sentence, use, reader)
    if after is not None:
        yield after
    ahead = _apposed_before(sentence, use, reader) if before is None else None
    if ahead is not None:
        yield ahead
    yield from _predicated(sentence, use, reader)


def _apposed_after(sentence: Sentence, use: Use, reader: Titles) -> Title | None:
    """The office of "Ana Ruiz, the foreign minister of Chile,"."""
    tokens = sentence.tokens
    opening = _after_brackets(tokens, use.last + 1)
    if opening >= len(tokens) or tokens[opening].text != ",":
        return None
    for k in range(opening + 1, min(len(tokens), opening + 1 + APPOSITION)):
        title = reader.starting(k)
        if title is not None and not _modifies(tokens, title.at):
            break
        token = tokens[k]
        if (
            token.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "IN", "PRP", "CC")
            or token.text in ",;.:"
        ):
            return None
    else:
        return None
    title = reader.completed(title)
    head = tokens[title.at]
    after = tokens[title.last + 1] if title.last + 1 < len(tokens) else None
    goes_on = after is not None and (after.tag == "POS" or after.tag in CONTINUING)
    if goes_on or (head.dep in NOT_APPOSED and not _is_apposed(sentence, head, use)):
        return None
    return title


def _modifies(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether an office's words go on: "deputy" in "deputy defence minister"."""
    return last + 1 < len(tokens) and tokens[last + 1].tag in ("JJ", "NN", "NNP")


def _is_apposed(sentence: Sentence, head: Token, use: Use) -> bool:
    return head.dep == "appos" and use.first <= sentence.tokens[head.i].head <= use.last


def _after_brackets(tokens: tuple[Token, ...], i: int) -> int:
    """The first token after a bracketed remark that starts at `i`."""
    if i < len(tokens) and tokens[i].text == "(":
        for k in range(i + 1, min(len(tokens), i + 8)):
            if tokens[k].text == ")":
                return k + 1
    return i


def _apposed_before(sentence: Sentence, use: Use, reader: Titles) -> Title | None:
    """The office of "Chile's foreign minister, Ana Ruiz,"."""
    tokens = sentence.tokens
    if use.first < 2 or tokens[use.first - 1].text != ",":
        return None
    head = tokens[name_head(sentence, use)]
    title = reader.before(use.first - 1)
    if title is None or title.plural:
        return None
    closed = use.last + 1 >= len(tokens) or tokens[use.last + 1].text in (",", ".", ")", ";")
    to_title = title.first <= head.head <= title.last
    return title if (head.dep == "appos" and to_title) or (closed and head.dep == "appos") else None


def _predicated(sentence: Sentence, use: Use, reader: Titles) -> Iterator[Title]:
    """The offices of "Ana Ruiz was Chile's president", "..., who became prime minister"."""
    head = sentence.tokens[name_head(sentence, use)]
    verbs = sentence.kids(head.i, "relcl")
    if head.dep in ("nsubj", "nsubjpass"):
        verbs = [sentence.tokens[head.head], *verbs]
    for verb in verbs:
        tense = _tense(sentence, verb)
        if tense is None:
            continue
        for noun in _complements(sentence, verb):
            title = reader.at(noun.i)
            if title is not None and not title.plural and title.first <= noun.i <= title.last:
                later = title.tense in ("former", "future")
                yield title if later else replace(title, tense=tense)


def _complements(sentence: Sentence, verb: Token) -> Iterator[Token]:
    if verb.lemma in COPULAS | NAMING:
        yield from sentence.kids(verb.i, "attr", "oprd")
    if verb.lemma in NAMING | SERVING | LEAVING:
        for preposition in sentence.kids(verb.i, "prep", "prt"):
            if preposition.text.lower() in ("as", "in"):
                yield from sentence.kids(preposition.i, "pobj")
                for inner in sentence.kids(preposition.i, "prep"):
                    yield from sentence.kids(inner.i, "pobj")


def _tense(sentence: Sentence, verb: Token) -> str | None:
    """What the verb says of the office as seen from the report; None when it says nothing."""
    if sentence.kids(verb.i, "neg"):
        return None
    helpers = {t.text.lower() for t in sentence.kids(verb.i, "aux", "auxpass")}
    if helpers & UNREAL:
        return None
    if "will" in helpers or ("to" in helpers and verb.lemma in COPULAS):
        return "future"
    if verb.lemma in LEAVING:
        return "former"
    adverbs = {t.text.lower() for t in sentence.kids(verb.i, "advmod")}
    if adverbs & ONCE or (verb.lemma == "be" and verb.tag == "VBD"):
        return "former"
    if verb.lemma in SERVING and verb.tag in ("VBD", "VBN"):
        return "former"
    return "current"


def _saying(
    parsed: ParsedReport, sentence: Sentence, person: Person, use: Use, title: Title
) -> Saying:
    tokens = sentence.tokens
    first, last = min(title.first, use.first), max(title.last, use.last)
    start, end = tokens[first].start, tokens[last].end
    text = parsed.report.text
    at = _dated(text[tokens[title.last].end : tokens[title.last].end + 60])
    if at is not None:
        title = replace(title, tense="current")
    return Saying(person=person, title=title, sentence=sentence.index, start=start, end=end, at=at)


def is_public(office: Office) -> bool:
    """Whether an office is one that the record keeps: not a profession, rank or mere "leader"."""
    return office.sector in PUBLIC and office.id not in VAGUE


def _dated(text: str) -> When | None:
    """The years of "from 1990 to 2000" that stand at once after an office."""
    match = FROM_TO.match(text)
    if match is None:
        return None
    years = [int(found.group()) for part in match.groups() if (found := YEAR.search(part))]
    if len(years) != 2 or not EARLIEST < years[0] <= years[1] < LATEST:
        return None
    return When(
        range=_years(years[0], years[1]), words=match.group().strip(" ,("), why="years given"
    )


def _years(first: int, last: int) -> DateRange:
    return span(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _conjoined(
    parsed: ParsedReport, sentence: Sentence, persons: Persons, saying: Saying, use: Use
) -> Iterator[Saying]:
    """The second name of "Presidents Ruiz and Pardo": the same office, its country unknown."""
    tokens = sentence.tokens
    for token in tokens[use.last + 1 : use.last + 8]:
        other = persons.at(sentence.index, token.i)
        if other is not None and other is not saying.person:
            title = replace(saying.title, countries=(), posting=None)
            yield replace(saying, person=other, title=title, end=token.end)
            return
        if token.tag.startswith("VB"):
            return


def assertions(
    parsed: ParsedReport, said: tuple[Saying, ...], country: Callable[[Saying], str | None]
) -> tuple[OfficeAssertion, ...]:
    """The sayings as rows of the record; one for the same words."""
    report = parsed.report
    rows: dict[tuple[str, str, int, int], OfficeAssertion] = {}
    for saying in said:
        office = saying.title.office.id
        of_body = saying.title.of_body is not None and saying.title.office.id in OF_STATES
        if of_body or not is_public(saying.title.office):
            continue
        key = (saying.person.party_id, office, saying.start, saying.end)
        tense = "former" if saying.title.tense == "then" else saying.title.tense
        rows.setdefault(key, OfficeAssertion(
            report_id=report.report_id, uri=report.uri, party_id=saying.person.party_id,
            name=saying.person.name, office=office, country=country(saying),
            tense=tense, quote=report.text[saying.start : saying.end], start=saying.start,
            end=saying.end, at=saying.at,
        ))  # fmt: skip
    return tuple(rows.values())


__all__ = ["FORMER", "Saying", "assertions", "sayings"]
