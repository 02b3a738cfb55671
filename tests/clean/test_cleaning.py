"""One raw report to one clean report."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean import REASONS, Settings, clean
from dragoman.clean.settings import FATAL
from dragoman.model.ids import sha256
from dragoman.model.report import RawReport, Report

TITLE = "Envoys meet in Nairobi"
LEAD = "The foreign minister of Kenya met the ambassador of Norway in Nairobi on Monday."
NEXT = "They spoke about trade and fishing for two hours, the ministry said in the evening."
LAST = "A further meeting is planned for June, when the king of Norway comes to Mombasa."
QUICK = Settings(detect_language=False)


def raw(*paragraphs: str, **values: str | None) -> RawReport:
    return RawReport(
        **{"uri": "a.txt", "media": "text", "content": "\n\n".join(paragraphs), **values}  # type: ignore[arg-type]
    )


def cleaned(*paragraphs: str, **values: str | None) -> Report:
    report, _ = clean(raw(*paragraphs, **values), settings=QUICK)
    assert report is not None
    return report


def paragraphs(*given: str, **values: str | None) -> list[str]:
    return cleaned(*given, **values).text.split("\n\n")


def reasons(*given: str, **values: str | None) -> list[str]:
    return [row.reason for row in clean(raw(*given, **values), settings=QUICK)[1]]


def test_first_line_is_the_title() -> None:
    report = cleaned(TITLE, LEAD, NEXT)
    assert (report.title, report.text[: report.title_end]) == (TITLE, TITLE)


def test_first_sentence_is_no_title() -> None:
    assert (cleaned(LEAD, NEXT).title, cleaned(LEAD, NEXT).title_end) == (None, 0)


def test_given_title_is_put_in_front() -> None:
    assert paragraphs(LEAD, NEXT, title=TITLE) == [TITLE, LEAD, NEXT]


def test_given_title_is_not_put_in_front_twice() -> None:
    assert paragraphs(TITLE.upper(), LEAD, title=TITLE) == [TITLE.upper(), LEAD]


def test_title_that_runs_on_into_the_body_is_cut_off() -> None:
    assert paragraphs(f"{TITLE} {LEAD}", NEXT, title=TITLE) == [TITLE, LEAD, NEXT]


def test_title_that_begins_a_sentence_is_put_in_front() -> None:
    assert paragraphs("Kenya has met Norway.", NEXT, title="Kenya")[1] == "Kenya has met Norway."


@pytest.mark.parametrize("suffix", [" | Oslo Post", " - The Oslo Times", " » Oslo"])
def test_name_of_the_site_leaves_the_title(suffix: str) -> None:
    assert cleaned(LEAD, NEXT, title=TITLE + suffix).title == TITLE


def test_dash_within_a_title_stays() -> None:
    assert cleaned(LEAD, NEXT, title="Envoys meet - again").title == "Envoys meet - again"


def test_dateline_goes_and_its_agency_is_the_publisher() -> None:
    report = cleaned(TITLE, f"NAIROBI, Kenya (AP) — {LEAD}", NEXT)
    assert (report.text, report.publisher) == (f"{TITLE}\n\n{LEAD}\n\n{NEXT}", "AP")


def test_place_of_a_dateline_is_where_it_was_written() -> None:
    report = cleaned(TITLE, f"NAIROBI, Kenya (AP) — {LEAD}", NEXT)
    assert report.written_at == "NAIROBI, Kenya"


def test_byline_tells_where_it_was_written_but_a_dateline_tells_better() -> None:
    assert cleaned(TITLE, "By Ana Ruiz in Oslo", LEAD).written_at == "Oslo"
    report = cleaned(TITLE, "By Ana Ruiz in Oslo", f"NAIROBI, Kenya (AP) — {LEAD}")
    assert report.written_at == "NAIROBI, Kenya"


def test_given_publisher_wins_over_the_agency() -> None:
    report = cleaned(TITLE, f"NAIROBI, Kenya (AP) — {LEAD}", publisher="Oslo Post")
    assert report.publisher == "Oslo Post"


def test_glued_date_is_the_date() -> None:
    report = cleaned(f" date 2024-05-03 {LEAD}", NEXT)
    assert (report.text, report.published, report.published_from) == (
        f"{LEAD}\n\n{NEXT}",
        dt.date(2024, 5, 3),
        "text",
    )


def test_day_of_a_dateline_needs_a_year() -> None:
    assert cleaned(TITLE, f"NAIROBI, May 3 (Reuters) - {LEAD}").published is None


def test_day_of_a_dateline_is_completed_by_a_month_in_the_path() -> None:
    report = cleaned(
        TITLE, f"NAIROBI, May 3 (Reuters) - {LEAD}", url="https://a.example/2024/05/envoys"
    )
    assert (report.published, report.published_precision) == (dt.date(2024, 5, 3), "day")


def test_full_date_of_a_dateline_is_the_date() -> None:
    report = cleaned(TITLE, f"Nairobi, May 3, 2024 (EFE).- {LEAD}")
    assert (report.published, report.published_from) == (dt.date(2024, 5, 3), "text")


def test_day_of_publication_wins_over_the_day_of_an_update() -> None:
    report = cleaned(TITLE, "Updated: 9 June 2024", "Published: 3 May 2024", LEAD)
    assert report.published == dt.date(2024, 5, 3)


def test_day_of_an_update_is_better_than_none() -> None:
    assert cleaned(TITLE, "Updated: 9 June 2024", LEAD).published == dt.date(2024, 6, 9)


def test_site_that_is_known_as_the_publisher_leaves_the_title() -> None:
    report = cleaned(LEAD, NEXT, title=f"{TITLE} - WXYZ", publisher="wxyz.example")
    assert report.title == TITLE


def test_given_date_wins() -> None:
    report = cleaned(f"date 2024-05-03 {LEAD}", NEXT, published="5 May 2024")
    assert (report.published, report.published_from) == (dt.date(2024, 5, 5), "given")


def test_date_in_the_uri_is_the_last_resort() -> None:
    report = cleaned(TITLE, LEAD, uri="2024-05-03-envoys.txt")
    assert (report.published, report.published_from) == (dt.date(2024, 5, 3), "uri")


def test_no_date_is_none() -> None:
    report = cleaned(TITLE, LEAD)
    assert (report.published, report.published_from, report.published_precision) == (None,) * 3


@pytest.mark.parametrize("published", ["soon", "05/11/2024", "1066-10-14", "2999-01-01"])
def test_bad_date_is_told_and_the_report_kept(published: str) -> None:
    report, told = clean(raw(LEAD, NEXT, published=published), today=dt.date(2026, 1, 1))
    assert (report is not None and report.published, [row.reason for row in told]) == (
        None,
        ["bad_date"],
    )


def test_furniture_goes() -> None:
    given = (TITLE, "By Ann Lee", "Advertisement", LEAD, "READ ALSO: Old quarrel over fish", NEXT)
    assert paragraphs(*given) == [TITLE, LEAD, NEXT]


def test_furniture_is_told_line_by_line() -> None:
    assert reasons(TITLE, "Advertisement", LEAD, "Share on Facebook") == ["furniture"] * 2


def test_byline_is_kept_as_a_value() -> None:
    assert cleaned(TITLE, "By Ann Lee and Ben Otieno", LEAD).byline == "Ann Lee and Ben Otieno"


def test_byline_above_the_headline_is_no_headline() -> None:
    report = cleaned("By Ann Lee", "3 May 2024", TITLE, LEAD)
    assert (report.title, report.byline, report.published) == (
        TITLE,
        "Ann Lee",
        dt.date(2024, 5, 3),
    )


def test_headline_of_a_film_is_a_headline() -> None:
    assert cleaned("Video: Envoys meet in Nairobi", LEAD).title == "Video: Envoys meet in Nairobi"


def test_names_alone_on_top_are_the_byline() -> None:
    report = cleaned(TITLE, "Ann Lee, and Ben Otieno", "Oslo Post", LEAD)
    assert (report.byline, report.publisher, report.text) == (
        "Ann Lee, and Ben Otieno",
        "Oslo Post",
        f"{TITLE}\n\n{LEAD}",
    )


def test_names_alone_further_down_stay() -> None:
    assert paragraphs(LEAD, NEXT, LAST, "Ann Lee", LEAD[:-1] + " again.")[3] == "Ann Lee"


def test_caption_with_its_credit_goes_where_the_body_says_the_same() -> None:
    given = (TITLE, f"{LEAD} ANN OTIENO/AFP via Getty Images", LEAD, NEXT)
    assert paragraphs(*given) == [TITLE, LEAD, NEXT]


def test_caption_that_says_more_stays_without_its_credit() -> None:
    assert paragraphs(TITLE, f"{LAST} Photo by Ann Lee/Getty Images", LEAD)[1] == LAST


def test_comments_below_the_report_go_with_their_heading() -> None:
    assert paragraphs(TITLE, LEAD, NEXT, "Comments", "I do not believe it.") == [TITLE, LEAD, NEXT]


def test_comments_above_the_report_take_nothing_with_them() -> None:
    assert paragraphs(TITLE, "12 Comments", LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_headlines_under_read_more_go() -> None:
    given = (TITLE, LEAD, NEXT, "Read more:", "Old quarrel over fish", "King to visit Mombasa")
    assert paragraphs(*given) == [TITLE, LEAD, NEXT]


def test_sentence_under_read_more_stays() -> None:
    assert paragraphs(TITLE, LEAD, "Read more:", "Old quarrel over fish", NEXT)[-1] == NEXT


def test_html_becomes_text_with_its_title() -> None:
    body = "".join(f"<p>{p}</p>" for p in (LEAD, NEXT, LAST))
    page = f"<html><head><title>{TITLE}</title></head><body><article>{body}</article></body></html>"
    assert paragraphs(page, media="html") == [TITLE, LEAD, NEXT, LAST]


def test_markdown_becomes_text_with_its_title() -> None:
    source = f"---\ndate: 2024-05-03\n---\n# {TITLE}\n\n**{LEAD}**"
    report = cleaned(source, media="markdown")
    assert (report.text, report.title, report.published) == (
        f"{TITLE}\n\n{LEAD}",
        TITLE,
        dt.date(2024, 5, 3),
    )


def test_language_is_looked_for() -> None:
    report, _ = clean(raw("El ministro de Exteriores de Kenia se reunió el lunes en Nairobi."))
    assert report is not None
    assert report.lang == "es"


def test_given_language_is_kept() -> None:
    report, _ = clean(raw(LEAD, lang="no"))
    assert report is not None
    assert report.lang == "no"


@pytest.mark.parametrize("content", ["", "\n \n", "…", "Advertisement", "By Ann Lee"])
def test_nothing_readable_is_no_text(content: str) -> None:
    report, told = clean(raw(content), settings=QUICK)
    assert (report, told[-1].reason) == (None, "no_text")


def test_title_without_a_body_is_kept_when_it_is_all_there_is() -> None:
    assert cleaned(TITLE).text == TITLE


def test_long_text_is_set_aside() -> None:
    report, told = clean(raw("word " * 50_000), settings=QUICK)
    assert (report, told[-1].reason) == (None, "too_long")


def test_unreadable_text_is_set_aside() -> None:
    report, told = clean(raw("\ufffd\x00" * 30 + LEAD), settings=QUICK)
    assert (report, told[-1].reason) == (None, "not_text")


def test_identifier_depends_on_text_and_uri_only() -> None:
    first, second = cleaned(LEAD, NEXT), cleaned(LEAD, "", NEXT, publisher="Oslo Post")
    assert first.report_id == second.report_id != cleaned(LEAD, NEXT, uri="b.txt").report_id


def test_rejections_carry_the_report_id() -> None:
    report, told = clean(raw(TITLE, "Advertisement", LEAD), settings=QUICK)
    assert report is not None
    assert {row.report_id for row in told} == {report.report_id}


@given(st.lists(st.text(max_size=80), max_size=8), st.sampled_from(["text", "markdown"]))
def test_any_text_is_cleaned_or_set_aside(parts: list[str], media: str) -> None:
    report, told = clean(raw(*parts, media=media), settings=QUICK)
    assert {row.reason for row in told} <= set(REASONS)
    if report is None:
        assert told[-1].reason in FATAL
    else:
        assert report.sha256 == sha256(report.text)
        assert report.title_end == 0 or report.text[: report.title_end] == report.title
