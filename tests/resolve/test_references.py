"""Little reports and what their later words mean, or that it must stay open (references.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

CASES = tomllib.loads(Path(__file__).with_name("references.toml").read_text(encoding="utf-8"))[
    "case"
]


def is_told(party):
    """Whether a party says who it is: by its state or a name of its own."""
    return party.country is not None or not party.party_id.startswith("g-")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:48])
def test_later_words_mean_who_was_told_of_or_stay_open(ask, case):
    where = {"nth": case.get("nth", 0), "head": case.get("head")}
    found = [resolved.party for resolved in ask(case["text"]).who(case["words"], **where)]
    if "ids" in case:
        assert [party.party_id for party in found] == case["ids"]
    elif "of" in case:
        assert [party.country for party in found] == [case["of"]]
    else:
        assert not [party for party in found if is_told(party)]


def test_there_are_as_many_open_cases_as_it_takes_to_see_a_guess():
    still_open = [case for case in CASES if "ids" not in case and "of" not in case]
    assert len(CASES) >= 60
    assert len(still_open) >= 20
