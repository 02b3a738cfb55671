from __future__ import annotations

import pytest

from dragoman.model.event import Event
from tests.factory import event, office, party
from tests.weigh.made import conflicts, values

RUIZ = party("Ana Ruiz", country="CHL", office="minister")
PAZ = party("Luis Paz", country="CHL", office="minister")
CLERK = party("Eva Lema", country="CHL", office="clerk")


def _granted(who: object, report: str, **fields: object) -> Event:
    return event(
        "grant_asylum", "URY", "CHL", report=report, others={"beneficiary": who},  # type: ignore[arg-type,dict-item]
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def test_two_persons_of_one_office_given_one_asylum_are_rivals() -> None:
    found = conflicts(
        _granted(RUIZ, "r1", date="2024-05-03"),
        _granted(RUIZ, "r2", date="2024-05-03"),
        _granted(PAZ, "r3", date="2024-05-03"),
    )
    assert values(found) == [["Ana Ruiz", "Luis Paz"]]
    assert (found[0].kind, found[0].preferred) == ("argument", 0)


def test_rivals_without_dates_need_the_same_office_and_the_same_affair() -> None:
    affair = [
        event("sever_relations", "CHL", "URY", report=r, date="2024-05-05") for r in ("r1", "r2")
    ]
    assert values(conflicts(_granted(RUIZ, "r1"), _granted(PAZ, "r2"))) == []
    assert values(conflicts(_granted(RUIZ, "r1"), _granted(PAZ, "r2"), *affair)) != []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_granted(RUIZ, "r1", date="2024-05-03"), _granted(PAZ, "r1", date="2024-05-03")),
        (_granted(RUIZ, "r1", date="2024-05-03"), _granted(PAZ, "r2", date="2023-05-03")),
        (_granted(RUIZ, "r1", date="2024-05"), _granted(CLERK, "r2")),
        (_granted(RUIZ, "r1", date="2024-05-03"), _granted(PAZ, "r2", status="planned")),
    ],
    ids=["one report gives both", "a year apart", "another sort of person", "only planned"],
)
def test_two_grants_are_no_conflict(left: Event, right: Event) -> None:
    assert conflicts(left, right) == ()


def test_a_report_that_names_both_persons_tells_of_two_grants() -> None:
    known = event("accuse", "CHL", PAZ, report="r1")
    told = [_granted(RUIZ, "r1", date="2024-05-03"), _granted(PAZ, "r2", date="2024-05-03")]
    assert conflicts(known, *told) == ()


def test_offices_of_the_persons_may_stand_elsewhere_in_the_report() -> None:
    bare = [party(name, country="CHL") for name in ("Ana Ruiz", "Luis Paz")]
    told = [_granted(who, f"r{n}", date="2024-05-03") for n, who in enumerate(bare)]
    offices = [office(p.name, "lawmaker", "CHL", report=f"r{n}") for n, p in enumerate(bare)]
    assert values(conflicts(*told, offices=offices)) == [["Ana Ruiz", "Luis Paz"]]


def test_alone_in_one_report_and_both_in_another() -> None:
    found = conflicts(
        event("sever_relations", "URY", "CHL", report="r1", date="2024-05-03"),
        event("sever_relations", ("URY", "CHL"), None, report="r2", date="2024-05-03",
              quote="both countries severed ties"),
    )  # fmt: skip
    assert values(found) == [["URY alone", "both countries"]]


def test_both_sides_in_loose_wording_is_no_conflict() -> None:
    found = conflicts(
        event("sever_relations", "URY", "CHL", report="r1", date="2024-05-03"),
        event("sever_relations", ("URY", "CHL"), None, report="r2", date="2024-05-03",
              quote="Uruguay and Chile broke off relations"),
    )  # fmt: skip
    assert found == ()


def _recalled(report: str, quote: str, date: str | None = None) -> Event:
    return event("recall_ambassador", "URY", "CHL", report=report, quote=quote, date=date)


def test_manners_that_exclude_each_other() -> None:
    found = conflicts(
        _recalled("r1", "recalled its envoy for good", "2024-05-03"),
        _recalled("r2", "temporarily recalled its envoy"),
    )
    assert values(found) == [["for good", "temporarily"]]


def test_one_manner_and_none_is_no_conflict() -> None:
    assert (
        conflicts(_recalled("r1", "recalled its envoy"), _recalled("r2", "recalled it temporarily"))
        == ()
    )


def test_two_recalls_years_apart_may_differ_in_manner() -> None:
    found = conflicts(
        _recalled("r1", "recalled its envoy for good", "2024-05-03"),
        _recalled("r2", "temporarily recalled its envoy", "2019-05-03"),
    )
    assert [one for one in found if one.kind == "argument"] == []


def _closed(report: str, mission: str, town: str) -> Event:
    named = party(f"{mission} in {town}", kind="organisation")
    return event("close_mission", "URY", "CHL", report=report, date="2024-05-03",
                 others={"mission": named})  # fmt: skip


def test_an_embassy_here_and_a_consulate_there_in_one_town() -> None:
    found = conflicts(_closed("r1", "consulate", "Arica"), _closed("r2", "embassy", "Arica"))
    assert values(found) == [["the consulate", "the embassy"]]


def test_missions_in_two_towns_are_two_missions() -> None:
    assert not conflicts(_closed("r1", "consulate", "Arica"), _closed("r2", "embassy", "Santiago"))
