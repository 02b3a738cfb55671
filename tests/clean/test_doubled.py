"""Passages that stand twice."""

from dragoman.clean.doubled import sentences, without_doubles

LEAD = "The foreign minister of Kenya met the ambassador of Norway in Nairobi on Monday."
NEXT = "They spoke about trade and fishing for two hours, the ministry said later."


def kept(*paragraphs: str, first: int = 0) -> list[str]:
    return [p for p in without_doubles(paragraphs, first=first).kept if p is not None]


def test_same_paragraph_twice_is_kept_once() -> None:
    assert kept(LEAD, LEAD, NEXT) == [LEAD, NEXT]


def test_quote_marks_and_commas_make_no_difference() -> None:
    assert kept(LEAD.replace("Kenya", "“Kenya,”"), LEAD, NEXT) == [LEAD, NEXT]


def test_caption_inside_a_longer_paragraph_goes() -> None:
    assert kept(LEAD, f"{LEAD} {NEXT}") == [f"{LEAD} {NEXT}"]


def test_caption_of_sentences_that_stand_apart_goes() -> None:
    other = "The weather was fine in the whole of the country that day."
    assert kept(f"{LEAD} {NEXT}", f"{LEAD} {other}", NEXT) == [f"{LEAD} {other}", NEXT]


def test_pulled_quote_goes() -> None:
    assert kept(f"{LEAD} {NEXT}", NEXT) == [f"{LEAD} {NEXT}"]


def test_sentence_said_twice_in_a_row_is_kept_once() -> None:
    assert kept(f"{LEAD} {LEAD} {NEXT}") == [f"{LEAD} {NEXT}"]


def test_short_passages_may_come_again() -> None:
    assert kept("He left.", LEAD, "He left.") == ["He left.", LEAD, "He left."]


def test_title_is_kept_when_the_body_repeats_it() -> None:
    assert kept(LEAD, f"{LEAD} {NEXT}", first=1) == [LEAD, f"{LEAD} {NEXT}"]


def test_body_that_only_repeats_the_title_goes() -> None:
    assert kept("Envoy leaves Oslo", "Envoy leaves Oslo", NEXT, first=1) == [
        "Envoy leaves Oslo",
        NEXT,
    ]


def test_part_of_a_sentence_is_not_the_same() -> None:
    assert kept(LEAD, f"{LEAD[:-1]} and Tuesday. Both were content.") == [
        LEAD,
        f"{LEAD[:-1]} and Tuesday. Both were content.",
    ]


def test_what_goes_is_told() -> None:
    assert without_doubles([LEAD, LEAD]).dropped == (LEAD,)


def test_sentences_are_cut_behind_closing_quotes() -> None:
    assert sentences('He said "no." She left.') == ['He said "no."', "She left."]
