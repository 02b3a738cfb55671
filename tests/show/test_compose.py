from __future__ import annotations

from dragoman.show.compose import compose
from dragoman.show.page import Page
from tests.show.story import conflict, incident, office, party, reading, report, tables, whole

NAMES = {"BOL": "Bolivia", "CHL": "Chile"}


def page(rows: dict[str, list[dict[str, object]]] | None = None) -> Page:
    return compose(whole() if rows is None else rows, title="A story", names=NAMES)


def test_reports_are_numbered_by_date_of_publication() -> None:
    assert [source.name for source in page().sources] == [
        "The Alpha Post", "The Beta Post", "The Gamma Post", "The Delta Post",
    ]  # fmt: skip


def test_report_known_to_the_month_comes_after_those_of_a_day_in_it() -> None:
    month = report("month", "1978-03-01", published_precision="month")
    rows = tables(reports=[month, report("day", "1978-03-20"), report("after", "1978-04-01")])
    assert [source.title[9:] for source in page(rows).sources] == ["day", "month", "after"]


def test_sentence_begins_with_a_capital() -> None:
    rows = tables(incidents=[incident("i", "police arrested Ana Ruiz.", "1978-05-03")])
    assert page(rows).years[0].entries[0].sentence == "Police arrested Ana Ruiz."


def test_copy_points_at_its_original() -> None:
    assert page().sources[2].copy_of == 2


def test_report_tells_how_its_date_is_known() -> None:
    assert page().sources[1].how == "inferred from what it tells"


def test_undated_report_has_no_date() -> None:
    assert (page().sources[3].date, page().sources[3].how) == ("", "")


def test_timeline_goes_by_years_with_undated_last() -> None:
    assert [year.name for year in page().years] == ["1962", "1978", "Date not known"]


def test_entry_has_the_words_of_each_telling_in_order_of_reports() -> None:
    entry = page().years[1].entries[0]
    assert [(quote.source.number, quote.words) for quote in entry.quotes if quote.source] == [
        (2, "Bolivia broke with Chile"), (3, "Bolivia broke with Chile"), (4, "it may do so"),
    ]  # fmt: skip


def test_telling_that_hedges_says_so() -> None:
    assert [quote.note for quote in page().years[1].entries[0].quotes] == ["", "", "possible only"]


def test_entry_names_its_disagreement() -> None:
    assert page().years[1].entries[0].disputed == (1,)


def test_preferred_side_is_marked() -> None:
    assert [side.preferred for side in page().conflicts[0].sides] == [True, False]


def test_quote_of_a_side_is_tied_to_the_report_that_holds_it() -> None:
    (quote,) = page().conflicts[0].sides[0].quotes
    assert quote.source is not None
    assert quote.source.name == "The Beta Post"


def test_report_of_a_side_without_words_is_still_cited() -> None:
    assert [source.name for source in page().conflicts[0].sides[0].also] == ["The Gamma Post"]


def test_words_that_no_row_holds_go_to_reports_in_order() -> None:
    rows = tables(
        reports=[report("alpha"), report("beta")],
        conflicts=[conflict("c", "Who?", [
            reading("x", ["beta", "alpha"], ["said beta", "said alpha"]), reading("y", [], []),
        ])],
    )  # fmt: skip
    quotes = page(rows).conflicts[0].sides[0].quotes
    assert [(quote.source.name, quote.words) for quote in quotes if quote.source] == [
        ("The Alpha Post", "said alpha"), ("The Beta Post", "said beta"),
    ]  # fmt: skip


def test_words_that_no_report_can_be_found_for_stand_alone() -> None:
    rows = tables(
        reports=[report("alpha"), report("beta")],
        conflicts=[conflict("c", "Who?", [reading("x", ["beta", "alpha"], ["said"])])],
    )
    assert page(rows).conflicts[0].sides[0].quotes[0].source is None


def test_open_question_is_open() -> None:
    rows = tables(conflicts=[conflict("c", "Who?", [reading("x", [], [])], preferred=None)])
    assert page(rows).conflicts[0].open


def test_disagreements_of_reports_come_before_those_of_parties() -> None:
    sides = [reading("x", [], [], 9)]
    rows = tables(conflicts=[
        conflict("a", "parties?", sides, between="parties"),
        conflict("b", "reports?", [reading("x", [], [], 1)]),
    ])  # fmt: skip
    assert [one.about for one in page(rows).conflicts] == ["reports?", "parties?"]


def test_office_holders_stand_under_their_country() -> None:
    (line,) = page().offices
    assert (line.name, line.holdings[0].person) == ("Bolivia: president", "Ana Ruiz")


def test_office_assertion_of_a_former_holder_says_so() -> None:
    asserted = {"report_id": "r", "uri": "r", "date": None, "quote": "ex", "tense": "former"}
    rows = tables(offices=[office("Ana Ruiz", None, "1978-01-01", [asserted])])
    assert page(rows).offices[0].holdings[0].quotes[0].note == "former"


def test_dyad_ends_with_the_state_that_still_holds() -> None:
    assert page().dyads[0].now == "relations severed, since 17 March 1978"


def test_spell_is_tied_to_what_began_it() -> None:
    because = page().dyads[0].spells[1].because
    assert because == (("h1", "Bolivia recalled its ambassador to Chile."),)


def test_empty_record_makes_an_empty_page() -> None:
    empty = page(tables())
    assert (empty.years, empty.dyads, empty.conflicts, empty.period) == ((), (), (), "")


def test_timeline_says_days_and_status_beside_the_sentence() -> None:
    summary = "Chile met Bolivia (planned), 3 May 1978 to 4 June 1979."
    rows = tables(incidents=[incident("i", summary, "1978-05-03", status="planned")])
    (entry,) = page(rows).years[0].entries
    assert (entry.sentence, entry.status) == ("Chile met Bolivia.", "planned or promised")


def test_party_with_a_role_is_named_once() -> None:
    official = {**party("Ana Ruiz"), "role": "official"}
    rows = tables(incidents=[
        incident("i", "x", "1978-05-03", recipients=[party("Ana Ruiz")], others=[official]),
    ])  # fmt: skip
    assert page(rows).years[0].entries[0].parties == ("Chile", "Ana Ruiz (official)")


def test_words_that_began_a_spell_are_cited() -> None:
    (quote,) = page().dyads[0].spells[1].quotes
    assert quote.source is not None
    assert quote.source.name == "The Alpha Post"


def test_what_was_set_aside_stands_by_stage_reports_first() -> None:
    row = {"uri": "a", "report_id": None, "reason": "no_text", "detail": "Empty."}
    rows = tables(rejections=[{**row, "stage": stage} for stage in ("clean", "read", "new")])
    names = [group.name for group in page(rows).aside]
    assert names == ["Not read", "Taken out of the texts", "new"]


def test_order_of_rows_does_not_matter() -> None:
    turned = {name: list(reversed(rows)) for name, rows in whole().items()}
    assert page(turned) == page()
