from __future__ import annotations

import pytest

from dragoman.formats import cameo
from dragoman.formats.kinds import ACLED_SUBTYPES, ACLED_TYPES, types_of
from dragoman.knowledge.load import load
from tests.formats.eventful import event


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("010", None), ("0233", "REQUEST"), ("036", "AGREE"), ("0841", "RETREAT"),
        ("081", "CONCEDE"), ("0814", "RETREAT"), ("116", "SANCTION"), ("161", "SANCTION"),
        ("175", "ASSAULT"), ("1712", "ASSAULT"), ("1711", "COERCE"), ("191", "COERCE"),
        ("---", None), ("", None),
    ],
)  # fmt: skip
def test_a_cameo_code_comes_to_a_type(code: str, kind: str | None) -> None:
    assert cameo.event_type(code) == kind


def test_every_type_is_plovers() -> None:
    used = set(cameo.TYPES.values()).union(*ACLED_SUBTYPES.values(), *ACLED_TYPES.values())
    assert used <= set(load().plover)


def test_every_cameo_code_but_statements_has_a_type_and_a_class() -> None:
    codes = [code for code in load().cameo if code != cameo.NO_CODE]
    assert {code for code in codes if cameo.event_type(code) is None} == {
        code for code in codes if code.startswith("01")
    }
    assert all(cameo.quad_class(code) and cameo.label(code) for code in codes)
    assert all(cameo.WELL_FORMED.fullmatch(code) for code in codes)


def test_no_code_has_no_words_and_no_value() -> None:
    assert (cameo.label("---"), cameo.goldstein("---"), cameo.quad_class("---")) == ("", None, None)


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"event_type": "AID", "cameo": "010"}, {"AID"}),
        ({"cameo": "112"}, {"ACCUSE"}),
        ({"cameo": "010"}, set()),
        ({"format": "ucdp"}, {"ASSAULT"}),
        ({"format": "acled", "kind": "Riots / Mob violence"}, {"ASSAULT", "PROTEST"}),
        ({"format": "acled", "kind": "Battles / Armed clash"}, {"ASSAULT"}),
        ({"format": "acled", "kind": "Strategic developments / Other"}, set()),
        ({}, set()),
    ],
)
def test_the_types_of_an_event(fields: dict[str, object], kinds: set[str]) -> None:
    assert types_of(event(**fields)) == kinds
