from __future__ import annotations

from dragoman.show.stories import best_headline


def test_the_headline_most_like_the_others_stands_for_a_story() -> None:
    titles = ["A dark day", "Ferry sinks off Port Vell", "Ferry sinks near Port Vell harbor"]
    assert best_headline(titles) in titles[1:]


def test_of_equal_headlines_the_first_is_taken() -> None:
    assert best_headline(["Rain", "Rain", "Snow"]) == "Rain"
    assert best_headline(["One thing", "Another matter"]) == "One thing"


def test_no_headline_is_none() -> None:
    assert best_headline([]) is None
