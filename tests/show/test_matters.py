from __future__ import annotations

from typing import Any

import pytest

from dragoman.show.matters import binding_text, case_text, presence_text

NAMES = {"CHE": "Switzerland", "CHL": "Chile", "NOR": "Norway"}


def presence(matter: str, change: str, **more: Any) -> dict[str, Any]:
    row = {"sender": "CHL", "receiver": "NOR", "protector": None, "mission": None, "place": None}
    return {"matter": matter, "change": change, **row, **more}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (presence("mission", "closed", mission="embassy"),
         "The embassy of Chile in Norway was closed"),
        (presence("mission", "opened", mission="consulate", place="Bergen"),
         "The consulate of Chile in Bergen, Norway opened"),
        (presence("mission", "stormed", sender=None, receiver=None), "The mission was stormed"),
        (presence("consular", "severed"),
         "Consular relations between Chile and Norway were broken off"),
        (presence("consular", "kept", receiver=None), "Consular relations of Chile were kept"),
        (presence("protecting_power", "taken_over", protector="CHE"),
         "Switzerland took charge of the interests of Chile in Norway"),
    ],
)  # fmt: skip
def test_a_matter_in_one_sentence(row: dict[str, Any], words: str) -> None:
    assert presence_text(row, NAMES) == words


@pytest.mark.parametrize(
    ("host", "outcome", "pass_", "words"),
    [
        ("NOR", "granted", "refused",
         "Ana Ruiz and Norway: was granted asylum; safe-conduct was refused"),
        ("NOR", "departed", None, "Ana Ruiz and Norway: left"),
        (None, "proposed", "asked",
         "Ana Ruiz and a state that is not told: asylum was only spoken of;"
         " safe-conduct was asked for"),
    ],
)  # fmt: skip
def test_a_case_in_one_sentence(
    host: str | None, outcome: str, pass_: str | None, words: str
) -> None:
    row = {"seeker": "Ana Ruiz", "host": host, "outcome": outcome, "safe_conduct": pass_}
    assert case_text(row, NAMES) == words


def test_whether_the_convention_bound_both_is_told_apart_from_not_knowing() -> None:
    told = [binding_text({"is_bound": bound}) for bound in (True, False, None)]
    assert len(set(told)) == 3
    assert "not known" in told[2]
