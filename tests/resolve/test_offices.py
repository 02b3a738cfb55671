"""Offices: what a report's words say of who holds what."""

from __future__ import annotations

import datetime as dt

import pytest


def said(asked):
    return {(o.name, o.office, o.country, o.tense) for o in asked.cast.offices()}


@pytest.mark.parametrize(
    ("text", "office", "country", "tense"),
    [
        ("Kenyan President Tom Wade left.", "president", "KEN", "current"),
        ("Kenya's President Tom Wade left.", "president", "KEN", "current"),
        ("Former Kenyan prime minister Tom Wade left.", "prime minister", "KEN", "former"),
        ("Kenya's ex-president Tom Wade left.", "president", "KEN", "former"),
        ("The ousted Kenyan president Tom Wade left.", "president", "KEN", "former"),
        ("Kenya's acting foreign minister Tom Wade left.", "foreign minister", "KEN", "current"),
        ("Tom Wade, the foreign minister of Kenya, left.", "foreign minister", "KEN", "current"),
        ("Tom Wade, Kenya's foreign minister, left.", "foreign minister", "KEN", "current"),
        ("Kenya's foreign minister, Tom Wade, left.", "foreign minister", "KEN", "current"),
        ("Tom Wade, who was previously Kenya's finance minister, left.", "finance minister", "KEN",
         "former"),
        ("Tom Wade became prime minister of Kenya.", "prime minister", "KEN", "current"),
        ("President Tom Wade of Kenya left.", "president", "KEN", "current"),
        ("Secretary of State Tom Wade left.", "foreign minister", "USA", "current"),
        ("Kenyan president-elect Tom Wade left.", "president", "KEN", "future"),
    ],
)  # fmt: skip
def test_words_give_a_person_an_office(ask, text, office, country, tense):
    assert ("Tom Wade", office, country, tense) in said(ask(text))


def test_country_of_a_bare_title_comes_from_the_persons_other_mentions(ask):
    asked = ask("Kenyan President Tom Wade left. President Wade then returned.")
    assert {o.country for o in asked.cast.offices()} == {"KEN"}


def test_country_of_a_bare_title_stays_open_when_nothing_tells(ask):
    assert said(ask("President Tom Wade left.")) == {("Tom Wade", "president", None, "current")}


def test_years_after_an_office_date_it(ask):
    asked = ask("Tom Wade, president of Kenya from 1990 to 2000, died on Friday.")
    (office,) = asked.cast.offices()
    assert (office.at.range.first, office.at.range.last) == (
        dt.date(1990, 1, 1), dt.date(2000, 12, 31),
    )  # fmt: skip


def test_two_names_after_a_plural_title_both_hold_it(ask):
    asked = ask("Former presidents Tom Wade and Ana Ruiz met.")
    assert {o.name for o in asked.cast.offices()} == {"Tom Wade", "Ana Ruiz"}


def test_plural_office_without_names_says_nothing_of_anybody(ask):
    assert said(ask("The current and former presidents of Kenya met Tom Wade.")) == set()


def test_president_of_a_body_is_no_head_of_state(ask):
    assert said(ask("Tom Wade, president of the Nairobi Chess Club, left.")) == set()


def test_subject_after_a_name_and_comma_is_no_apposition(ask):
    asked = ask("After meeting Ana Ruiz, the Kenyan president left Oslo.")
    assert said(asked) == set()


def test_profession_is_no_office(ask):
    assert said(ask("Political analyst Tom Wade spoke to Dr. Ana Ruiz.")) == set()


def test_negated_office_is_not_asserted(ask):
    assert said(ask("Tom Wade is not Kenya's president.")) == set()


def test_quote_is_the_reports_own_words(ask):
    asked = ask("On Friday former Kenyan president Tom Wade left.")
    (office,) = asked.cast.offices()
    assert office.quote == "former Kenyan president Tom Wade"
    assert asked.parsed.report.text[office.start : office.end] == office.quote


def test_minister_who_tells_of_a_states_decision_is_its_own(ask):
    asked = ask(
        '"The Kenyan government has left the talks," Foreign Minister Tom Wade told Norway.'
    )
    assert said(asked) == {("Tom Wade", "foreign minister", "KEN", "current")}


def test_wife_is_of_the_state_of_her_husband(ask):
    asked = ask("Kenyan President Tom Wade left. Wade's wife Ana Ruiz stayed in Norway.")
    assert {p.name: p.country for p in asked.cast.persons()}["Ana Ruiz"] == "KEN"
