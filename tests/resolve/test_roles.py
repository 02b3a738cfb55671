"""Roles that the words leave empty."""

from __future__ import annotations

import pytest

from dragoman.model.event import Party, Place
from dragoman.resolve.resolved import Resolved
from dragoman.resolve.roles import StateMention, distinct, fill, other_state


def person(country, *, posting=None, name="the ambassador", office="ambassador"):
    party = Party(
        party_id=f"p-{name}", name=name, name_raw=name, kind="person", country=country,
        sector="GOV", office=office,
    )  # fmt: skip
    return Resolved(party=party, posting=posting, why="test")


def state(country):
    party = Party(party_id=country, name=country, name_raw=country, kind="state", country=country)
    return Resolved(party=party, posting=None, why="test")


def named(*countries, start=0):
    return [
        StateMention(country=c, start=start + 10 * n, end=start + 10 * n + 3, text=c)
        for n, c in enumerate(countries)
    ]


def test_expelled_ambassador_names_the_recipient(knowledge):
    kind = knowledge.acts["expel_diplomats"]
    roles = {"actor": (state("CHL"),), "recipient": (), "official": (person("BOL"),)}
    assert fill(kind, roles, None, knowledge)["recipient"][0].party.party_id == "BOL"


def test_recalled_ambassador_names_the_host(knowledge):
    kind = knowledge.acts["recall_ambassador"]
    roles = {"actor": (state("CHL"),), "recipient": (), "official": (person("CHL", posting="BOL"),)}
    assert fill(kind, roles, None, knowledge)["recipient"][0].party.party_id == "BOL"


def test_interstate_act_is_never_filled_with_its_own_side(knowledge):
    kind = knowledge.acts["expel_diplomats"]
    roles = {"actor": (state("CHL"),), "recipient": (), "official": (person("CHL"),)}
    assert fill(kind, roles, None, knowledge)["recipient"] == ()


def test_place_fills_where_the_act_says_so(knowledge):
    kind = knowledge.acts["request_asylum"]
    roles = {"actor": (person("TGO"),), "recipient": ()}
    place = Place(name="Accra", country="GHA")
    assert fill(kind, roles, place, knowledge)["recipient"][0].party.party_id == "GHA"


def test_what_is_filled_keeps_its_words_and_reason(knowledge):
    kind = knowledge.acts["expel_diplomats"]
    roles = {"actor": (state("CHL"),), "recipient": (), "official": (person("BOL"),)}
    filled = fill(kind, roles, None, knowledge)["recipient"][0]
    assert filled.party.name_raw == "the ambassador"
    assert filled.why == "country of the official"


def test_only_other_state_of_the_sentence_is_taken(knowledge):
    found = other_state([state("CHL")], named("CHL", "BOL"), (0, 100), knowledge)
    assert found.party.party_id == "BOL"


def test_two_other_states_in_the_sentence_leave_it_open(knowledge):
    assert other_state([state("CHL")], named("CHL", "BOL", "ARG"), (0, 100), knowledge) is None


def test_the_reports_other_state_is_taken(knowledge):
    states = named("CHL", "BOL", "BOL", "CHL", "CHL")
    assert other_state([state("CHL")], states, (900, 999), knowledge).party.party_id == "BOL"


def test_no_dyad_stands_out_leaves_it_open(knowledge):
    states = named("CHL", "CHL", "BOL", "ARG", "PRY")
    assert other_state([state("CHL")], states, (900, 999), knowledge) is None


@pytest.mark.parametrize("order", [1, -1])
def test_distinct_keeps_one_for_each_party(order):
    parties = [state("CHL"), state("BOL"), state("CHL")][::order]
    assert {p.party_id for p in distinct(parties)} == {"CHL", "BOL"}
    assert len(distinct(parties)) == 2
