"""Who is meant in a text."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.run.reading import Reader
from dragoman.run.who import Meant, who


@pytest.fixture
def ask(reader: Reader) -> Any:
    return lambda text, day=None: who(text, day, reader=reader)


def ids(found: list[Meant], words: str) -> list[str | None]:
    return [None if m.party is None else m.party.party_id for m in found if m.words == words]


def test_names_descriptions_and_pronouns_are_listed_in_text_order(ask: Any) -> None:
    found = ask("Norway's minister, Aino Salo, resigned. She blamed two Kenyan nurses.")
    assert [m.words for m in found] == [
        "Norway's", "Norway's minister", "Aino Salo", "She", "two Kenyan nurses",
    ]  # fmt: skip
    assert ids(found, "She") == ["p-aino-salo"]
    assert [m.sentence for m in found] == [1, 1, 1, 2, 2]


def test_words_are_cut_from_the_text(ask: Any) -> None:
    text = "Émile said that Peru's lawmakers left."
    assert all(text[m.start : m.end] == m.words for m in ask(text))


def test_what_stays_open_is_listed_with_the_reason(ask: Any) -> None:
    found = ask("They left. Qzxoria objected.")
    assert [(m.words, m.party) for m in found] == [("They", None), ("Qzxoria", None)]
    assert [m.why for m in found] == ["nothing before it fits", "a name that no table has"]


def test_two_that_are_meant_are_two_rows(ask: Any) -> None:
    found = ask("Norway and Kenya met. They agreed.")
    assert ids(found, "They") == ["NOR", "KEN"]


@pytest.mark.parametrize("text", ["They met in Oslo.", "It rained on Monday.", "The stones fell."])
def test_places_days_and_things_are_no_parties(ask: Any, text: str) -> None:
    assert {m.words for m in ask(text)} <= {"They", "It"}


def test_a_counted_group_is_listed_once(ask: Any) -> None:
    found = ask("Dozens of miners in Bolivia marched.")
    assert [m.words for m in found] == ["Dozens of miners in Bolivia", "Bolivia"]
    assert found[0].party.country == "BOL"


def test_the_day_chooses_the_office(ask: Any) -> None:
    then, later = (ask("Angela Merkel spoke.", dt.date(year, 5, 1))[0] for year in (2010, 2023))
    assert (then.party.sector, later.party.sector) == ("GOV", "ELI")


@pytest.mark.parametrize(
    "text", ["", "Q", "Dr.", "USSR", "Путин met Putin 見.", "\ud800 Peru", "?"]
)
def test_strange_text_costs_nothing(ask: Any, text: str) -> None:
    assert all(m.why for m in ask(text))
