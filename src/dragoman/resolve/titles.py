"""Read the office that stands beside a name or heads a noun phrase, its country and its tense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Office
from dragoman.model.text import Sentence, Token
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
SENDER = frozenset({"of", "from", "for"})
HOST = frozenset({"to", "in", "at"})
BACKED = words("backed born based-in allied controlled occupied speaking made style held")
SIDING = frozenset({"anti", "pro", "non"})
RULED = frozenset({"colony", "protectorate", "dominion"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office as the words give it.

    `countries` are the states that its modifiers name (the sender of an ambassador), `posting` the
    host's, None when the words name none. `tense` is "current", "former", "then" or "future".
    `first` and `last` are the tokens of the whole title, modifiers and complements included;
    `start` and `at` are those of the office's own words, `pronoun` that of "its" before it,
    `of_body` the head of what follows "of" when it is no state ("president of the court").
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
        suffix = 2 if end >= 2 and self._words[end - 1].lower() in ("elect", "designate") else 0
        for start in range(max(0, end - suffix - 5), end - suffix):
            found = self._names.office(self._words, start)
            if found is not None and start + found[0] == end - suffix:
                if self._inside_known(start, end):
                    continue
                return self._title(found[1], start, end - 1, is_elect=bool(suffix))
        return None

    def _inside_known(self, start: int, end: int) -> bool:
        piece = self._known.get(start)
        return piece is not None and piece.kind == "known" and piece.last >= end - 1

    def at(self, i: int) -> Title | None:
        """The office that token `i` belongs to, with what modifies and completes it."""
        for start in range(max(0, i - 4), i + 1):
            found = self._names.office(self._words, start)
            if found is not None and start + found[0] > i and not self._inside_known(start, i + 1):
                title = self._title(found[1], start, start + found[0] - 1, is_elect=False)
                return self._complete(title)
        return None

    def starting(self, i: int) -> Title | None:
        """The office whose own words start at token `i`, with its modifiers."""
        found = self._names.office(self._words, i)
        if found is None or self._inside_known(i, i + found[0]):
            return None
        return self._title(found[1], i, i + found[0] - 1, is_elect=False)

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
        piece = self._known.get(last + 2)
        if self._tokens[last + 1].text.lower() != "of" or piece is None or piece.kind != "known":
            return title
        return replace(title, countries=tuple(self._countries(piece)))

    def _title(self, office: Office, start: int, last: int, *, is_elect: bool) -> Title:
        first, countries, tense = self._modifiers(start)
        before = self._tokens[first - 1] if first else None
        if not countries and office.homes:
            own = office.homes.get(" ".join(self._words[start : last + 1]).lower())
            countries = () if own is None else (own,)
        return Title(
            start=start, pronoun=before.i if before is not None and before.tag == "PRP$" else None,
            office=office, countries=countries, posting=None,
            tense="future" if is_elect else tense, first=first, last=last, at=last,
            plural=self._tokens[last].tag in ("NNS", "NNPS"),
        )  # fmt: skip

    def _breaks_line(self, i: int) -> bool:
        """Whether token `i` is the last of its line: a heading without a full stop."""
        return i in self._line_ends

    def _modifiers(self, start: int) -> tuple[int, tuple[str, ...], str]:
        """First token, countries and tense of what stands before an office."""
        tense = "current"
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
                countries.extend(self._countries(piece))
            elif word in FORMER or word in THEN:
                tense = "then" if word in THEN else "former"
            elif word in CURRENT:
                pass
            elif word in FUTURE:
                tense = "future"
            elif word in ("and", ",", "or") and self._joins_modifiers(i):
                pass
            elif word in STOP or token.tag in NOT_MODIFIERS or (word == "-" and self._is_aside(i)):
                break
            first = i
        return first, tuple(dict.fromkeys(countries)), tense

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
        if is_backed(self._tokens, piece.first, piece.last):
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
            if piece.rows[0].sector not in (None, "GOV"):
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


def country_of(piece: Piece, names: NameIndex, *, on: dt.date | None = None) -> str | None:
    """The state that a known name stands for or belongs to; None for the UN or Africa.

    A state that had ended by `on` (or ever, when `on` is None) is its successor; a dependency is
    the state that it belongs to.
    """
    knowledge = names.knowledge
    for row in piece.rows:
        if row.party_id in knowledge.states:
            return state_of(row.party_id, names, on=on)
        organisation = knowledge.organisations[row.party_id]
        if organisation.country is not None:
            return organisation.country
    return None


def state_of(party_id: str, names: NameIndex, *, on: dt.date | None = None) -> str:
    """The state that a state of the tables is on a day: its successor or the one it belongs to."""
    state = names.knowledge.states[party_id]
    ended = state.until is not None and (on is None or on >= state.until)
    return (state.successor if ended else None) or state.parent or state.id


def is_backed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a state's name says whose somebody is not.

    "Iranian-backed" names the backer, "anti-Syrian" the foe, "former French colony" the old ruler.
    """
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in SIDING:
        return True
    if last + 1 < len(tokens) and tokens[last + 1].lemma in RULED:
        return True
    if last + 2 >= len(tokens):
        return False
    dash, word = tokens[last + 1], tokens[last + 2]
    return dash.text == "-" and word.text.lower() in BACKED
