import pytest

from dragoman.show.pages.page import Ask, plain
from dragoman.show.pages.report import report
from dragoman.show.pages.reports import reports
from tests.show.pages.record import TEXT, content, empty
from tests.show.rooms import room


@pytest.fixture(scope="module")
def story():
    return room(content())


@pytest.fixture(scope="module")
def wire(story):
    return report(story, Ask(key="wire"))


def test_the_whole_text_is_there(wire):
    shown = "\n".join("".join(run.text for run in one) for one in wire.paragraphs)
    assert shown.split() == TEXT.split()


def test_every_telling_has_its_place_and_a_number_in_text_order(wire):
    begins = [key for one in wire.paragraphs for run in one for key in run.begins]
    assert {"e1", "e2", "e3", "e4"} < set(begins)
    ends = [number for one in wire.paragraphs for run in one for number in run.ends]
    assert ends == [one.number for one in wire.codings]


def test_words_of_two_tellings_belong_to_both(wire):
    numbers = {one.key: one.number for one in wire.codings}
    shared = next(run for one in wire.paragraphs for run in one if "relations" in run.text)
    both = next(
        run for one in wire.paragraphs for run in one if run.text.startswith("relations with")
    )
    assert set(both.codings) == {numbers["e2"], numbers["e3"]}
    assert shared is both


def test_words_that_give_an_office_are_a_coding(wire):
    office = next(one for one in wire.codings if one.status == "office")
    assert (office.says, office.roles[0].party.name) == ("president", "Ana Ruiz")
    assert office.key.startswith("o_")


def test_a_coding_leads_to_its_incident_and_says_if_that_is_disputed(wire):
    told = {one.key: one.told for one in wire.codings if one.told}
    assert (told["e1"].incident_id, told["e1"].disputed) == ("i1", True)
    assert (told["e3"].incident_id, told["e3"].disputed) == ("i2", False)


def test_a_coding_says_how_it_is_told(wire):
    assert {one.key: one.status_words for one in wire.codings if one.told} == {
        "e1": "", "e2": "", "e3": "claimed", "e4": "denied",
    }  # fmt: skip


def test_copies_know_each_other(story, wire):
    assert [one.report_id for one in wire.copies] == ["copy"]
    assert report(story, Ask(key="copy")).copy_of.report_id == "wire"


def test_what_was_set_aside_from_it_is_listed(story, wire):
    assert [one.reason for one in wire.aside] == ["no actor"]
    assert report(story, Ask(key="copy")).aside_count == 0


def test_a_telling_whose_words_are_not_in_the_text_keeps_its_quote():
    rows = content()
    for event in rows["events"]:
        if event["event_id"] == "e1":
            event["start"] = event["end"] = 9999
    shown = report(room(rows), Ask(key="wire"))
    lost = next(one for one in shown.codings if one.key == "e1")
    assert (lost.quote, lost.number) == ("Chile breaks with Bolivia", len(shown.codings))


def test_a_public_page_has_the_quotes_and_no_text():
    shown = report(room(content(), public=True), Ask(key="wire"))
    assert (shown.has_text, shown.paragraphs) == (False, ())
    assert [one.quote for one in shown.codings][:2] == [
        "Chile breaks with Bolivia",
        "Chile broke off relations with Bolivia on Monday",
    ]
    assert TEXT[-20:] not in str(plain(shown))


def test_an_empty_report_in_another_language_has_a_page(story):
    shown = report(story, Ask(key="later"))
    assert (shown.paragraphs, shown.codings, shown.language) == ((), (), "es")
    assert shown.published is None


def test_there_is_no_page_of_a_report_that_was_not_read(story):
    assert report(story, Ask(key="nothing")) is None
    assert report(story, Ask()) is None


def test_the_list_is_by_date_and_counts_tellings_and_copies(story):
    shown = reports(story, Ask())
    assert [(one.source.report_id, one.tellings, one.copies) for one in shown.rows] == [
        ("wire", 4, 1), ("loner", 2, 0), ("copy", 1, 0), ("later", 0, 0),
    ]  # fmt: skip
    assert (shown.total, shown.independent, shown.undated) == (4, 3, 1)


def test_a_record_without_reports_has_a_list():
    assert reports(room(empty()), Ask()).rows == ()
