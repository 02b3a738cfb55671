"""Rows of CSV."""

import io

from dragoman.read.limits import Limits
from dragoman.read.tables import fields, rows


def cut(data: bytes, limits: Limits | None = None) -> list[tuple[int, bytes | str]]:
    found = rows(io.BytesIO(data), ",", limits or Limits())
    return [(unit.number, unit.data or (unit.fault or ("",))[0]) for unit in found]


def test_newline_inside_quotes_stays_in_its_row() -> None:
    assert cut(b'a,b\n1,"x\ny"\n2,z\n') == [(1, b"a,b\n"), (2, b'1,"x\ny"\n'), (4, b"2,z\n")]


def test_unclosed_quote_costs_its_line_alone() -> None:
    assert cut(b'a,b\n1,"x\n2,y\n3,z\n') == [
        (1, b"a,b\n"),
        (2, "bad_csv"),
        (3, b"2,y\n"),
        (4, b"3,z\n"),
    ]


def test_row_beyond_the_limit_costs_itself_alone() -> None:
    data = b"a,b\n1," + b"x" * 500 + b"\n2,y\n"
    assert cut(data, Limits(record_bytes=100)) == [(1, b"a,b\n"), (2, "bad_csv"), (3, b"2,y\n")]


def test_units_cover_the_bytes_of_their_rows() -> None:
    data = b'a,b\n1,"x\ny"\n\n2,z'
    assert [data[unit.start : unit.end] for unit in rows(io.BytesIO(data), ",", Limits())] == [
        b"a,b\n",
        b'1,"x\ny"\n',
        b"2,z",
    ]


def test_many_broken_rows_end_the_file_with_a_word() -> None:
    found = cut(b"a,b\n" + b'"x"y,1\n' * 200)
    assert (len(found), found[-1][1]) == (52, "bad_csv")


def test_cell_larger_than_the_default_of_the_csv_module() -> None:
    assert fields('"' + "x" * 200_000 + '",2', ",") == ["x" * 200_000, "2"]


def test_line_separator_in_a_cell_does_not_end_the_row() -> None:
    assert fields("a\u2028b,c", ",") == ["a\u2028b", "c"]
