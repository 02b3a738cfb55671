from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.show.strip import changes, strips

NAMES = {"CHL": "Chile", "NOR": "Norway"}


def spell(
    begin: str | None, end: str | None, state: str, *ranks: str, **more: Any
) -> dict[str, Any]:
    first, last = (None if one is None else dt.date.fromisoformat(one) for one in (begin, end))
    side = {"date_start": first, "date_end": last, "ranks": list(ranks), "since": []}
    return {"pair": ["CHL", "NOR"], "date_start": first, "date_end": last, "state": state,
            "since": [], "start_precision": "day", "sides": [side], **more}  # fmt: skip


SPELLS = (
    spell(None, "2021-12-31", "full", "ambassador", "ambassador"),
    spell("2022-01-01", "2023-12-31", "recalled", "absent", "ambassador"),
    spell("2024-01-01", "2024-01-02", "charge", "charge", "charge"),
    spell("2024-01-03", None, "severed", "none", "none"),
)


@pytest.mark.parametrize("width", [20, 40, 56, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    drawn = strips(SPELLS, NAMES, width=width)
    bands = [line for line in drawn if set(line[-4:]) <= set("█▓▒×·")]
    assert len(bands) == 3
    assert max(map(len, bands)) <= width


def test_names_stand_beside_where_there_is_room_and_above_where_not() -> None:
    assert strips(SPELLS, NAMES, width=80)[0].startswith("relations       █")
    assert strips(SPELLS, NAMES, width=40)[0] == "relations"


def test_a_spell_of_two_days_can_be_seen() -> None:
    assert "▒" in strips(SPELLS, NAMES, width=60)[0]


def test_both_directions_are_drawn() -> None:
    level, ours, theirs = strips(SPELLS, NAMES, width=80, ascii_only=True)[:3]
    assert (ours[:15], theirs[:15]) == ("Chile in Norway", "Norway in Chile")
    assert ("=" in ours, "=" in theirs) == (True, False)
    assert level.endswith("x")


def test_plain_signs_are_ascii() -> None:
    assert all(line.isascii() for line in strips(SPELLS, NAMES, width=80, ascii_only=True))


def test_only_signs_that_are_used_are_explained() -> None:
    text = "\n".join(strips(SPELLS[:2], NAMES, width=80))
    assert ("ambassador away" in text, "severed" in text) == (True, False)


def test_a_change_is_dated_as_well_as_it_is_known() -> None:
    told = [
        spell(None, "2021-12-15", "full"),
        spell("2021-12-16", None, "recalled", since=["i1"], start_precision="month"),
    ]
    lines = changes(told, {"i1": {"summary": "Chile did it."}}.get)
    assert lines[0] == "before: full relations (as what was told later presupposes)"
    assert lines[1] == "December 2021: ambassador withdrawn (Chile did it.)"
