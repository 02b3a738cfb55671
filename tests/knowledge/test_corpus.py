"""Our own corpus: that it is whole, and that faults in it are named."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import corpus as module
from dragoman.knowledge.corpus import NONE, CodedSentence, corpus
from dragoman.knowledge.load import load


def read(line: str) -> CodedSentence:
    (row,) = module._sentences("test", [line], load(), [])
    return row


def test_the_corpus_has_the_size_that_is_promised() -> None:
    rows = corpus()
    without = sum(row.act == NONE for row in rows)
    assert (len(rows) >= 4000, without >= 1200) == (True, True)


def test_every_type_and_status_is_there_often() -> None:
    types = Counter(row.event_type for row in corpus() if row.act != NONE)
    assert min(types[name] for name in load().plover) >= 100
    assert {row.status for row in corpus()} == {
        None, "actual", "claimed", "planned", "denied", "hypothetical",
    }  # fmt: skip


def test_no_sentence_stands_twice() -> None:
    seen = Counter("".join(filter(str.isalnum, row.text.lower())) for row in corpus())
    assert [text for text, times in seen.items() if times > 1] == []


def test_most_events_mark_both_sides() -> None:
    events = [row for row in corpus() if row.act != NONE]
    assert sum(row.pair() is not None for row in events) / len(events) > 0.9


def test_the_halves_are_of_about_one_size() -> None:
    share = sum(row.half for row in corpus()) / len(corpus())
    assert 0.45 < share < 0.55


def test_marks_become_spans_of_the_plain_sentence() -> None:
    row = read("meet | CONSULT | visit | actual | wire | [a Fiji]'s premier saw [r Palau].")
    assert row.text == "Fiji's premier saw Palau."
    assert (row.pair(), row.recipients) == (("Fiji", "Palau"), ((19, 24),))


def test_both_of_a_reciprocal_act_are_actors() -> None:
    row = read("meet | CONSULT | - | actual | wire | [b Fiji] and [b Palau] met.")
    assert (row.pair(), row.recipients, row.mode) == (("Fiji", "Palau"), (), None)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("meet | CONSULT | actual | wire | [a Fiji] met.", "5 fields"),
        ("dance | CONSULT | - | actual | wire | [a Fiji] met.", "act 'dance'"),
        ("meet | DANCE | - | actual | wire | [a Fiji] met.", "type 'DANCE'"),
        ("meet | CONSULT | riot | actual | wire | [a Fiji] met.", "mode 'riot'"),
        ("meet | CONSULT | - | perhaps | wire | [a Fiji] met.", "status 'perhaps'"),
        ("meet | CONSULT | - | actual | wire | Fiji met.", "no party is marked"),
        ("meet | CONSULT | - | actual | wire | [a Fiji] met [x Palau].", "a bracket"),
        ("none | CONSULT | - | - | sport | Fiji won.", "has - for type"),
    ],
)
def test_a_faulty_line_is_named_with_its_place(line: str, says: str) -> None:
    faults: list[str] = []
    assert list(module._sentences("test", ["", line], load(), faults)) == []
    (fault,) = faults
    assert fault.startswith("corpus/test.txt:2: ")
    assert says in fault


def test_a_faulty_corpus_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[CodedSentence]:
        _[-1].append("corpus/x.txt:1: a fault")  # type: ignore[attr-defined]
        return []

    monkeypatch.setattr(module, "_sentences", broken)
    module.corpus.cache_clear()
    with pytest.raises(KnowledgeError, match="a fault"):
        corpus()
    module.corpus.cache_clear()
