from __future__ import annotations

import pytest

from dragoman.formats.company import Company, first_paragraph_end

TEXT = "A title\n\nRoe spoke on Monday. “So it is,” he said. It cost 3.5 million.\n\nThe last one"


@pytest.mark.parametrize(
    ("words", "number"),
    [("title", 1), ("Roe", 2), ("he said", 3), ("million", 4), ("last", 5)],
)
def test_sentences_are_counted_from_one(words: str, number: int) -> None:
    assert Company(texts={"r": TEXT}).sentence("r", TEXT.index(words)) == number


def test_without_the_text_the_sentence_is_not_known() -> None:
    assert Company().sentence("r", 3) is None


def test_the_first_paragraph_is_the_one_below_the_title() -> None:
    assert TEXT[: first_paragraph_end(TEXT, "A title")].endswith("million.")
    assert TEXT[: first_paragraph_end(TEXT, None)] == "A title"
    assert first_paragraph_end("Only one", None) == len("Only one")
    assert first_paragraph_end("A title", "A title") == len("A title")
