"""Spellings of one name, and names that only look alike."""

from __future__ import annotations

import pytest

from dragoman.knowledge.spellings import are_one, is_feminine_of, is_short_given


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("brynsky", "brynskiy"), ("brynskyy", "brynskyi"), ("qaddour", "gaddour"),
        ("gadhour", "gaddour"), ("morsani", "mursani"), ("rouhali", "rohali"),
        ("mohammed", "muhammad"), ("sergei", "serhiy"), ("volodymyr", "vladimir"),
        ("medveyev", "medveyeff"), ("petrenko", "petrenka"), ("sissi", "sisi"),
        ("hosseini", "husseini"),
    ],
)  # fmt: skip
def test_transliterations_are_one(left, right):
    assert are_one(left, right)
    assert are_one(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mohamed", "mahmoud"), ("hassan", "hussein"), ("reed", "reid"), ("ali", "aly"),
        ("martin", "martina"), ("mario", "maria"), ("petrov", "petrova"),
        ("marchenko", "marchenkov"), ("karimov", "kasimov"), ("clark", "clarke"),
        ("allende", "allen"), ("salman", "sulaiman"),
    ],
)  # fmt: skip
def test_other_names_are_two(left, right):
    assert not are_one(left, right)
    assert not are_one(right, left)


def test_a_womans_form_is_told_from_a_mans():
    assert is_feminine_of("navalny", "navalnaya")
    assert not is_feminine_of("sergei", "sergey")


def test_short_forms_hold_either_way():
    assert is_short_given("mike", "michael")
    assert is_short_given("michael", "mike")
    assert not is_short_given("mike", "mark")
