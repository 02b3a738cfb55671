from __future__ import annotations

import pytest

from dragoman.run.explain import Explanation, explain
from dragoman.run.reading import Reader


@pytest.fixture(scope="module")
def told(reader: Reader) -> Explanation:
    return explain("Kenya expelled two diplomats of Somalia.", None, reader=reader)


def test_each_word_knows_what_it_hangs_on(told: Explanation) -> None:
    ((*words,),) = told.words
    heads = {word.text: words[word.head].text for word in words}
    assert (heads["Kenya"], heads["Somalia"], heads["expelled"]) == ("expelled", "of", "expelled")


def test_the_pattern_that_fired_is_named_with_its_codes(told: Explanation) -> None:
    (telling,) = told.tellings
    assert (telling.pattern, telling.act, telling.cameo) == (
        "throw-out-diplomats", "expel_diplomats", "161",
    )  # fmt: skip


def test_each_role_says_what_it_means_and_why(told: Explanation) -> None:
    roles = {role.role: role for role in told.tellings[0].roles}
    assert roles["recipient"].means == "SOM (state, GOV)"
    assert "name of the state" in roles["recipient"].why


def test_the_rows_are_those_of_code(told: Explanation) -> None:
    (event,) = told.events
    assert (event.actors[0].party_id, event.recipients[0].party_id) == ("KEN", "SOM")


def test_a_pattern_that_nearly_fits_says_what_it_asks_for(reader: Reader) -> None:
    said = explain("The school expelled two pupils.", None, reader=reader)
    assert (said.tellings, "object" in {miss.unmet for miss in said.near}) == ((), True)


def test_what_a_record_would_not_keep_says_why(reader: Reader) -> None:
    (telling,) = explain("Kenya condemned the plan.", None, reader=reader).tellings
    assert telling.set_aside is not None
    assert "nobody is named whom it is done to" in telling.set_aside
