from __future__ import annotations

from dragoman.dates import DateRange
from dragoman.link.breath import in_one_breath
from dragoman.model.event import Event
from tests.factory import dates, event
from tests.kinds import KNOWLEDGE

QUOTE = "Uruguay broke off relations with Chile, withdrawing its ambassador"


def _placed(*events: Event) -> list[DateRange]:
    groups = [[i] for i in range(len(events))]
    return list(in_one_breath(events, groups, KNOWLEDGE.acts).values())


def _severed(**fields: object) -> Event:
    return event("sever_relations", "URY", "CHL", quote=QUOTE, **fields)  # type: ignore[arg-type]


def _recalled(**fields: object) -> Event:
    return event("recall_ambassador", "URY", "CHL", quote=QUOTE, **fields)  # type: ignore[arg-type]


def test_an_undated_act_takes_the_days_of_the_act_in_its_clause() -> None:
    assert _placed(_severed(date="2024-05-03"), _recalled()) == [dates("2024-05-03")]


def test_the_days_may_come_from_another_report_of_the_same_incident() -> None:
    told = [_severed(report="r1", date="2024-05-03"), _severed(report="r2"), _recalled(report="r2")]
    assert in_one_breath(told, [[0, 1], [2]], KNOWLEDGE.acts) == {
        told[2].event_id: dates("2024-05-03")
    }


def test_an_act_with_days_of_its_own_keeps_them() -> None:
    assert _placed(_severed(date="2024-05-03"), _recalled(date="2023-05-03")) == []


def test_another_sentence_is_another_breath() -> None:
    assert _placed(_severed(date="2024-05-03"), _recalled(sentence=1)) == []


def test_another_clause_of_the_sentence_is_another_breath() -> None:
    assert _placed(_severed(date="2024-05-03"), _recalled(start=200)) == []


def test_what_only_words_do_is_not_placed() -> None:
    said = event("accuse", "URY", "CHL", quote=QUOTE)
    assert _placed(_severed(date="2024-05-03"), said) == []


def test_a_vague_date_places_nothing() -> None:
    assert _placed(_severed(date="2024"), _recalled()) == []
