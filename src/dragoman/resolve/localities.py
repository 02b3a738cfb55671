"""What a phrase says of where: the name in it, and how it lies towards that name.

"In Trujillo, Peru", "the town of X", "at the X airport", "outside the Swedish embassy in X", "in
the Peruvian capital", "on the border with X". A name inside another thing's name ("the X
Convention", "X United") and a person who is called like a town are no places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.knowledge.names import NameIndex
from dragoman.model.event import Place
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.namesakes import STATE, Evidence, Sense, choose, lies_in, senses
from dragoman.resolve.nominals import MISSIONS
from dragoman.resolve.parties import Cast
from dragoman.resolve.runs import (
    BEFORE,
    INNER,
    PROPER,
    cased,
    first_of_run,
    hosts,
    is_about,
    last_of_run,
    may_precede,
    phrase_start,
    preposition_above,
    starts_at,
    words_of_run,
)
from dragoman.resolve.sites import (
    ANYBODYS,
    BORDERS,
    ENVOYS,
    GENERIC,
    LANDS,
    NAMED_AFTER,
    QUARTERS,
    REALMS,
    SITES,
    SURFACES,
    is_thing,
)
from dragoman.resolve.words import CALENDAR

CONSULATES = frozenset({"consulate", "consulate general", "consulate-general"})
DEEPEST = 4
WELL_KNOWN = 5.0  # weight of a town of 100,000
BARE = frozenset({"state"})
"""Kinds of reading that "on X" and "at X" do not place: they say whom it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A name read as a place: its readings, the words to show, and a reason.

    `outer` is what the name is said to lie in ("Trujillo, *Peru*"), `shown` the words for it where
    they are more than the name ("the X airport"). Without readings `place` says it all.
    """

    name: str
    told: tuple[Sense, ...] = ()
    outer: tuple[Sense, ...] = ()
    shown: str | None = None
    place: Place | None = None


class Localities:
    """Reads the phrases of one report."""

    def __init__(self, parsed: ParsedReport, names: NameIndex, cast: Cast) -> None:
        self._parsed = parsed
        self._names = names
        self._cast = cast

    def at(self, s: int, head: int, preposition: str | None = None) -> Locality | None:
        """What the phrase headed by token `head` says of where, or None.

        `preposition` is the one that leads to it where it is not the word above it.
        """
        sentence = self._parsed.sentences[s]
        above = preposition_above(sentence, head)
        word = preposition or (sentence.tokens[above].text.lower() if above is not None else "in")
        if preposition is None and above is not None and is_about(sentence, above, word):
            return None
        found = self._read(sentence, head, depth=0)
        if found is None or preposition == "on":
            return found if found is None or not _is_state(found) else None
        if word in ("on", "at") and _is_bare(sentence, head, found, word):
            return None
        return found

    def place(self, found: Locality, evidence: Evidence) -> Place | None:
        """The place of a phrase; without a country where namesakes stay close."""
        if found.place is not None:
            return found.place
        shown = found.shown or cased(found.name)
        told = [s for s in found.told if not found.outer or lies_in(s, found.outer)]
        if not told and len(found.outer) == 1:
            told = [replace(s, country=found.outer[0].country) for s in found.told if not s.country]
        if not told:  # a village that the tables lack, in a place that they have
            outer, _ = choose(found.outer, evidence)
            country = None if outer is None else outer.country
            return Place(name=shown, country=country, why="in the place named after it")
        best, why = choose(told, evidence)
        if found.outer:
            why = "the place named after it tells which"
        if best is None:
            return Place(name=shown, why=why)
        return Place(name=shown, country=best.country, lat=best.lat, lon=best.lon, why=why)

    # -- phrases ---------------------------------------------------------------------------------

    def _read(self, sentence: Sentence, i: int, *, depth: int) -> Locality | None:
        token = sentence.tokens[i]
        if depth > DEEPEST:
            return None
        if token.lemma in MISSIONS or token.lemma in CONSULATES:
            return self._mission(sentence, i, depth)
        if token.tag in PROPER and token.text[0].isupper():
            return self._name(sentence, i, depth)
        if not token.text[0].isalpha() or token.tag[:2] not in ("NN", "CD", "JJ"):
            return None
        if token.lemma in BORDERS or token.text.lower() in BORDERS:
            return self._border(sentence, i)
        inner = self._inside(sentence, i, depth)
        if inner is not None:
            return inner
        if token.lemma not in SITES and token.text.lower() not in SITES:
            return None
        return self._site(sentence, i)

    def _inside(self, sentence: Sentence, i: int, depth: int) -> Locality | None:
        """The place in "the square in Lima", "the town of Puno", "the town Puno"."""
        token = sentence.tokens[i]
        is_land = token.lemma in LANDS or token.text.lower() in LANDS
        kids = sentence.kids(i, "prep")
        for kid in sorted(kids, key=lambda k: (k.text.lower() == "of", k.i)):
            word = kid.text.lower()
            if word in INNER or (word == "of" and is_land):
                for noun in sentence.kids(kid.i, "pobj"):
                    found = self._read(sentence, noun.i, depth=depth + 1)
                    if found is not None and not (word == "on" and _is_state(found)):
                        return found
        for kid in sentence.kids(i, "appos") if is_land else ():
            if kid.tag in PROPER:
                return self._read(sentence, kid.i, depth=depth + 1)
        return None

    # -- names -----------------------------------------------------------------------------------

    def _name(self, sentence: Sentence, i: int, depth: int) -> Locality | None:
        """The place that a name in capitals names: whole, or as the site's own place."""
        if sentence.tokens[i].text in CALENDAR or self._is_person(sentence, i):
            return None
        first, last = first_of_run(sentence, i), last_of_run(sentence, i)
        whole = words_of_run(self._parsed, sentence, first, last) if last > i else ""
        if told := senses(whole, self._names):
            return Locality(name=whole, told=told)
        if first == i and is_thing(sentence.tokens[i].text):
            return self._inside(sentence, i, depth) or self._owned(sentence, i)
        outer = self._outer(sentence, i) or self._administered(sentence, i)
        if first and sentence.tokens[first - 1].text == "The":  # "The Hague"
            name = words_of_run(self._parsed, sentence, first - 1, i)
            if self._names.knowledge.places.towns(name):
                return Locality(name=name, told=senses(name, self._names), outer=outer)
        for start in range(first, i + 1):
            if start == i and is_thing(sentence.tokens[i].text):
                continue
            name = words_of_run(self._parsed, sentence, start, i)
            told = senses(name, self._names)
            if told and (start == first or may_precede(sentence, start)):
                return Locality(name=name, told=told, outer=outer)
        site = self._owned(sentence, i) or self._named_site(sentence, first, i)
        if site is not None:
            return replace(site, outer=outer) if outer else site
        inner = self._inside(sentence, i, depth)
        if inner is None and is_thing(sentence.tokens[i].text):
            return None
        if outer and inner is None:
            return Locality(name=words_of_run(self._parsed, sentence, first, i), outer=outer)
        return inner

    def _outer(self, sentence: Sentence, i: int) -> tuple[Sense, ...]:
        """What "X, Peru" and "X in Peru" say that X lies in."""
        tokens = sentence.tokens
        kids = [
            k.i
            for k in sentence.kids(i, "appos", "npadvmod", "nmod", "conj")
            if k.i > i + 1 and tokens[i + 1].text == "," and starts_at(sentence, k.i, i + 2)
        ]
        for preposition in sentence.kids(i, "prep"):
            if preposition.i == i + 1 and preposition.text.lower() == "in":
                kids += [k.i for k in sentence.kids(preposition.i, "pobj")]
        for at in kids:
            if tokens[at].tag in PROPER:
                first = first_of_run(sentence, at)
                found = senses(words_of_run(self._parsed, sentence, first, at), self._names)
                wide = tuple(s for s in found if s.kind in ("state", "region", "land"))
                if wide:
                    return wide
        return ()

    def _administered(self, sentence: Sentence, i: int) -> tuple[Sense, ...]:
        """The state in "Indian-administered Kashmir" and "the Brazilian Amazon"."""
        before = [kid.i for kid in sentence.kids(i, "amod", "nmod", "compound") if kid.i < i]
        below = {j for kid in before for j in sentence.subtree(kid) if j < i}
        known = self._cast.known(sentence.index)
        states = {
            known[j].rows[0].party_id
            for j in below
            if j in known and known[j].rows[0].kind == "demonym"
        } & self._names.knowledge.states.keys()
        if len(states) != 1:
            return ()
        return (Sense(kind="state", country=states.pop(), weight=STATE),)

    def _named_site(self, sentence: Sentence, first: int, i: int) -> Locality | None:
        """ "Nairobi International Airport": a place and the words for a site.

        Whose name a square or a smaller town's airport bears is rather a person.
        """
        tokens = sentence.tokens
        if tokens[i].text.lower() not in NAMED_AFTER:
            return None
        at = i
        while at > first and tokens[at].text.lower() in SITES | GENERIC:
            at -= 1
        told = senses(words_of_run(self._parsed, sentence, first, at), self._names)
        told = tuple(sense for sense in told if sense.weight >= WELL_KNOWN)
        if at == i or not told:
            return None
        shown = words_of_run(self._parsed, sentence, first, i)
        return Locality(
            name=words_of_run(self._parsed, sentence, first, at), told=told, shown=shown
        )

    def _owned(self, sentence: Sentence, i: int) -> Locality | None:
        """ "Nairobi's Wilson Airport"."""
        if not is_thing(sentence.tokens[i].text) or not sentence.kids(i, "poss"):
            return None
        return self._named_before(sentence, i, ("poss",))

    def _is_person(self, sentence: Sentence, i: int) -> bool:
        """Whether the report knows somebody by this name and another one before it."""
        size = i - first_of_run(sentence, i) + 1
        found = self._cast.head(sentence.index, i)
        return any(r.party.kind == "person" and len(r.party.name.split()) > size for r in found)

    # -- sites, borders, missions ----------------------------------------------------------------

    def _site(self, sentence: Sentence, i: int) -> Locality | None:
        """The place of "the Mosul airport", "a Kenyan jail", "the Peruvian capital"."""
        token = sentence.tokens[i]
        shown = self._shown(sentence, i)
        named = self._named_before(sentence, i, tuple(BEFORE))
        if named is not None:
            return named
        country = self._country(sentence, i)
        if country is None:
            return None
        state = self._names.knowledge.states[country]
        if token.lemma == "capital" and state.capital is not None:
            return Locality(name=state.capital, place=Place(
                name=state.capital, country=country, lat=state.lat, lon=state.lon,
                why="the capital of the state that is meant",
            ))  # fmt: skip
        why = "inside the state that is meant"
        name = state.name if token.lemma in REALMS else shown
        return Locality(name=name, place=Place(name=name, country=country, why=why))

    def _named_before(self, sentence: Sentence, i: int, kinds: tuple[str, ...]) -> Locality | None:
        """A name before a site: "Tokyo's X district", "the Mosul airport"."""
        token = sentence.tokens[i]
        for kid in sorted(sentence.kids(i, *kinds), key=lambda k: (k.dep != "poss", -k.i)):
            if kid.i > i or not kid.text[0].isupper():
                continue
            first = first_of_run(sentence, kid.i)
            name = words_of_run(self._parsed, sentence, first, kid.i)
            whole = words_of_run(self._parsed, sentence, first, i)
            if kid.i == i - 1 and (told := senses(whole, self._names)):  # "the Niger delta"
                return Locality(name=whole, told=told)
            told = senses(name, self._names)
            if token.text.lower() in ("region", "province", "state", "governorate"):
                told = tuple(s for s in told if s.kind in ("region", "land")) or told
            if token.lemma in QUARTERS and kid.dep != "poss":
                told = tuple(s for s in told if s.weight >= WELL_KNOWN)
            if told:
                return Locality(name=name, told=told, shown=self._shown(sentence, i))
        return None

    def _country(self, sentence: Sentence, i: int) -> str | None:
        """The state that a common noun belongs to, by its own words: "its", "Kenyan"."""
        token = sentence.tokens[i]
        for owner in sentence.kids(i, "poss", "compound"):
            if owner.lemma in ENVOYS:  # "the envoy's residence" lies where the envoy serves
                return _only({r.posting for r in self._cast.head(sentence.index, owner.i)})
        if token.lemma in ANYBODYS:
            return None
        is_owned = bool(sentence.kids(i, "poss", "amod", "nmod", "compound"))
        if not is_owned and token.lemma not in REALMS | {"capital"}:
            return None
        countries = {
            r.posting or r.party.country for r in self._cast.head(sentence.index, i)
        } | self._demonyms(sentence, i)
        return _only({c for c in countries if c in self._names.knowledge.states})

    def _demonyms(self, sentence: Sentence, i: int) -> set[str]:
        """States of the adjectives of states before a noun."""
        known = self._cast.known(sentence.index)
        out = set()
        for kid in sentence.kids(i, *BEFORE):
            piece = known.get(kid.i)
            if piece is not None and piece.rows[0].kind in ("demonym", "name", "initials"):
                out.add(piece.rows[0].party_id)
        return out

    def _border(self, sentence: Sentence, i: int) -> Locality:
        """A border lies in no one state: a place without a country."""
        shown = self._shown(sentence, i)
        for preposition in sentence.kids(i, "prep"):
            if preposition.text.lower() in ("with", "between", "of"):
                last = max(sentence.subtree(preposition.i))
                shown = words_of_run(self._parsed, sentence, phrase_start(sentence, i), last)
        return Locality(name=shown, place=Place(name=shown, why="a border lies in no one state"))

    def _mission(self, sentence: Sentence, i: int, depth: int) -> Locality | None:
        """Where an embassy or consulate lies: in the town named, else in the host's capital."""
        token = sentence.tokens[i]
        for noun in hosts(sentence, i):
            found = self._read(sentence, noun, depth=depth + 1)
            if found is not None:
                return self._seat(found, token.lemma)
        for kid in sentence.kids(i, *BEFORE):
            first = first_of_run(sentence, kid.i)
            told = senses(words_of_run(self._parsed, sentence, first, kid.i), self._names)
            if any(s.kind in ("capital", "town") for s in told) and kid.dep != "poss":
                return Locality(name=words_of_run(self._parsed, sentence, first, kid.i), told=told)
        host = _only({r.posting for r in self._cast.head(sentence.index, i)})
        if host is None:
            return None
        why = "the state that the mission is posted to"
        name = self._names.knowledge.states[host].name
        return self._seat(Locality(name=name, place=Place(name=name, country=host, why=why)),
                          token.lemma)  # fmt: skip

    def _seat(self, found: Locality, mission: str) -> Locality:
        """The host's capital where only the host is named; a consulate may lie anywhere in it."""
        place = found.place
        if place is None and _is_state(found):
            place = Place(name=found.name, country=found.told[0].country)
        if place is None or place.country is None or place.lat is not None or found.outer:
            return found
        state = self._names.knowledge.states[place.country]
        if mission in CONSULATES or state.capital is None:
            return found
        return Locality(name=state.capital, place=Place(
            name=state.capital, country=state.id, lat=state.lat, lon=state.lon,
            why="embassies lie in the host's capital",
        ))  # fmt: skip

    def _shown(self, sentence: Sentence, i: int) -> str:
        return words_of_run(self._parsed, sentence, phrase_start(sentence, i), i)


def is_known(found: Locality) -> bool:
    """Whether what a bare name names is a place that all know, and so no namesake of a person."""
    return any(s.kind != "town" or s.weight >= WELL_KNOWN for s in found.told)


def _only(countries: set[str | None] | set[str]) -> str | None:
    """The one country of a set, or None."""
    known = sorted(country for country in countries if country is not None)
    return known[0] if len(known) == 1 else None


def _is_bare(sentence: Sentence, head: int, found: Locality, word: str) -> bool:
    """Whether a phrase after "on" or "at" only names what something is about."""
    token = sentence.tokens[head]
    nouns = {token.text.lower(), token.lemma if token.tag not in PROPER else ""}
    if word == "on":
        is_stretch = any(s.kind == "sea" or " " in s.name for s in found.told if not s.lat)
        return not nouns & SURFACES and not (is_stretch and token.tag in PROPER)
    return token.tag in PROPER and _is_state(found)


def _is_state(found: Locality) -> bool:
    if found.place is not None:
        return False
    return bool(found.told) and found.told[0].kind in BARE and not found.shown
