"""What stands before the first words."""

import pytest

from dragoman.clean.wire import dateline, glued_date


@pytest.mark.parametrize(
    ("opening", "date", "agency"),
    [
        ("OSLO, Norway (AP) — ", None, "AP"),
        ("NAIROBI, May 3 (Reuters) - ", "May 3", "Reuters"),
        ("Nairobi, Kenya (AP) — ", None, "AP"),
        ("Oslo, May 3, 2024 (EFE).- ", "May 3, 2024", "EFE"),
        ("(CNN) -- ", None, "CNN"),
        ("TBILISI: ", None, None),
        ("ADDIS ABABA — ", None, None),
        ("UNITED NATIONS, Sept. 3 (Xinhua) -- ", "Sept. 3", "Xinhua"),
        ("OSLO/NAIROBI (Reuters) - ", None, "Reuters"),
        ("PARIS, 3 mai (AFP) - ", "3 mai", "AFP"),
    ],
)
def test_dateline_is_found(opening: str, date: str | None, agency: str | None) -> None:
    assert dateline(opening + "The envoy left.") == (len(opening), date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "US-Norway talks began.",
        "US – Norway talks began.",
        "NATO-led forces left.",
        "The Senate met.",
        "Ms. Lee - the envoy - left.",
        "The House (Senate) met.",
        "OSLO is the capital.",
    ],
)
def test_first_words_are_left_alone(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        (" date 2024-05-03 ", "2024-05-03"),
        ("May 3, 2024 - ", "May 3, 2024"),
        ("Published: 3 May 2024 10:30 GMT ", "3 May 2024 10:30 GMT"),
        ("Friday, May 3, 2024 | ", "Friday, May 3, 2024"),
        ("2024-05-03 ", "2024-05-03"),
    ],
)
def test_glued_date_is_found(opening: str, date: str) -> None:
    found = glued_date(opening + "The envoy left.")
    assert found is not None
    assert (found.length, found.date) == (len(opening), date)


@pytest.mark.parametrize(
    "text",
    ["May 3, 2024 was a warm day.", "Published in May, the list named ten men.", "2024 was dry."],
)
def test_sentence_about_a_date_is_left_alone(text: str) -> None:
    assert glued_date(text) is None


@pytest.mark.parametrize("line", ["Oslo, 20 May 2024", "Oslo, Norway, 20 May 2024.", "20 May 2024"])
def test_line_that_is_only_place_and_day_is_a_date(line: str) -> None:
    assert glued_date(line) == (len(line), "20 May 2024", None)
