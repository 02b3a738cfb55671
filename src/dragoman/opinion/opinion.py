"""Asks the network: of which PLOVER type and mode is what one party does to the other, if any."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime

from dragoman.opinion.marks import Marked, Span, marked
from dragoman.opinion.pieces import Vocabulary

BATCH = 16


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence and the characters of two parties in it; None where a side is not given."""

    text: str
    actor: Span | None
    recipient: Span | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The likeliest type with its mode (None: it has none), how likely, and that of no event.

    `probability` is that of the type among the types; `nothing` that of no event at all.
    """

    event_type: str
    mode: str | None
    probability: float
    nothing: float


class Opinion:
    """The network with its vocabulary; loads in half a second, 30 MB."""

    def __init__(self) -> None:
        folder = files("dragoman.opinion") / "data"
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._types: list[str | None] = labels["types"]
        self._modes: list[str] = labels["modes"]
        words = (folder / "vocabulary.txt").read_text(encoding="utf-8")
        self._vocabulary = Vocabulary(words.splitlines())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        with as_file(folder / "network.onnx") as path:
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )

    def ask(self, questions: Sequence[Question]) -> list[Answer]:
        """An answer for each question, in order."""
        read = [self._marked(question) for question in questions]
        order = sorted(range(len(read)), key=lambda at: len(read[at].ids))
        out: dict[int, Answer] = {}
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            out.update(zip(batch, self._answers([read[at] for at in batch]), strict=True))
        return [out[at] for at in range(len(read))]

    def _marked(self, question: Question) -> Marked:
        pieces = self._vocabulary.pieces(question.text)
        return marked(pieces, question.actor, question.recipient)

    def _answers(self, rows: Sequence[Marked]) -> Iterator[Answer]:
        ids = np.zeros((len(rows), max(len(row.ids) for row in rows)), dtype=np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(row.ids)] = row.ids
        marks = np.array([row.marks for row in rows], dtype=np.int64)
        types, modes = self._session.run(None, {"ids": ids, "marks": marks})
        for type_row, mode_row in zip(_shares(types), modes, strict=True):
            yield self._answer(type_row, mode_row)

    def _answer(self, types: np.ndarray, modes: np.ndarray) -> Answer:
        nothing = float(types[self._types.index(None)])
        best = max(
            (at for at, name in enumerate(self._types) if name is not None),
            key=lambda at: float(types[at]),
        )
        event_type = str(self._types[best])
        mine = [at for at, name in enumerate(self._modes) if name.split("/")[0] == event_type]
        mode = self._modes[max(mine, key=lambda at: float(modes[at]))].split("/")[1] or None
        return Answer(event_type, mode, float(types[best]), nothing)


@lru_cache(maxsize=1)
def opinion() -> Opinion:
    """The network, loaded once a process."""
    return Opinion()


def _shares(scores: np.ndarray) -> np.ndarray:
    """Softmax over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: np.ndarray = raised / raised.sum(axis=-1, keepdims=True)
    return shares
