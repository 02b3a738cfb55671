"""Persons by what was told of them: "the suspect", "the 45-year-old", "each other".

"The suspect" is who was held or charged before, "the 45-year-old" whose age was given as that.
Where nobody was, it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.nominals import Nominal
from dragoman.resolve.person import Person
from dragoman.resolve.persons import Persons
from dragoman.resolve.reference import UNDOING, Antecedents, Entity
from dragoman.resolve.words import words

ACCUSED = words("suspect defendant accused detainee convict")
"""Nouns for those whom the law is after or holds."""
STRANGERS = words("suspect defendant accused")
"""Of these the ones who are as often foreigners as people of the state that is after them."""
HELD = UNDOING | words(
    """
    hold accuse suspect try indict seize capture question sentence apprehend nab extradite identify
    """
)
OBJECTS = ("dobj", "nsubjpass")


class Individuals:
    """Finds persons of one report by what it tells of them."""

    def __init__(self, parsed: ParsedReport, persons: Persons, antecedents: Antecedents) -> None:
        self._parsed = parsed
        self._persons = persons
        self._antecedents = antecedents

    def of_age(self, s: int, i: int) -> Person | None:
        """Whom "the 45-year-old" means: the one person whose age the report gives so."""
        age = _age(self._parsed.sentences[s].tokens, i)
        if age is None:
            return None
        found = {p.party_id: p for p in self._persons.all if self._is_aged(p, age)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_aged(self, person: Person, age: str) -> bool:
        """Whether "Ada Cole, 45," or "45-year-old Ada Cole" stands in the report."""
        for use in person.uses:
            tokens = self._parsed.sentences[use.sentence].tokens
            after = [t.text for t in tokens[use.last + 1 : use.last + 4]]
            if after[:2] == [",", age] and after[2:] in ([","], ["."], []):
                return True
            if after[:1] == [","] and after[1:] == ["aged", age]:
                return True
            if _age(tokens, use.first - 1) == age:
                return True
        return False

    def accused(self, s: int, nominal: Nominal) -> tuple[Entity, ...]:
        """Whom "the suspect" means: those whom a clause before told to be held or charged."""
        if nominal.noun not in ACCUSED or not nominal.is_definite or nominal.countries:
            return ()
        found = self._antecedents.nearest(s, nominal.head, self._is_held)
        if found is None:
            return ()
        joined = self._antecedents.joined(found)
        return joined if nominal.is_plural else (found,)

    def one_another(self, s: int, i: int) -> tuple[Entity, ...]:
        """Whom "each other" means: all whom the subject of its clause joins."""
        acting = self._antecedents.acting(s, i)
        return self._antecedents.joined(acting[0]) if acting else ()

    def _is_held(self, entity: Entity) -> bool:
        sentence = self._parsed.sentences[entity.sentence]
        token = sentence.tokens[entity.head]
        verb = sentence.tokens[token.head]
        return entity.kind == "person" and token.dep in OBJECTS and verb.lemma in HELD


def is_one_another(sentence: Sentence, i: int) -> bool:
    """Whether token `i` heads "each other" or "one another"."""
    tokens = sentence.tokens
    word = tokens[i].text.lower()
    before = tokens[i - 1].text.lower() if i else ""
    after = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    return (word == "other" and before == "each") or (
        (word == "another" and before == "one") or (word == "one" and after == "another")
    )


def _age(tokens: Sequence[Token], i: int) -> str | None:
    """The number of "45-year-old" that ends at token `i`, or None."""
    if i < 4 or tokens[i].text.lower() not in ("old", "olds"):
        return None
    before = [t.text.lower() for t in tokens[i - 4 : i]]
    return before[0] if before[1:] == ["-", "year", "-"] and before[0].isdigit() else None
