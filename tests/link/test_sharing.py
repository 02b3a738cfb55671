"""Dates shared between the tellings of one incident. 3 November 2014 was a Monday."""

from __future__ import annotations

from dataclasses import replace

from dragoman.link.sharing import is_explicit, share_dates, told_ranges
from dragoman.model.event import Event, When
from tests.factory import dates, event


def telling(report: str, date: str | None, *, relative: str | None = None, **rest) -> Event:
    base = event("sever_relations", "NOR", "TCD", report=report, event_id=report, **rest)
    days = None if date is None else dates(date)
    return replace(base, when=When(range=days, relative=relative, words=relative))


def shared(*events: Event) -> list[tuple[str, str] | None]:
    """First and last day of each, the events being of one incident."""
    out = share_dates(events, {e.event_id: "i" for e in events})
    return [e.when.range and (str(e.when.range.first), str(e.when.range.last)) for e in out]


DAY = ("2014-11-03", "2014-11-03")


def test_a_telling_without_a_date_takes_the_one_told_elsewhere() -> None:
    assert shared(telling("a", "2014-11-03"), telling("b", None)) == [DAY, DAY]


def test_news_of_the_day_gives_way_to_a_day_in_words() -> None:
    guess = telling("b", "2014-11-04/2014-11-05", relative="default:recent")
    assert shared(telling("a", "2014-11-03"), guess) == [DAY, DAY]


def test_a_month_is_narrowed_to_its_day() -> None:
    assert shared(telling("a", "2014-11-03"), telling("b", "2014-11")) == [DAY, DAY]


def test_tellings_that_disagree_share_nothing() -> None:
    found = shared(telling("a", "2014-11-03"), telling("b", "2014-10"), telling("c", None))
    assert found == [DAY, ("2014-10-01", "2014-10-31"), None]


def test_guesses_do_not_date_other_tellings() -> None:
    guess = telling("a", "2014-11-04/2014-11-05", relative="default:recent")
    assert shared(guess, telling("b", None))[1] is None


def test_news_of_the_day_within_a_week_in_words_tells_the_day() -> None:
    guess = telling("a", "2014-11-04/2014-11-05", relative="default:recent")
    found = shared(guess, telling("b", "2014-11-03/2014-11-09"))
    assert found == [("2014-11-04", "2014-11-05"), ("2014-11-04", "2014-11-05")]


def test_the_first_report_that_has_it_as_news_counts() -> None:
    late = telling("a", "2014-11-07/2014-11-08", relative="default:recent")
    guess = telling("b", "2014-11-04/2014-11-05", relative="default:recent")
    found = shared(late, guess, telling("c", "2014-11-03/2014-11-09"))
    assert found[2] == ("2014-11-04", "2014-11-05")


def test_a_plan_keeps_its_own_date() -> None:
    plan = telling("b", "2014-11-10/2014-11-20", relative="default:recent", status="planned")
    assert shared(telling("a", "2014-11-03"), plan)[1] == ("2014-11-10", "2014-11-20")


def test_the_reason_names_the_report_that_dates_the_act() -> None:
    events = (telling("a", "2014-11-03"), telling("b", None))
    found = share_dates(events, {"a": "i", "b": "i"})[1]
    assert found.when.why == "as a.txt dates the same act"


def test_other_incidents_share_nothing() -> None:
    events = (telling("a", "2014-11-03"), telling("b", None))
    assert share_dates(events, {"a": "i", "b": "j"})[1].when.range is None


def test_an_open_range_is_not_explicit() -> None:
    open_range = replace(dates("2014-11-03"), since=None, precision="range")
    assert not is_explicit(replace(telling("a", None), when=When(range=open_range)))


def test_dates_in_words_outweigh_guesses_in_an_incident() -> None:
    guess = telling("a", "2014-11-04/2014-11-05", relative="default:recent")
    assert told_ranges([guess, telling("b", "2014-11-03")], {}) == [dates("2014-11-03")]


def test_days_found_elsewhere_stand_in_where_nothing_is_told() -> None:
    assert told_ranges([telling("a", None)], {"a": dates("2014-11")}) == [dates("2014-11")]


def test_acts_of_one_expression_are_of_one_time() -> None:
    known = telling("a", "2014-11-03")
    vague = telling("b", "2014-10-31/2014-11-06", relative="default:recent>narrative:-few:day")
    beside = replace(vague, event_id="c", act="close_mission")
    out = share_dates((known, vague, beside), {"a": "i", "b": "i", "c": "other"})
    assert out[2].when.range == dates("2014-11-03")
    assert "told with another act" in (out[2].when.why or "")


def test_acts_of_two_sentences_are_not_tied_by_like_words() -> None:
    known = telling("a", "2014-11-03")
    vague = telling("b", "2014-10-31/2014-11-06", relative="default:recent>narrative:-few:day")
    apart = replace(vague, event_id="c", act="close_mission", sentence=7)
    out = share_dates((known, vague, apart), {"a": "i", "b": "i", "c": "other"})
    assert out[2].when.range == dates("2014-10-31/2014-11-06")
