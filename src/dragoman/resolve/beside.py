"""Offices that stand beside a name: titles before it, appositions around it, lists of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.text import Sentence, Token
from dragoman.resolve.person import Person, Use, name_head
from dragoman.resolve.persons import Persons
from dragoman.resolve.terms import ONCE
from dragoman.resolve.titles import Title, Titles
from dragoman.resolve.words import LEADERS

NOT_APPOSED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "poss"})
CONTINUING = frozenset({"NN", "NNS", "NNP", "NNPS", "VBD", "VBZ", "VBP", "MD"})
"""Tags of words after an office that show it to be no apposition: it modifies or acts."""
ENDING = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "IN", "PRP", "CC"})
APPOSITION = 9  # tokens looked at after the comma that opens an apposition
OPENING = frozenset({",", "-", "–", "—", "("})
CLOSING = frozenset({",", ".", ")", ";", "-", "–", "—"})
THEN = ("at", "the", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A person with an office; `first` and `last` are the tokens of both together.

    `kin` is the token of another name whose state is likely this one's: "Peru's president, A, and
    foreign minister B".
    """

    person: Person
    title: Title
    first: int
    last: int
    kin: int | None = None


def beside(
    sentence: Sentence, use: Use, person: Person, persons: Persons, reader: Titles
) -> Iterator[Beside]:
    """Every office that stands beside a use of a person's name."""
    before = reader.before(use.first)
    if before is not None:
        yield from _titled(sentence, use, person, persons, reader, before)
    yield from _after(sentence, use, person, persons, reader)
    if before is None:
        yield from _ahead(sentence, use, person, persons, reader)


# -- before the name ---------------------------------------------------------------------------


def _titled(
    sentence: Sentence, use: Use, person: Person, persons: Persons, reader: Titles, title: Title
) -> Iterator[Beside]:
    """ "President A", "Presidents A of Peru and B of Chile", "former presidents A and B"."""
    first = title.first
    if not title.plural:
        whole = reader.with_country_after(title, use.last)
        kin = None if whole.countries else _neighbour(sentence, whole, persons)
        yield Beside(person=person, title=whole, first=first, last=use.last, kin=kin)
        yield from _joined_before(person, title, use, reader, sentence)
        return
    names = [(person, use.first, use.last), *_following(sentence, use.last, persons)]
    listed = title.countries[::-1]  # read from the office to the left
    for k, (one, _, last) in enumerate(names):
        if len(listed) == len(names):
            mine = replace(title, countries=(listed[k],))
        elif len(listed) == 1:
            mine = title
        else:
            mine = reader.with_country_after(replace(title, countries=()), last)
        mine = mine if k == 0 else replace(mine, posting=None)
        yield Beside(person=one, title=mine, first=first, last=last)


def _neighbour(sentence: Sentence, title: Title, persons: Persons) -> int | None:
    """The name that "and" joins to a title: the first half of "Premier A and Minister B"."""
    tokens = sentence.tokens
    at = title.first - 2
    if at < 0 or tokens[at + 1].text.lower() != "and" or title.office.id in LEADERS:
        return None
    return at if persons.at(sentence.index, at) is not None else None


def _joined_before(
    person: Person, title: Title, use: Use, reader: Titles, sentence: Sentence
) -> Iterator[Beside]:
    """The first office of "Deputy Prime Minister and Defence Minister A"."""
    tokens = sentence.tokens
    at = title.first
    if at < 2 or tokens[at - 1].text.lower() not in ("and", "&"):
        return
    other = reader.before(at - 1)
    if other is None or other.plural or other.office.id == title.office.id:
        return
    if tokens[title.start].text[0].isupper() != tokens[other.start].text[0].isupper():
        return
    if other.first and tokens[other.first - 1].tag == "DT":
        return  # "the president and Foreign Minister A": two people
    if {title.office.id, other.office.id} & SECOND:
        yield Beside(person=person, title=other, first=other.first, last=use.last)


SECOND = frozenset({"deputy prime minister", "vice president", "minister", "army chief",
                    "party leader"})  # fmt: skip
"""Offices that are often held beside another."""


