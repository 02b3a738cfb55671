"""Read a noun phrase that is no name: whose it is, what kind of people, which office.

"Peruvian lawmakers", "Chile's ambassador to Peru", "the embassy of Spain in Lima", "prosecutors".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import RoleNoun
from dragoman.model.text import Sentence, Token
from dragoman.resolve.belonging import country_of, is_backed
from dragoman.resolve.pieces import Piece
from dragoman.resolve.titles import FORMER, HOST, THEN
from dragoman.resolve.words import words

POLITIES = words(
    """
    country nation state government republic kingdom administration regime authorities authority
    cabinet executive leadership emirate monarchy superpower junta side
    """
)
"""Nouns that stand for a state itself once it is known which."""
MISSIONS = frozenset(
    {"embassy", "consulate", "mission", "legation", "high commission", "consulate general"}
)
POSTED = words(
    """
    diplomat staff envoy embassy consulate mission legation attaché consul ambassador chargé
    representative personnel delegation emissary compound residence
    """
)
"""Nouns for people and houses that serve abroad: "in X" names the host, not the sender."""
QUANTITIES = words(
    """
    number dozen hundred thousand score handful group lot majority couple series wave part rest
    one two three four five six seven eight nine ten some many most several all each both none
    few member team batch total minority half third quarter scores any plenty family crowd pair
    trio version kind type cell unit
    """
)
"""Heads of "dozens of X", "one of X": the people meant are X."""
VAGUE = words(
    """
    officer official man woman member leader spokesman worker agent head chief representative
    accountant source group force employee personnel staff commander figure boss team unit
    office hopeful syndicate youth board
    """
)
"""Nouns that say less of a sector than the noun before them ("army officer")."""
INSTITUTIONS = frozenset({"LEG", "JUD", "COP", "GOV", "MIL", "SPY"})
"""Sectors of a state's own bodies: without a country, that of the passage is meant."""
FLEEING = words("flee escape")
LYING = words("lead run lie locate situate stand")
LANDS = words("city capital town province state region island port district")
STATE_OWNED = frozenset({"official", "state", "state-run", "state-owned", "government"})
LONGEST_ROLE = 4
POSSESSIVE = re.compile(r" ('s?)(?= )")
"""A possessive's ending, which the parser cuts off its noun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A noun phrase taken apart.

    `countries` are (state, words that say so); `bodies` the head tokens of organisations of many
    states that are named with it ("EFTA ministers"); `posting` the host state or None; `noun` the
    lemma or phrase that heads it, `name` the capitalised words that end at it; `owner` the head
    token of its possessor or "of" phrase when that is neither a state nor a pronoun; `named` the
    heads of other nouns before it ("the Ruiz government"), `listed` those of what "including"
    lists; `before` the words before the head in small letters; `pronoun` the token of a possessive
    pronoun; `first` the common noun that it is joined to by "and", `beside` the noun that it
    stands beside ("the bank Equa"); `is_there` when "there" or "local" says where it is.
    """

    head: int
    noun: str
    name: str
    role: RoleNoun | None
    sector: str | None
    countries: tuple[tuple[str, str], ...]
    bodies: tuple[int, ...]
    posting: str | None
    owner: int | None
    named: tuple[int, ...]
    listed: tuple[int, ...]
    pronoun: int | None
    is_former: bool
    is_definite: bool
    is_plural: bool
    is_proper: bool
    is_there: bool
    first: int | None
    beside: int | None
    number: str | None
    before: tuple[str, ...]


