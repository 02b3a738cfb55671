"""The direction of a bare day, from the verbs near it."""

from __future__ import annotations

import pytest

from dragoman.resolve.times.tenses import tense_near


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on Monday.", "past"),
        ("They will meet on Monday.", "future"),
        ("The vote will be held on Monday.", "future"),
        ("He is expected to be released on Monday.", "future"),
        ("He said he would resign on Monday.", "future"),
        ("He promised on Monday to resign.", "past"),
        ("The talks resume on Monday.", "future"),
        ("They will vote soon. They met on Monday.", "past"),
        ("On Monday, Mr. Ruiz will fly home.", "future"),
        ("Mr. Ruiz will fly home on Monday.", "future"),
        ("Talks on Monday.", None),
    ],
)
def test_the_nearest_verb_tells(text: str, tense: str | None) -> None:
    start = text.index("Monday")
    assert tense_near(text, start, start + len("Monday")) == tense
