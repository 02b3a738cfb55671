"""Read the office that stands beside a name or heads a noun phrase, its country and its tense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Office
from dragoman.model.text import Sentence
from dragoman.resolve.belonging import country_of, is_backed, is_part
from dragoman.resolve.chairs import Chair, chair_from, chair_to
from dragoman.resolve.pieces import Piece
from dragoman.resolve.words import CALENDAR, words

FORMER = words(
    """
    former ex onetime one-time erstwhile late ousted deposed toppled disgraced previous past
    removed impeached overthrown sacked dismissed fired exiled jailed imprisoned ex-president
    retired long-time-former fallen last defeated
    """
)
THEN = frozenset({"then"})
FUTURE = words("incoming future next designate elect")
CURRENT = words(
    """
    current incumbent sitting acting interim new outgoing caretaker present newly-elected ruling
    """
)
STOP = words(
    """
    the a an his her their its this that these those , ; : . ( ) " “ ” and or but as by for from
    with to of in on at — –
    """
)
MODIFYING = frozenset({"amod", "compound", "nmod", "poss", "det"})
LEFT_WINDOW = 9
NOT_MODIFIERS = words("VB VBD VBZ VBP VBN VBG MD IN PRP PRP$ WP WDT WRB CC TO DT RB CD UH EX")
LISTING = frozenset({"and", ",", "the"})
SENDER = frozenset({"of", "from", "for"})
HOST = frozenset({"to", "in", "at"})
SELF = words("proclaimed declared styled appointed")
"""What follows "self-" where somebody claims an office."""
FEW = words("two three four five six both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office as the words give it.

    `countries` are the states that its modifiers name (the sender of an ambassador), `posting` the
    host's, None when the words name none. `tense` is "current", "former", "then", "future".
    `first` and `last` are the tokens of the whole title, modifiers and complements included;
    `start` and `at` are those of the office's own words, `pronoun` that of "its" before it,
    `of_body` the head of what follows "of" when it is no state ("president of the court"), or of
    the body named before it. `tense` is "unreal" for a "would-be president". `is_local`: of a part
    of a state, or of a territory that belongs to one ("the Catalan president").
    """

    office: Office
    countries: tuple[str, ...]
    posting: str | None
    tense: str
    first: int
    last: int
    at: int
    plural: bool = False
    pronoun: int | None = None
    of_body: int | None = None
    start: int = 0
    is_local: bool = False


