"""Who a phrase means that stands alone, without a report around it.

The phrase is parsed as a sentence of its own and asked of a `Cast`, like any other words. What is
different: a name that is the whole phrase needs no grammar; a town says where somebody is from; and
where the words name no state, a context may.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from dragoman.knowledge.names import NameIndex, fold
from dragoman.knowledge.tables import Knowledge, Officeholder
from dragoman.model.event import Party
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.alone import head_of, joined, objects_of, sector_in, states_around, with_names
from dragoman.resolve.backdrop import Home, home_in, states_in
from dragoman.resolve.belonging import country_of
from dragoman.resolve.nominals import POLITIES, VAGUE
from dragoman.resolve.parties import Cast
from dragoman.resolve.pieces import Piece
from dragoman.resolve.plover import in_plovers_terms
from dragoman.resolve.reference import NEUTER, PLURAL, SINGULAR, SPEAKER
from dragoman.resolve.resolved import Resolved, group, told
from dragoman.resolve.spellings import slug
from dragoman.resolve.words import CALENDAR, HONORIFICS

LARGER = 4  # a town is meant and not its namesake when it has this many times as many people
HEADS = VAGUE | {"head", "director", "chairman", "president", "secretary", "employee", "founder"}
"""Nouns for people of whom the body that they belong to says more."""
BELONGING = frozenset({"of", "at", "for", "with", "from", "in"})
NAMELESS = "a title without a name"
TIMES = CALENDAR | {"Yesterday", "Today", "Tomorrow", "Tonight", "Now"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who a phrase means: several where it joins them ("Chile and Peru"), none for no party."""

    parties: tuple[Resolved, ...]
    why: str


def who_is(
    parsed: ParsedReport,
    knowledge: Knowledge,
    names: NameIndex,
    *,
    context: str = "",
    is_english: bool = True,
) -> Answer:
    """Who a phrase that stands alone means ("Mexican troops"), parsed as a report of its own.

    Args:
        parsed: the phrase.
        knowledge, names: what is known; `names` may hold the names of one language alone.
        context: words that tell the state where the phrase does not ("German"), or empty.
        is_english: else the grammar is not asked, only the names.

    Returns:
        the parties in PLOVER's terms, none where the words name nobody; a party that stays open
        has a country, sector or kind of None ("" for the kind) and says why.
    """
    if not parsed.sentences or not any(c.isalnum() for c in parsed.report.text):
        return Answer(parties=(), why="no words")
    reader = _Reader(with_names(parsed, names), knowledge, names)
    found = reader.read() if is_english else reader.read_names()
    if not found:
        return Answer(parties=(), why="no name and no noun that could mean somebody")
    home = home_in(context, knowledge, names) if context.strip() else None
    parties = tuple(
        replace(
            placed,
            party=in_plovers_terms(placed.party, names, body=reader.body(placed)),
            why=told(placed.why, parsed.report.text),
        )
        for resolved in found
        for placed in [reader.at_home(resolved, home)]
    )
    return Answer(parties=parties, why="; ".join(dict.fromkeys(r.why for r in parties)))


