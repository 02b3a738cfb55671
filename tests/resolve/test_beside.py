"""Offices beside names: titles, appositions, and lists of offices and names."""

from __future__ import annotations

import pytest

from tests.resolve.test_offices import said

KENYAN, CHILEAN = ("Tom Wade", "KEN"), ("Ana Ruiz", "CHL")


@pytest.mark.parametrize(
    ("text", "office", "people"),
    [
        ("Presidents Tom Wade of Kenya and Ana Ruiz of Chile met.", "president",
         (KENYAN, CHILEAN)),
        ("Kenyan and Chilean presidents Tom Wade and Ana Ruiz met.", "president",
         (KENYAN, CHILEAN)),
        ("The foreign ministers of Kenya and Chile, Tom Wade and Ana Ruiz, met.",
         "foreign minister", (KENYAN, CHILEAN)),
        ("Tom Wade and Ana Ruiz, the prime ministers of Kenya and Chile, met.", "prime minister",
         (KENYAN, CHILEAN)),
        ("Former Kenyan presidents Tom Wade and Ana Ruiz met.", "president",
         (KENYAN, ("Ana Ruiz", "KEN"))),
        ("Kenya's two vice presidents, Tom Wade and Ana Ruiz, left.", "vice president",
         (KENYAN, ("Ana Ruiz", "KEN"))),
        ("Presidents Tom Wade of Kenya, Ana Ruiz of Chile and Luis Paz met.", "president",
         (KENYAN, CHILEAN, ("Luis Paz", None))),
    ],
)  # fmt: skip
def test_lists_of_names_share_out_their_states(ask, text, office, people):
    found = {(name, country) for name, what, country, _ in said(ask(text)) if what == office}
    assert found == set(people)


@pytest.mark.parametrize(
    ("text", "office", "country", "tense"),
    [
        ("Tom Wade, 61, the president of Kenya, left.", "president", "KEN", "current"),
        ("Tom Wade (61), president of Kenya, left.", "president", "KEN", "current"),
        ("Tom Wade, once Kenya's prime minister, left.", "prime minister", "KEN", "former"),
        ("Tom Wade, then Kenya's prime minister, left.", "prime minister", "KEN", "former"),
        ("Tom Wade, Kenya's prime minister at the time, left.", "prime minister", "KEN", "former"),
        ("The Kenyan president at the time, Tom Wade, left.", "president", "KEN", "former"),
        ("Kenya's outgoing president, Tom Wade, left.", "president", "KEN", "current"),
        ("Kenya's incoming foreign minister, Tom Wade, left.", "foreign minister", "KEN", "future"),
        ("Kenya's prime minister-designate, Tom Wade, left.", "prime minister", "KEN", "future"),
        ("The late Kenyan president Tom Wade was mourned.", "president", "KEN", "former"),
        ("Kenya's self-proclaimed president Tom Wade left.", "president", "KEN", "current"),
        ("Kenya has a new president, Tom Wade.", "president", "KEN", "current"),
        ("Kenyan PM Tom Wade left.", "prime minister", "KEN", "current"),
        ("Kenyan FM Tom Wade left.", "foreign minister", "KEN", "current"),
        ("Kenyan MP Tom Wade left.", "lawmaker", "KEN", "current"),
        ("Gov. Tom Wade of Texas spoke.", "governor", "USA", "current"),
        ("Tom Wade, the head of Kenyan diplomacy, left.", "foreign minister", "KEN", "current"),
        ("Chile's foes fear Kenyan leader Tom Wade.", "leader", "KEN", "current"),
        ("Tom Wade, the former dictator of Kenya, died.", "ruler", "KEN", "former"),
        ("Pope Tom Wade prayed in Kenya.", "pope", "VAT", "current"),
        ("NATO chief Tom Wade left.", "secretary general", None, "current"),
        ("The withdrawal of the Kenyan Ambassador to Chile, Tom Wade, was announced.",
         "ambassador", "KEN", "current"),
        ("Despite announcing the withdrawal of the Kenyan Ambassador to Chile, Tom Wade, the "
         "Chilean ministry stayed.", "ambassador", "KEN", "current"),
        ("Press secretary Tom Wade of the Kenyan Ministry of Defence spoke.", "spokesman", "KEN",
         "current"),
    ],
)  # fmt: skip
def test_an_office_stands_beside_a_name(ask, text, office, country, tense):
    assert said(ask(text)) == {("Tom Wade", office, country, tense)}


def test_one_person_may_have_two_offices(ask):
    asked = ask("Tom Wade, Kenya's deputy prime minister and foreign minister, left.")
    assert {row[1] for row in said(asked)} == {"deputy prime minister", "foreign minister"}


def test_two_titles_with_two_names_are_two_persons(ask):
    asked = ask("Kenya's Prime Minister Tom Wade and Foreign Minister Ana Ruiz left.")
    assert {(row[0], row[1], row[2]) for row in said(asked)} == {
        ("Tom Wade", "prime minister", "KEN"), ("Ana Ruiz", "foreign minister", "KEN"),
    }  # fmt: skip


def test_the_second_name_may_have_a_state_of_its_own(ask):
    asked = ask("Kenya's Prime Minister Tom Wade met Foreign Minister Ana Ruiz of Chile.")
    assert ("Ana Ruiz", "foreign minister", "CHL", "current") in said(asked)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's would-be president Tom Wade left.",
        "Tom Wade, brother of Kenya's president, left.",
        "Tom Wade, an aide to Kenya's president, left.",
        "Tom Wade, deputy to the foreign minister of Kenya, left.",
        "Tom Wade, president of the European Commission, left.",
        "Catalan President Tom Wade left.",
        "Ontario Premier Tom Wade left.",
        "Tom Wade, the Kenyan legal representative of the firm, left.",
        "Tom Wade, a Kenyan business leader, left.",
        "Kenya remembers the dictator Tom Wade.",
        "After talks with Tom Wade and Ana Ruiz, the presidents of Kenya and Chile left Oslo.",
    ],
)
def test_what_gives_no_office_of_a_state(ask, text):
    assert said(ask(text)) == set()


def test_the_verb_of_a_removal_is_no_part_of_the_title(ask):
    asked = ask("Kenyan lawmakers removed President Tom Wade on Monday.")
    (office,) = asked.cast.offices()
    assert (office.quote, office.tense) == ("President Tom Wade", "former")
