"""The words of our linked data and what they stand for: data/context.json, a JSON-LD context."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.formats.tags import tag

LINK = "@id"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word of the context stands for.

    `iri` as the context writes it, with a prefix; `kind` LINK for words whose values are nodes, a
    data type with a prefix, or None for plain values.
    """

    iri: str
    kind: str | None


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """The context as JSON-LD has it."""
    text = (files("dragoman.formats") / "data" / "context.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@lru_cache(maxsize=1)
def prefixes() -> dict[str, str]:
    """Prefix to the start of an IRI."""
    return {
        name: iri
        for name, iri in context().items()
        if isinstance(iri, str) and iri[-1] in "/#:" and not name.startswith("@")
    }


@lru_cache(maxsize=256)
def meaning(word: str) -> Meaning:
    """What a word stands for."""
    found = context()[word]
    if isinstance(found, str):
        return Meaning(found, None)
    return Meaning(found["@id"], found["@type"])


def term(name: str) -> str:
    """The IRI of one of our own terms: an act, a role, a kind of party."""
    return tag(f"terms/{name}")
