"""Model types to and from Arrow: one table a type, nested records as structs.

The Arrow type of a field follows from its annotation, so a field added to a model type is stored
without a line here. Known shapes: str, int, float, bool, date, records, tuples of one kind, and
each of them or None.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import pyarrow as pa

from dragoman.model.text import Span
from dragoman.model.words import plain

Record = TypeVar("Record")
SCALARS: dict[type, Any] = {
    str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32(),
}  # fmt: skip


def table(kind: type[Record], keyed: Iterable[tuple[str, Record]]) -> Any:
    """An Arrow table of records of one type, in order, each under a first column `raw_key`."""
    put = _encoder(cast(Any, kind))
    rows = [{"raw_key": key, **put(record)} for key, record in keyed]
    schema = pa.schema([pa.field("raw_key", pa.string()), *_arrow(kind)])
    return pa.Table.from_pylist(rows, schema=schema)


def records(kind: type[Record], rows: Any) -> list[tuple[str, Record]]:
    """The records of a table made by `table`, each with its key, in order."""
    get = _decoder(cast(Any, kind))
    return [(row.pop("raw_key"), get(row)) for row in rows.to_pylist()]


def _kind(hint: Any) -> Any:
    """The annotation without its None."""
    if get_origin(hint) in (Union, types.UnionType):
        rest = [arg for arg in get_args(hint) if arg is not type(None)]
        if len(rest) == 1:
            return rest[0]
        raise TypeError(f"cannot store {hint}")
    return hint


@lru_cache(maxsize=64)
def _hints(kind: Any) -> dict[str, Any]:
    if not is_dataclass(kind):
        raise TypeError(f"cannot store {kind}")
    hints = get_type_hints(kind)
    return {field.name: _kind(hints[field.name]) for field in fields(kind)}


def _arrow(kind: Any) -> list[Any]:
    return [pa.field(name, _arrow_type(hint)) for name, hint in _hints(kind).items()]


def _arrow_type(hint: Any) -> Any:
    if hint in SCALARS:
        return SCALARS[hint]
    if hint is Span:
        return pa.list_(pa.int64())
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(_member(hint)))
    if is_dataclass(hint):
        return pa.struct(_arrow(hint))
    raise TypeError(f"cannot store {hint}")


def _member(hint: Any) -> Any:
    """The kind of a tuple's members; all of them must be of one kind."""
    kinds = {_kind(arg) for arg in get_args(hint) if arg is not Ellipsis}
    if len(kinds) != 1:
        raise TypeError(f"cannot store {hint}")
    return kinds.pop()


@lru_cache(maxsize=64)
def _encoder(hint: Any) -> Callable[[Any], Any]:
    if hint is str:
        return plain
    if hint in SCALARS:
        return lambda value: value
    if hint is Span:
        return list
    if get_origin(hint) is tuple:
        member = _encoder(_member(hint))
        return lambda value: [member(item) for item in value]
    puts = [(name, _encoder(kind)) for name, kind in _hints(hint).items()]

    def put(record: Any) -> dict[str, Any]:
        values = ((name, getattr(record, name), encode) for name, encode in puts)
        return {name: None if value is None else encode(value) for name, value, encode in values}

    return put


@lru_cache(maxsize=64)
def _decoder(hint: Any) -> Callable[[Any], Any]:
    if hint in SCALARS:
        return lambda value: value
    if hint is Span:
        return lambda value: Span(*value)
    if get_origin(hint) is tuple:
        member = _decoder(_member(hint))
        return lambda value: tuple(member(item) for item in value)
    gets = [(name, _decoder(kind)) for name, kind in _hints(hint).items()]

    def get(row: dict[str, Any]) -> Any:
        return hint(
            # A field that the version which wrote it did not know keeps its default.
            **{
                name: None if row[name] is None else decode(row[name])
                for name, decode in gets
                if name in row
            }
        )

    return get
