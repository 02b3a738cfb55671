from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.derive.presence import presences
from dragoman.knowledge.load import load
from dragoman.link.link import link
from dragoman.model.claim import Presence
from dragoman.model.event import Event
from tests.factory import event, party, report


def one(told: Event) -> Presence:
    linked = link([told], [report("r1")], load(), {})
    (found,) = presences(linked.incidents, [told], load())
    return found


def mission(name: str, country: str | None) -> dict[str, object]:
    return {"mission": party(name, kind="organisation", country=country)}


@pytest.mark.parametrize(
    ("actor", "other", "whose", "sender", "receiver"),
    [
        ("NOR", "CHL", "NOR", "NOR", "CHL"),
        ("NOR", "CHL", "CHL", "CHL", "NOR"),
        ("NOR", "CHL", None, "NOR", "CHL"),
        ("NOR", None, "NOR", "NOR", None),
    ],
)  # fmt: skip
def test_whose_mission_was_closed_and_where(
    actor: str, other: str | None, whose: str | None, sender: str, receiver: str | None
) -> None:
    told = event("close_mission", actor, other, others=mission("consulate", whose))  # type: ignore[arg-type]
    found = one(told)
    assert (found.sender, found.receiver, found.mission) == (sender, receiver, "consulate")
    assert found.article == "VCDR 45; VCCR 2, 27"


def test_a_stormed_mission_is_not_its_stormers() -> None:
    found = one(event("storm_mission", "NOR", "CHL", others=mission("embassy", "CHL")))  # type: ignore[arg-type]
    assert (found.change, found.sender, found.receiver) == ("stormed", "CHL", "NOR")


def test_an_opened_mission() -> None:
    told = event(
        "other", "NOR", "CHL", quote="opened a consulate", others=mission("consulate", None)
    )  # type: ignore[arg-type]
    found = one(replace(told, pattern="open-embassy"))
    assert (found.matter, found.change, found.mission) == ("mission", "opened", "consulate")


@pytest.mark.parametrize(
    ("act", "quote", "change"),
    [
        ("sever_relations", "broke off consular relations", "severed"),
        ("sever_relations", "broke off diplomatic and consular relations", "severed"),
        ("restore_relations", "restored consular ties", "restored"),
        ("other", "will maintain its consular representation", "kept"),
    ],
)
def test_consular_relations_have_a_life_of_their_own(act: str, quote: str, change: str) -> None:
    found = one(event(act, "NOR", "CHL", quote=quote))
    assert (found.matter, found.change, found.pair) == ("consular", change, ("CHL", "NOR"))


def test_a_protecting_power() -> None:
    told = event("represent_interests", "CHE", "NOR", others={"place": party("CHL")})
    found = one(told)
    assert (found.protector, found.sender, found.receiver) == ("CHE", "NOR", "CHL")
    assert (found.matter, found.pair) == ("protecting_power", ("CHL", "NOR"))


def test_nobody_is_the_protecting_power_of_himself() -> None:
    told = event("represent_interests", "NOR", "NOR", others={"place": party("CHL")})
    linked = link([told], [report("r1")], load(), {})
    assert presences(linked.incidents, [told], load()) == ()


def test_severed_diplomatic_relations_say_nothing_of_consular_ones() -> None:
    told = event("sever_relations", "NOR", "CHL", quote="broke off diplomatic relations")
    linked = link([told], [report("r1")], load(), {})
    assert presences(linked.incidents, [told], load()) == ()
