"""Who a phrase means that stands alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dragoman.knowledge.names import NameIndex
from dragoman.resolve.backdrop import home_in
from dragoman.resolve.phrases import who_is


@pytest.fixture(scope="session")
def who(parse, knowledge):
    """who(phrase, context="", published=None) -> Answer."""
    names = NameIndex(knowledge, everybody=True)

    def run(phrase, context="", *, published=None, **kind):
        return who_is(parse(phrase, published), knowledge, names, context=context, **kind)

    return run


@pytest.fixture
def one(who):
    """The one party of a phrase."""

    def run(phrase, context="", **kind):
        (found,) = who(phrase, context, **kind).parties
        return found.party

    return run


@pytest.mark.parametrize(
    ("phrase", "country", "sector", "kind"),
    [
        ("Ukrainian soldiers", "UKR", "MIL", "group"),
        ("two Kenyan nurses", "KEN", "MED", "group"),
        ("several of the oldest newspapers in Norway", "NOR", "JRN", "organisation"),
        ("thousands of miners in Bolivia", "BOL", "LAB", "group"),
        ("Bolivia's Ministry of Health", "BOL", "GOV", "organisation"),
        ("Peru's Defense Department", "PER", "GOV", "organisation"),
        ("a warehouse in Finland", "FIN", None, "group"),
        ("the seat and home of the king of Norway", "NOR", "GOV", "group"),
        ("Osaka police", "JPN", "COP", "group"),
        ("Finnish Minister Aino Salo", "FIN", "GOV", "person"),
        ("former Kenyan general", "KEN", "ELI", "person"),
        ("unidentified gunmen", None, "UAF", "group"),
        ("the EU foreign ministers", "EUR", "GOV", "organisation"),
        ("the World Trade Organization", "IGO", None, "organisation"),
        ("UN spokesman Ole Lind", "UNO", "GOV", "person"),
        ("an official with Kenya's health ministry", "KEN", "GOV", "person"),
        ("head of the Norwegian football federation", "NOR", "SOC", "person"),
        ("a rally against Norway", None, None, ""),
        ("the Kenyan attorney general's office", "KEN", "JUD", "organisation"),
        ("a retired Kenyan teacher", "KEN", "EDU", "person"),
        ("state media in Norway", "NOR", "GOV", "organisation"),
    ],
)
def test_a_phrase_tells_state_sector_and_kind(one, phrase, country, sector, kind):
    party = one(phrase)
    assert (party.country, party.sector, party.kind) == (country, sector, kind)


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [("Norway", None), ("the UK", None), ("Oslo", "GOV"), ("the Kremlin", "GOV")],
)
def test_a_state_by_its_plain_name_has_no_sector(one, phrase, sector):
    assert (one(phrase).kind, one(phrase).sector) == ("state", sector)


@pytest.mark.parametrize(
    ("word", "kind", "sector"),
    [("she", "person", "UNK"), ("they", "group", None), ("it", "", None), ("we", "group", None)],
)
def test_a_pronoun_alone_stays_open(one, word, kind, sector):
    party = one(word)
    assert (party.kind, party.sector, party.country) == (kind, sector, None)


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("Q", "one letter"), ("Mr.", "title without a name"), ("Dr.", "title without a name"),
        ("Qzxoria", "a name that no table has"), ("both countries", "which state"),
        ("Привет", "script"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_stays_open_and_says_why(who, phrase, why):
    (found,) = who(phrase).parties
    assert (found.party.country, why in found.why) == (None, True)


@pytest.mark.parametrize(
    "phrase", ["", " ", "12,000", "!?", "🙂", "yesterday", "very quickly", "'s"]
)
def test_what_names_nobody_is_no_party(who, phrase):
    answer = who(phrase)
    assert answer.parties == ()
    assert answer.why


def test_a_joined_phrase_gives_each_party(who):
    found = who("Norway and the Kenyan army").parties
    assert [r.party.country for r in found] == ["NOR", "KEN"]


@pytest.mark.parametrize("phrase", ["Hallvard Brekken", "Brekken"])
def test_an_office_holder_of_the_tables_is_told_with_the_tenure(parse, knowledge, phrase):
    tenure = replace(
        knowledge.holders[0], name="Hallvard Brekken", aliases=(), office="finance minister",
        party_id="NOR", days=knowledge.holders[0].days, began=None, ended=None,
    )  # fmt: skip
    known = replace(knowledge, holders=(tenure,))
    (found,) = who_is(parse(phrase), known, NameIndex.of(known)).parties
    assert (found.party.country, found.party.sector) == ("NOR", "GOV")
    assert "as no day is given" in found.why


def test_a_state_that_is_no_more_says_so(who):
    (found,) = who("USSR").parties
    assert found.party.country == "RUS"
    assert "ended on 1991-12-26" in found.why


def test_a_state_that_is_no_more_is_itself_on_its_day(one):
    assert one("the USSR", published=dt.date(1970, 5, 1)).country == "SUN"


@pytest.mark.parametrize(
    "context", ["Dutch", "dutch", "NLD", "Dutch police said that Rotterdam was quiet."]
)
def test_a_context_tells_the_state_that_the_phrase_does_not(one, context):
    assert one("the finance minister", context).country == "NLD"


def test_a_context_does_not_overrule_the_phrase(one):
    assert one("the Kenyan finance minister", "Dutch").country == "KEN"


def test_an_organisation_of_many_states_is_not_of_the_context(one):
    assert one("NATO", "Norway").country == "IGO"


@pytest.mark.parametrize(
    ("context", "why"), [("Chile and Peru", "several states: CHL, PER"), ("rain", "no state")]
)
def test_a_context_without_one_state_says_so(knowledge, names, context, why):
    home = home_in(context, knowledge, names)
    assert (home.country, why in home.why) == (None, True)


def test_a_phrase_in_another_language_is_read_by_its_names_alone(one):
    party = one("los mineros de Bolivia", is_english=False)
    assert (party.country, party.sector) == ("BOL", None)
    assert one("los mineros", is_english=False).country is None


@pytest.mark.parametrize(
    ("phrase", "country"), [("Sigrid Aune", "NOR"), ("Aune", None), ("Siggi", "NOR")]
)
def test_a_notable_is_known_by_the_whole_name_or_a_lone_one(parse, knowledge, phrase, country):
    row = replace(
        knowledge.holders[0], name="Sigrid Aune", aliases=("Siggi",), office="activist",
        party_id="NOR", began=None, ended=None, is_notable=True,
    )  # fmt: skip
    known = replace(knowledge, notables=(row,))
    (found,) = who_is(parse(phrase), known, NameIndex(known, everybody=True)).parties
    assert (found.party.country, found.party.sector) == (country, "SOC" if country else None)
