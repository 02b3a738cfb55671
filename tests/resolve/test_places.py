"""Places: where an event was, by its own words. Each case is a sentence, the head, the place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.coding import EventMention, Mention, Plover
from dragoman.model.text import Span
from dragoman.resolve.parties import Cast
from dragoman.resolve.places import Places
from dragoman.resolve.roles import StateMention


@pytest.fixture(scope="module")
def place(parse, knowledge, names):
    """place(text, head, ...) -> the place of an event whose locative phrases have these heads.

    `trigger` is its predicate, `actor` the head of its actor.
    """

    def run(text, *heads, trigger=None, actor=None, event_type="CONSULT", written_at=None):
        parsed = parse(text)
        report = replace(parsed.report, written_at=written_at)
        parsed = replace(parsed, report=report)

        def mention(word):
            for sentence in parsed.sentences:
                for token in sentence.tokens:
                    if token.text == word:
                        span = Span(token.start, token.end)
                        return Mention(sentence=sentence.index, head=token.i, span=span, text=word)
            raise AssertionError(f"no {word!r} in {text!r}")

        predicate = mention(trigger or parsed.sentences[0].tokens[0].text)
        span = Span(0, len(parsed.report.text))
        event = EventMention(
            sentence=predicate.sentence, trigger=predicate.span, trigger_token=predicate.head,
            quote=span, pattern="p", act="meet", plover=Plover(event_type=event_type),
            cameo="040", actors=(mention(actor),) if actor else (), recipients=(),
            places=tuple(map(mention, heads)),
        )  # fmt: skip
        states = [
            StateMention(country=rows[0].party_id, start=a, end=b, text=parsed.report.text[a:b])
            for a, b, rows in names.find(parsed.report.text)
            if rows[0].party_id in knowledge.states
        ]
        return Places(parsed, names, Cast(parsed, knowledge, names), states).of(event)

    return run


def where(found):
    """A place as (name, country, whether its coordinates are known)."""
    return None if found is None else (found.name, found.country, found.lat is not None)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("They met in Nairobi.", "Nairobi", ("Nairobi", "KEN", True)),
        ("They met in Kenya.", "Kenya", ("Kenya", "KEN", False)),
        ("They met in the U.S. on Friday.", "U.S.", ("U.S.", "USA", False)),
        ("They met in NAIROBI.", "NAIROBI", ("Nairobi", "KEN", True)),
        ("They met in Kisumu.", "Kisumu", ("Kisumu", "KEN", True)),
        ("They met in Rangoon.", "Rangoon", ("Rangoon", "MMR", True)),
        ("They met in Bogota.", "Bogota", ("Bogota", "COL", True)),
        ("They met in a hotel in Oslo.", "hotel", ("Oslo", "NOR", True)),
        ("They met in the port city of Hodeidah.", "city", ("Hodeidah", "YEM", True)),
        ("They met on the outskirts of Tbilisi.", "outskirts", ("Tbilisi", "GEO", True)),
        ("They met in the Sinai.", "Sinai", ("Sinai", "EGY", False)),
        ("They met in Donbas.", "Donbas", ("Donbas", "UKR", False)),
        ("They met in the Gulf of Aden.", "Gulf", ("Gulf of Aden", None, False)),
        ("They met in the South China Sea.", "Sea", ("South China Sea", None, False)),
        ("They met on the island of Crete.", "island", ("Crete", "GRC", False)),
        ("They met at the Mombasa airport.", "airport", ("Mombasa airport", "KEN", True)),
        ("They met at Mombasa International Airport.", "Airport",
         ("Mombasa International Airport", "KEN", True)),
        ("They met at Nairobi's Wilson Airport.", "Airport",
         ("Nairobi's Wilson Airport", "KEN", True)),
        ("They met in the Peruvian capital.", "capital", ("Lima", "PER", True)),
        ("They met in a Kenyan jail.", "jail", ("Kenyan jail", "KEN", False)),
        ("They met in Hpawtaw, Myanmar.", "Hpawtaw", ("Hpawtaw", "MMR", False)),
        ("They met in the Brazilian Amazon.", "Amazon", ("Brazilian Amazon", "BRA", False)),
    ],
)  # fmt: skip
def test_place_that_the_words_name(place, text, head, expected):
    assert where(place(text, head)) == expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("They met at the Swedish embassy in Kenya.", "embassy", ("Nairobi", "KEN", True)),
        ("They met at the embassy of Mexico in Quito.", "embassy", ("Quito", "ECU", True)),
        ("They met at Ghana's Oslo embassy.", "embassy", ("Oslo", "NOR", True)),
        ("They met at the Swedish consulate in Kenya.", "consulate", ("Kenya", "KEN", False)),
        ("They met at the Swedish consulate in Mombasa.", "consulate", ("Mombasa", "KEN", True)),
    ],
)  # fmt: skip
def test_mission_lies_with_its_host(place, text, head, expected):
    assert where(place(text, head)) == expected


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("They met in Trujillo, Peru.", "Trujillo", "PER"),
        ("They met in Paris.", "Paris", "FRA"),
        ("They met in Paris, Texas.", "Paris", "USA"),
        ("They met in Birmingham.", "Birmingham", "GBR"),
        ("They met in Birmingham, Alabama.", "Birmingham", "USA"),
        ("They met in Athens, Georgia.", "Athens", "USA"),
        ("The Libyans met in Tripoli.", "Tripoli", "LBY"),
        ("They met in Santiago.", "Santiago", "CHL"),
        ("They met in Georgia.", "Georgia", "GEO"),
        ("They met in London.", "London", "GBR"),
        ("They met in Panama City.", "City", "PAN"),
        ("They met in Valencia.", "Valencia", None),
    ],
)
def test_namesakes(place, text, head, country):
    found = place(text, head)
    assert found is not None
    assert found.country == country


def test_party_of_the_event_tells_namesakes_apart(place):
    text = "Lebanese soldiers, Lebanon said, met in Tripoli."
    assert place(text, "Tripoli", actor="soldiers").country == "LBN"
    text = "Spanish police, Spain said, met in Valencia."
    assert place(text, "Valencia", actor="police").country == "ESP"


def test_other_countries_do_not_move_a_town_that_all_know(place):
    text = "Canadian ministers met in London. Canada said Canada was content."
    assert place(text, "London", actor="ministers").country == "GBR"


def test_place_that_stays_open_says_between_what(place):
    found = place("They met in Valencia.", "Valencia")
    assert found.lat is None
    assert "ESP" in found.why
    assert "VEN" in found.why


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("They met in March.", "March"),
        ("They were in power.", "power"),
        ("They were at risk.", "risk"),
        ("They believe in Russia.", "Russia"),
        ("They are angry at Poland.", "Poland"),
        ("They called on Poland to leave.", "Poland"),
        ("They spoke on Ukraine.", "Ukraine"),
        ("They lost faith in Kyiv.", "Kyiv"),
        ("They spoke of it in a letter to Moscow.", "letter"),
        ("They met in the Geneva Convention.", "Convention"),
        ("They won at Manchester United.", "United"),
        ("They met at the Summit of the Americas.", "Summit"),
        ("They stayed at Kennedy Square.", "Square"),
        ("They believe in Paris Hilton.", "Hilton"),
        ("They met in Xq.", "Xq"),
        ("They met in 北京市朝阳区.", "北京市朝阳区"),
    ],
)
def test_no_place(place, text, head):
    assert place(text, head) is None


def test_person_who_is_called_like_a_town_is_no_place(place):
    text = "Sofia Ruiz, a teacher, spoke. They met outside Ruiz's house. They stood near Ruiz."
    assert place(text, "Ruiz", trigger="met") is None


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("They were arrested in Nice.", "Nice", "FRA"),
        ("They were arrested in Reading, England.", "Reading", "GBR"),
        ("They were arrested in Mobile, Alabama.", "Mobile", "USA"),
        ("They were arrested in Split.", "Split", "HRV"),
        ("They were arrested in Jordan.", "Jordan", "JOR"),
        ("They were arrested in Chad.", "Chad", "TCD"),
    ],
)
def test_names_that_are_also_words(place, text, head, country):
    assert place(text, head).country == country


def test_border_lies_in_no_one_state(place):
    found = place("They met on the border with Chile.", "border")
    assert where(found) == ("border with Chile", None, False)


def test_most_exact_phrase_wins(place):
    found = place("In Kenya they met in Nairobi.", "Kenya", "Nairobi")
    assert where(found) == ("Nairobi", "KEN", True)


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "expected"),
    [
        ("Gunmen shelled Kharkiv.", "shelled", "ASSAULT", ("Kharkiv", "UKR", True)),
        ("The bombing of Aleppo went on.", "bombing", "ASSAULT", ("Aleppo", "SYR", True)),
        ("A raid on Odessa killed two.", "raid", "ASSAULT", ("Odessa", "UKR", True)),
        ("They killed the head of a bank in Jos.", "killed", "ASSAULT", ("Jos", "NGA", True)),
        ("He travelled to Bishkek.", "travelled", "CONSULT", ("Bishkek", "KGZ", True)),
        ("He visited Vilnius.", "visited", "CONSULT", ("Vilnius", "LTU", True)),
        ("It closed the Polish consulate in Lagos.", "closed", "SANCTION", ("Lagos", "NGA", True)),
        ("They condemned the murder of a man in Jos.", "condemned", "ACCUSE", None),
        ("They sanctioned a man in Jos.", "sanctioned", "SANCTION", None),
    ],
)
def test_place_of_what_it_is_done_to(place, text, trigger, event_type, expected):
    assert where(place(text, trigger=trigger, event_type=event_type)) == expected


def test_no_locative_phrase_no_place(place):
    assert place("They met.") is None


def test_here_is_where_it_was_written(place):
    text = "They met here on Tuesday."
    found = place(text, trigger="met", written_at="NAIROBI, Kenya")
    assert where(found) == ("Nairobi", "KEN", True)
    assert place(text, trigger="met") is None


def test_dateline_is_no_place_of_events(place):
    assert place("They met on Tuesday.", trigger="met", written_at="NAIROBI, Kenya") is None


@pytest.mark.parametrize("written", ["OSLO/NAIROBI", "ABOARD AIR TWELVE", "?", "VALENCIA"])
def test_dateline_that_names_no_one_place_gives_none(place, written):
    found = place("They met here on Tuesday.", trigger="met", written_at=written)
    assert found is None


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("Burkinabe troops of Burkina Faso killed nine in Soro.", "Soro", None),
        ("Indian troops of India killed nine in Soro.", "Soro", "IND"),
        ("Burkinabe troops of Burkina Faso killed nine in Mosul.", "Mosul", "IRQ"),
    ],
)
def test_small_town_needs_its_country_in_the_report(place, text, head, country):
    found = place(text, head, trigger="killed", actor="troops", event_type="ASSAULT")
    assert found.country == country


def test_namesakes_in_one_country_need_their_region(place):
    assert place("They met in Springfield.", "Springfield").lat is None
    found = place("They met in Springfield. Illinois was cold.", "Springfield")
    assert round(found.lat, 1) == 39.8


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A court in Lomé convicted her.", "convicted", ("Lomé", "TGO", True)),
        ("They struck a depot south of Damascus.", "struck", ("Damascus", "SYR", True)),
        ("He fired in a bar in Jos, killing two.", "killing", ("Jos", "NGA", True)),
    ],
)
def test_places_that_lie_farther_off(place, text, trigger, expected):
    assert where(place(text, trigger=trigger, event_type="ASSAULT")) == expected
