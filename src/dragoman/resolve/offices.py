"""Who held which office, as one report's words say it: titles, appositions, predicates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.knowledge.tables import Office
from dragoman.model.event import OfficeAssertion, When
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.beside import Beside, beside
from dragoman.resolve.person import Person, Use, name_head
from dragoman.resolve.persons import Persons
from dragoman.resolve.terms import (
    COPULAS,
    ENTERING,
    HOLDING,
    LEAVING,
    NAMING,
    Term,
    after_office,
    after_verb,
    is_back_then,
    tense_of,
)
from dragoman.resolve.titles import CURRENT, FORMER, Title, Titles
from dragoman.resolve.words import words

PUBLIC = frozenset({"GOV", "LEG", "JUD", "IGO", "MIL", "COP", "SPY"})
VAGUE = frozenset(
    ["leader", "ruler", "official", "royal", "diplomat", "lawyer", "officer", "police officer",
     "general", "admiral", "adviser"]
)  # fmt: skip
"""Offices that say what someone is rather than what post they hold."""
HEADS = frozenset({"leader", "ruler", "pope"})
"""Of these, words for the head of a state: kept where the words themselves name the state."""
OF_STATES = frozenset({"president", "vice president", "chancellor", "prime minister", "minister"})
"""Offices whose name is also that of the head of a body: "president of the court"."""
STANDING = FORMER | CURRENT | words("longtime veteran communist revolutionary military de facto")
"""What may stand before "Kenyan leader" besides the state."""
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "oprd", "attr")
CHOSEN = frozenset({"elected", "re-elected", "reelected", "appointed", "named", "chosen"})
SELVES = frozenset({"himself", "herself"})
AFTER = 60  # characters after an office in which its days stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One report's words giving a person an office; `start` and `end` are characters.

    `kin` is a token of the sentence whose state is the office's when nothing nearer tells it: who
    named the holder, whom the holder succeeds.
    """

    person: Person
    title: Title
    sentence: int
    start: int
    end: int
    at: When | None = None
    kin: int | None = None


def sayings(
    parsed: ParsedReport, persons: Persons, titles: Callable[[int], Titles]
) -> tuple[Saying, ...]:
    """Every office that the report gives one of its persons, in text order."""
    found: dict[tuple[str, str, int, int, str], Saying] = {}
    for person in persons.all:
        for use in person.uses:
            sentence = parsed.sentences[use.sentence]
            reader = titles(use.sentence)
            for one in beside(sentence, use, person, persons, reader):
                _keep(found, _beside_saying(parsed, sentence, one))
            for saying in _predicated(parsed, sentence, use, person, persons, reader):
                _keep(found, saying)
    return in_order(found.values())


def in_order(said: Iterable[Saying]) -> tuple[Saying, ...]:
    """Sayings in text order."""
    return tuple(sorted(said, key=lambda one: (one.start, one.end, one.person.name)))


def _keep(found: dict[tuple[str, str, int, int, str], Saying], saying: Saying) -> None:
    """One saying for the same words; what is not meant in earnest is none."""
    title = saying.title
    if title.tense != "unreal":
        key = (saying.person.party_id, title.office.id, saying.start, saying.end, title.tense)
        found.setdefault(key, saying)


def _beside_saying(parsed: ParsedReport, sentence: Sentence, one: Beside) -> Saying:
    tokens = sentence.tokens
    text = parsed.report.text
    after = text[tokens[one.title.last].end : tokens[one.title.last].end + AFTER]
    title = one.title
    if title.tense == "current" and is_back_then(after):
        title = replace(title, tense="then")
    tense = "former" if title.tense == "then" else title.tense
    term = after_office(after, tense, parsed.report.published)
    if term.at is not None:
        title = replace(title, tense=term.tense)
    first, last = min(title.first, one.first), max(title.last, one.last)
    return Saying(
        person=one.person, title=title, sentence=sentence.index, start=tokens[first].start,
        end=tokens[last].end, at=term.at, kin=one.kin,
    )  # fmt: skip


# -- verbs -------------------------------------------------------------------------------------