class _Reader:
    """Reads one phrase."""

    def __init__(self, parsed: ParsedReport, knowledge: Knowledge, names: NameIndex) -> None:
        self._parsed = parsed
        self._on = parsed.report.published
        self._knowledge = knowledge
        self._names = names
        self._cast = Cast(parsed, knowledge, names)
        self._sentence = parsed.sentences[0]

    def read(self) -> tuple[Resolved, ...]:
        """The parties of the phrase."""
        whole = self._whole_name()
        if whole:
            return tuple(self._dated(resolved) for resolved in whole)
        head = head_of(self._sentence)
        if head is None or self._sentence.tokens[head].text.title() in TIMES:
            return ()
        heads = [head, *joined(self._sentence, head)]
        found = [resolved for i in heads for resolved in self._one(i)]
        known = [r for r in found if r.party.kind] or found[:1]  # "the seat and home of the king"
        return tuple({r.party.party_id: r for r in reversed(known)}.values())[::-1]

    def read_names(self) -> tuple[Resolved, ...]:
        """The party of a phrase whose grammar is not known: by its names alone."""
        whole = self._whole_name()
        tokens = self._sentence.tokens
        persons = dict.fromkeys(i for i in range(len(tokens)) if self._cast.is_person(0, i))
        named = [r for i in persons for r in self._cast.head(0, i) if r.party.country is not None]
        if whole or named:
            return tuple(self._dated(resolved) for resolved in (whole or named[:1]))
        text = self._parsed.report.text
        states = states_in(text, self._knowledge, self._names)
        if len(states) != 1:
            return (_nobody(text, "", "only English is read, and no known name stands here"),)
        why = "the state that it names; only English is read"
        return (_of(_nobody(text, "", why), next(iter(states)), why),)

    def _one(self, i: int) -> tuple[Resolved, ...]:
        if self._sentence.tokens[i].text.lower() in HONORIFICS:
            return (_nobody(self._sentence.tokens[i].text, "person", NAMELESS),)
        found = [r for r in self._cast.head(0, i) if not self._is_guess(r.party)]
        found = found or list(self._surname() or self._open(i))
        return tuple(self._placed(self._headed(self._dated(resolved), i), i) for resolved in found)

    def _headed(self, resolved: Resolved, i: int) -> Resolved:
        """The head or a worker of a body, with the sector of that body."""
        noun = self._cast.nominals(0).read(i).noun
        if noun not in HEADS or resolved.party.sector == "ELI":
            return resolved
        for body in objects_of(self._sentence, i, BELONGING):
            for r in self._cast.head(0, body):
                if r.party.sector is not None and r.party.kind in ("organisation", "group"):
                    return replace(resolved, party=replace(resolved.party, sector=r.party.sector))
        return resolved

    def _is_guess(self, party: Party) -> bool:
        """Whether a party is an unknown name, which in a report is taken for an organisation."""
        known = party.party_id in self._knowledge.organisations
        return party.kind == "organisation" and not known and party.country is party.sector is None

    def _whole_name(self) -> tuple[Resolved, ...]:
        """The party whose name the whole phrase is, whatever the grammar makes of it."""
        tokens = self._sentence.tokens
        first = 1 if tokens[0].text.lower() in ("the", "a", "an") and len(tokens) > 1 else 0
        for start in dict.fromkeys((0, first)):
            words = [token.text for token in tokens[start:]]
            found = self._names.at(words, 0)
            if found is not None and found[0] == len(words):
                i = len(tokens) - 1
                read = self._cast.head(0, i) if i in self._cast.known(0) else ()
                return read or self._cast.named(0, i, Piece(start, i, "known", rows=found[1]))
        return ()

    def _surname(self) -> tuple[Resolved, ...]:
        """The one known office holder whose surname the phrase is."""
        words = [t.text for t in self._sentence.tokens if t.text[0].isalpha()]
        if not words or len(words) > 1 or len(words[0]) < 2:
            return ()
        return self._cast.known_person(words[0])

    def _open(self, i: int) -> tuple[Resolved, ...]:
        """A party of which nothing but perhaps its kind can be told."""
        token = self._sentence.tokens[i]
        word = token.text.lower()
        if word in SINGULAR or word in ("i", "me", "my", "myself"):
            return (_nobody(token.text, "person", "a pronoun, and nothing before it"),)
        if word in PLURAL | SPEAKER:
            return (_nobody(token.text, "group", "a pronoun, and nothing before it"),)
        if word in NEUTER or word in ("this", "that", "these", "those", "which", "who", "whom"):
            return (_nobody(token.text, "", "a pronoun, and nothing before it"),)
        if self._cast.nominals(0).read(i).noun in POLITIES:
            return (_nobody(token.text, "state", "nothing says which state"),)
        if token.tag[:2] in ("NN", "FW", "AD") or token.text[0].isupper():
            return (
                self._titled(i) or self._town(i) or self._owned(i) or self._described(i)
                or (_nobody(self._words(i), "", _unknown(token)),)
            )  # fmt: skip
        return ()

    def _titled(self, i: int) -> tuple[Resolved, ...]:
        """Somebody by title and a name that the parser takes for no name."""
        title = (
            self._cast.titles(0).before(i) if self._sentence.tokens[i].text[0].isupper() else None
        )
        if title is None:
            return ()
        former = title.tense in ("former", "then")
        party = Party(
            party_id=f"p-{slug(self._words(i))}", name=self._words(i), name_raw=self._words(i),
            kind="person", country=next(iter(title.countries), None),
            sector="ELI" if former else title.office.sector, office=title.office.id,
        )  # fmt: skip
        return (Resolved(party=party, posting=title.posting, why=f"by title: {title.office.id}"),)

    def _owned(self, i: int) -> tuple[Resolved, ...]:
        """A thing of somebody's: "the residence of the king"."""
        owner = self._cast.nominals(0).read(i).owner
        found = () if owner is None or owner == i else self._cast.head(0, owner)
        return tuple(
            group(self._words(i), r.party.country, r.party.sector, f"of {r.party.name}: {r.why}")
            for r in found
            if r.party.country is not None or r.party.sector is not None
        )[:1]

    def _described(self, i: int) -> tuple[Resolved, ...]:
        """A body without a row of its own, by the words of its name: "Lowland Medical Services"."""
        tokens = self._sentence.tokens
        first, end = _range(self._sentence, i)
        words = [t.text.lower() for t in tokens[first:end]]
        sector = sector_in(words, self._names)
        if sector is None or not all(t.text[0].isupper() for t in tokens[first:end]):
            return ()
        known = self._cast.known(0)
        states = {country_of(known[k], self._names) for k in range(first, end) if k in known}
        country = next(iter(states)) if len(states) == 1 else None
        name = " ".join(t.text for t in tokens[first:end])
        why = "by the words of its name"
        return (group(name, country, sector, why, kind="organisation"),)

    def _words(self, i: int) -> str:
        nominal = self._cast.nominals(0).read(i)
        return nominal.name if nominal.is_proper else nominal.noun

    def _town(self, i: int) -> tuple[Resolved, ...]:
        """The people of a town that is the phrase, or the name that ends at its head."""
        country = self._town_at(i)
        if country is None:
            return ()
        words = self._words(i)
        return (group(words, country, "CVL", f"{words} lies in {country}"),)

    def _town_at(self, last: int) -> str | None:
        """The state of the large town whose name ends at a token; None when two may be meant."""
        tokens = self._sentence.tokens
        for first in range(max(0, last - 3), last + 1):
            name = " ".join(t.text for t in tokens[first : last + 1]).replace(" - ", "-")
            rows = [t for t in self._names.towns(name) if t.country in self._knowledge.states]
            if not name[0].isupper() or not rows:
                continue
            others = [t.population for t in rows if t.country != rows[0].country]
            return (
                rows[0].country if rows[0].population >= LARGER * max(others, default=0) else None
            )
        return None

    def _placed(self, resolved: Resolved, i: int) -> Resolved:
        """A party without a state, with that of a town among the phrase's words."""
        if resolved.party.country is not None or self._is_of_many(resolved.party.party_id):
            return resolved
        if resolved.posting is not None:  # "the Lima embassy" is not Peru's
            return resolved
        if resolved.party.party_id.startswith("p-") or self.body(resolved) is not None:
            return resolved  # surnames are names of towns, too
        first, end = _range(self._sentence, i)
        states = set(states_around(self._sentence, self._cast.known(0), self._names))
        if len(states) == 1:
            return _of(resolved, states.pop(), "the only state that the phrase names")
        for at in range(first, end):
            token = self._sentence.tokens[at]
            if token.tag not in ("NNP", "NNPS") or self._cast.is_person(0, at):
                continue
            country = self._town_at(at) if at != i else None
            if country is not None:
                return _of(resolved, country, f"{token.text} lies in {country}")
        return resolved

    def body(self, resolved: Resolved) -> str | None:
        """The organisation of many states whose official or member somebody is, or None."""
        if resolved.party.country is not None or resolved.party.kind == "organisation":
            return None
        rows = self._tenures(resolved.party)
        named = [p.rows[0].party_id for p in self._cast.known(0).values()]
        bodies = [*(row.party_id for row in rows[-1:]), *named]
        return next((b for b in bodies if self._is_of_many(b)), None)

    def _is_of_many(self, party_id: str) -> bool:
        row = self._knowledge.organisations.get(party_id)
        return row is not None and row.group is not None and row.country is None

    def at_home(self, resolved: Resolved, home: Home | None) -> Resolved:
        """A party without a state, with that of the context."""
        if home is None or resolved.party.country is not None:
            return resolved
        if self._is_of_many(resolved.party.party_id) or self.body(resolved) is not None:
            return resolved
        if home.country is None:
            return replace(resolved, why=f"{resolved.why}; {home.why}")
        return _of(resolved, home.country, home.why)

    def _dated(self, resolved: Resolved) -> Resolved:
        """What is known from dated tables, with the dates that the answer rests on."""
        party = resolved.party
        if party.kind == "state":
            return self._ended(resolved)
        rows = self._tenures(party)
        if not rows or self._cast.said:
            return resolved
        row = rows[-1]
        latest = "" if self._on is not None else "; the latest known, as no day is given"
        once = "formerly " if party.sector == "ELI" else ""
        table = "notables.csv" if row.is_notable else "tenures.csv"
        return replace(resolved, why=f"{once}{_tenure(row)} by {table}{latest}")

    def _ended(self, resolved: Resolved) -> Resolved:
        """A state by the name of one that is no more: its successor, and why."""
        found = self._names.find(resolved.party.name_raw)
        row = self._knowledge.states.get(found[-1][2][0].party_id) if found else None
        if row is None or row.until is None or row.id == resolved.party.party_id:
            return resolved
        why = f"{row.name} ended on {row.until}; {resolved.party.name} is its successor"
        return replace(resolved, why=why)

    def _tenures(self, party: Party) -> list[Officeholder]:
        words = party.name.split()
        if party.kind != "person" or party.office is None or not words:
            return []
        keys = dict.fromkeys((fold(words[-1]), fold(words[0])))
        return [
            row for key in keys for row in self._names.holders(key)
            if row.office == party.office and party.country in (row.party_id, None)
            and self._is_of_the_day(row, former=party.sector == "ELI")
        ]  # fmt: skip

    def _is_of_the_day(self, row: Officeholder, *, former: bool) -> bool:
        """Whether a tenure holds on the day asked for, or ended before it; any where none is."""
        since, until, on = row.days.since, row.days.until, self._on
        if on is None:
            return True
        if former:
            return until is not None and until <= on
        return (since is None or since <= on) and (until is None or on < until)


