"""CSV and TSV: rows out of lines, where one broken row costs one row."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.read.files import Refused
from dragoman.read.limits import Limits
from dragoman.read.units import Unit

RESTARTS = 50
"""Rows that may be found broken in one file; each can cost a scan of one record's size."""


class _Lines:
    """Lines of a stream with their offsets, some of which can be put back."""

    def __init__(self, stream: BinaryIO, limits: Limits, start: int, number: int) -> None:
        self._stream, self._limits = stream, limits
        self._back: deque[bytes] = deque()
        self.at, self.number = start, number
        self.row: list[bytes] = []
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """The next line; Latin-1 is transparent to bytes, the row is decoded as a whole later."""
        left = self._limits.record_bytes - self._size
        line = self._back.popleft() if self._back else self._stream.readline(left + 1)
        if not line:
            raise StopIteration
        self.row.append(line)
        self._size += len(line)
        if len(line) > left:
            raise csv.Error(f"a row longer than {self._limits.record_bytes} bytes")
        return line.decode("latin-1")

    def accept(self) -> bytes:
        """The bytes of the lines since the last row; counts them as read."""
        data = b"".join(self.row)
        self.at += len(data)
        self.number += len(self.row)
        self.row, self._size = [], 0
        return data

    def skip_first(self) -> bytes:
        """Give up the row's first line and put the others back."""
        first, rest = self.row[0], self.row[1:]
        self._back.extendleft(reversed(rest))
        self.row = [first]
        while not first.endswith(b"\n") and not self._back:
            first = self._stream.readline(1 << 20)
            if not first:
                break
            self.at += len(first)
        return self.accept()


def rows(
    stream: BinaryIO, delimiter: str, limits: Limits, *, start: int = 0, number: int = 1
) -> Iterator[Unit]:
    """The rows of `stream`, the header among them; `number` of a unit is its first line's.

    A row that never ends (an unclosed quote) costs its first line; reading goes on with the next.
    """
    source = _Lines(stream, limits, start, number)
    broken = 0
    before = csv.field_size_limit(limits.record_bytes)
    try:
        reader = csv.reader(source, delimiter=delimiter, strict=True)
        while True:
            begin, line = source.at, source.number
            try:
                fields = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                broken += 1
                source.skip_first()
                fault = ("bad_csv", f"line {line}: {error}")
                yield Unit(begin, source.at, line, None, fault)
                if broken >= RESTARTS:
                    detail = f"after line {line}: {broken} broken rows; the rest was not read"
                    yield Unit(source.at, source.at, source.number, None, ("bad_csv", detail))
                    return
                continue
            data = source.accept()
            if any(field.strip() for field in fields):
                yield Unit(begin, source.at, line, data)
    finally:
        csv.field_size_limit(before)


def fields(text: str, delimiter: str) -> list[str]:
    """The cells of one row.

    Raises:
        Refused: the row is broken.
    """
    before = csv.field_size_limit(len(text) + 1)
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error as error:
        raise Refused("bad_csv", str(error)) from error
    finally:
        csv.field_size_limit(before)