class Nominals:
    """Reads the noun phrases of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        known: Mapping[int, Piece],
        names: NameIndex,
        country: Callable[[Piece], str | None],
        organisation: Callable[[Piece], str | None],
    ) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._known = known
        self._names = names
        self._country = country
        self._sector_of = organisation

    def read(self, i: int) -> Nominal:
        """The phrase headed by token `i`."""
        left = self._left(i)
        noun, role, sector = self._role(i, left)
        countries, posting, owner = self._complements(i, noun)
        mine, host = self._modifiers(i, left, abroad=noun.rpartition(" ")[2] in MISSIONS)
        posting = posting or host
        lowers = {t.text.lower() for t in left}
        determiners = {t.text.lower() for t in left if t.dep in ("det", "predet") and t.head == i}
        possessor = next((t for t in left if t.tag == "PRP$" and t.head == i), None)
        owned = next(
            (t.i for t in left if t.dep == "poss" and t.head == i and t.tag != "PRP$"), None
        )
        if owned is not None and any(p.first <= owned <= p.last for p in self._known.values()):
            owned = None if self._country(self._known[owned]) is not None else owned
        token = self._tokens[i]
        first = self._tokens[token.head]
        joined = token.dep == "conj" and first.tag in ("NN", "NNS")
        number = next((t.text.lower() for t in left if t.dep == "nummod" and t.head == i), None)
        return Nominal(
            head=i, noun=noun, name=self._as_written(i), role=role, sector=sector,
            countries=mine or countries or self._fled(i),
            bodies=self._bodies(i, left, owner),
            posting=posting, owner=owned if owned is not None else owner,
            pronoun=None if possessor is None else possessor.i,
            is_former=bool(lowers & FORMER) or bool(lowers & THEN),
            is_definite=bool(determiners & {"the", "this", "that", "both", "these", "those"})
            or possessor is not None or owned is not None,
            beside=token.head if token.dep == "appos" else None,
            is_plural=self._tokens[i].tag in ("NNS", "NNPS"),
            first=first.i if joined else None,
            named=tuple(
                t.i for t in left
                if t.head == i and t.i not in self._known and t.tag[:2] == "NN"
                and t.dep in ("compound", "nmod", "amod")
            ),
            listed=self._listed(i), is_there=self._is_there(i),
            is_proper=self._tokens[i].tag in ("NNP", "NNPS"), number=number,
            before=tuple(t.text.lower() for t in left),
        )  # fmt: skip

    def _as_written(self, i: int) -> str:
        """The run of capitalised names that ends at the head, as written."""
        first = i
        while (
            first
            and self._tokens[first - 1].tag in ("NNP", "NNPS")
            and first - 1 not in (self._known)
        ):
            first -= 1
        return " ".join(token.text for token in self._tokens[first : i + 1])

    def _listed(self, i: int) -> tuple[int, ...]:
        """Heads of what "including" or "such as" lists after the head."""
        return tuple(
            target
            for preposition in self._sentence.kids(i, "prep")
            if preposition.text.lower() in ("including", "like", "as")
            for target in self._targets(preposition.i)
        )

    def _is_there(self, i: int) -> bool:
        """Whether "local" stands before the head, or "there" with it or right after its phrase."""
        if any(
            kid.text.lower() in ("there", "local")
            for kid in self._sentence.kids(i, "advmod", "amod")
        ):
            return True
        after = i + 1
        for preposition in self._sentence.kids(i, "prep"):
            if preposition.text.lower() == "of":
                after = max(after, *(k + 1 for k in self._sentence.subtree(preposition.i)))
        return after < len(self._tokens) and self._tokens[after].text == "there" and (
            self._tokens[after].tag == "RB"
        )  # fmt: skip

    def _left(self, i: int) -> list[Token]:
        """What stands before the head in its phrase, in text order."""
        first = i
        for kid in self._sentence.kids(i):
            if kid.i < i and kid.dep not in (
                "relcl",
                "acl",
                "cc",
                "conj",
                "punct",
                "advcl",
                "prep",
            ):
                first = min(first, *self._sentence.subtree(kid.i), kid.i)
        return list(self._tokens[first:i])

    def _role(self, i: int, left: list[Token]) -> tuple[str, RoleNoun | None, str | None]:
        """The longest role noun that ends at the head, its row, and its sector."""
        words = [token.text.lower() for token in left]
        head = self._tokens[i]
        words.append(head.text.lower() if head.tag in ("NNP", "NNPS") else head.lemma)
        for size in range(min(LONGEST_ROLE, len(words)), 1, -1):
            phrase, role = self._phrase(words[-size:], head)
            if role is not None:
                owned = role.sector == "JRN" and STATE_OWNED & set(words)
                return phrase, role, "GOV" if owned else role.sector
        noun = words[-1]
        role = self._names.role(noun)
        sector = None if role is None else role.sector
        is_named = role is None and head.tag in ("NNP", "NNPS")
        if noun in VAGUE or is_named or sector == "CVL":
            sector = self._sector_before(left, words[:-1]) or sector
        elif sector == "JRN" and STATE_OWNED & set(words):
            sector = "GOV"
        return noun, role, sector

    def _phrase(self, words: list[str], head: Token) -> tuple[str, RoleNoun | None]:
        """The words as the tables write them, and their row: "state media", "workers' party"."""
        joined = POSSESSIVE.sub(r"\1", " ".join(words).replace(" - ", "-").replace("’", "'"))
        for phrase in (joined, f"{joined.rpartition(' ')[0]} {head.text.lower()}"):
            role = self._names.role(phrase)
            if role is not None:
                return phrase, role
        return joined, None

    def _sector_before(self, left: list[Token], words: list[str]) -> str | None:
        """The sector of the nouns before a vague head: "intelligence agency officer"."""
        for size in range(min(LONGEST_ROLE - 1, len(words)), 1, -1):
            role = self._names.role(" ".join(words[-size:]))
            if role is not None:
                return role.sector
        for token in reversed(left):
            sector = self._modifying_sector(token)
            if sector is not None:
                return sector
        return None

    def _modifying_sector(self, token: Token) -> str | None:
        if token.dep not in ("compound", "amod", "nmod", "poss"):
            return None
        piece = self._known.get(token.i)
        if piece is not None:
            return self._sector_of(piece)
        role = self._names.role(token.lemma)
        if role is None and token.text.lower() in ADJECTIVES:
            return ADJECTIVES[token.text.lower()]
        return None if role is None or role.sector == "CVL" else role.sector

    def _modifiers(
        self, i: int, left: list[Token], *, abroad: bool
    ) -> tuple[tuple[tuple[str, str], ...], str | None]:
        """States named before the head ("Peruvian", "US"), and the host of "its Lima embassy"."""
        found: dict[str, str] = {}
        host = None
        for token in left:
            piece = self._known.get(token.i)
            if piece is None or piece.first != token.i or piece.last >= i:
                continue
            if is_backed(self._tokens, piece.first, piece.last) or self._is_ethnic(piece):
                continue
            country = self._country(piece)
            is_city = piece.rows[0].kind in ("city", "capital")
            if country is not None and abroad and is_city and not self._is_owner(piece):
                host = country
            elif country is not None:
                found.setdefault(country, " ".join(t.text for t in self._span(piece)))
        return tuple(found.items()), host

    def _is_ethnic(self, piece: Piece) -> bool:
        """Whether a demonym names a people and not a state: "ethnic Turkish villagers"."""
        return piece.first > 0 and self._tokens[piece.first - 1].text.lower() == "ethnic"

    def has_backer(self, i: int) -> bool:
        """Whether the phrase names a state that it is not of: "Iranian-backed rebels"."""
        first, _ = self._sentence.words(i)
        known = (self._known[at] for at in range(first, i) if at in self._known)
        return any(is_backed(self._tokens, piece.first, piece.last) for piece in known)

    def _bodies(self, i: int, left: list[Token], owner: int | None) -> tuple[int, ...]:
        """Head tokens of names without a state before the head or in its "of" phrase."""
        found = [
            token.i for token in left
            if token.i in self._known and self._known[token.i].last == token.i < i
            and (token.head == i or self._tokens[token.head].dep == "compound")
        ]  # fmt: skip
        if owner is not None and owner in self._known:
            found.append(owner)
        for preposition in self._sentence.kids(i, "prep"):
            if preposition.text.lower() == "from":
                found.extend(k for k in self._targets(preposition.i) if k in self._known)
        return tuple(k for k in found if self._country(self._known[k]) is None)

    def _is_owner(self, piece: Piece) -> bool:
        after = piece.last + 1
        return after < len(self._tokens) and self._tokens[after].tag == "POS"

    def _span(self, piece: Piece) -> tuple[Token, ...]:
        return self._tokens[piece.first : piece.last + 1]

    def _complements(
        self, i: int, noun: str
    ) -> tuple[tuple[tuple[str, str], ...], str | None, int | None]:
        """States of "of Peru", the host of "to Peru", and the head of another "of" phrase."""
        countries: dict[str, str] = {}
        posting, owner = None, None
        abroad = noun in POSTED or noun.rpartition(" ")[2] in POSTED
        for preposition in self._sentence.kids(i, "prep", "agent"):
            word = preposition.text.lower()
            if word not in (
                "of",
                "from",
                "for",
                "to",
                "in",
                "at",
                "by",
                "within",
                "inside",
                "near",
            ):
                continue
            for target in self._targets(preposition.i):
                piece = self._known.get(self._place_named(target))
                country = None if piece is None else self._country(piece)
                if piece is None or country is None:
                    owner = target if owner is None and word in ("of", "for", "at", "in") else owner
                elif abroad and word in HOST and posting is None:
                    posting = country
                elif word != "to" and not (abroad and word in HOST):
                    countries.setdefault(country, " ".join(t.text for t in self._span(piece)))
                    if word not in ("of", "from"):
                        break
        return tuple(countries.items()), posting, owner

    def _fled(self, i: int) -> tuple[tuple[str, str], ...]:
        """The state that people flee or a thing lies in: "villagers *fleeing the war in Chad*"."""
        for clause in self._sentence.kids(i, "acl", "relcl"):
            if clause.lemma not in FLEEING | LYING:
                continue
            for at in sorted(self._sentence.subtree(clause.i)):
                piece = self._known.get(at)
                country = None if piece is None or at < clause.i else self._country(piece)
                if piece is not None and country is not None:
                    return ((country, " ".join(t.text for t in self._span(piece))),)
        return ()

    def _place_named(self, i: int) -> int:
        """The name in "the city of X", else the token itself."""
        if self._tokens[i].lemma in LANDS:
            for preposition in self._sentence.kids(i, "prep"):
                for noun in self._sentence.kids(preposition.i, "pobj"):
                    if preposition.text.lower() == "of":
                        return noun.i
        return i

    def _targets(self, preposition: int) -> list[int]:
        out: list[int] = []
        stack = [t.i for t in self._sentence.kids(preposition, "pobj")]
        while stack:
            at = stack.pop(0)
            out.append(at)
            stack.extend(t.i for t in self._sentence.kids(at, "conj"))
        return out


ADJECTIVES = {
    "military": "MIL", "naval": "MIL", "presidential": "GOV", "governmental": "GOV",
    "congressional": "LEG", "parliamentary": "LEG", "legislative": "LEG", "judicial": "JUD",
    "religious": "REL", "medical": "MED", "academic": "EDU", "criminal": "CRM", "official": "GOV",
    "diplomatic": "GOV", "consular": "GOV", "ministerial": "GOV", "senatorial": "LEG",
    "paramilitary": "PRM", "separatist": "REB", "insurgent": "REB", "agricultural": "AGR",
}  # fmt: skip

__all__ = [
    "INSTITUTIONS", "MISSIONS", "POLITIES", "POSTED", "QUANTITIES", "Nominal", "Nominals",
    "country_of",
]  # fmt: skip
