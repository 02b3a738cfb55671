from __future__ import annotations

import pytest

from dragoman.knowledge.load import load
from dragoman.link.merge import _named_for
from dragoman.link.summary import dated, summary
from dragoman.model.event import OtherParty, Party
from tests.factory import dates, parties, party
from tests.kinds import KNOWLEDGE

URY = party("URY", kind="state", party_id="URY", country="URY")
RUIZ = party("Ana Ruiz", country="CHL")


def _summary(
    act: str, actors: object, recipients: object, *, others: dict[str, Party] | None = None,
    date: str | None = None, status: str = "actual",
) -> str:  # fmt: skip
    return summary(
        KNOWLEDGE.acts[act], parties(actors), parties(recipients),  # type: ignore[arg-type]
        [OtherParty(role=r, party=p) for r, p in (others or {}).items()],
        range_=None if date is None else dates(date), status=status, states=KNOWLEDGE.states,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (_summary("sever_relations", "URY", "CHL", date="2024-05-03"),
         "Uruguay broke off relations with Chile, 3 May 2024."),
        (_summary("grant_asylum", "URY", "CHL", others={"beneficiary": RUIZ}),
         "URY granted asylum to Ana Ruiz (CHL)."),
        (_summary("expel_diplomats", "URY", "CHL", others={"official": RUIZ}),
         "Uruguay expelled diplomats of Chile (Ana Ruiz)."),
        (_summary("arrest", "CHL", RUIZ, status="claimed"), "CHL arrested Ana Ruiz (claimed)."),
        (_summary("arrest", "CHL", "CHL"), "CHL arrested people of CHL."),
        (_summary("meet", ("URY", "CHL"), None), "URY met CHL."),
        (_summary("accuse", None, "CHL"), "Somebody accused CHL."),
        (_summary("sever_relations", "URY", None), "Uruguay broke off relations."),
    ],
)  # fmt: skip
def test_summary_is_one_plain_sentence(text: str, made: str) -> None:
    assert text == made


def test_a_person_speaks_for_the_state() -> None:
    actors = (party("URY"), party("Eva Lema", country="URY"))
    assert _summary("accuse", actors, "CHL") == "Eva Lema accused CHL."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-05-03", "3 May 2024"), ("2024-05", "May 2024"), ("2024", "2024"),
        ("2024-05-03/2024-05-09", "3 May 2024 to 9 May 2024"),
    ],
)  # fmt: skip
def test_dated_says_as_much_as_is_known(text: str, words: str) -> None:
    assert dated(dates(text)) == words


def test_an_act_without_a_name_is_told_by_its_type() -> None:
    kind = load().acts["other"]
    assert set(kind.labels) == set(load().plover)
    told = _named_for(kind, "CONCEDE")
    assert told is not None
    assert told.label == "gave way to"


def test_who_takes_refuge_is_named_once() -> None:
    ana = party("Ana Ruiz", country="CHL")
    made = _summary("request_asylum", ana, "URY", others={"beneficiary": ana})
    assert made == "Ana Ruiz asked for asylum from URY."
