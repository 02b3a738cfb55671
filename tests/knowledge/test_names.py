"""NameIndex: longest names, offices and nouns in words."""

from __future__ import annotations

import pytest

from dragoman.knowledge.names import NameIndex, fold, singular, words_of


@pytest.fixture(scope="module")
def names(knowledge):
    return NameIndex.of(knowledge)


def found(names, text):
    return [(text[start:end], rows[0].party_id) for start, end, rows in names.find(text)]


def test_at_takes_the_longest_name(names):
    size, rows = names.at(["South", "Korea", "said"], 0)
    assert (size, rows[0].party_id) == (2, "KOR")


def test_at_is_none_where_no_name_starts(names):
    assert names.at(["the", "house"], 1) is None


def test_names_are_matched_with_their_case(names):
    assert found(names, "They ate turkey and polish sausage from china.") == []


def test_capitals_throughout_are_read_as_the_name(names):
    assert found(names, "KENYA AND THE UNITED STATES SIGN") == [
        ("KENYA", "KEN"),
        ("UNITED STATES", "USA"),
    ]


def test_initials_in_capitals_stay_initials(names):
    assert found(names, "The WHO said so.") == [("WHO", "IGO-who")]


def test_curly_and_straight_apostrophes_are_one(names):
    assert found(names, "Côte d’Ivoire and N'Djamena") == [
        ("Côte d’Ivoire", "CIV"),
        ("N'Djamena", "TCD"),
    ]


def test_hyphenated_names_match_whole(names):
    assert found(names, "al-Shabaab left Guinea-Bissau.") == [
        ("al-Shabaab", "al-shabaab"),
        ("Guinea-Bissau", "GNB"),
    ]


def test_compound_states_are_not_their_last_word(names):
    assert found(names, "New Mexico, Papua New Guinea, Equatorial Guinea") == [
        ("New Mexico", "USA"),
        ("Papua New Guinea", "PNG"),
        ("Equatorial Guinea", "GNQ"),
    ]


def test_latin_americans_are_not_of_the_united_states(names):
    assert found(names, "Latin American leaders") == [("Latin American", "r-latin-america")]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("the Kremlin", "RUS"), ("Downing Street", "GBR"), ("the Pentagon", "USA"),
        ("Burma", "MMR"), ("Czechs", "CZE"), ("Spaniards", "ESP"), ("Holland", "NLD"),
        ("Deutschland", "DEU"), ("Pays-Bas", "NLD"), ("Soviet Union", "SUN"),
    ],
)  # fmt: skip
def test_names_demonyms_and_seats_lead_to_the_state(names, text, party):
    assert names.find(text)[0][2][0].party_id == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Россия", "RUS"), ("Німеччина", "DEU"), ("Reino Unido", "GBR"), ("Almanya", "DEU"),
        ("مصر", "EGY"), ("法国", "FRA"), ("ドイツ", "DEU"), ("미국", "USA"), ("भारत", "IND"),
        ("Verenigde Staten", "USA"), ("Szwecja", "SWE"), ("Frankrike", "FRA"), ("Jepang", "JPN"),
    ],
)  # fmt: skip
def test_states_are_known_in_other_languages_and_scripts(names, text, party):
    assert found(names, text) == [(text, party)]


def test_names_are_found_where_no_blanks_stand(names):
    assert found(names, "中国和法国签署了协议。") == [("中国", "CHN"), ("法国", "FRA")]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Oliy Majlis", "UZB"), ("Dewan Rakyat", "MYS"), ("Zhongnanhai", "CHN"),
        ("Matignon", "FRA"), ("Farnesina", "ITA"), ("Koulouba", "MLI"), ("Aso Rock", "NGA"),
        ("the Makhzen", "MAR"), ("Villa Somalia", "SOM"), ("Hofburg", "AUT"),
    ],
)  # fmt: skip
def test_parliaments_and_palaces_stand_for_the_state(names, text, party):
    assert found(names, text) == [(text, party)]


@pytest.mark.parametrize(
    ("text", "party", "country", "sector"),
    [
        ("Carabinieri", "ITA", None, None),
        ("Guardia Civil", "ESP", None, None),
        ("Rapid Support Forces", "rsf-sdn", "SDN", "PRM"),
        ("Comando Vermelho", "comando-vermelho", "BRA", "CRM"),
        ("Fianna Fail", "fianna-fail", "IRL", "PTY"),
        ("Makerere University", "makerere-university", "UGA", "EDU"),
        ("Ethiopian Airlines", "ethiopian-airlines", "ETH", "BUS"),
        ("Ukrinform", "ukrinform", "UKR", "JRN"),
        ("Bank of Japan", "bank-of-japan", "JPN", "GOV"),
        ("International Seabed Authority", "IGO-international-seabed-authority", None, None),
    ],
)
def test_bodies_have_their_country_and_sector(names, knowledge, text, party, country, sector):
    assert found(names, text) == [(text, party)]
    body = knowledge.organisations.get(party)
    assert body is None or (body.country, body.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("South Vietnam", "RVN"), ("Ottoman Empire", "XOT"), ("Czechoslovaks", "CSK"),
        ("Austro-Hungarian", "AUH"), ("Upper Volta", "BFA"), ("Kampuchean", "KHM"),
        ("Rhodesia", "ZWE"), ("Ceylon", "LKA"), ("Swaziland", "SWZ"),
    ],
)  # fmt: skip
def test_states_that_ended_have_rows_and_old_names_do_not(names, text, party):
    assert found(names, text) == [(text, party)]


def test_a_shared_name_is_told_only_where_it_is_asked_for(names):
    assert names.at(["PRD"], 0) is None
    parties = {row.party_id for row in names.at(["PRD"], 0, shared=True)[1]}
    assert "party-of-the-democratic-revolution" in parties


def test_every_state_of_the_tables_has_a_name(knowledge):
    named = {alias.party_id for alias in knowledge.aliases if alias.kind == "name"}
    assert set(knowledge.states) - named == set()


def test_office_matches_any_case_and_the_plural(names):
    size, office = names.office(["Foreign", "Ministers", "met"], 0)
    assert (size, office.id) == (2, "foreign minister")


def test_office_takes_the_longest_phrase(names):
    assert names.office(["vice", "president"], 0)[1].id == "vice president"


def test_office_knows_the_term_that_the_parser_keeps_whole(names):
    assert names.office(["chargé d’affaires"], 0)[1].id == "charge d'affaires"


def test_role_finds_singular_and_plural(names):
    assert names.role("lawmakers").sector == names.role("lawmaker").sector == "LEG"


def test_towns_are_sorted_by_size(names):
    sizes = [town.population for town in names.towns("San Juan")]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)


def test_holders_are_found_by_surname_without_accents(names):
    assert {row.party_id for row in names.holders("lukashenko")} == {"BLR"}


def test_fold_drops_accents_and_case():
    assert fold("Jerí") == "jeri"


@pytest.mark.parametrize(
    ("plural", "one"),
    [("rights groups", "rights group"), ("embassies", "embassy"), ("policemen", "policeman"),
     ("churches", "church"), ("forces", "force"), ("crisis", "crisis")],
)  # fmt: skip
def test_singular_takes_the_last_word(plural, one):
    assert singular(plural) == one


def test_words_are_cut_as_the_parser_cuts_them():
    assert words_of("Cox's Bazar, U.S.") == ("Cox", "'s", "Bazar", ",", "U.S.")
