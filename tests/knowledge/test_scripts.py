"""Names inside runs of letters."""

from __future__ import annotations

import pytest

from dragoman.knowledge.scripts import within

NAMES = {"中国", "中国人", "法国", "한국", "Peru", "ペルー"}


@pytest.mark.parametrize(
    ("run", "found"),
    [
        ("中国和法国", ["中国", "法国"]),
        ("中国人民", ["中国人"]),
        ("駐ペルー大使", ["ペルー"]),
        ("한국은", ["한국"]),
        ("재한국인", []),
        ("Peruvian", []),
        ("", []),
        ("中", []),
    ],
)
def test_names_are_found_where_the_script_lets_them_stand(run, found):
    assert [run[a:b] for a, b in within(run, NAMES.__contains__)] == found
