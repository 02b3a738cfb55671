"""Lines and items of JSON."""

import io
import json
import time

import pytest

from dragoman.read.files import Refused
from dragoman.read.jsons import items, lines, parse
from dragoman.read.limits import Limits

LIMITS = Limits(record_bytes=100)


def test_lines_are_numbered_past_blank_ones() -> None:
    found = list(lines(io.BytesIO(b'{"a":1}\n\n{"a":2}'), LIMITS))
    assert [(unit.number, unit.data) for unit in found] == [(1, b'{"a":1}\n'), (3, b'{"a":2}')]


def test_line_beyond_the_limit_costs_itself_alone() -> None:
    stream = io.BytesIO(b"{}\n" + b"x" * 1000 + b"\n{}\n")
    faults = [unit.fault and unit.fault[0] for unit in lines(stream, LIMITS)]
    assert faults == [None, "too_large", None]


def test_offsets_cut_the_line_out_again() -> None:
    data = b'{"a":1}\n{"b":22}\n'
    assert [data[unit.start : unit.end] for unit in lines(io.BytesIO(data), LIMITS)] == [
        b'{"a":1}\n',
        b'{"b":22}\n',
    ]


def test_items_of_a_list() -> None:
    data = b' [ {"a": "],}"}, {"b": [1, {"c": 2}]} ] '
    assert [unit.data for unit in items(data, LIMITS)] == [
        b'{"a": "],}"}',
        b'{"b": [1, {"c": 2}]}',
    ]


def test_one_object_is_one_item() -> None:
    assert [unit.data for unit in items(b'{"a": [1, 2], "b": 3}', LIMITS)] == [
        b'{"a": [1, 2], "b": 3}'
    ]


def test_stretch_of_a_list_gives_the_same_items() -> None:
    data = json.dumps([{"n": n, "t": 'a "quoted", [word]'} for n in range(5)]).encode()
    whole = list(items(data, LIMITS))
    part = data[whole[1].start : whole[3].end]
    again = list(items(part, LIMITS, start=whole[1].start, number=2, in_list=True))
    assert again == whole[1:4]


def test_item_beyond_the_limit_is_set_aside() -> None:
    data = b'[{"a": "' + b"x" * 200 + b'"}, {"b": 1}]'
    assert [unit.fault and unit.fault[0] for unit in items(data, LIMITS)] == ["too_large", None]


@pytest.mark.parametrize(
    "data", [b'"\\' * 200_000, b'"' * 400_001, b"[" * 400_000, b'{"a' * 100_000, b'\\"' * 200_000]
)
def test_items_take_linear_time(data: bytes) -> None:
    began = time.process_time()
    list(items(data, Limits()))
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "bad_json"),
        ("[1]", "bad_json"),
        ("3", "bad_json"),
        ('{"a": ' + "9" * 401 + "}", "bad_json"),
        ('{"a": ' + "[" * 65 + "]" * 65 + "}", "too_deep"),
        ('{"a": ' + "[" * 100_000, "too_deep"),
    ],
)
def test_parse_refuses(text: str, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text, Limits())
    assert refusal.value.reason == reason


def test_parse_counts_brackets_outside_strings_only() -> None:
    assert parse(json.dumps({"a": "[" * 100}), Limits()) == {"a": "[" * 100}
