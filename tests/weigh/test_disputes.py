from __future__ import annotations

from dragoman.model.event import Event
from tests.factory import event
from tests.weigh.made import conflicts


def _accused(**fields: object) -> Event:
    return event("accuse", "URY", "CHL", quote="accused Chile of poisoning the river",
                 report="r1", **fields)  # type: ignore[arg-type]  # fmt: skip


def _denied(quote: str, **fields: object) -> Event:
    return event("deny_accusation", "CHL", "URY", quote=quote, report="r2", **fields)  # type: ignore[arg-type]


def test_an_accusation_and_its_denial_are_a_dispute_of_parties() -> None:
    found = conflicts(_accused(), _denied("Chile said it had poisoned no river"))
    assert [(one.between, one.kind, one.preferred) for one in found] == [
        ("parties", "argument", None)
    ]


def test_a_denial_of_something_else_is_no_dispute() -> None:
    assert not conflicts(_accused(), _denied("Chile said its fleet had stayed in port"))


def test_a_denial_of_another_year_is_no_dispute() -> None:
    told = _denied("Chile said it had poisoned no river", date="2019-05-03")
    assert not conflicts(_accused(date="2024-05-03"), told)


def test_a_denial_without_recipient_answers_whoever_accuses() -> None:
    told = event("deny_accusation", "CHL", None, quote="Chile had poisoned no river", report="r2")
    assert len(conflicts(_accused(), told)) == 1
