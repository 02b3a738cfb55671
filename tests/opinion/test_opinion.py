from __future__ import annotations

import pytest

from dragoman.opinion.opinion import Opinion, Question, opinion


@pytest.fixture(scope="module")
def network() -> Opinion:
    return opinion()


def question(text: str, actor: str, recipient: str) -> Question:
    start, end = text.index(actor), text.index(recipient)
    return Question(text, (start, start + len(actor)), (end, end + len(recipient)))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "event_type"),
    [
        ("Kenya gave Malawi forty trucks of maize.", "Kenya", "Malawi", "AID"),
        ("Kenya heaped scorn on Malawi.", "Kenya", "Malawi", "ACCUSE"),
        ("Kenyan jets bombed a camp in Somalia.", "Kenyan", "Somalia", "ASSAULT"),
        ("Kenya's premier flew to Malawi for talks.", "Kenya", "Malawi", "CONSULT"),
    ],
)
def test_plain_acts_are_told_apart(
    network: Opinion, text: str, actor: str, recipient: str, event_type: str
) -> None:
    (answer,) = network.ask([question(text, actor, recipient)])
    assert (answer.event_type, answer.probability > answer.nothing) == (event_type, True)


def test_a_match_is_no_event(network: Opinion) -> None:
    (answer,) = network.ask([question("Kenya beat Malawi 2-0 at home.", "Kenya", "Malawi")])
    assert answer.nothing > answer.probability


def test_the_mode_is_one_of_the_type(network: Opinion) -> None:
    text = "Kenya threw three Malawian diplomats out."
    (answer,) = network.ask([question(text, "Kenya", "Malawian")])
    assert (answer.event_type, answer.mode) == ("SANCTION", "expel")


def test_answers_come_in_the_order_of_the_questions(network: Opinion) -> None:
    short = question("Kenya heaped scorn on Malawi.", "Kenya", "Malawi")
    long = question("On Monday, " * 9 + "Kenya gave Malawi forty trucks.", "Kenya", "Malawi")
    told = [answer.event_type for answer in network.ask([long, short] * 20)]
    assert told == ["AID", "ACCUSE"] * 20


def test_no_questions_no_answers(network: Opinion) -> None:
    assert network.ask([]) == []
