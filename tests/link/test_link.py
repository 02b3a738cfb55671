from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.link import link
from dragoman.link.merge import agreed_range
from dragoman.model.event import Event
from dragoman.model.incident import Linked, incident_name
from dragoman.model.report import Report
from tests.factory import dates, event, party, report
from tests.kinds import KNOWLEDGE

REPORTS = [report(f"r{n}") for n in range(6)]
RUIZ = party("Ana Ruiz", country="CHL")
PAZ = party("Luis Paz", country="CHL")


def _link(*events: Event) -> Linked:
    return link(events, REPORTS, KNOWLEDGE, {})


def _severed(report_id: str, **fields: object) -> Event:
    return event("sever_relations", "URY", "CHL", report=report_id, **fields)  # type: ignore[arg-type]


def test_two_reports_of_one_severance_are_one_incident() -> None:
    linked = _link(_severed("r1", date="2024-05-03"), _severed("r2", date="2024-05"))
    assert [(i.reports, i.independent_sources) for i in linked.incidents] == [(2, 2)]


def test_an_undated_telling_of_a_rare_act_joins_the_dated_one() -> None:
    linked = _link(
        _severed("r1", date="2024-05-03", quote="Uruguay broke off relations with Chile"),
        _severed("r2", quote="Uruguay broke its relations with Chile"),
    )
    assert len(linked.incidents) == 1


def test_grants_to_two_persons_are_two_incidents() -> None:
    linked = _link(
        *(
            event("grant_asylum", "URY", "CHL", report=f"r{n}", date="2024-05-03",
                  others={"beneficiary": who})
            for n, who in enumerate((RUIZ, PAZ))
        )
    )  # fmt: skip
    assert len(linked.incidents) == 2


def test_what_was_planned_is_not_what_was_done() -> None:
    linked = _link(
        _severed("r1", date="2024-05-03"), _severed("r2", date="2024-05-03", status="planned")
    )
    assert len(linked.incidents) == 2


def test_the_same_criticism_twice_over_two_years_is_two_incidents() -> None:
    linked = _link(
        event("condemn", "URY", "CHL", report="r1", date="2023-01-10"),
        event("condemn", "URY", "CHL", report="r2", date="2024-01-10"),
    )
    assert len(linked.incidents) == 2


def test_an_incident_takes_the_days_that_all_tellings_share() -> None:
    linked = _link(_severed("r1", date="2024-05-03"), _severed("r2", date="2024-05"))
    assert linked.incidents[0].range == dates("2024-05-03")


def test_independent_sources_make_an_incident_surer() -> None:
    one = _link(_severed("r1", date="2024-05-03")).incidents[0]
    two = _link(_severed("r1", date="2024-05-03"), _severed("r2", date="2024-05-03")).incidents[0]
    assert two.confidence > one.confidence


def test_copies_do_not_make_an_incident_surer() -> None:
    told = [_severed("r1", date="2024-05-03"), _severed("r2", date="2024-05-03")]
    linked = link(told, REPORTS, KNOWLEDGE, {"r2": "r1"})
    assert (linked.incidents[0].independent_sources, linked.incidents[0].confidence) == (1, 0.7)


def test_an_actual_telling_outweighs_a_claimed_one() -> None:
    linked = _link(
        _severed("r1", date="2024-05-03", status="claimed"), _severed("r2", date="2024-05-03")
    )
    assert [i.status for i in linked.incidents] == ["actual"]


def test_parties_are_joined_under_their_fullest_name() -> None:
    short, long = (party(n, country="CHL", party_id="person:ana") for n in ("Ruiz", "Ana Ruiz"))
    linked = _link(
        *(
            event(
                "arrest", "CHL", who, report=f"r{n}", date="2024-05-03", quote="police arrested her"
            )
            for n, who in enumerate((short, long))
        )
    )
    assert [[p.name for p in i.recipients] for i in linked.incidents] == [["Ana Ruiz"]]


def test_agreed_range_ignores_a_range_that_meets_none() -> None:
    told = [dates("2024-05-03"), dates("2024-05-03"), dates("2024-07")]
    assert agreed_range(told) == dates("2024-05-03")


def test_agreed_range_of_nothing_known_is_unknown() -> None:
    assert agreed_range([None, None]) is None


EVENTS = st.lists(
    st.builds(
        lambda act, n, date, sides: event(
            act, *sides, report=f"r{n}", date=date, quote=f"{act} {n}"
        ),
        st.sampled_from(["sever_relations", "accuse", "condemn", "meet"]),
        st.integers(0, 5),
        st.sampled_from([None, "2024-05-03", "2024-05", "2024-08-01"]),
        st.sampled_from([("URY", "CHL"), ("CHL", "URY"), ("URY", None)]),
    ),
    max_size=8,
    unique_by=lambda e: e.event_id,
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_order_of_events_does_not_matter(events: list[Event], chance: random.Random) -> None:
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert _link(*shuffled) == _link(*events)


@given(EVENTS)
def test_every_event_is_in_exactly_one_incident(events: list[Event]) -> None:
    linked = _link(*events)
    told = sorted(event_id for incident in linked.incidents for event_id in incident.events)
    assert told == sorted(e.event_id for e in events) == sorted(linked.incident_of)


def _told_on(*days: str) -> list[Report]:
    return [report(f"r{n}", published=day) for n, day in enumerate(days)]


def test_a_later_report_changes_no_id() -> None:
    reports = _told_on("2024-05-04", "2024-05-06")
    first = _severed("r0", date="2024-05-03", event_id="e9")
    before = link([first], reports[:1], KNOWLEDGE, {}).incidents
    later = _severed("r1", date="2024-05-03", event_id="e0")
    after = link([first, later], reports, KNOWLEDGE, {}).incidents
    assert [one.incident_id for one in after] == [one.incident_id for one in before]


def test_of_incidents_that_merge_the_older_id_stays() -> None:
    reports = _told_on("2024-05-06", "2024-05-04")
    alone = [
        link([event], [report], KNOWLEDGE, {}).incidents[0].incident_id
        for event, report in zip(
            (_severed("r0", date="2024-05-03", event_id="e0"),
             _severed("r1", date="2024-05-03", event_id="e1")), reports, strict=True,
        )
    ]  # fmt: skip
    (whole,) = link(
        [_severed("r0", date="2024-05-03", event_id="e0"),
         _severed("r1", date="2024-05-03", event_id="e1")], reports, KNOWLEDGE, {},
    ).incidents  # fmt: skip
    assert whole.incident_id == alone[1] != alone[0]
    assert {incident_name(key) for key in whole.events} == set(alone)


def test_a_day_that_was_only_inferred_makes_no_telling_the_first() -> None:
    guessed = replace(report("r0", published="2024-05-01"), published_from="inferred")
    told = [_severed("r0", date="2024-05-03", event_id="e0")]
    told.append(_severed("r1", date="2024-05-03", event_id="e1"))
    (one,) = link(told, [guessed, report("r1", published="2024-05-04")], KNOWLEDGE, {}).incidents
    assert one.incident_id == incident_name("e1")
