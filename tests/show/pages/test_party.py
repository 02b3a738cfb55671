import pytest

from dragoman.errors import UsageError
from dragoman.show.pages.page import Ask
from dragoman.show.pages.parties import parties
from dragoman.show.pages.party import MOST, PER_PAGE, party
from tests.show.pages.record import content, empty, many
from tests.show.rooms import room


@pytest.fixture(scope="module")
def story():
    return room(content())


@pytest.fixture(scope="module")
def crowded():
    return room(many(MOST + 30))


def test_a_state_has_its_relations_its_people_and_who_held_its_offices(story):
    shown = party(story, Ask(key="CHL"))
    assert [(one.pair, one.other) for one in shown.relations] == [("BOL-CHL", "Bolivia")]
    assert [one.party_id for one in shown.people] == ["person:ana-ruiz", "person:bo-lind"]
    assert {one.holder.name for one in shown.offices} == {"Ana Ruiz", "Bo Lind"}


def test_an_office_leads_to_the_words_that_give_it(story):
    (office,) = party(story, Ask(key="person:ana-ruiz")).offices
    (said,) = office.said
    assert (said.words, said.source.report_id) == ("President Ana Ruiz", "wire")
    assert said.anchor.startswith("o_")


def test_an_end_that_is_not_known_is_drawn_open(story):
    drawing = party(story, Ask(key="person:ana-ruiz")).wide
    (bar,) = drawing.bars
    assert (bar.open_left, bar.open_right) == (False, True)
    assert bar.x + bar.width == drawing.width


def test_who_is_only_named_as_holder_of_an_office_has_a_page(story):
    shown = party(story, Ask(key="person:bo-lind"))
    assert (shown.incident_count, shown.incidents, shown.families) == (0, (), ())
    assert shown.offices[0].said[0].tense == "former"


def test_words_with_its_name_stand_apart_from_others(story):
    rows = content()
    for event in rows["events"]:
        for one in event["actors"]:
            if one["party_id"] == "CHL":
                one["name"] = "Chile"
                one["name_raw"] = {"e1": "Chilean ministers", "e2": "it"}.get(
                    event["event_id"], "the government"
                )
    shown = party(room(rows), Ask(key="CHL"))
    assert "Chilean ministers" in [one.words for one in shown.named]
    assert [one.words for one in shown.described if one.words != "CHL"] == ["the government"]
    assert shown.by_pronoun == 1


def test_each_name_leads_to_a_sentence_that_has_it(story):
    (called,) = party(story, Ask(key="person:ana-ruiz")).named
    assert (called.words, called.tellings, called.reports) == ("Ana Ruiz", 2, 2)
    assert called.source.report_id in ("wire", "loner")


def test_a_group_without_a_name_says_whose_it_is(story):
    shown = party(story, Ask(key="g-lawmaker"))
    assert (shown.title, shown.described_only) == ("Lawmaker (country not told)", True)


def test_acts_are_counted_by_side_family_and_year(crowded):
    shown = party(crowded, Ask(key="CHL"))
    (family,) = shown.families
    assert (family.name, family.done, family.received) == ("verbal conflict", MOST + 30, 0)
    assert len(family.drawing.columns) <= 30
    assert sum(column.done for column in family.drawing.columns) == MOST + 30
    assert sum(one.done[2] for one in shown.years) == MOST + 30


def test_what_is_planned_or_denied_is_no_act_done(story):
    shown = party(story, Ask(key="person:ana-ruiz"))
    assert shown.untold == 1
    assert shown.families == ()


def test_a_written_list_is_cut_and_a_served_one_has_pages(crowded):
    written = party(crowded, Ask(key="CHL"))
    assert (len(written.incidents), written.part.cut) == (MOST, 30)
    served = party(crowded, Ask(key="CHL", query={"page": "3"}, live=True))
    assert (len(served.incidents), served.part.pages) == (MOST + 30 - 2 * PER_PAGE, 3)


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "9" * 400])
def test_a_page_that_cannot_be_read_is_an_error(story, page: str):
    with pytest.raises(UsageError, match="page"):
        party(story, Ask(key="CHL", query={"page": page}, live=True))


def test_a_page_behind_the_last_is_the_last(story):
    assert party(story, Ask(key="CHL", query={"page": "9"}, live=True)).part.page == 1


def test_each_incident_says_the_part_it_has(story):
    taken = {one.line.incident_id: one.roles for one in party(story, Ask(key="CHL")).incidents}
    assert taken["i1"] == ("actor",)
    assert party(story, Ask(key="nobody")) is None


def test_the_list_has_those_in_most_incidents_first(story):
    shown = parties(story, Ask())
    assert [one.incidents for one in shown.rows] == [2, 2, 2, 1, 0]
    assert shown.rows[-1].name == "Bo Lind"
    assert {one.name for one in shown.rows} >= {"Lawmaker (country not told)"}


def test_a_record_without_parties_has_a_list():
    assert parties(room(empty()), Ask()).rows == ()
