from __future__ import annotations

from pathlib import Path

from dragoman.read import plan, planned
from dragoman.run.packed import Packed


def test_what_was_packed_comes_back_as_often_as_asked(corpus: Path) -> None:
    packed = Packed(planned([corpus]))
    assert tuple(packed) == tuple(packed) == plan([corpus])
    assert packed.reports == len(list(corpus.iterdir()))


def test_a_file_named_twice_is_planned_once(corpus: Path) -> None:
    paths = [corpus / "recall.txt", corpus, corpus / "recall.txt"]
    assert Packed(planned(paths)).reports == len(list(corpus.iterdir()))
