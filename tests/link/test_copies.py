from __future__ import annotations

from dragoman.link.copies import copies
from tests.factory import report

WIRE = " ".join(f"The envoy of district {n} met council number {n * 7} today." for n in range(30))
OTHER = " ".join(f"Rain fell over valley {n} and on hill {n * 3} all night." for n in range(30))


def test_a_reprint_is_a_copy_of_the_earlier_report() -> None:
    first = report("b", WIRE, published="2024-01-01")
    again = report("a", "By our staff. " + WIRE, published="2024-01-02")
    assert copies([again, first]) == {"a": "b"}


def test_a_shortened_reprint_is_a_copy() -> None:
    half = " ".join(WIRE.split()[: len(WIRE.split()) // 2])
    assert copies([report("a", WIRE), report("b", half)]) == {"b": "a"}


def test_two_texts_of_one_event_are_no_copies() -> None:
    assert copies([report("a", WIRE), report("b", OTHER)]) == {}


def test_short_texts_are_never_copies() -> None:
    assert copies([report("a", "He left on Monday."), report("b", "He left on Monday.")]) == {}


def test_all_reprints_point_at_one_original() -> None:
    many = [report(f"r{n}", WIRE, published=f"2024-01-0{n}") for n in (3, 1, 2)]
    assert copies(many) == {"r2": "r1", "r3": "r1"}


def test_a_common_footer_makes_no_copies() -> None:
    footer = " ".join(f"Terms of use number {n} apply here." for n in range(12))
    texts = (f"{topic} {body} {footer}" for topic, body in (("One", WIRE), ("Two", OTHER)))
    assert copies([report(f"r{i}", text) for i, text in enumerate(texts)]) == {}
