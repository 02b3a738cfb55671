"""What kind of thing a noun phrase's head stands for: a party, a state, a person, an official.

Answers come from the party tables and the grammar, not from lists in patterns.
"""

from __future__ import annotations

from dragoman.knowledge.tables import Knowledge
from dragoman.model.text import Sentence, Token

PEOPLE = frozenset({"he", "she", "they", "we", "i", "you", "who", "him", "her", "them", "us", "me"})
POLITIES = frozenset(
    {"country", "nation", "state", "government", "republic", "kingdom", "administration", "regime",
     "capital", "neighbor", "neighbour", "ally", "authorities", "power"}
)  # fmt: skip
MEMBERS = frozenset({"partner", "member", "colleague"})
SIDING = frozenset({"anti", "pro", "ex", "non"})
LANDS = frozenset({"enclave", "town", "city", "village", "province", "capital", "port", "camp"})
"""Places: who acts on one acts on it, not on what its "of" names."""
TIMES = frozenset(
    {"year", "month", "week", "day", "decade", "century", "hour", "time", "weekend", "case",
     "january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
     "saturday", "sunday", "morning", "afternoon", "evening", "night", "today", "yesterday"}
)  # fmt: skip
"""Words of time: never a party, though some are written with a capital."""
PHRASE_WORDS = 5  # the longest alias looked up before a head ("United States of America")
BODY_KINDS = frozenset({"name", "initials"})
STATE_KINDS = frozenset(
    {"name", "short", "initials", "demonym", "capital", "seat", "metonym", "ruler"}
)


class Kinds:
    """Kinds of noun phrase heads, from the knowledge; build once, use for every sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._aliases: dict[str, bool] = {}
        for alias in knowledge.aliases:
            names_state = alias.party_id in knowledge.states and alias.kind in STATE_KINDS
            self._aliases[alias.alias] = self._aliases.get(alias.alias, False) or names_state
        self._bodies = frozenset(
            alias.alias for alias in knowledge.aliases
            if alias.kind in BODY_KINDS and alias.party_id in knowledge.organisations
            and knowledge.organisations[alias.party_id].group
        )  # fmt: skip
        self._roles = {noun: row.kind for noun, row in knowledge.nouns.items()}
        self._offices = {w.split()[-1] for o in knowledge.offices.values() for w in o.words}
        self._event_nouns = {n.split()[-1] for p in knowledge.patterns for n in p.nouns}

    def is_state(self, sentence: Sentence, i: int) -> bool:
        """A state by name, demonym, capital or metonym, or a word like "country"."""
        token = sentence.tokens[i]
        if token.lemma in POLITIES:
            return True
        return any(self._aliases.get(phrase, False) for phrase in _ending_at(sentence.tokens, i))

    def is_named(self, sentence: Sentence, i: int, *, whole: bool = False) -> bool:
        """A state, or an organisation of states by name; `whole`: not that of "anti-Chadian"."""
        before = [t.text.lower() for t in sentence.tokens[max(0, i - 2) : i]]
        if whole and before[1:] == ["-"] and before[0] in SIDING:
            return False
        if self.is_state(sentence, i):
            return True
        return any(phrase in self._bodies for phrase in _ending_at(sentence.tokens, i))

    def is_official(self, sentence: Sentence, i: int) -> bool:
        """A holder of an office, by common noun or title."""
        token = sentence.tokens[i]
        if token.lemma in self._offices or token.text.lower() in self._offices:
            return True
        titles = sentence.kids(i, "compound", "appos", "nmod")
        return token.pos == "PROPN" and any(t.text.lower() in self._offices for t in titles)

    def is_person(self, sentence: Sentence, i: int) -> bool:
        """A person: a pronoun for people, a role noun for one, an official, or a name."""
        token = sentence.tokens[i]
        if token.text.lower() in PEOPLE or self._roles.get(token.lemma) == "person":
            return True
        if self.is_official(sentence, i):
            return True
        return token.pos == "PROPN" and not self.is_state(sentence, i)

    def is_party(self, sentence: Sentence, i: int) -> bool:
        """Anything that can act or be acted upon politically."""
        token = sentence.tokens[i]
        if token.lemma in TIMES:
            return False
        if (
            token.tag in ("NNP", "NNPS")
            or token.text.lower() in PEOPLE
            or token.lemma in self._roles
            or token.lemma in MEMBERS
        ):
            return True
        if token.lemma in self._offices or token.lemma == "it":
            return True
        return self.is_state(sentence, i)

    def is_several(self, sentence: Sentence, i: int) -> bool:
        """One of two states, or people of two: "*Chile* and Peru", "Polish and Czech *gunners*"."""
        named = [i, *(t.i for t in sentence.kids(i, "amod", "compound", "nmod", "poss"))]
        return any(
            self.is_state(sentence, at) and self.is_state(sentence, other.i)
            for at in named
            for other in sentence.kids(at, "conj")
        )

    def is_event(self, sentence: Sentence, i: int) -> bool:
        """An event noun of some pattern."""
        return sentence.tokens[i].lemma in self._event_nouns


def _ending_at(tokens: tuple[Token, ...], i: int) -> list[str]:
    """The phrases of up to five tokens that end at token `i`, longest first."""
    first = max(0, i - PHRASE_WORDS + 1)
    return [" ".join(t.text for t in tokens[k : i + 1]) for k in range(first, i + 1)]
