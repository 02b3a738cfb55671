"""What stands before the first words."""

import pytest

from dragoman.clean.wire import dateline, glued_date, place_behind


@pytest.mark.parametrize(
    ("opening", "date", "agency", "place"),
    [
        ("OSLO, Norway (AP) — ", None, "AP", "OSLO, Norway"),
        ("NAIROBI, May 3 (Reuters) - ", "May 3", "Reuters", "NAIROBI"),
        ("Nairobi, Kenya (AP) — ", None, "AP", "Nairobi, Kenya"),
        ("Oslo, May 3, 2024 (EFE).- ", "May 3, 2024", "EFE", "Oslo"),
        ("(CNN) -- ", None, "CNN", None),
        ("TBILISI: ", None, None, "TBILISI"),
        ("ADDIS ABABA — ", None, None, "ADDIS ABABA"),
        ("UNITED NATIONS, Sept. 3 (Xinhua) -- ", "Sept. 3", "Xinhua", "UNITED NATIONS"),
        ("OSLO/NAIROBI (Reuters) - ", None, "Reuters", "OSLO/NAIROBI"),
        ("PARIS, 3 mai (AFP) - ", "3 mai", "AFP", "PARIS"),
    ],
)
def test_dateline_is_found(
    opening: str, date: str | None, agency: str | None, place: str | None
) -> None:
    assert dateline(opening + "The envoy left.") == (len(opening), date, agency, place)


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
    place = line.removesuffix(".").rpartition("20 May 2024")[0].rstrip(", ") or None
    assert glued_date(line) == (len(line), "20 May 2024", None, place)


@pytest.mark.parametrize(
    ("byline", "place"),
    [
        ("Ana Ruiz in Oslo", "Oslo"),
        ("Ana Ruiz and Ben Okafor in Lagos, Nigeria", "Lagos, Nigeria"),
        ("Ana Ruiz", None),
        (None, None),
    ],
)
def test_byline_may_tell_where_it_was_written(byline: str | None, place: str | None) -> None:
    assert place_behind(byline) == place
