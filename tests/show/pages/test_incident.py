from __future__ import annotations

from typing import Any

from dragoman.show.pages.incident import PAGE, Incident
from dragoman.show.pages.page import Ask
from tests.show.rooms import room
from tests.show.story import BOLIVIA, CHILE, day, event, incident, party, report, tables, whole


def page(key: str = "i2", rows: dict[str, list[dict[str, Any]]] | None = None) -> Incident:
    found = PAGE.view(room(rows), Ask(key=key))
    assert isinstance(found, Incident)
    return found


def one(**more: Any) -> Incident:
    rows = tables(
        reports=[report("a", "1978-03-18")],
        events=[event("e", "a", "words", incident_id="i", **more.pop("telling", {}))],
        incidents=[incident("i", "Chile met Bolivia.", "1978-03-17", events=["e"], **more)],
    )
    return page("i", rows)


def test_id_that_the_record_does_not_have_has_no_page() -> None:
    assert PAGE.view(room(), Ask(key="i9")) is None
    assert PAGE.view(room(), Ask()) is None


def test_every_incident_has_a_page() -> None:
    assert list(PAGE.keys(room())) == ["i1", "i2", "i3"]


def test_sentence_and_title_say_what_and_when() -> None:
    found = page()
    assert found.sentence == "Bolivia broke off relations with Chile"
    assert found.title == "Bolivia broke off relations with Chile, 17 March 1978"


def test_day_tells_why_once() -> None:
    assert page().when_why == ("its own clause",)


def test_run_of_days_is_some_day_between() -> None:
    found = one(date_end=day("1978-04-02"), date_precision="range")
    assert found.when == "between 17 March 1978 and 2 April 1978"


def test_place_has_its_state_and_why() -> None:
    place = {"name": "Arica", "country": "CHL", "lat": -18.5, "lon": -70.3}
    found = one(place=place, telling={"place_why": "named in the clause"})
    assert (found.place, found.place_why) == ("Arica, Chile", ("named in the clause",))


def test_unknown_place_is_empty() -> None:
    assert page().place == ""


def test_parties_stand_by_their_part() -> None:
    official = {**party("Ana Ruiz", country="BOL", office="ambassador"), "role": "official"}
    found = one(recipients=[BOLIVIA, party("Ana Ruiz")], others=[official])
    assert [(role.role, [who.name for who in role.players]) for role in found.roles] == [
        ("who did it", ["Chile"]), ("to whom", ["Bolivia"]), ("official", ["Ana Ruiz"]),
    ]  # fmt: skip
    (ana,) = found.roles[-1].players
    assert (ana.office, ana.country) == ("ambassador", "Bolivia")


def test_all_took_part_in_what_is_mutual() -> None:
    found = one(actors=[CHILE, BOLIVIA], recipients=[])
    assert [role.role for role in found.roles] == ["who took part"]


def test_codes_name_each_scheme() -> None:
    codes = {code.name: code.value for code in page().codes}
    assert codes == {
        "act": "sever relations", "PLOVER": "SANCTION / discontinue", "contexts": "diplomatic",
        "CAMEO": "161", "quad class": "4, material conflict", "intensity": "−7, from −10 to +10",
    }  # fmt: skip


def test_act_without_codes_says_so() -> None:
    found = one(event_type=None, mode=None, quad_class=None, intensity=None, cameo="---")
    codes = {code.name: code.value for code in found.codes}
    assert (codes["PLOVER"], codes["CAMEO"]) == ("no event type", "no code")
    assert codes.keys().isdisjoint({"quad class", "intensity"})


def test_number_has_its_unit_and_the_words_it_was_read_from() -> None:
    number = {"value": 12.0, "unit": "diplomats", "quote": "a dozen diplomats"}
    found = one(telling={"number": number})
    assert ("number", "12 diplomats") in {(code.name, code.value) for code in found.codes}
    coded = {(code.name, code.value) for code in found.tellings[0].coded}
    assert ("number read from", "“a dozen diplomats”") in coded


def test_every_telling_is_there_with_its_report_and_copies_name_their_original() -> None:
    told = [
        (one.source.number if one.source else 0, one.copy_of.number if one.copy_of else None)
        for one in page().tellings
    ]
    assert sorted(told) == [(2, None), (3, 2), (4, None)]


def test_telling_says_how_it_was_coded() -> None:
    coded = {code.name: code.value for code in page().tellings[0].coded}
    assert coded["trigger"] == "broke"
    assert coded["pattern"] == "sever-relations"
    assert coded["date read from"] == "“on Friday”"
    assert "place" not in coded


def test_telling_with_another_day_says_which() -> None:
    found = one(telling={"date_start": day("1978-03-16"), "date_end": day("1978-03-16")})
    assert found.tellings[0].when == "16 March 1978"
    assert page().tellings[0].when == ""


def test_disagreement_is_there_with_both_sides() -> None:
    (found,) = page().disputes
    assert [(side.value, side.preferred) for side in found.sides] == [
        ("Bolivia", True), ("Chile", False),
    ]  # fmt: skip


def test_neighbours_are_between_the_same_two() -> None:
    rows = whole()
    rows["incidents"].append(
        incident("i4", "Peru met Chile.", "1970-01-01", actors=[party("Peru", "PER")])
    )
    found = page("i2", rows)
    assert found.between == "Chile and Bolivia"
    assert found.before is not None
    assert found.before.incident_id == "i1"
    assert found.after is not None
    assert found.after.incident_id == "i3"
    assert page("i1", rows).before is None


def test_states_whose_relations_are_told_of_lead_to_them() -> None:
    assert (page().pair, page().pair_name) == ("BOL-CHL", "Bolivia and Chile")
    assert one().pair is None
