"""Where: the place that a predicate's own words name, with coordinates where the tables have them.

An embassy lies in its host's capital. Words that name only a state give a place without
coordinates: nobody knows where in the state. Nothing is guessed from the report's dateline.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Alias, Town
from dragoman.model.coding import EventMention, Mention
from dragoman.model.event import Place
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.nominals import MISSIONS

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "within", "on", "from"})
LAND_KINDS = frozenset({"name", "region", "initials"})
DEEPEST = 3


def where(parsed: ParsedReport, mention: EventMention, names: NameIndex) -> Place | None:
    """The place of an event: of its locative phrases the most exact one, or None."""
    found = [
        place
        for phrase in mention.places
        if (place := _of_phrase(parsed, phrase, names)) is not None
    ]
    exact = [place for place in found if place.lat is not None]
    return next(iter(exact or found), None)


def _of_phrase(parsed: ParsedReport, phrase: Mention, names: NameIndex) -> Place | None:
    sentence = parsed.sentences[phrase.sentence]
    words = [token.text for token in sentence.tokens]
    return _at_head(parsed, sentence, words, phrase.head, names, depth=0)


def _at_head(
    parsed: ParsedReport,
    sentence: Sentence,
    words: list[str],
    i: int,
    names: NameIndex,
    *,
    depth: int,
) -> Place | None:
    """The place that the phrase headed by token `i` names, or that its own "in X" names."""
    token = sentence.tokens[i]
    inner = _inside(parsed, sentence, words, i, names, depth=depth)
    if token.lemma in MISSIONS:
        return _capital_of(inner, names)
    if not token.text[0].isupper():
        return inner
    first, last, rows = _name_at(words, i, names)
    text = parsed.report.text[sentence.tokens[first].start : sentence.tokens[last].end]
    place = _named(text, rows, names, inner)
    return place or inner


def _inside(
    parsed: ParsedReport,
    sentence: Sentence,
    words: list[str],
    i: int,
    names: NameIndex,
    *,
    depth: int,
) -> Place | None:
    """The place in "the square in Lima", "Trujillo, Peru"."""
    if depth >= DEEPEST:
        return None
    for kid in sentence.kids(i, "prep"):
        if kid.text.lower() in LOCATIVE | {"of", "to"}:
            for noun in sentence.kids(kid.i, "pobj"):
                place = _at_head(parsed, sentence, words, noun.i, names, depth=depth + 1)
                if place is not None:
                    return place
    for kid in sentence.kids(i, "appos", "npadvmod"):
        if kid.i > i and kid.tag == "NNP":
            return _at_head(parsed, sentence, words, kid.i, names, depth=depth + 1)
    return None


def _name_at(words: Sequence[str], i: int, names: NameIndex) -> tuple[int, int, tuple[Alias, ...]]:
    """The name that covers token `i`: its first and last token and its rows, if the tables have it.

    Without one it is the run of capitals that ends at the token.
    """
    for start in range(max(0, i - 4), i + 1):
        found = names.at(words, start)
        if found is not None and start + found[0] > i:
            return start, start + found[0] - 1, found[1]
    first = i
    while first > 0 and words[first - 1][0].isupper() and i - first < 3:
        first -= 1
    return first, i, ()


def _named(text: str, rows: Sequence[Alias], names: NameIndex, inner: Place | None) -> Place | None:
    states = names.knowledge.states
    for row in rows:
        if row.party_id not in states:
            continue
        if row.kind == "capital":
            state = states[row.party_id]
            return Place(name=text, country=state.id, lat=state.lat, lon=state.lon)
        if row.kind == "city":
            town = _town(text, row.party_id, names)
            lat, lon = (town.lat, town.lon) if town is not None else (None, None)
            return Place(name=text, country=row.party_id, lat=lat, lon=lon)
        if row.kind in LAND_KINDS:
            return Place(name=text, country=row.party_id)
    town = _town(text, inner.country if inner is not None else None, names)
    if town is not None:
        return Place(name=text, country=town.country, lat=town.lat, lon=town.lon)
    return None


def _town(text: str, country: str | None, names: NameIndex) -> Town | None:
    """The largest town of that name, in `country` when it is given."""
    towns = names.towns(text)
    return next((town for town in towns if country in (None, town.country)), None)


def _capital_of(host: Place | None, names: NameIndex) -> Place | None:
    """Where the embassy in a state lies; the town itself when the words name one."""
    if host is None or host.lat is not None or host.country is None:
        return host
    state = names.knowledge.states[host.country]
    if state.capital is None:
        return host
    return Place(name=state.capital, country=state.id, lat=state.lat, lon=state.lon)
