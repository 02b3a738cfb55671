"""Plans, refusals, conditions and doings of two, as single sentences book them."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.run import sentences
from dragoman.run.engine import Job
from dragoman.run.reading import Reader
from dragoman.run.sentences import code_rows


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(sentences, "Reader", lambda job: reader)


def told(text: str) -> list[tuple[str, str, str | None, str]]:
    (row,) = code_rows([{"text": text}], Job())
    return [
        (",".join(p["party_id"] for p in e["actors"]), e["event_type"],
         e["mode"], ",".join(p["party_id"] for p in e["recipients"]))
        for e in row["events"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "event_type", "mode"),
    [
        ("Norway will send food aid to Malawi.", "AGREE", None),
        ("Chad has agreed to release the Nigerien soldiers.", "AGREE", None),
        ("Kenya will impose sanctions on Uganda.", "THREATEN", "restrict"),
        ("Kenya will impose sanctions on Uganda if it attacks.", "THREATEN", "restrict"),
        ("Norway has sent food aid to Malawi.", "AID", None),
        ("Chad said it will not release the Nigerien soldiers.", "REJECT", "yield"),
        ("Norway will not send food aid to Malawi.", "REJECT", "assist"),
        ("Chad has not released the Nigerien soldiers.", "RETREAT", "release"),
    ],
)  # fmt: skip
def test_plans_and_refusals_are_booked_as_plover_books_them(
    text: str, event_type: str, mode: str | None
) -> None:
    assert {(kind, how) for _, kind, how, _ in told(text)} == {(event_type, mode)}


def test_an_aim_is_no_threat() -> None:
    assert "THREATEN" not in {kind for _, kind, _, _ in told("Kenya met Uganda to attack Chad.")}


def test_what_two_do_together_stands_once_for_each_order() -> None:
    pairs = [(actor, recipient) for actor, _, _, recipient in told("Chad and Niger held talks.")]
    assert pairs == [("TCD", "NER"), ("NER", "TCD")]


def test_one_sided_tellings_are_kept() -> None:
    assert told("Thousands of Chadian miners went on strike.")[0][1] == "PROTEST"


def test_a_refusal_is_the_refusers_alone() -> None:
    assert told("Chad will not meet Niger.") == [("TCD", "REJECT", "meet", "NER")]


HOSTILE: list[Any] = [
    "a", "?", "....", "PERU RECALLS ITS ENVOY TO CHILE", "word " * 5000, "<b>Chad</b> met <i>Niger",
    "秘鲁召回驻墨西哥大使", "\ud800 Chad met Niger", "Chad\x00met\x1bNiger", "((((((", "'" * 300,
    "and " * 400, "of the " * 800, "\u202eChad met Niger\u202c",
]  # fmt: skip


def test_strange_texts_are_answered_in_order_without_a_crash() -> None:
    rows = [{"id": n, "text": text} for n, text in enumerate(HOSTILE)]
    rows += [{"id": 99, "text": text, "actor": "Chad", "recipient": "Niger"} for text in HOSTILE]
    answers = list(code_rows(rows, Job()))
    assert [row["id"] for row in answers] == [row["id"] for row in rows]
    assert all("events" in row for row in answers)


def test_an_accusation_and_what_it_alleges_are_told_the_latter_as_a_claim() -> None:
    text = "Peru accused Chile of arming rebels of Peru."
    ((told,), (news,)) = (code_rows([{"text": text}], Job(news=only)) for only in (False, True))
    assert {event["status"] for event in told["events"]} == {"actual", "claimed"}
    assert {event["status"] for event in news["events"]} == {"actual"}


def test_news_leaves_out_what_stands_in_a_clause_of_time() -> None:
    text = "Peru expelled an envoy of Chile after Bolivia had recalled its ambassador to Ecuador."
    acts = [
        {
            event["act"]
            for row in code_rows([{"text": text}], Job(news=only))
            for event in row["events"]
        }
        for only in (False, True)
    ]
    assert acts == [{"expel_diplomats", "recall_ambassador"}, {"expel_diplomats"}]
