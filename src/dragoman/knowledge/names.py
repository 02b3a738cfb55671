"""Find the names, offices and role nouns of the knowledge in words: longest match first.

Names are matched with their case ("Turkey", not "turkey"); words in capitals throughout ("PERU")
are tried as written and then with a capital first letter. Offices and nouns are matched in lower
case, singular or plural.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from dragoman.knowledge.gazetteer import Town
from dragoman.knowledge.scripts import within
from dragoman.knowledge.tables import Alias, Knowledge, Office, Officeholder, RoleNoun
from dragoman.knowledge.transliterations import MOST_WORDS, SECTORS, keyed, sound

T = TypeVar("T")
Phrase = tuple[str, ...]
Index = dict[str, tuple[tuple[Phrase, tuple[T, ...]], ...]]
"""First word -> (phrase, rows), longest phrase first."""
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:St|Sts|Mt)\.|[’']s\b|\w+(?:[’'](?!s\b)\w+)*(?:\.(?=-))?|[^\w\s]"
)
"""Words as the parser cuts them: initials with their dots, "'s" and hyphens apart."""
FIXED = re.compile(r"charg(?:é|e)(?:e)? d['’]affaires(?: ad interim)?")
LATIN_END = "\u0370"  # the first letter that is no Latin one, nor an accent: Greek
SHORTEST_SHOUT = 4  # "IRAN" may be Iran in capitals; "US", "WHO" are themselves
KIND_ORDER = {
    "name": 0, "demonym": 1, "capital": 2, "seat": 3, "metonym": 4, "ruler": 5, "initials": 6,
    "region": 7, "city": 8, "shared": 9,
}  # fmt: skip
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM", "HUN"})
"""States where the family name comes first in the names that reports use."""
IRREGULAR = {"men": "man", "women": "woman", "people": "people", "police": "police"}


class NameIndex:
    """All names of the knowledge, ready for look-up. Build once with `of`; then read-only.

    With `everybody` the nouns for those who seldom act politically (people.csv) count too, and the
    names of notables.csv.
    """

    def __init__(self, knowledge: Knowledge, *, everybody: bool = False) -> None:
        self.knowledge = knowledge
        self._names = _Names(a for a in knowledge.aliases if a.alias[0] < LATIN_END)
        self._offices = _index((w, o) for o in knowledge.offices.values() for w in o.words)
        self._nouns = knowledge.people | knowledge.nouns if everybody else knowledge.nouns
        self._everybody = everybody
        self._shouts = {a.alias.split()[0].upper() for a in knowledge.aliases}

    @classmethod
    def of(cls, knowledge: Knowledge) -> NameIndex:
        """The index of `knowledge`; takes some 60 ms, so build it once and hand it on."""
        return cls(knowledge)

    @cached_property
    def _other_scripts(self) -> _Names:
        """Names in scripts that most texts never show: indexed when the first is met."""
        return _Names(a for a in self.knowledge.aliases if a.alias[0] >= LATIN_END)

    @cached_property
    def _spelt(self) -> dict[str, dict[str, tuple[Alias, ...]]]:
        """Names of armed groups by key, for other spellings of them."""
        armed = {o.id for o in self.knowledge.organisations.values() if o.sector in SECTORS}
        return keyed(
            ([fold(word) for word in words_of(a.alias) if word[0].isalpha()], a)
            for a in self.knowledge.aliases
            if a.party_id in armed and a.kind == "name"
        )

    @cached_property
    def _capitals(self) -> dict[str, str]:
        return {
            a.alias: a.party_id
            for a in reversed(self.knowledge.aliases)
            if a.kind == "capital" and a.party_id in self.knowledge.states
        }

    @cached_property
    def _holders(self) -> dict[str, tuple[Officeholder, ...]]:
        rows: dict[str, list[Officeholder]] = {}
        known = self.knowledge.holders + (self.knowledge.notables if self._everybody else ())
        for row in sorted(known, key=lambda r: r.days.since or dt.date.min):
            keys: set[str] = set()
            for name in row.names:
                words = [fold(word) for word in words_of(name) if word[0].isalnum()]
                keys |= {words[-1], words[0]} if row.party_id in FAMILY_FIRST else {words[-1]}
            for key in sorted(keys):
                rows.setdefault(key, []).append(row)
        return {key: tuple(found) for key, found in rows.items()}

    def holders(self, surname: str) -> tuple[Officeholder, ...]:
        """Known officeholders with that surname, folded, by the start of their tenures."""
        return self._holders.get(surname, ())

    def at(
        self, words: Sequence[str], i: int, *, shared: bool = False
    ) -> tuple[int, tuple[Alias, ...]] | None:
        """The longest name that starts at word `i`: its number of words and its rows.

        Rows of one name are sorted: English first, states before organisations, names first; rows
        of kind "shared" come last, and only when asked for, since the report must tell which of
        them is meant. None when no name starts there.
        """
        first = _plain(words[i])
        index = self._names if first[0] < LATIN_END else self._other_scripts
        found = index.longest(first, words, i, shared=shared)
        if found is not None or len(first) < 2:
            return found
        if not first.isupper():
            return self._respelt(words, i) if first[0].isupper() else None
        if first.rstrip(".") not in self._shouts:
            return None
        return self._shouted(words, i)

    def _respelt(self, words: Sequence[str], i: int) -> tuple[int, tuple[Alias, ...]] | None:
        """A name of an armed group in a spelling that the tables do not have."""
        keys = self._spelt.get(sound(fold(words[i])))
        if keys is None:
            return None
        key, best = "", None
        for size, word in enumerate(words[i : i + MOST_WORDS], start=1):
            part = sound(fold(word))
            if part and not word[0].isupper():  # "an Islamic state"
                break
            key += part
            if part and key in keys:
                best = size, keys[key]
        return best

    def may_start(self, word: str) -> bool:
        """Whether some name starts with this word as written ("al", "eurozone", "the")."""
        return word in (self._names if word[0] < LATIN_END else self._other_scripts).starts

    def _shouted(self, words: Sequence[str], i: int) -> tuple[int, tuple[Alias, ...]] | None:
        run: list[str] = []
        for word in words[i : i + 6]:
            if not (word.isupper() or word == "-"):
                break
            run.append(word.title() if len(word) > 2 or run or len(word) > 1 else word)
        found = self._names.longest(run[0], run, 0, shared=False) if run else None
        if found is None or (found[0] == 1 and len(words[i]) < SHORTEST_SHOUT):
            return None
        return found

    def find(self, text: str) -> list[tuple[int, int, tuple[Alias, ...]]]:
        """Every name in `text`, left to right, longest first, as (start, end, rows)."""
        places = [(m.start(), m.end()) for m in WORD.finditer(text)]
        words = [text[start:end] for start, end in places]
        out: list[tuple[int, int, tuple[Alias, ...]]] = []
        i = 0
        while i < len(words):
            found = self.at(words, i) if words[i][0].isalpha() else None
            if found is None:
                if not words[i].isascii():
                    out.extend(self._inside(words[i], places[i][0]))
                i += 1
                continue
            out.append((places[i][0], places[i + found[0] - 1][1], found[1]))
            i += found[0]
        return out

    def _inside(self, run: str, at: int) -> Iterator[tuple[int, int, tuple[Alias, ...]]]:
        for start, end in within(run, self.may_start):
            rows = self.at([run[start:end]], 0)
            if rows is not None:
                yield at + start, at + end, rows[1]

    def role(self, lemma: str) -> RoleNoun | None:
        """The row of a common noun or phrase ("lawmaker", "rights group"), singular or plural."""
        row = self._nouns.get(lemma)
        return row if row is not None else self._nouns.get(singular(lemma))

    def office(self, words: Sequence[str], i: int) -> tuple[int, Office] | None:
        """The longest office whose words start at word `i`, any case, singular or plural."""
        first = _plain(words[i]).lower()
        if " " in first:
            rows = self._offices.get(first, ()) or self._offices.get(singular(first), ())
            return (1, rows[0][1][0]) if rows else None
        one = singular(first)
        if first not in self._offices and one not in self._offices:
            return None
        best = None
        for start in (first, one):
            for phrase, offices in self._offices.get(start, ()):
                if best is not None and len(phrase) <= best[0]:
                    break
                if _same_office(phrase, words, i):
                    best = (len(phrase), offices[0])
                    break
            if start == one:
                break
        return best

    def towns(self, name: str) -> tuple[Town, ...]:
        """Towns of that name, the largest first; empty when none is known."""
        return self.knowledge.places.towns(name)

    def capital(self, name: str) -> str | None:
        """The state whose capital has that name, or None."""
        return self._capitals.get(name)


class _Names:
    """Rows by the words that name them.

    Longer names lie under their first two words: "National" and "People's" start a hundred each.
    """

    def __init__(self, rows: Iterable[Alias]) -> None:
        self._one: dict[str, tuple[Alias, ...]] = {}
        self._more: dict[Phrase, tuple[tuple[Phrase, tuple[Alias, ...]], ...]] = {}
        crowded: dict[Phrase, list[tuple[Phrase, tuple[Alias, ...]]]] = {}
        for phrase, found in _by_phrase((row.alias, row) for row in rows).items():
            if len(phrase) == 1:
                self._one[phrase[0]] = found
            else:
                crowded.setdefault(phrase[:2], []).append((phrase, found))
        for start, entries in crowded.items():
            self._more[start] = tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])))
        self.starts = self._one.keys() | {start[0] for start in self._more}

    def longest(
        self, first: str, words: Sequence[str], i: int, *, shared: bool
    ) -> tuple[int, tuple[Alias, ...]] | None:
        """The longest name of `words` at `i`, where `first` stands: its size and its rows."""
        if first not in self.starts:
            return None
        if i + 1 < len(words):
            for phrase, rows in self._more.get((first, _plain(words[i + 1])), ()):
                size = len(phrase)
                if i + size <= len(words) and all(
                    _plain(words[i + k]) == phrase[k] for k in range(2, size)
                ):
                    found = rows if shared else _alone(rows)
                    if found:
                        return size, found
        found = self._one.get(first, ())
        if found and not shared:
            found = _alone(found)
        return (1, found) if found else None


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word without accents, case, dots and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if c.isalnum() or c == "-")


@lru_cache(maxsize=16384)
def singular(phrase: str) -> str:
    """A plural noun phrase in the singular, by its last word; a singular one unchanged."""
    head, _, last = phrase.rpartition(" ")
    if last in IRREGULAR:
        last = IRREGULAR[last]
    elif last.endswith(("men",)) and len(last) > 4:
        last = last[:-2] + "an"
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("ches", "shes", "sses", "xes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return f"{head} {last}" if head else last


def words_of(text: str) -> Phrase:
    """`text` cut into words as the parser cuts them."""
    return tuple(_plain(match.group()) for match in WORD.finditer(text))


def _index(rows: Iterable[tuple[str, T]]) -> Index[T]:
    """The rows by the first word of what names them."""
    firsts: dict[str, list[tuple[Phrase, tuple[T, ...]]]] = {}
    for phrase, found in _by_phrase(rows).items():
        firsts.setdefault(phrase[0], []).append((phrase, found))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])))
        for first, entries in firsts.items()
    }


def _by_phrase(rows: Iterable[tuple[str, T]]) -> dict[Phrase, tuple[T, ...]]:
    phrases: dict[Phrase, list[T]] = {}
    for text, row in rows:
        for phrase in _forms(text):
            phrases.setdefault(phrase, []).append(row)
    return {
        phrase: tuple(sorted(found, key=_rank)) if len(found) > 1 else (found[0],)
        for phrase, found in phrases.items()
    }


def _forms(text: str) -> list[Phrase]:
    """The ways in which the parser may cut `text` into words."""
    if text.replace(" ", "").isalnum():  # most names: nothing to cut but at blanks
        words = text.split()
        return [("the", *words[1:]) if words[0] == "The" else tuple(words)]
    forms = [words_of(text)]
    whole = tuple(_plain(word) for word in text.split())
    if whole not in forms and "," not in text:
        forms.append(whole)
    if FIXED.fullmatch(text):
        forms.append((_plain(text),))
    return forms


def _rank(row: object) -> tuple[bool, bool, bool, int]:
    """Order of rows that share a name; rows of other tables keep theirs."""
    if not isinstance(row, Alias):
        return False, False, False, 0
    shared = row.kind == "shared"
    return shared, row.lang != "en", not row.party_id.isupper(), KIND_ORDER.get(row.kind, 9)


def _alone(rows: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """The rows without those of kind "shared", which stand last."""
    if rows[-1].kind != "shared":
        return rows
    return tuple(row for row in rows if row.kind != "shared")


def _same_office(phrase: Phrase, words: Sequence[str], i: int) -> bool:
    if i + len(phrase) > len(words):
        return False
    for k, part in enumerate(phrase):
        word = _plain(words[i + k]).lower()
        if word != part and singular(word) != part:
            return False
    return True


def _plain(word: str) -> str:
    """A word with straight apostrophes and a small "the"."""
    if "’" in word:
        word = word.replace("’", "'")
    return "the" if word == "The" else word
