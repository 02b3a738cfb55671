"""Nodes of JSON-LD as Turtle, by the one context that both forms share.

Source: www.w3.org/TR/turtle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.formats.context import LINK, meaning, prefixes
from dragoman.formats.jsons import Node, Value

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ODD = re.compile(r'[\x00-\x1f\x7f"\\]')
_ODD_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def lines(nodes: Iterable[Node]) -> Iterator[str]:
    """Prefixes, then a block a node."""
    for name, start in prefixes().items():
        yield f"@prefix {name}: <{start}> .\n"
    for node in nodes:
        said = [f"a {', '.join(meaning(str(kind)).iri for kind in _several(node['type']))}"]
        for word, value in node.items():
            if word not in ("id", "type"):
                known = meaning(word)
                values = ", ".join(_value(one, known.kind) for one in _several(value))
                said.append(f"{known.iri} {values}")
        yield f"\n{_iri(str(node['id']))}\n    " + " ;\n    ".join(said) + " .\n"


def _several(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _value(value: Value, kind: str | None) -> str:
    if isinstance(value, dict):
        return f"{_text(str(value['@value']))}@{value['@language']}"
    if kind == LINK:
        return _iri(str(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return _text(str(value)) + (f"^^{kind}" if kind else "")


def _text(text: str) -> str:
    return '"' + _ODD.sub(lambda odd: _ESCAPED.get(odd[0], f"\\u{ord(odd[0]):04X}"), text) + '"'


def _iri(iri: str) -> str:
    return "<" + _ODD_IN_IRI.sub(lambda odd: f"%{ord(odd[0]):02X}", iri) + ">"
