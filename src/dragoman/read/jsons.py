"""JSON: the lines of JSON Lines, the items of a list, and one object out of its bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.read.files import Refused
from dragoman.read.limits import MIB, Limits
from dragoman.read.units import Unit

BOM = b"\xef\xbb\xbf"
TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{},]|[^\s\[\]{},"]++', re.DOTALL)
"""Strings, brackets, commas, other words; possessive, so that it is linear on any bytes."""


def lines(stream: BinaryIO, limits: Limits, *, start: int = 0, number: int = 1) -> Iterator[Unit]:
    """The lines of `stream` that hold something; a line beyond the limit is skipped in pieces.

    Args:
        stream: stands at offset `start` of its file, at the beginning of line `number`.
        limits: `record_bytes` bounds a line.
        start: offset of the first byte.
        number: number of the first line.
    """
    at = start
    while line := stream.readline(limits.record_bytes + 1):
        begin, at = at, at + len(line)
        if len(line) > limits.record_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MIB)
                at += len(line)
            detail = f"line {number} is longer than {limits.record_bytes} bytes"
            yield Unit(begin, at, number, None, ("too_large", detail))
        elif line.strip() not in (b"", BOM):
            yield Unit(begin, at, number, line)
        number += 1


def items(
    data: bytes, limits: Limits, *, start: int = 0, number: int = 1, in_list: bool = False
) -> Iterator[Unit]:
    """The items of the list that `data` is, or `data` itself where it is an object.

    Brackets are counted here, not parsed, so that depth is known before the parser runs.

    Args:
        data: the file, or, with `in_list`, a stretch of whole items with commas between.
        limits: bounds of an item.
        start: offset of `data` in its file.
        number: number of the first item.
        in_list: whether `data` begins inside the list.
    """
    depth, base, begin, end = 0, 0, -1, 0
    if not in_list and data.removeprefix(BOM).lstrip()[:1] == b"[":
        base = 1
    for token in TOKEN.finditer(data, len(BOM) if data.startswith(BOM) else 0):
        mark = token[0]
        if mark in (b"]", b"}"):
            depth -= 1
        if depth < base and mark == b"]" and base:
            break
        if mark == b"," and depth == base:
            if begin >= 0:
                yield _item(data, begin, end, start, number, limits)
                number += 1
            begin = -1
        elif begin < 0 and not (mark == b"[" and depth < base):
            begin = token.start()
        if mark in (b"[", b"{"):
            depth += 1
        end = token.end()
    if begin >= 0:
        yield _item(data, begin, end, start, number, limits)


def _item(data: bytes, begin: int, end: int, start: int, number: int, limits: Limits) -> Unit:
    if end - begin > limits.record_bytes:
        fault = ("too_large", f"item {number} is longer than {limits.record_bytes} bytes")
        return Unit(start + begin, start + end, number, None, fault)
    return Unit(start + begin, start + end, number, data[begin:end])


def parse(text: str, limits: Limits) -> dict[str, object]:
    """The object that `text` is.

    Raises:
        Refused: too deep, not JSON, a number out of measure, or no object.
    """
    if text.count("[") + text.count("{") > limits.json_depth and _depth(text) > limits.json_depth:
        raise Refused("too_deep", f"JSON nested deeper than {limits.json_depth} levels")

    def number(digits: str) -> int | float:
        if len(digits) > limits.json_digits:
            raise ValueError(f"a number of {len(digits)} digits")
        return float(digits) if any(c in digits for c in ".eE") else int(digits)

    try:
        value = json.loads(text, parse_int=number, parse_float=number)
    except (ValueError, RecursionError) as error:
        raise Refused("bad_json", f"it is not valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise Refused("bad_json", f"an object is needed, {type(value).__name__} was found")
    return value


def _depth(text: str) -> int:
    """The deepest nesting of brackets outside strings."""
    depth = deepest = 0
    for token in TOKEN.finditer(text.encode("utf-8", "replace")):
        mark = token[0]
        if mark in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif mark in (b"]", b"}"):
            depth -= 1
    return deepest