class Titles:
    """Reads titles in one sentence, given its pieces."""

    def __init__(
        self,
        sentence: Sentence,
        pieces: Sequence[Piece],
        names: NameIndex,
        *,
        on: dt.date | None = None,
        line_ends: frozenset[int] = frozenset(),
    ) -> None:
        self._line_ends = line_ends
        self._on = on
        self._tokens = sentence.tokens
        self._sentence = sentence
        self._words = [token.text for token in sentence.tokens]
        self._names = names
        self._known = {i: p for p in pieces for i in range(p.first, p.last + 1)}

    def before(self, first: int) -> Title | None:
        """The title that ends just before token `first`, a name's first token."""
        tokens = self._tokens
        end = first
        while end > 0 and tokens[end - 1].text.lower() in (
            "mr",
            "mr.",
            "mrs",
            "ms",
            "mrs.",
            "ms.",
            "dr",
        ):
            end -= 1
        direct = self._ending(end)
        if direct is not None:
            return direct
        piece = self._known.get(end - 1)
        if piece is None or piece.kind != "known" or piece.first < 2:
            return None
        preposition = tokens[piece.first - 1].text.lower()
        if preposition not in SENDER | HOST:
            return None
        title = self._ending(piece.first - 1)
        if title is None:
            return None
        return self._complete(title)

    def _ending(self, end: int) -> Title | None:
        """The longest office phrase whose last word is token `end` - 1."""
        chair = chair_to(self._sentence, end, self._known, self._names)
        if chair is not None:
            return self._of_chair(chair)
        suffix = 2 if end >= 2 and self._words[end - 1].lower() in ("elect", "designate") else 0
        for start in range(max(0, end - suffix - 5), end - suffix):
            found = self._office(start)
            if found is not None and start + found[0] == end - suffix:
                if self._inside_known(start, end):
                    continue
                return self._title(found[1], start, end - 1, is_elect=bool(suffix))
        return None

    def _office(self, i: int) -> tuple[int, Office] | None:
        """The office whose words start at token `i`; no "legal representative", no "deputy to"."""
        found = self._names.office(self._words, i)
        if found is None or found[0] > 1:
            return found
        after = self._words[i + 1] if i + 1 < len(self._words) else ""
        if self._words[i] == "representative" or (
            self._words[i].lower() == "deputy" and after == "to"
        ):
            return None
        return found

    def _inside_known(self, start: int, end: int) -> bool:
        piece = self._known.get(start)
        if piece is None or piece.kind != "known" or piece.last < end - 1:
            return False
        office = self._names.office(self._words, start)  # "Pope Leo": a seat, and an office
        return office is None or " ".join(self._words[start:end]).lower() not in office[1].homes

    def at(self, i: int) -> Title | None:
        """The office that token `i` belongs to, with what modifies and completes it."""
        for start in range(max(0, i - 4), i + 1):
            found = self._office(start)
            if found is not None and start + found[0] > i and not self._inside_known(start, i + 1):
                title = self._title(found[1], start, start + found[0] - 1, is_elect=False)
                return self._complete(title)
        return None

    def starting(self, i: int) -> Title | None:
        """The office whose own words start at token `i`, with its modifiers."""
        chair = chair_from(self._sentence, i, self._known, self._names)
        if chair is not None:
            return self._of_chair(chair)
        found = self._office(i)
        if found is None or self._inside_known(i, i + found[0]):
            return None
        return self._title(found[1], i, i + found[0] - 1, is_elect=self._is_elect(i + found[0]))

    def _is_elect(self, end: int) -> bool:
        """Whether "-elect" or "-designate" stands at token `end`."""
        after = [word.lower() for word in self._words[end : end + 2]]
        return "elect" in after or "designate" in after

    def _of_chair(self, chair: Chair) -> Title:
        first, before, tense, _ = self._modifiers(chair.first)
        countries = [c for p in chair.pieces for c in self._countries(p)]
        countries += ["USA"] if chair.is_american and not before else []
        return Title(
            office=chair.office, countries=tuple(dict.fromkeys([*countries, *before])),
            posting=None, tense=tense, first=first, last=chair.last, at=chair.head,
            start=chair.first,
        )  # fmt: skip

    def listed(self, title: Title) -> tuple[tuple[str, ...], int]:
        """The states of "the presidents of Peru and Chile", in order, and the list's last token."""
        countries: list[str] = []
        last = title.at
        tokens = self._tokens
        if last + 1 >= len(tokens) or tokens[last + 1].text.lower() not in SENDER:
            return title.countries, title.last
        i = last + 2
        while i < len(tokens):
            piece = self._known.get(i)
            if piece is not None and piece.kind == "known" and piece.first == i:
                countries.extend(self._countries(piece))
                last, i = piece.last, piece.last + 1
            elif tokens[i].text.lower() in LISTING:
                i += 1
            else:
                break
        return tuple(countries) or title.countries, last

    def before_list(self, end: int) -> tuple[Title, tuple[str, ...]] | None:
        """The office of "the presidents of Peru and Chile" that ends before token `end`."""
        i = end - 1
        while i > 0:
            piece = self._known.get(i)
            if piece is not None and piece.kind == "known":
                i = piece.first - 1
            elif self._words[i].lower() in LISTING:
                i -= 1
            else:
                break
        if i < 1 or self._words[i].lower() not in SENDER:
            i += 1
        title = self._ending(i)
        if title is None:
            return None
        countries, last = self.listed(title)
        return (title, countries) if last == end - 1 else None

    def word_before(self, i: int) -> str | None:
        """The word before a token in lower case, or None at the start of the sentence."""
        return self._words[i - 1].lower() if i else None

    def completed(self, title: Title) -> Title:
        """`title` with the "of Peru" or "to Mexico" that follows it."""
        return self._complete(title)

    def with_country_after(self, title: Title, last: int) -> Title:
        """`title` with the country of "President Ana Ruiz of Chile" when it has none."""
        if title.countries or last + 2 >= len(self._tokens):
            return title
        at = last + (3 if self._words[last + 2].lower() == "the" else 2)
        piece = self._known.get(at)
        if self._tokens[last + 1].text.lower() != "of" or piece is None or piece.kind != "known":
            return title
        return replace(title, countries=tuple(self._countries(piece)))

    def _title(self, office: Office, start: int, last: int, *, is_elect: bool) -> Title:
        first, countries, tense, body = self._modifiers(start)
        local = any(self._is_part(i) for i in range(first, start))
        before = self._tokens[first - 1] if first else None
        own = office.homes.get(" ".join(self._words[start : last + 1]).lower())
        if own is not None and (not countries or len(office.homes) == len(office.words)):
            countries = (own,)
        return Title(
            start=start, pronoun=before.i if before is not None and before.tag == "PRP$" else None,
            office=office, countries=countries, posting=None,
            tense="future" if is_elect else tense, first=first, last=last, at=last,
            plural=self._tokens[last].tag in ("NNS", "NNPS"), of_body=body, is_local=local,
        )  # fmt: skip

    def _breaks_line(self, i: int) -> bool:
        """Whether token `i` is the last of its line: a heading without a full stop."""
        return i in self._line_ends

    def _modifiers(self, start: int) -> tuple[int, tuple[str, ...], str, int | None]:
        """What stands before an office: first token, countries, tense, a body without a state."""
        tense = "current"
        body: int | None = None
        countries: list[str] = []
        i = first = start
        while i > 0 and start - i < LEFT_WINDOW:
            i -= 1
            token = self._tokens[i]
            word = token.text.lower()
            piece = self._known.get(i)
            if self._breaks_line(i) or token.text in CALENDAR:
                break
            if piece is not None and piece.kind == "known":
                i = piece.first
                found = self._countries(piece)
                countries.extend(found)
                body = body if found or not self._is_body(piece) else piece.last
            elif self._is_hyphened(i, SELF, "self") or self._is_hyphened(i, {"be"}, "would"):
                tense = "unreal" if word == "be" else tense
                i -= 2
            elif word in FEW:
                pass
            elif word in FORMER or word in THEN:
                tense = "then" if word in THEN else "former"
                if token.tag == "VBD":  # "congress removed President Ruiz": the predicate
                    break
            elif word in CURRENT:
                pass
            elif word in FUTURE:
                tense = "future"
            elif word in ("and", ",", "or") and self._joins_modifiers(i):
                pass
            elif word in STOP or token.tag in NOT_MODIFIERS or (word == "-" and self._is_aside(i)):
                break
            first = i
        return first, tuple(dict.fromkeys(countries)), tense, None if countries else body

    def _is_hyphened(self, i: int, last: Set[str], head: str) -> bool:
        """Whether token `i` ends "self-proclaimed" or "would-be"."""
        words = self._words
        return i > 1 and words[i].lower() in last and words[i - 1] == "-" and (
            words[i - 2].lower() == head
        )  # fmt: skip

    def _is_part(self, i: int) -> bool:
        piece = self._known.get(i)
        return piece is not None and piece.kind == "known" and is_part(piece, self._names)

    def _is_body(self, piece: Piece) -> bool:
        return piece.rows[0].party_id in self._names.knowledge.organisations

    def _joins_modifiers(self, i: int) -> bool:
        """Whether "and" joins two modifiers: "Peruvian and Mexican", "current and former"."""
        left, right = self._tokens[i - 1] if i else None, self._tokens[i + 1]
        if left is None:
            return False
        words = FORMER | CURRENT | FUTURE
        if left.text.lower() in words and right.text.lower() in words:
            return True
        pieces = self._known.get(i - 1), self._known.get(i + 1)
        return all(
            p is not None and p.kind == "known" and p.rows[0].kind == "demonym" for p in pieces
        )

    def _is_aside(self, i: int) -> bool:
        """Whether a hyphen stands with spaces, as a dash."""
        tokens = self._tokens
        return i > 0 and tokens[i - 1].end != tokens[i].start and (
            i + 1 < len(tokens) and tokens[i].end != tokens[i + 1].start
        )  # fmt: skip

    def _countries(self, piece: Piece) -> list[str]:
        if is_backed(self._tokens, piece.last):
            return []
        country = country_of(piece, self._names, on=self._on)
        return [] if country is None else [country]

    def _complete(self, title: Title) -> Title:
        """With "of Peru", "to Mexico" after the office."""
        countries, posting, last = title.countries, title.posting, title.last
        tokens = self._tokens
        while last + 1 < len(tokens):
            word = tokens[last + 1].text.lower()
            if word not in SENDER | HOST:
                break
            start = last + 2
            while start < len(tokens) and tokens[start].text.lower() in ("the", "both"):
                start += 1
            piece = self._known.get(start)
            if piece is None or piece.kind != "known" or piece.first != start:
                if word == "of" and start < len(tokens) and tokens[start].tag[:2] in ("NN", "JJ"):
                    title = replace(title, of_body=self._head_from(start))
                break
            country = country_of(piece, self._names, on=self._on)
            if self._is_modifier(piece) or self._is_possessor(piece.last):
                title = replace(title, of_body=self._head_from(piece.last))
                if word in SENDER and country is not None:
                    countries = countries or (country,)
                break
            if self._is_part(start) and not countries:
                title = replace(title, is_local=True)
            if piece.rows[0].sector not in (None, "GOV") or (
                country is None and self._is_body(piece)
            ):
                title = replace(title, of_body=piece.last)
            if word in HOST and title.office.elsewhere:
                posting = posting or country
            elif country is not None and not countries:
                countries = (country,)
            last = piece.last
        return replace(title, countries=countries, posting=posting, last=last)

    def _head_from(self, i: int) -> int:
        """The noun that the phrase starting at token `i` is about."""
        while self._tokens[i].dep in MODIFYING and self._tokens[i].head > i:
            i = self._tokens[i].head
        return i

    def _is_modifier(self, piece: Piece) -> bool:
        """Whether a name only modifies the noun after it ("of the Chadian league")."""
        token = self._tokens[piece.last]
        return token.dep in ("amod", "compound", "nmod") and token.head > piece.last

    def _is_possessor(self, i: int) -> bool:
        return i + 1 < len(self._tokens) and self._tokens[i + 1].tag == "POS"
