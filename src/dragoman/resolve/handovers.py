"""Offices that pass from one person to another: "A succeeds B as premier", "A's predecessor, B"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.offices import Saying
from dragoman.resolve.person import Person, Use, name_head
from dragoman.resolve.persons import Persons
from dragoman.resolve.terms import tense_of
from dragoman.resolve.titles import Title, Titles

SUCCEEDING = frozenset({"succeed", "replace", "follow"})
NEIGHBOURS = {"predecessor": "former", "successor": "future"}
HE = frozenset({"his", "her"})
LATER = {"former": "former", "current": "current", "future": "future"}


def handovers(
    parsed: ParsedReport, persons: Persons, said: Sequence[Saying], titles: Callable[[int], Titles]
) -> tuple[Saying, ...]:
    """What the report says of offices by telling who came before or after whom, in text order.

    `said`: the offices told at names; a predecessor's is the one office of one holder that the
    other person is given.
    """
    found: list[Saying] = []
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.lemma in SUCCEEDING and token.tag[:2] == "VB":
                found.extend(_succession(sentence, token, persons, titles(sentence.index)))
    for person in persons.all:
        for use in person.uses:
            sentence = parsed.sentences[use.sentence]
            found.extend(
                _neighbours(parsed, sentence, use, person, persons, said, titles(use.sentence))
            )
    return tuple(found)


# -- "A succeeds B as premier" -----------------------------------------------------------------


def _succession(
    sentence: Sentence, verb: Token, persons: Persons, reader: Titles
) -> Iterator[Saying]:
    title = _as_office(sentence, verb, reader)
    if title is None:
        return
    tense = tense_of(sentence, verb)
    old, new = _old_and_new(sentence, verb)
    if tense is None or old is None or new is None:
        return
    if sentence.tokens[verb.i].tag == "VB" and tense == "current":
        tense = "future"  # "was chosen to succeed B as premier"
    for token, when in ((new, tense), (old, "current" if tense == "future" else "former")):
        person = persons.at(sentence.index, token)
        if person is not None:
            yield _saying(sentence, person, token, replace(title, tense=when), verb.i)


def _as_office(sentence: Sentence, verb: Token, reader: Titles) -> Title | None:
    for host in (verb.i, *(t.i for t in sentence.kids(verb.i, "dobj"))):
        for preposition in sentence.kids(host, "prep"):
            if preposition.text.lower() == "as":
                for noun in sentence.kids(preposition.i, "pobj"):
                    title = reader.at(noun.i)
                    if title is not None and not title.plural:
                        return title
    return None


def _old_and_new(sentence: Sentence, verb: Token) -> tuple[int | None, int | None]:
    """The tokens of who leaves and of who comes."""
    passive = sentence.kids(verb.i, "nsubjpass")
    if passive:
        agents = [n for p in sentence.kids(verb.i, "agent") for n in sentence.kids(p.i, "pobj")]
        return _meant(sentence, passive[0]), agents[0].i if agents else None
    objects = sentence.kids(verb.i, "dobj")
    subjects = sentence.kids(verb.i, "nsubj") or _of_governor(sentence, verb)
    if not objects or not subjects:
        return None, None
    return objects[0].i, _meant(sentence, subjects[0])


def _of_governor(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Who is chosen "to succeed B": what is chosen, or who was."""
    above = sentence.tokens[verb.head]
    if verb.dep not in ("xcomp", "advcl") or above.i == verb.i:
        return ()
    return tuple(sentence.kids(above.i, "nsubjpass") or sentence.kids(above.i, "dobj"))


def _meant(sentence: Sentence, token: Token) -> int:
    """A subject, or whom "who" stands for."""
    if token.text.lower() == "who":
        clause = sentence.tokens[token.head]
        if clause.dep == "relcl":
            return clause.head
    return token.i


# -- "A's predecessor, B" ----------------------------------------------------------------------


def _neighbours(
    parsed: ParsedReport, sentence: Sentence, use: Use, person: Person, persons: Persons,
    said: Sequence[Saying], reader: Titles,
) -> Iterator[Saying]:  # fmt: skip
    noun = _noun(sentence, use)
    if noun is None:
        return
    title = _as_office(sentence, noun, reader)
    owner = _owner(sentence, noun, persons, said, person)
    known = None if owner is None else _one_office(owner, said)
    if title is None and known is None:
        return
    when = NEIGHBOURS[noun.lemma]
    if when == "future" and (known is None or known.title.tense in ("former", "then")):
        when = "current"
    if title is None and known is not None:
        title = replace(known.title, plural=False, pronoun=None)
    if title is None or owner is person:
        return
    at = name_head(sentence, use)
    near = replace(title, tense=when, first=min(noun.i, at), last=max(noun.i, at))
    kin = next((t.i for t in sentence.kids(noun.i, "poss")), None)
    yield _saying(sentence, person, at, near, kin)


def _noun(sentence: Sentence, use: Use) -> Token | None:
    """The "predecessor" or "successor" that a name stands beside."""
    tokens = sentence.tokens
    head = tokens[name_head(sentence, use)]
    near = [t.i for t in sentence.kids(head.i, "appos", "compound", "nmod")]
    if head.dep in ("appos", "compound", "nmod"):
        near.append(head.head)
    near.extend(i for i in (use.first - 1, use.first - 2) if i >= 0 and _adjoins(tokens, i, use))
    return next((tokens[i] for i in near if tokens[i].lemma in NEIGHBOURS), None)


def _adjoins(tokens: tuple[Token, ...], i: int, use: Use) -> bool:
    """Whether nothing, or a comma, stands between token `i` and a name."""
    return i == use.first - 1 or tokens[use.first - 1].text == ","


def _owner(
    sentence: Sentence, noun: Token, persons: Persons, said: Sequence[Saying], beside: Person
) -> Person | None:
    """Whose predecessor: the possessor; for "his" the one other holder of an office nearby."""
    for token in sentence.kids(noun.i, "poss"):
        if token.text.lower() not in HE:
            return persons.at(sentence.index, token.i)
        gender = "f" if token.text.lower() == "her" else "m"
        for s in (sentence.index, sentence.index - 1):
            near = {
                id(one.person): one.person
                for one in said
                if one.person is not beside
                and one.title.office.one_holder
                and one.person.gender in (None, gender)
                and any(u.sentence == s and _is_before(u, sentence, token) for u in one.person.uses)
            }
            if near:
                return next(iter(near.values())) if len(near) == 1 else None
    for preposition in sentence.kids(noun.i, "prep"):
        if preposition.text.lower() == "of":
            for token in sentence.kids(preposition.i, "pobj"):
                return persons.at(sentence.index, token.i)
    return None


def _is_before(use: Use, sentence: Sentence, token: Token) -> bool:
    return use.sentence < sentence.index or use.first < token.i


def _one_office(person: Person, said: Sequence[Saying]) -> Saying | None:
    """The one office of one holder that a report gives a person, in its last telling."""
    held = [s for s in said if s.person is person and s.title.office.one_holder]
    return held[-1] if len({s.title.office.id for s in held}) == 1 else None


def _saying(
    sentence: Sentence, person: Person, token: int, title: Title, kin: int | None
) -> Saying:
    tokens = sentence.tokens
    first, last = min(title.first, token), max(title.last, token)
    return Saying(
        person=person, title=title, sentence=sentence.index, start=tokens[first].start,
        end=tokens[last].end, kin=kin,
    )  # fmt: skip
