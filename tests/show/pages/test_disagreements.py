import pytest

from dragoman.errors import UsageError
from dragoman.show.pages.disagreements import LISTED, MOST, PER_PAGE, disagreements
from dragoman.show.pages.page import Ask
from tests.show.pages.record import content, empty, many
from tests.show.rooms import room


@pytest.fixture(scope="module")
def story():
    return room(content())


@pytest.fixture(scope="module")
def crowded():
    return room(many(MOST + 20))


def card(story, key: str):
    return next(one for one in disagreements(story, Ask()).cards if one.conflict_id == key)


def test_the_words_that_carry_a_reading_are_marked_and_lead_to_their_sentence(story):
    words = card(story, "c1").readings[0].words[0]
    assert words.anchor == "e1"
    assert [one.text for one in words.pieces if one.carries] == ["Chile"]


def test_a_number_is_marked_as_the_report_writes_it(story):
    words = card(story, "c3").readings[0].words[0]
    assert "12" in "".join(one.text for one in words.pieces if one.carries)
    assert words.note == "denied"


def test_words_for_an_office_lead_to_their_place_in_the_report(story):
    words = card(story, "c2").readings[0].words[0]
    assert words.source.report_id == "wire"
    assert words.anchor.startswith("o_")


def test_a_reading_was_first_told_by_the_earliest_report_with_a_date(story):
    first, second = card(story, "c1").readings
    assert (first.first.report_id, second.first.report_id) == ("wire", "loner")
    assert card(story, "c3").readings[1].first is None


def test_reports_that_do_not_count_by_themselves_say_why(story):
    told = {one.source.report_id: one for one in card(story, "c1").readings[0].dependents}
    assert (told["copy"].how, told["copy"].on.report_id) == ("copy", "wire")
    assert (told["later"].how, told["later"].on.report_id) == ("same publisher", "wire")


def test_a_report_that_tells_it_after_another_says_after_whom():
    rows = content()
    for event in rows["events"]:
        if event["event_id"] == "e6":
            event["attributed_to"] = ["the Fjord Wire"]
    readings = card(room(rows), "c1").readings
    assert [(one.how, one.publisher) for one in readings[1].dependents] == [("cites", "Fjord Wire")]


def test_reports_without_a_quote_are_named(story):
    assert [one.report_id for one in card(story, "c1").readings[0].also] == ["later"]


def test_a_report_alone_against_the_others_twice_is_named_on_top(story):
    (loner,) = disagreements(story, Ask()).loners
    assert loner.source.report_id == "loner"
    assert {one.conflict_id: one.value for one in loner.against} == {
        "c1": "Bolivia",
        "c2": "Bo Lind",
    }


def test_a_report_alone_once_is_not_named():
    rows = content()
    rows["conflicts"] = [row for row in rows["conflicts"] if row["conflict_id"] != "c2"]
    assert disagreements(room(rows), Ask()).loners == ()


def test_an_open_question_has_no_better_reading(story):
    assert not card(story, "c3").decided
    assert not any(one.preferred for one in card(story, "c3").readings)


def test_kind_and_between_choose(story):
    shown = disagreements(story, Ask(query={"kind": "office"}))
    assert [one.conflict_id for one in shown.cards] == ["c2"]
    assert {one.code: one.count for one in shown.kinds} == {
        "argument": 1,
        "office": 1,
        "number": 1,
    }
    shown = disagreements(story, Ask(query={"between": "parties"}))
    assert [one.conflict_id for one in shown.cards] == ["c3"]


def test_a_kind_that_there_is_not_is_an_error_that_names_those_there_are(story):
    with pytest.raises(UsageError, match=r"kind.*'who'.*argument, office"):
        disagreements(story, Ask(query={"kind": "who"}))


def test_a_record_without_disagreements_has_a_page():
    shown = disagreements(room(empty()), Ask())
    assert (shown.total, shown.cards, shown.loners) == (0, (), ())


def test_a_served_list_has_pages_and_finds_the_page_of_a_question(crowded):
    assert len(disagreements(crowded, Ask(live=True)).cards) == PER_PAGE
    shown = disagreements(crowded, Ask(live=True, query={"at": "x0120"}))
    assert shown.part.page == 3
    assert "x0120" in [one.conflict_id for one in shown.cards]


def test_a_written_list_is_cut_and_names_the_rest(crowded):
    shown = disagreements(crowded, Ask())
    assert (len(shown.cards), len(shown.rest), shown.part.cut) == (MOST, 20, 20)
    assert LISTED >= 20
