"""JSON documents written piece by piece, so that no list of a large record is held whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.store.export import json_text

Value = str | int | float | bool | None | dict[str, "Value"] | list["Value"]
Node = dict[str, Value]


def listed(items: Iterable[Node]) -> Iterator[str]:
    """The items as a JSON list, one a line."""
    yield "["
    lead = "\n"
    for item in items:
        yield lead + json_text(item)
        lead = ",\n"
    yield "\n]"


def known(node: Node) -> Node:
    """`node` without the keys whose value is None."""
    return {key: value for key, value in node.items() if value is not None}
