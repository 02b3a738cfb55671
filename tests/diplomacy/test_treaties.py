from __future__ import annotations

import datetime as dt

import pytest

from dragoman.dates import day, year
from dragoman.diplomacy.treaties import EVERY_OTHER, Membership, articles, is_bound

ROWS = (
    Membership(treaty="Caracas", state=EVERY_OTHER, bound=False, source="test"),
    Membership(treaty="Caracas", state="PER", bound=True, since=year(1962), source="test"),
    Membership(treaty="Caracas", state="HTI", bound=True, since=year(1955), until=year(1967),
               source="test"),
    Membership(treaty="Caracas", state="HTI", bound=True, since=year(1974), source="test"),
    Membership(treaty="VCDR", state=EVERY_OTHER, bound=True, since=day(dt.date(1964, 4, 24)),
               source="test"),
    Membership(treaty="VCDR", state="PLW", bound=None, source="test"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VCDR 9", ["Vienna Convention on Diplomatic Relations 1961, art. 9"]),
        (
            "VCDR 45; VCCR 2, 27",
            [
                "Vienna Convention on Diplomatic Relations 1961, art. 45",
                "Vienna Convention on Consular Relations 1963, arts. 2 and 27",
            ],
        ),
        (
            "Caracas V, XI, XII",
            ["Caracas Convention on Diplomatic Asylum 1954, arts. V, XI and XII"],
        ),
        (None, []),
    ],
)
def test_articles_in_words(text: str | None, words: list[str]) -> None:
    assert [str(one) for one in articles(text)] == words


@pytest.mark.parametrize("text", ["Geneva 3", "VCDR", "VCDR 2 and 45", ""])
def test_what_names_no_convention_is_refused(text: str) -> None:
    if not text:
        assert articles(text) == ()
        return
    with pytest.raises(ValueError, match="expected VCDR, VCCR, Caracas"):
        articles(text)


@pytest.mark.parametrize(
    ("treaty", "state", "on", "bound"),
    [
        ("Caracas", "PER", "2024-05-03", True),
        ("Caracas", "PER", "1961-05-03", False),
        ("Caracas", "PER", "1962-05-03", None),
        ("Caracas", "HTI", "1970-05-03", False),
        ("Caracas", "HTI", "1967-05-03", None),
        ("Caracas", "HTI", "1980-05-03", True),
        ("Caracas", "NOR", "2024-05-03", False),
        ("VCDR", "NOR", "1964-04-23", False),
        ("VCDR", "NOR", "1964-04-24", True),
        ("VCDR", "PLW", "2024-05-03", None),
        ("VCCR", "NOR", "2024-05-03", None),
    ],
)
def test_whom_a_convention_binds_on_a_day(
    treaty: str, state: str, on: str, bound: bool | None
) -> None:
    assert is_bound(treaty, state, dt.date.fromisoformat(on), ROWS) is bound


def test_without_a_day_it_is_whether_it_ever_did() -> None:
    assert is_bound("Caracas", "HTI", None, ROWS) is True
