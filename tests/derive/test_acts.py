from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.derive.acts import Senses, is_consular, mission_kind
from dragoman.knowledge.load import load
from dragoman.link.link import link
from dragoman.model.event import Event
from tests.factory import event, party, report

SENSES = Senses(load())
EMBASSY = party("embassy", kind="organisation", country="URY")


def meant(*told: Event) -> str | None:
    linked = link(told, [report(one.report_id) for one in told], load(), {})
    kind = SENSES.meant(linked.incidents[0], told)
    return None if kind is None else kind.id


def restored(pattern: str, quote: str = "words", **roles: object) -> Event:
    told = event("restore_relations", "URY", "CHL", date="2024-05-03", quote=quote, others=roles)  # type: ignore[arg-type]
    return replace(told, pattern=pattern)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (restored("restore-relations"), "restore_relations"),
        (restored("end-quarrel"), None),
        (restored("reopen-embassy", mission=EMBASSY), "open_mission"),
        (restored("reopen-embassy", quote="reopened its consulate"), None),
        (restored("restore-relations", quote="restored consular relations"), None),
        (restored("restore-relations", quote="restored diplomatic and consular relations"),
         "restore_relations"),
        (restored("ambassador-returns", official=party("envoy", office="envoy")),
         "return_ambassador"),
    ],
)  # fmt: skip
def test_what_a_telling_means_for_relations(told: Event, kind: str | None) -> None:
    assert meant(told) == kind


def test_where_one_telling_has_the_act_itself_it_stands() -> None:
    other = replace(restored("restore-relations"), report_id="r2", event_id="e2")
    assert meant(restored("reopen-embassy", mission=EMBASSY), other) == "restore_relations"


def test_attaches_are_no_heads_of_mission() -> None:
    told = event("expel_diplomats", "URY", "CHL", date="2024-05-03", quote="expelled two attachés")
    assert meant(told) is None


def test_what_words_tell_besides_their_act() -> None:
    told = replace(event("demand", "URY", "CHL"), pattern="ask-for-safe-conduct")
    assert SENSES.told_by([told, event("meet", "URY")]) == {"safe_conduct_asked"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("cut consular ties", True), ("cut diplomatic and consular relations", False),
     ("cut diplomatic ties", False), ("a consular officer", False)],
)  # fmt: skip
def test_consular_relations_are_not_diplomatic_ones(words: str, expected: bool) -> None:
    assert is_consular(words) is expected


def test_the_kind_of_a_mission_is_read_from_the_first_words_that_tell() -> None:
    assert mission_kind(["mission", "the consulate in Arica"]) == "consulate"
    assert mission_kind(["embassy", "the consulate"]) == "embassy"
    assert mission_kind(["its embassy and consulates"]) is None