def _tenure(row: Officeholder) -> str:
    since = "" if row.days.since is None else f" since {row.days.since.year}"
    until = "" if row.days.last is None else f" until {row.days.last.year}"
    return f"{row.name}, {row.office} of {row.party_id}{since}{until}"


def _of(resolved: Resolved, country: str, why: str) -> Resolved:
    """A party without a state as one of this state."""
    party = resolved.party
    if party.kind in ("group", "") and party.party_id.startswith("g-"):
        party = replace(party, party_id=f"g-{country.lower()}-{party.party_id[2:]}")
    return replace(resolved, party=replace(party, country=country), why=why)


def _nobody(words: str, kind: str, why: str) -> Resolved:
    """A party that stays open."""
    party = Party(party_id=f"g-{slug(words)}", name=words, name_raw=words, kind=kind)
    return Resolved(party=party, posting=None, why=why)


def _unknown(token: Token) -> str:
    if len(token.text) == 1:
        return "one letter is no name that could be looked up"
    if not any(unicodedata.name(c, "").startswith("LATIN") for c in token.text):
        return "no names in this script are known"
    is_name = token.tag in ("NNP", "NNPS") or token.text[0].isupper()
    return f"{'a name' if is_name else 'a noun'} that no table has"


def _range(sentence: Sentence, i: int) -> tuple[int, int]:
    first, last = sentence.words(i)
    return first, last + 1