def _following(sentence: Sentence, last: int, persons: Persons) -> list[tuple[Person, int, int]]:
    """The further names of a list: person, first and last token."""
    tokens = sentence.tokens
    found: list[tuple[Person, int, int]] = []
    seen = {id(persons.at(sentence.index, last))}
    i = last + 1
    while i < len(tokens):
        person = persons.at(sentence.index, i)
        if person is not None:
            end = i
            while end + 1 < len(tokens) and persons.at(sentence.index, end + 1) is person:
                end += 1
            if id(person) in seen:
                break
            seen.add(id(person))
            found.append((person, i, end))
            i = end + 1
        elif tokens[i].text.lower() in (",", "and", "&", "of", "the") or (
            tokens[i].tag in ("NNP", "CD") and not _breaks(tokens, i)
        ):
            i += 1
        else:
            break
    return found


def _breaks(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word starts something else than the country of the last name."""
    return tokens[i].tag == "NNP" and tokens[i - 1].text.lower() not in ("of", "the") and (
        tokens[i - 1].tag != "NNP"
    )  # fmt: skip


# -- after the name ----------------------------------------------------------------------------


def _after(
    sentence: Sentence, use: Use, person: Person, persons: Persons, reader: Titles
) -> Iterator[Beside]:
    """ "Ana Ruiz, the foreign minister of Chile,"; "A and B, the presidents of Peru and Chile"."""
    opening = _opening(sentence, use.last + 1)
    if opening is None:
        return
    title = _opened(sentence, use, reader, opening)
    if title is None:
        return
    if title.plural:
        names = [*_preceding(sentence, use.first, persons), (person, use.first, use.last)]
        countries, last = reader.listed(title)
        if len(names) > 1 and not _goes_on(sentence, last):
            yield from _shared(names, title, countries, last)
        return
    yield Beside(person=person, title=title, first=use.first, last=title.last)
    yield from _joined_after(sentence, use, person, persons, reader, title)


def _opening(sentence: Sentence, at: int) -> int | None:
    """The comma, dash or bracket that opens an apposition; an age between commas is passed over."""
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].text == "(":
        close = next((k for k in range(at, min(len(tokens), at + 8)) if tokens[k].text == ")"), at)
        after = close + 1
        at = after if after < len(tokens) and tokens[after].text == "," else at
    if at >= len(tokens) or tokens[at].text not in OPENING:
        return None
    if tokens[at].text in "-–—" and tokens[at].start == tokens[at - 1].end:
        return None
    if at + 2 < len(tokens) and tokens[at + 1].tag == "CD" and tokens[at + 2].text == ",":
        return at + 2
    return at


def _opened(sentence: Sentence, use: Use, reader: Titles, opening: int) -> Title | None:
    """The office with which an apposition begins, completed; None where it is none."""
    tokens = sentence.tokens
    once = False
    for k in range(opening + 1, min(len(tokens), opening + 1 + APPOSITION)):
        title = reader.starting(k)
        if title is not None and not _modifies(tokens, title.at):
            break
        token = tokens[k]
        once = once or token.text.lower() in ONCE
        if token.tag in ENDING or token.text in ",;.:":
            return None
    else:
        return None
    title = reader.completed(title)
    head = tokens[_head_of(tokens, title)]
    if not title.plural and _goes_on(sentence, title.last):
        return None
    if head.dep in NOT_APPOSED and not _is_apposed(sentence, head, use):
        return None
    return replace(title, tense="then") if once and title.tense == "current" else title


def _goes_on(sentence: Sentence, last: int) -> bool:
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    return after is not None and (after.tag == "POS" or after.tag in CONTINUING)


def _head_of(tokens: tuple[Token, ...], title: Title) -> int:
    """The word for the person: "president" of "president of the supreme court"."""
    for i in range(title.start + 1, title.at):
        if tokens[i].text.lower() == "of":
            return i - 1
    return title.at


def _modifies(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether an office's words go on: "deputy" in "deputy defence minister"."""
    return last + 1 < len(tokens) and tokens[last + 1].tag in ("JJ", "NN", "NNP")


def _is_apposed(sentence: Sentence, head: Token, use: Use) -> bool:
    return head.dep == "appos" and use.first <= sentence.tokens[head.i].head <= use.last


def _joined_after(
    sentence: Sentence, use: Use, person: Person, persons: Persons, reader: Titles, title: Title
) -> Iterator[Beside]:
    """The second office of "A, Peru's deputy prime minister and foreign minister,"."""
    tokens = sentence.tokens
    at = title.last + 1
    if at >= len(tokens) or tokens[at].text.lower() not in ("and", "&"):
        return
    at += 1
    while at < len(tokens) and tokens[at].text.lower() in (
        "its",
        "the",
        "also",
        "a",
        "concurrently",
    ):
        at += 1
    other = reader.starting(at) if at < len(tokens) else None
    if other is None or other.plural or other.office.id == title.office.id:
        return
    other = reader.completed(replace(other, countries=()))
    follows = persons.at(sentence.index, other.last + 1)
    if follows is not None or _goes_on(sentence, other.last):
        return
    shared = replace(other, countries=other.countries or title.countries, tense=title.tense)
    yield Beside(person=person, title=shared, first=use.first, last=other.last)


def _preceding(sentence: Sentence, first: int, persons: Persons) -> list[tuple[Person, int, int]]:
    """The names before the last one of a list, in text order."""
    tokens = sentence.tokens
    found: list[tuple[Person, int, int]] = []
    i = first - 1
    while i >= 0:
        person = persons.at(sentence.index, i)
        if person is not None:
            start = i
            while start and persons.at(sentence.index, start - 1) is person:
                start -= 1
            found.append((person, start, i))
            i = start - 1
        elif tokens[i].text.lower() in (",", "and", "&"):
            i -= 1
        else:
            break
    return found[::-1]


def _shared(
    names: Sequence[tuple[Person, int, int]], title: Title, countries: Sequence[str], last: int
) -> Iterator[Beside]:
    """One office for several names: of one state, or of as many as there are names."""
    first = min([title.first, *(start for _, start, _ in names)])
    end = max([last, *(stop for _, _, stop in names)])
    for k, (person, _, _) in enumerate(names):
        mine: tuple[str, ...] = ()
        if len(countries) == len(names):
            mine = (countries[k],)
        elif len(countries) == 1:
            mine = tuple(countries)
        yield Beside(
            person=person, title=replace(title, countries=mine, posting=None), first=first, last=end
        )


# -- an apposition that the name closes --------------------------------------------------------


def _ahead(
    sentence: Sentence, use: Use, person: Person, persons: Persons, reader: Titles
) -> Iterator[Beside]:
    """ "Chile's foreign minister, Ana Ruiz,"; "the presidents of Peru and Chile, A and B,"."""
    tokens = sentence.tokens
    if use.first < 2 or tokens[use.first - 1].text not in (",", "–", "—"):
        return
    end = use.first - 1
    then = tuple(t.text.lower() for t in tokens[max(0, end - 3) : end]) == THEN
    end -= 3 if then else 0
    title = reader.before(end)
    if title is None or title.plural:
        yield from _listed_ahead(sentence, use, person, persons, reader, title)
        return
    head = tokens[name_head(sentence, use)]
    closed = use.last + 1 >= len(tokens) or tokens[use.last + 1].text in CLOSING
    to_title = title.first <= head.head <= title.last
    apposed = head.dep == "appos" and (closed or to_title)
    if apposed or (closed and _is_one_too_many(sentence, head)):
        title = replace(title, tense="then") if then and title.tense == "current" else title
        kin = None if title.countries else _had(sentence, title)
        yield Beside(person=person, title=title, first=title.first, last=use.last, kin=kin)


def _is_one_too_many(sentence: Sentence, head: Token) -> bool:
    """Whether the place that the parser gives a name is taken: then it is an apposition.

    A verb has one subject, a preposition one object, and a list without "and" is none.
    """
    if head.dep in ("nsubj", "nsubjpass"):
        return any(t.i > head.i for t in sentence.kids(head.head, "nsubj", "nsubjpass"))
    if head.dep == "pobj":
        return any(t.i < head.i for t in sentence.kids(head.head, "pobj"))
    return head.dep == "conj" and not sentence.kids(head.head, "cc")


def _had(sentence: Sentence, title: Title) -> int | None:
    """The subject of "Kenya has a new president, A": whose president it is."""
    verb = sentence.tokens[sentence.tokens[title.at].head]
    if verb.lemma != "have" or sentence.tokens[title.at].dep != "dobj":
        return None
    return next((t.i for t in sentence.kids(verb.i, "nsubj")), None)


def _listed_ahead(
    sentence: Sentence, use: Use, person: Person, persons: Persons, reader: Titles,
    title: Title | None,
) -> Iterator[Beside]:  # fmt: skip
    """The names after "the foreign ministers of Peru and Chile,", which a comma closes."""
    found = (title, title.countries) if title is not None else reader.before_list(use.first - 1)
    if found is None or not found[0].plural:
        return
    names = [(person, use.first, use.last), *_following(sentence, use.last, persons)]
    after = names[-1][2] + 1
    closed = after >= len(sentence.tokens) or sentence.tokens[after].text in CLOSING
    if len(names) > 1 and closed:
        yield from _shared(names, found[0], found[1], names[-1][2])
