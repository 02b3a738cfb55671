"""Pairs of sentences, of our own making, with what they have to do with each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.run.compare import compare_batches, compare_rows
from dragoman.run.engine import Job
from dragoman.weigh.pairs import DISAGREEING, LABELS

JOB = Job(second=False)
FERRY = "A ferry sank off Lagosa, killing 31 people."


def row(a: str, b: str, slot: str | None = None, **fields: Any) -> dict[str, Any]:
    """A row; `days` and `values` give what stands beside the two sentences."""
    days, values = fields.get("days", (None, None)), fields.get("values", (None, None))
    made: dict[str, Any] = {"pair": 1, "slot": slot}
    for name, sentence, published, value in zip("ab", (a, b), days, values, strict=True):
        made[name] = {"sentence": sentence, "published": published, "value": value}
    return made


def answered(*rows: object) -> list[dict[str, Any]]:
    return list(compare_rows(rows, JOB))


NUMBERS = [
    ("conflict", "killed", FERRY, "The ferry disaster off Lagosa left 34 people dead."),
    ("conflict", None, "Chile expelled 12 diplomats.", "Chile threw out 15 diplomats."),
    ("conflict", None, "Twenty-two were hurt in the crash.", "25 injured in crash"),
    ("conflict", None, "At least 40 marchers were arrested.", "Police arrested 17 marchers."),
    ("conflict", None, "Up to 10 hostages were freed.", "The rebels freed 25 hostages."),
    ("conflict", None, "2 Dead, 6 Hurt in Harbour Blast",
     "The blast killed two and hurt nine others."),
    ("conflict", None, "No one was hurt in the fire.", "Three guards were hurt in the fire."),
    ("update", None, FERRY, "The death toll in the ferry disaster rose to 34."),
    ("update", None, "Rescuers found 31 dead so far.", "Rescuers found 40 dead in the mine."),
    ("update", None, "The blast injured 30.",
     "The number of people injured by the blast climbed to 41."),
    ("update", None, "The army said 12 soldiers died.",
     "The army revised its count: 9 soldiers died."),
    ("update", None, "Initially 14 were reported injured.", "The explosion injured 19 people."),
    ("bound", None, "At least 40 marchers were arrested.", "Police arrested 57 marchers."),
    ("bound", None, "Dozens of marchers were arrested.", "Police arrested 57 marchers."),
    ("bound", None, "About 60 marchers were arrested.", "Police arrested 57 marchers."),
    ("bound", None, "Scores were injured in the stampede.", "The stampede injured 64 people."),
    ("bound", None, "Half a million people were displaced by the flood.",
     "The flood displaced 520,000 people."),
    ("bound", None, "A couple of sailors were wounded.", "Two sailors were wounded."),
    ("bound", None, "Two dozen miners were killed.", "23 miners were killed in the blast."),
    ("bound", None, "As many as 80 houses burned and 90 people died.",
     "At least 70 people died."),
    ("part", "injured", "Two of the wounded men were flown home.", "Four sailors were wounded."),
    ("part", None, "The bomber killed nine people and then himself.",
     "Ten people died in the bombing, including the attacker."),
    ("part", None, "Three children were killed when the bus crashed.",
     "Eleven people were killed when the bus crashed."),
    ("part", "injured", "Two guards were seriously hurt.", "Five people were hurt in the raid."),
    ("part", "killed", "One man died at the scene.", "Three people were killed in the raid."),
    ("part", "killed", "The other two men died on Friday.", "The raid killed three people."),
    ("part", None, "No one else was hurt in the fire.", "Three guards were hurt in the fire."),
    ("part", "injured", "Six people were wounded, two of whom have died.", "Four were wounded."),
    ("part", "injured", "Two men are in critical condition and four others were hurt.",
     "Five were hurt."),
    ("part", "injured", "The raid wounded six, including two children.",
     "The raid wounded two children."),
    ("part", "injured", "Three other wounded sailors were flown home.", "Five were wounded."),
    ("part", "killed", "One person was pronounced dead on the scene.", "The raid killed two."),
    ("part", None, "One person was not hurt.", "The raid hurt two."),
    ("part", None, "The crash killed five people.", "The crash injured seven people."),
    ("part", None, "Kenya sent 400 troops.", "Kenya withdrew 600 troops."),
    ("other_event", None, "The blast killed 12 people in Lima.",
     "The blast killed 30 people in Nairobi."),
    ("other_event", None, "One dead, three hurt in harbour shooting",
     "Four dead, 19 hurt in weekend shootings"),
    ("other_event", None, "The collision killed 12 people.", "The earthquake killed 40 people."),
    ("other_event", None, "The blast on 4 March 2021 killed 12.",
     "The blast on 9 June 2023 killed 40."),
    ("other_event", None, "One dead, two hurt in the market", "Nine dead, 40 hurt in the market"),
    ("other_event", None, "Marlow mill: 12 dead", "The blaze at Tarn works left 19 dead."),
    ("same", None, "Three men were killed in the raid.", "The raid killed three men."),
    ("same", None, "Twenty-five people were injured in the crash.", "25 injured in crash"),
    ("same", "injured", "Two kids and two teens were hurt.", "4 kids hurt in bus crash"),
    ("same", "killed", "In the 2013 fatal shooting one person died.", "One person was killed."),
    ("same", None, "Four were wounded, two of them badly.", "The raid wounded four."),
    ("same", None, "Seven men and six women were injured.", "The fall injured 13 people."),
    ("same", "killed", "A woman and two officers were killed.", "The raid killed three people."),
    ("same", None, "Peru recalled its ambassador to Chile.", "Lima called its envoy home."),
]  # fmt: skip


@pytest.fixture(scope="module")
def labels() -> dict[tuple[str, str], str | None]:
    rows = [row(a, b, slot) for _, slot, a, b in NUMBERS]
    found = answered(*rows)
    return {(a, b): one["label"] for (_, _, a, b), one in zip(NUMBERS, found, strict=True)}


@pytest.mark.parametrize(("label", "slot", "a", "b"), NUMBERS)
def test_numbers(
    labels: dict[tuple[str, str], str | None], label: str, slot: str | None, a: str, b: str
) -> None:
    assert labels[a, b] == label


def test_the_order_of_the_two_sides_changes_no_label(
    labels: dict[tuple[str, str], str | None],
) -> None:
    turned = answered(*(row(b, a, slot) for _, slot, a, b in NUMBERS))
    assert [one["label"] for one in turned] == [labels[a, b] for _, _, a, b in NUMBERS]


def test_a_later_report_with_more_is_an_update_and_with_fewer_a_conflict() -> None:
    more = "The ferry disaster off Lagosa left 34 people dead."
    found = answered(
        row(FERRY, more, days=("2024-05-01", "2024-05-03")),
        row(FERRY, more, days=("2024-05-03", "2024-05-01")),
    )
    assert [one["label"] for one in found] == ["update", "conflict"]


def test_some_of_the_hurt_who_have_died_since_are_an_update() -> None:
    found = answered(
        row("One man was killed and four others were hurt.",
            "The raid left two dead and three hurt.", "injured", days=("2024-05-01", "2024-05-03"))
    )  # fmt: skip
    assert found[0]["label"] == "update"


def test_a_happening_long_before_the_report_of_the_other_is_another_one() -> None:
    found = answered(
        row("In August 1998 a blast killed 40.", "A blast killed 12.",
            days=("2024-05-01", "2024-05-01"))
    )  # fmt: skip
    assert found[0]["label"] == "other_event"


def test_a_given_value_says_which_number_of_the_sentence_is_meant() -> None:
    a, b = "The raid killed two women and four men.", "Six people were killed."
    found = answered(row(a, b, "killed", values=(6, 6)), row(a, b, "killed", values=(4, 6)))
    assert [one["label"] for one in found] == ["same", "part"]


def test_a_value_that_counts_something_else_in_the_sentence_is_no_disagreement() -> None:
    found = answered(
        row("The raid hurt 15 people.", "The raid killed 4.", "killed", values=(15, 4))
    )
    assert (found[0]["label"], "something else" in found[0]["why"]) == ("part", True)


OTHERS = [
    ("conflict", "place", "The envoys met in Oslo.", "The envoys met in Geneva."),
    ("part", "place", "The envoys met in Norway.", "The envoys met in Oslo."),
    ("same", "place", "The envoys met in Oslo.", "Oslo was where the envoys met."),
    ("conflict", "date", "It was signed on 3 November 2024.", "It was signed on 5 November 2024."),
    ("conflict", "date", "It was signed on 3 November 2024.", "It was signed on 4 November 2024."),
    ("bound", "date", "It was signed in November 2024.", "It was signed on 5 November 2024."),
    ("other_event", "date", "It was signed on 3 May 2019.", "It was signed on 5 November 2024."),
    ("conflict", "person", "Ana Ruiz handed over the note.", "Jorge Pardo handed over the note."),
    ("same", "person", "Ambassador A. Ruiz handed it over.", "It was handed over by Ana Ruiz."),
    ("conflict", "status", "Peru granted asylum to Rojas.", "Peru has not granted Rojas asylum."),
    ("conflict", None, "Peru granted asylum to Rojas.", "Peru denied that it granted him asylum."),
    ("update", None, "Peru will recall its envoy.", "Peru recalled its envoy."),
    ("same", "status", "Peru recalled its envoy.", "Peru recalled its envoy on Monday."),
]  # fmt: skip


def test_days_places_persons_and_yes_or_no() -> None:
    found = answered(*(row(a, b, slot) for _, slot, a, b in OTHERS))
    assert [one["label"] for one in found] == [label for label, *_ in OTHERS]


def test_a_day_by_its_weekday_is_compared_with_one_by_its_number() -> None:
    found = answered(
        row("It was signed on Tuesday.", "It was signed on 5 November.", "date",
            days=("2024-11-06", "2024-11-08"))
    )  # fmt: skip
    assert found[0]["label"] == "same"


GIVEN = [
    ("date", ("2024-11-03", "2024-11-09"), "conflict"),
    ("place", ("Oslo", "Geneva"), "conflict"),
    ("place", ("the port of Callao", "Callao"), "part"),
    ("person", ("the envoy", "Ana Ruiz"), "part"),
    ("status", (True, False), "conflict"),
    ("status", ("denied", "no"), "same"),
]


def test_values_of_other_slots_are_compared_as_given() -> None:
    found = answered(*(row("They met.", "They met.", s, values=v) for s, v, _ in GIVEN))
    assert [one["label"] for one in found] == [label for *_, label in GIVEN]


BAD = [
    (["a"], "not a JSON object"),
    ({"a": {"sentence": "Six died."}}, "b: no object"),
    (row("", "Six died."), "a: no sentence"),
    ({"a": {"sentence": 6}, "b": {"sentence": "Six died."}}, "a: no sentence"),
    (row("Many marched.", "Six died.", "killed"), "a: no number of killed"),
    (row("Six died.", "Six died.", days=("Monday", None)), "a: published 'Monday' is not a day"),
    (row("Six died.", "Six died.", values=(10**30, 6)), "a: value"),
    (row("Six died.", "Six died.", values=(float("nan"), 6)), "a: value nan"),
    (row("Six died.", "Six died.", "killed", values=("many", 6)), "a: value 'many' is not a"),
    (row("Six died.", "Six died.", values=([6], 6)), "a: value is neither"),
    ({**row("Six died.", "Six died."), "slot": 7}, "slot is not a string"),
    (row("Погибли 12 человек.", "Six died."), "a: not in Latin letters"),
    (row("They met.", "They met.", "date"), "a: no day in the words"),
    (row("They met.", "They met.", "person"), "a: no person in the words"),
    (row("They met.", "They met.", "status", values=("maybe", "no")), "status 'maybe'"),
    (ValueError("cut off"), "not JSON: cut off"),
]  # fmt: skip


def test_what_cannot_be_compared_is_answered_with_a_reason() -> None:
    found = answered(*(bad for bad, _ in BAD))
    assert [(one["disagree"], one["label"]) for one in found] == [(None, None)] * len(BAD)
    assert [one["error"][: len(why)] for one, (_, why) in zip(found, BAD, strict=True)] == [
        why for _, why in BAD
    ]


def test_a_report_of_the_future_is_refused_where_today_is_known() -> None:
    later = row("Six died.", "Six died.", days=("2031-01-01", None))
    job = Job(second=False, today=dt.date(2030, 1, 1))
    (found,) = compare_rows([later], job)
    assert (found["label"], found["error"][:24]) == (None, "a: published 2031-01-01 ")


HOSTILE = [
    "9" * 6000 + " killed",
    "one hundred and and and dead",
    "of of of 3 3 3 killed, , killed",
    "\ud800 12 dead \x00",
    "٣ dead and ² hurt",
    "half half a million",
    "- - 5 - dead",
    "killed",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_break_a_row(text: str) -> None:
    for answer in answered(row(text, "Six died."), row("Six died.", text, "killed", values=(6, 7))):
        assert answer.get("label") in LABELS or "error" in answer


def test_answers_come_in_order_with_the_ids_that_were_given() -> None:
    rows = [{"pair": "x", **_sides("Six died.", "Nine died.")}, 7, _sides("Six died.", "Six died.")]
    batches = [rows[:2], [], rows[2:]]
    found = list(compare_batches(batches, JOB))
    assert [one["pair"] for one in found] == ["x", 2, 3]
    assert [one["disagree"] for one in found] == [True, None, False]


def _sides(a: str, b: str) -> dict[str, Any]:
    return {"a": {"sentence": a}, "b": {"sentence": b}}


def test_only_conflicts_and_updates_are_disagreements(
    labels: dict[tuple[str, str], str | None],
) -> None:
    assert set(labels.values()) == set(LABELS)
    assert {"conflict", "update"} == DISAGREEING
