"""Which time expression dates an event. Reports are published on Wednesday 12 June 2019."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.model.coding import EventMention, Plover
from dragoman.model.event import When
from dragoman.model.text import ParsedReport, Span
from dragoman.resolve.times import Calendar

TOLD = dt.date(2019, 6, 12)
FILLER = (
    "Officials gave no comment on the matter. The office stayed shut. Traffic was light. "
    "The streets were calm. Shops are open. Nobody came to the gate. The flags are still up. "
    "A guard sits at the door. "
)


def when(parsed: ParsedReport, word: str, *, status: str = "actual", cameo: str = "160") -> When:
    """When the last predicate written `word` happened."""
    sentence, token = next(
        (s, t) for s in reversed(parsed.sentences) for t in s.tokens if t.text == word
    )
    return Calendar(parsed).when(
        EventMention(
            sentence=sentence.index, trigger=Span(token.start, token.end), trigger_token=token.i,
            quote=Span(sentence.start, sentence.end), pattern="test", act="test",
            plover=Plover(event_type=None), cameo=cameo, actors=(), recipients=(), status=status,
        )
    )  # fmt: skip


def days(found: When) -> str | None:
    if found.range is None:
        return None
    first, last = found.range.first, found.range.last
    return f"{first}" if first == last else f"{first}/{last}"


CASES = [
    ("Norway expelled two envoys of Chad on Monday.", "expelled", "2019-06-10"),
    ("Norway has decided to expel two envoys of Chad on Monday.", "expel", "2019-06-10"),
    ("On Monday, Norway recalled its envoy and closed its embassy.", "closed", "2019-06-10"),
    ("In 2011, Norway responded by expelling the envoy of Chad.", "expelling",
     "2011-01-01/2011-12-31"),
    ("Norway expelled two envoys, ordering the closure of an embassy, on Monday.", "ordering",
     "2019-06-10"),
    ("Norway said on Monday that it is considering an appeal.", "considering", "2019-06-10"),
    ("The minister praised Chad at a news conference on Monday.", "praised", "2019-06-10"),
    ("On Monday, when he tried to close the court, the streets filled.", "tried", "2019-06-10"),
    ("The expulsion of the envoys on Monday angered Chad.", "expulsion", "2019-06-10"),
    ("Norway expelled two envoys this month.", "expelled", "2019-06-01/2019-06-12"),
    ("They met in Oslo in their first talks since March when they began work on restoring ties.",
     "restoring", "2019-03-01/2019-03-31"),
    ("The congress ended with a session on Monday at which he resigned.", "resigned",
     "2019-06-10"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_an_expression_of_the_clause_dates_the_event(parse, text, word, expected) -> None:
    assert days(when(parse(text, published=TOLD), word)) == expected


def test_a_date_under_since_is_no_date_of_the_verb(parse) -> None:
    text = FILLER + "She became the first minister to visit Chad since Erik Berg in 1998."
    assert days(when(parse(text, published=TOLD), "visit")) != "1998-01-01/1998-12-31"


def test_a_year_before_a_noun_dates_the_noun_not_the_verb(parse) -> None:
    found = when(parse("Norway broke ties over the 2011 coup attempt.", published=TOLD), "broke")
    assert found.relative == "default:recent"


def test_an_expression_of_a_relative_clause_does_not_date_the_main_verb(parse) -> None:
    text = "Norway arrested the general, who fled the country in 2011."
    assert when(parse(text, published=TOLD), "arrested").relative == "default:recent"


def test_a_relative_clause_has_its_own_date(parse) -> None:
    text = "Norway arrested the general, who fled the country in 2011."
    assert days(when(parse(text, published=TOLD), "fled")) == "2011-01-01/2011-12-31"


def test_a_person_was_in_office_then_the_verb_was_not(parse) -> None:
    text = "He shares a cell with Otto Berg, the dictator of Chad from 1970 to 1984."
    assert when(parse(text, published=TOLD), "shares").words is None


def test_what_news_tells_as_the_occasion_came_just_before(parse) -> None:
    text = "Norway expelled the envoy on Monday after Chad arrested two sailors."
    assert days(when(parse(text, published=TOLD), "arrested")) == "2019-06-09/2019-06-10"


def test_past_perfect_may_be_any_time_before(parse) -> None:
    text = "Norway expelled the envoy on Monday after Chad had arrested two sailors."
    assert days(when(parse(text, published=TOLD), "arrested")) == "None/2019-06-10"


def test_occasion_of_a_month_is_of_that_month(parse) -> None:
    text = "Norway expelled the envoy in May 2018 after Chad arrested two sailors."
    assert days(when(parse(text, published=TOLD), "arrested")) == "2018-05-01/2018-05-31"


def test_what_was_said_to_have_happened_was_before_it_was_said(parse) -> None:
    text = "Norway said on Monday that Chad arrested two sailors."
    assert days(when(parse(text, published=TOLD), "arrested")) == "None/2019-06-10"


def test_a_plan_lies_after_the_day_it_was_told(parse) -> None:
    text = "Norway said on Monday that it will expel two envoys."
    found = when(parse(text, published=TOLD), "expel", status="planned")
    assert days(found) == "2019-06-10/None"


def test_a_weekday_of_a_plan_lies_ahead(parse) -> None:
    text = "Norway will expel two envoys on Friday."
    assert days(when(parse(text, published=TOLD), "expel", status="planned")) == "2019-06-14"


def test_hours_later_is_within_a_day_of_what_was_told_before(parse) -> None:
    text = "On Monday, the army closed the court. A few hours later, the judge was detained."
    assert days(when(parse(text, published=TOLD), "detained")) == "2019-06-10/2019-06-11"


def test_the_next_day_follows_what_was_told_before(parse) -> None:
    text = "On Monday, the army closed the court. The next day, the judge fled."
    assert days(when(parse(text, published=TOLD), "fled")) == "2019-06-11"


def test_a_sentence_without_a_date_goes_on_from_the_one_before(parse) -> None:
    text = "On Monday, the army closed the court. It arrested the judge."
    assert days(when(parse(text, published=TOLD), "arrested")) == "2019-06-10"


def test_days_after_measures_back_from_the_main_clause(parse) -> None:
    text = "It comes two days after Chad closed its embassy."
    assert when(parse(text, published=TOLD), "closed").relative == "default:recent>narrative:-2:day"


@pytest.mark.parametrize(
    "text",
    [
        "Chad closed the embassy two days after the vote of 3 May.",
        "Chad closed the embassy two days after it met Mali on 3 May.",
        "Two days after the vote of 3 May, Chad closed the embassy.",
    ],
)
def test_so_long_after_what_has_a_date_counts_from_it(parse, text: str) -> None:
    assert days(when(parse(text, published=TOLD), "closed")) == "2019-05-05"


def test_what_it_is_counted_from_keeps_its_own_date(parse) -> None:
    text = "Chad closed the embassy two days after it met Mali on 3 May."
    assert days(when(parse(text, published=TOLD), "met")) == "2019-05-03"


def test_a_day_that_the_calendar_does_not_have_dates_nothing(parse) -> None:
    found = when(parse("Chad closed the embassy on 31 February.", published=TOLD), "closed")
    assert (found.range, found.relative) == (None, None)
    assert found.why == "the calendar has no such day"


def test_a_bare_month_beside_an_old_year_is_of_that_year(parse) -> None:
    text = "In 2011 the war began. In March the army closed the court."
    assert days(when(parse(text, published=TOLD), "closed")) == "2011-03-01/2011-03-31"


def test_today_in_a_quotation_is_no_certain_day(parse) -> None:
    text = '"Today we broke relations with Chad," the minister said.'
    assert days(when(parse(text, published=TOLD), "broke")) == "2019-06-09/2019-06-12"


def test_news_of_the_day_is_of_the_day_or_the_day_before(parse) -> None:
    found = when(parse("Norway has expelled two envoys of Chad.", published=TOLD), "expelled")
    assert days(found) == "2019-06-11/2019-06-12"


def test_a_deed_without_a_date_far_down_has_none(parse) -> None:
    found = when(parse(FILLER + "Norway expelled two envoys.", published=TOLD), "expelled")
    assert (found.range, found.relative) == (None, None)


def test_a_statement_without_a_date_far_down_is_of_the_day(parse) -> None:
    parsed = parse(FILLER + "Norway put the blame on Chad.", published=TOLD)
    assert when(parsed, "put", cameo="112").relative == "default:recent"


@pytest.mark.parametrize(
    "text",
    [
        "In recent years, Norway expelled two envoys.",
        "At the time, Norway expelled two envoys.",
        "Norway had expelled two envoys.",
        "Norway has repeatedly expelled envoys of Chad.",
        "Former president Otto Berg expelled two envoys.",
    ],
)
def test_what_looks_back_is_not_news_of_the_day(parse, text: str) -> None:
    assert when(parse(text, published=TOLD), "expelled").range is None


def test_what_somebody_said_in_a_relative_clause_is_of_the_occasion(parse) -> None:
    text = "On Monday, the minister met Otto Berg, who accused Chad of lying."
    assert days(when(parse(text, published=TOLD), "accused")) == "2019-06-10"


def test_words_quoted_on_a_day_are_of_that_day(parse) -> None:
    text = "Agencies quoted him on Monday as saying that the envoy has been expelled."
    assert days(when(parse(text, published=TOLD), "expelled")) == "2019-06-10"


def test_a_day_near_by_does_not_make_a_sentence_look_back(parse) -> None:
    text = "As news of the deal spread Monday, lawmakers expressed anger at Chad."
    assert when(parse(text, published=TOLD), "expressed").relative == "default:recent"


def test_a_date_after_publication_does_not_date_what_was_done(parse) -> None:
    text = "With an eye on the presidency in 2024, the minister expelled two envoys."
    assert when(parse(text, published=TOLD), "expelled").words is None


def test_an_undated_report_keeps_what_can_be_grounded_later(parse) -> None:
    found = when(parse("Norway expelled two envoys on Monday."), "expelled")
    assert (found.range, found.relative) == (None, "weekday:0:past")


def test_an_absolute_date_needs_no_publication_date(parse) -> None:
    found = when(parse("Norway expelled two envoys on 3 May 2011."), "expelled")
    assert (days(found), found.relative) == ("2011-05-03", None)


def test_clause_that_tells_when_dates_what_is_told_next(parse) -> None:
    text = (
        "The rift began when Norway expelled the envoy in May 2018. "
        "This came after Chad arrested two sailors."
    )
    assert days(when(parse(text, published=TOLD), "arrested")) == "2018-05-01/2018-05-31"
