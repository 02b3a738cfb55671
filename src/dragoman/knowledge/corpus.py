"""Our own corpus of coded sentences: corpus/*.txt, one sentence a line, written for dragoman.

    act | type | mode | status | register | sentence with [a actor], [r recipient], [b both]

Each line was written by us for this purpose; none comes from a newspaper, a code book or a gold
standard. It tests the patterns, trains the second opinion and is open for anyone's use (see the
README beside it). Sentences without an event bear the act `none`, and as register the kind of
lure that they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.errors import KnowledgeError
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import STATUSES

NONE = "none"
MARK = re.compile(r"\[([abr]) ([^\[\]]+)\]")
FIELDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSentence:
    """A sentence with its code.

    Attributes:
        id: file and line ("force:12").
        act: an act of acts.toml, or "none" where the sentence tells no event.
        event_type, mode, status: None where there is no event, or PLOVER has none for it.
        register: "wire", "headline", ...; for a sentence without an event its lure ("sport").
        text: the sentence without its marks.
        actors, recipients: character spans (start, end) in `text`; of a reciprocal act every
            party stands under `actors`.
    """

    id: str
    act: str
    event_type: str | None
    mode: str | None
    status: str | None
    register: str
    text: str
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...]

    @property
    def half(self) -> int:
        """0 or 1, by the words alone: patterns are written with an eye on 0; 1 is kept apart."""
        words = re.sub(r"[^a-z0-9]", "", self.text.lower())
        return hashlib.sha256(words.encode()).digest()[0] % 2

    def sides(self) -> tuple[tuple[int, int], ...]:
        """The spans of one actor and one recipient, of two actors, or of the one side there is."""
        return (*self.actors[:1], *(self.recipients[:1] or self.actors[1:2]))

    def pair(self) -> tuple[str, str] | None:
        """The words of one actor and one recipient; None where only one side is marked."""
        sides = self.sides()
        if len(sides) < 2:
            return None
        (first, last), (start, end) = sides
        return self.text[first:last], self.text[start:end]


@lru_cache(maxsize=1)
def corpus() -> tuple[CodedSentence, ...]:
    """The shipped corpus, in the order of its files.

    Raises:
        KnowledgeError: with every faulty line.
    """
    knowledge = load()
    faults: list[str] = []
    out: list[CodedSentence] = []
    folder = files("dragoman.knowledge") / "data" / "corpus"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".txt"):
            lines = path.read_text(encoding="utf-8").splitlines()
            out.extend(_sentences(path.name.removesuffix(".txt"), lines, knowledge, faults))
    if faults:
        raise KnowledgeError(faults)
    return tuple(out)


def _sentences(
    name: str, lines: list[str], knowledge: Knowledge, faults: list[str]
) -> Iterator[CodedSentence]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _sentence(f"{name}:{number}", line, knowledge)
        except ValueError as error:
            faults.append(f"corpus/{name}.txt:{number}: {error}")


def _sentence(place: str, line: str, knowledge: Knowledge) -> CodedSentence:
    cells = line.split(" | ")
    if len(cells) != FIELDS:
        raise ValueError(f"{len(cells)} fields, expected {FIELDS}, parted by ' | '")
    act, event_type, mode, status, register, marked = (c.strip() for c in cells)
    _check(act, event_type, mode, status, knowledge)
    text, sides = _unmarked(marked)
    if act != NONE and not sides:
        raise ValueError("no party is marked with [a ...], [r ...] or [b ...]")
    return CodedSentence(
        id=place, act=act, event_type=_open(event_type), mode=_open(mode), status=_open(status),
        register=register, text=text,
        actors=tuple(span for side, span in sides if side in "ab"),
        recipients=tuple(span for side, span in sides if side == "r"),
    )  # fmt: skip


def _check(act: str, event_type: str, mode: str, status: str, knowledge: Knowledge) -> None:
    if act == NONE:
        if (event_type, mode, status) != ("-", "-", "-"):
            raise ValueError("a sentence without an event has - for type, mode and status")
        return
    if act not in knowledge.acts:
        raise ValueError(f"act {act!r} is not in acts.toml")
    if status not in STATUSES:
        raise ValueError(f"status {status!r} is not one of {', '.join(STATUSES)}")
    if event_type == "-":
        return
    kind = knowledge.plover.get(event_type)
    if kind is None:
        raise ValueError(f"type {event_type!r} is not one of PLOVER's")
    if mode != "-" and mode not in kind.modes:
        raise ValueError(f"mode {mode!r} is not one of {event_type}'s")


def _unmarked(marked: str) -> tuple[str, list[tuple[str, tuple[int, int]]]]:
    """The sentence without its marks, and the marks with their spans in it."""
    out, sides, at = "", [], 0
    for mark in MARK.finditer(marked):
        out += marked[at : mark.start()]
        sides.append((mark[1], (len(out), len(out) + len(mark[2]))))
        out += mark[2]
        at = mark.end()
    out += marked[at:]
    if "[" in out or "]" in out:
        raise ValueError("a bracket that is no mark [a ...], [r ...] or [b ...]")
    return out, sides


def _open(cell: str) -> str | None:
    return None if cell == "-" else cell
