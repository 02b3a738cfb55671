"""Offices that pass from one person to another."""

from __future__ import annotations

import pytest

from tests.resolve.test_offices import said


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("Tom Wade succeeds Ana Ruiz as Kenya's foreign minister.", "current", "former"),
        ("Tom Wade replaced Ana Ruiz as Kenyan foreign minister.", "current", "former"),
        ("Ana Ruiz was replaced by Tom Wade as Kenyan foreign minister.", "current", "former"),
        ("Tom Wade will replace Ana Ruiz as Kenyan foreign minister.", "future", "current"),
    ],
)
def test_who_succeeds_whom_gives_both_the_office(ask, text, new, old):
    assert said(ask(text)) == {
        ("Tom Wade", "foreign minister", "KEN", new), ("Ana Ruiz", "foreign minister", "KEN", old),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Kenyan President Tom Wade spoke. Wade's predecessor, Ana Ruiz, stayed away.", "former"),
        ("Kenyan President Tom Wade spoke. His predecessor Ana Ruiz stayed away.", "former"),
        ("Former Kenyan president Tom Wade spoke. His successor, Ana Ruiz, stayed.", "current"),
        ("Kenyan President Tom Wade spoke. Wade's successor, Ana Ruiz, listened.", "future"),
    ],
)
def test_predecessors_and_successors_have_the_office(ask, text, tense):
    assert ("Ana Ruiz", "president", "KEN", tense) in said(ask(text))


def test_his_predecessor_stays_open_between_two_holders(ask):
    asked = ask(
        "Kenyan President Tom Wade met Chilean President Luis Paz. "
        "His predecessor Ana Ruiz stayed away."
    )
    assert all(name != "Ana Ruiz" for name, *_ in said(asked))


def test_a_successor_in_something_else_than_an_office_has_none(ask):
    asked = ask("Tom Wade replaced Ana Ruiz in Kenya on Monday.")
    assert said(asked) == set()
