"""where: the place that a predicate's own words name."""

from __future__ import annotations

import pytest

from dragoman.model.coding import EventMention, Mention, Plover
from dragoman.model.text import Span
from dragoman.resolve.places import where


@pytest.fixture
def place(parse, names):
    """place(text, head) -> the place of an event whose locative phrase is headed by that word."""

    def run(text, *heads):
        parsed = parse(text)
        sentence = parsed.sentences[0]
        phrases = []
        for head in heads:
            token = next(t for t in sentence.tokens if t.text == head)
            span = Span(token.start, token.end)
            phrases.append(Mention(sentence=0, head=token.i, span=span, text=head))
        span = Span(sentence.start, sentence.end)
        event = EventMention(
            sentence=0, trigger=span, trigger_token=0, quote=span, pattern="p", act="meet",
            plover=Plover(event_type="CONSULT"), cameo="040", actors=(), recipients=(),
            places=tuple(phrases),
        )  # fmt: skip
        return where(parsed, event, names)

    return run


def test_capital_has_its_country_and_coordinates(place):
    found = place("They met in Nairobi.", "Nairobi")
    assert (found.name, found.country, round(found.lat)) == ("Nairobi", "KEN", -1)


def test_state_alone_has_no_coordinates(place):
    found = place("They met in Kenya.", "Kenya")
    assert (found.country, found.lat) == ("KEN", None)


def test_large_town_comes_from_the_table(place):
    found = place("They met in Kisumu.", "Kisumu")
    assert found.country == "KEN"
    assert found.lat is not None


def test_embassy_lies_in_the_capital_of_its_host(place):
    found = place("They met at the Swedish embassy in Kenya.", "embassy")
    assert (found.name, found.country) == ("Nairobi", "KEN")


def test_thing_in_a_town_is_in_the_town(place):
    assert place("They met in a hotel in Oslo.", "hotel").name == "Oslo"


def test_most_exact_phrase_wins(place):
    assert place("In Kenya they met in Nairobi.", "Kenya", "Nairobi").name == "Nairobi"


def test_time_is_no_place(place):
    assert place("They met in March.", "March") is None


def test_no_locative_phrase_no_place(place):
    assert place("They met.") is None
