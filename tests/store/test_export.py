from __future__ import annotations

import csv
import json

import pytest

from dragoman.store.export import csv_lines, csv_text, json_text


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_every_start_of_a_formula_gets_a_quote_mark(text: str) -> None:
    assert list(csv.reader(csv_text(["a"], [{"a": text}]).splitlines(True)))[1][0][0] == "'"


def test_numbers_keep_their_sign_in_csv() -> None:
    assert csv_text(["a"], [{"a": -4.5}]) == "a\n-4.5\n"


def test_csv_comes_a_row_at_a_time() -> None:
    assert list(csv_lines(["a"], [{"a": "x\ny"}, {"a": None}])) == ["a\n", '"x\ny"\n', '""\n']


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\n", "\x0b", "\x1c"])
def test_json_stays_on_one_line_and_reads_back(mark: str) -> None:
    line = json_text({"a": f"x{mark}y"})
    assert (len(line.splitlines()), json.loads(line)["a"]) == (1, f"x{mark}y")
