"""Find the names, offices and role nouns of the knowledge in words: longest match first.

Names are matched with their case ("Turkey", not "turkey"); words in capitals throughout ("PERU")
are tried as written and then with a capital first letter. Offices and nouns are matched in lower
case, singular or plural.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from dragoman.knowledge.gazetteer import Town
from dragoman.knowledge.tables import Alias, Knowledge, Office, Officeholder, RoleNoun

T = TypeVar("T")
Phrase = tuple[str, ...]
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:St|Sts|Mt)\.|[’']s\b|\w+(?:[’'](?!s\b)\w+)*(?:\.(?=-))?|[^\w\s]"
)
"""Words as the parser cuts them: initials with their dots, "'s" and hyphens apart."""
FIXED = re.compile(r"charg(?:é|e)(?:e)? d['’]affaires(?: ad interim)?")
SHORTEST_SHOUT = 4  # "IRAN" may be Iran in capitals; "US", "WHO" are themselves
KIND_ORDER = {
    "name": 0, "demonym": 1, "capital": 2, "seat": 3, "metonym": 4, "ruler": 5, "initials": 6,
    "region": 7, "city": 8,
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
        self._names = _index((a.alias, a) for a in knowledge.aliases)
        self._offices = _index((w, o) for o in knowledge.offices.values() for w in o.words)
        self._nouns = knowledge.people | knowledge.nouns if everybody else knowledge.nouns
        self._everybody = everybody
        self._shouts = {a.alias.split()[0].upper() for a in knowledge.aliases}

    @classmethod
    def of(cls, knowledge: Knowledge) -> NameIndex:
        """The index of `knowledge`; takes some 30 ms, so build it once and hand it on."""
        return cls(knowledge)

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

    def at(self, words: Sequence[str], i: int) -> tuple[int, tuple[Alias, ...]] | None:
        """The longest name that starts at word `i`: its number of words and its rows.

        Rows of one name are sorted: English first, states before organisations, names first.
        None when no name starts there.
        """
        first = _plain(words[i])
        found = _longest(self._names, first, words, i)
        if found is not None or len(first) < 2 or not first.isupper():
            return found
        if first.rstrip(".") not in self._shouts:
            return None
        return self._shouted(words, i)

    def may_start(self, word: str) -> bool:
        """Whether some name starts with this word as written ("al", "eurozone", "the")."""
        return word in self._names

    def _shouted(self, words: Sequence[str], i: int) -> tuple[int, tuple[Alias, ...]] | None:
        run: list[str] = []
        for word in words[i : i + 6]:
            if not (word.isupper() or word == "-"):
                break
            run.append(word.title() if len(word) > 2 or run or len(word) > 1 else word)
        found = _longest(self._names, run[0], run, 0) if run else None
        if found is None or (found[0] == 1 and len(words[i]) < SHORTEST_SHOUT):
            return None
        return found

    def find(self, text: str) -> list[tuple[int, int, tuple[Alias, ...]]]:
        """Every name in `text`, left to right, longest first, as (start, end, rows)."""
        places = [(m.start(), m.end()) for m in WORD.finditer(text)]
        words = [text[start:end] for start, end in places]
        out = []
        i = 0
        while i < len(words):
            found = self.at(words, i) if words[i][0].isalpha() else None
            if found is None:
                i += 1
                continue
            out.append((places[i][0], places[i + found[0] - 1][1], found[1]))
            i += found[0]
        return out

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


def _index(rows: Iterable[tuple[str, T]]) -> dict[str, tuple[tuple[Phrase, tuple[T, ...]], ...]]:
    """First word -> (phrase, rows), longest phrase first."""
    phrases: dict[Phrase, list[T]] = {}
    for text, row in rows:
        for phrase in _forms(text):
            phrases.setdefault(phrase, []).append(row)
    firsts: dict[str, list[tuple[Phrase, tuple[T, ...]]]] = {}
    for phrase, found in phrases.items():
        firsts.setdefault(phrase[0], []).append((phrase, tuple(sorted(found, key=_rank))))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])))
        for first, entries in firsts.items()
    }


def _forms(text: str) -> list[Phrase]:
    """The ways in which the parser may cut `text` into words."""
    forms = [words_of(text)]
    whole = tuple(_plain(word) for word in text.split())
    if whole not in forms and "," not in text:
        forms.append(whole)
    if FIXED.fullmatch(text):
        forms.append((_plain(text),))
    return forms


def _rank(row: object) -> tuple[bool, bool, int]:
    """Order of rows that share a name; rows of other tables keep theirs."""
    if not isinstance(row, Alias):
        return False, False, 0
    return row.lang != "en", not row.party_id.isupper(), KIND_ORDER.get(row.kind, 9)


def _longest(
    index: dict[str, tuple[tuple[Phrase, tuple[T, ...]], ...]],
    first: str,
    words: Sequence[str],
    i: int,
) -> tuple[int, tuple[T, ...]] | None:
    entries = index.get(first)
    if entries is None:
        return None
    second = _plain(words[i + 1]) if i + 1 < len(words) else ""
    for phrase, rows in entries:
        size = len(phrase)
        if size == 1:
            return 1, rows
        if phrase[1] != second or i + size > len(words):
            continue
        if all(_plain(words[i + k]) == phrase[k] for k in range(2, size)):
            return size, rows
    return None


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