def _predicated(
    parsed: ParsedReport, sentence: Sentence, use: Use, person: Person, persons: Persons,
    reader: Titles,
) -> Iterator[Saying]:  # fmt: skip
    """The offices of "Ana Ruiz was Chile's president", "..., whom Chile named ambassador"."""
    for verb, kin in _verbs(sentence, use, persons):
        tense = tense_of(sentence, verb)
        if tense is None:
            continue
        for noun in _complements(sentence, verb, use):
            title = reader.at(noun.i)
            if title is None or title.plural or not title.first <= noun.i <= title.last:
                continue
            if persons.at(sentence.index, title.last + 1) is not None:
                continue  # "was named by President B"
            now = "current" if _was_chosen(sentence, verb, noun) else tense
            yield _verb_saying(parsed, sentence, person, use, verb, title, now, kin)


def _was_chosen(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether "was re-elected president" is parsed as "was [a] re-elected president"."""
    chosen = sentence.kids(noun.i, "amod")
    return verb.lemma == "be" and any(
        t.tag == "VBN" and t.i == verb.i + 1 and t.text.lower() in CHOSEN for t in chosen
    )


def _verb_saying(
    parsed: ParsedReport, sentence: Sentence, person: Person, use: Use, verb: Token, title: Title,
    tense: str, kin: int | None,
) -> Saying:  # fmt: skip
    tokens = sentence.tokens
    end = tokens[title.last].end
    text = parsed.report.text[end : end + AFTER]
    if title.tense in ("former", "future", "unreal"):
        term = Term(tense=title.tense)
    else:
        term = after_verb(text, verb, tense, parsed.report.published)
    first, last = min(title.first, use.first), max(title.last, use.last)
    return Saying(
        person=person, title=replace(title, tense=term.tense), sentence=sentence.index,
        start=tokens[first].start, end=tokens[last].end, at=term.at, kin=kin,
    )  # fmt: skip


def _verbs(sentence: Sentence, use: Use, persons: Persons) -> Iterator[tuple[Token, int | None]]:
    """The verbs that may give a name an office, and the token of who gives it."""
    head = sentence.tokens[name_head(sentence, use)]
    above = sentence.tokens[head.head]
    if head.dep in SUBJECTS and not _names_another(sentence, above, head):
        yield above, _agent(sentence, above)
    named = above if head.dep in OBJECTS else _namer(sentence, head)
    if named is not None and named.lemma in NAMING and named.i != head.i:
        yield named, next((t.i for t in sentence.kids(named.i, "nsubj")), None)
    for verb in sentence.kids(head.i, "relcl"):
        words = {t.text.lower(): t.dep for t in sentence.kids(verb.i, *SUBJECTS, "dobj")}
        if words.get("who") in SUBJECTS and not _names_another(sentence, verb, None):
            yield verb, _agent(sentence, verb)
        elif "whom" in words and verb.lemma in NAMING:
            yield verb, next((t.i for t in sentence.kids(verb.i, "nsubj")), None)


def _namer(sentence: Sentence, head: Token) -> Token | None:
    """The verb of "elected A president", where the name is parsed as a modifier of the office."""
    office = sentence.tokens[head.head]
    if head.dep not in ("compound", "nmod") or office.i <= head.i or office.dep not in OBJECTS:
        return None
    return sentence.tokens[office.head]


def _names_another(sentence: Sentence, verb: Token, head: Token | None) -> bool:
    """Whether the subject of a verb of naming names somebody else to an office."""
    if verb.lemma not in NAMING or sentence.kids(verb.i, "auxpass", "nsubjpass"):
        return False
    if head is not None and head.dep == "nsubjpass":
        return False
    return not _is_of_self(sentence, verb)


def _is_of_self(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody names himself: "declared himself president"."""
    after = sentence.tokens[verb.i + 1 : verb.i + 2]
    return any(token.text.lower() in SELVES for token in after)


def _agent(sentence: Sentence, verb: Token) -> int | None:
    """Who names the holder, in "was named by Peru's congress"."""
    for preposition in sentence.kids(verb.i, "agent"):
        for noun in sentence.kids(preposition.i, "pobj"):
            return noun.i
    return None


def _complements(sentence: Sentence, verb: Token, use: Use) -> Iterator[Token]:
    if verb.lemma in COPULAS | NAMING:
        yield from sentence.kids(verb.i, "attr", "oprd")
    if verb.lemma in NAMING:  # "whom Peru named ambassador"
        yield from (t for t in sentence.kids(verb.i, "dobj") if t.tag[:2] == "NN")
        if _is_of_self(sentence, verb):
            yield from (t for t in sentence.kids(verb.i, "ccomp") if t.tag[:2] == "NN")
    if verb.lemma in NAMING and use.last + 1 < len(sentence.tokens):
        after = sentence.tokens[use.last + 1]
        if after.i > verb.i and after.tag in ("NN", "NNP", "DT", "JJ"):
            yield from _small_clause(sentence, after)
    if verb.lemma in NAMING | HOLDING | ENTERING | LEAVING:
        hosts = [verb.i, *(t.i for t in sentence.kids(verb.i, "dobj", "oprd"))]
        for host in hosts:
            for preposition in sentence.kids(host, "prep", "prt"):
                if preposition.text.lower() in ("as", "in"):
                    yield from sentence.kids(preposition.i, "pobj")
                    for inner in sentence.kids(preposition.i, "prep"):
                        yield from sentence.kids(inner.i, "pobj")


def _small_clause(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The noun of "elected Ana Ruiz president", "named Ana Ruiz the new premier"."""
    at = token
    while at.tag in ("DT", "JJ") and at.i + 1 < len(sentence.tokens):
        at = sentence.tokens[at.i + 1]
    if at.tag in ("NN", "NNP"):
        yield at


# -- rows --------------------------------------------------------------------------------------


def is_public(office: Office) -> bool:
    """Whether an office is one that the record keeps: not a profession, rank or mere "leader"."""
    return office.sector in PUBLIC and office.id not in VAGUE


def is_kept(title: Title, *, is_of_state: bool) -> bool:
    """Whether the record keeps an office as these words give it; `is_of_state`: its state is told.

    A "dictator" or pope is one of a state once that is known; a "leader" may be of anything, unless
    nothing but the state stands before the word.
    """
    if title.office.id in OF_STATES | HEADS and (title.of_body is not None or title.is_local):
        return False
    return is_public(title.office) or (title.office.id in HEADS and is_of_state)


def leads_state(parsed: ParsedReport, saying: Saying) -> bool:
    """Whether a "leader" is that of a state: its words name one, and nothing else beside it.

    A "dictator" without a state or a "former" may be of any time.
    """
    title = saying.title
    if title.office.id == "ruler":
        return bool(title.countries) or title.tense in ("former", "then")
    if title.office.id != "leader":
        return True
    tokens = parsed.sentences[saying.sentence].tokens
    words = {t.text.lower() for t in tokens[title.first : title.start] if t.tag[:2] in ("NN", "JJ")}
    return bool(title.countries) and len(words - STANDING) <= 1


def assertions(
    parsed: ParsedReport, said: tuple[Saying, ...], country: Callable[[Saying], str | None]
) -> tuple[OfficeAssertion, ...]:
    """The sayings as rows of the record; one for the same words."""
    report = parsed.report
    rows: dict[tuple[str, str, int, int], OfficeAssertion] = {}
    for saying in said:
        of_state = country(saying)
        if not is_kept(
            saying.title, is_of_state=of_state is not None and leads_state(parsed, saying)
        ):
            continue
        office = saying.title.office.id
        key = (saying.person.party_id, office, saying.start, saying.end)
        tense = "former" if saying.title.tense == "then" else saying.title.tense
        rows.setdefault(key, OfficeAssertion(
            report_id=report.report_id, uri=report.uri, party_id=saying.person.party_id,
            name=saying.person.name, office=office, country=of_state,
            tense=tense, quote=report.text[saying.start : saying.end], start=saying.start,
            end=saying.end, at=saying.at,
        ))  # fmt: skip
    return tuple(rows.values())


__all__ = ["FORMER", "Saying", "assertions", "in_order", "is_kept", "is_public", "sayings"]
