"""How a predicate is asserted, and by whom."""

from __future__ import annotations

import pytest

from dragoman.code.frames import Clauses
from dragoman.code.modality import Modality


def read(parse, knowledge, text, lemma="expel"):
    modality = Modality(knowledge.embeddings)
    sentence = parse(text).sentences[0]
    clauses = Clauses(
        sentence,
        is_event_noun=lambda noun: noun == lemma,
        passes_subject=modality.passes_subject,
    )
    frame = next(f for f in clauses.frames() if f.base == lemma)
    assertion = modality.read(sentence, frame.at, clauses.agents)
    return assertion, tuple(sentence.tokens[h].text for h in assertion.speakers)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile expelled the consul.", "actual"),
        ("Chile has decided to expel the consul.", "actual"),
        ("Chile tried to expel the consul.", "actual"),
        ("Chile began to expel the consuls.", "actual"),
        ("Chile will expel the consul.", "planned"),
        ("Chile plans to expel the consul.", "planned"),
        ("Chile promised to expel the consul.", "planned"),
        ("The president said Chile would expel the consul.", "planned"),
        ("Chile did not expel the consul.", "denied"),
        ("Chile never expelled the consul.", "denied"),
        ("Chile refused to expel the consul.", "denied"),
        ("Chile failed to expel the consul.", "denied"),
        ("Chile denied that it had expelled the consul.", "denied"),
        ("Chile allegedly expelled the consul.", "claimed"),
        ("The opposition claimed that Chile expelled the consul.", "claimed"),
        ("Chile may expel the consul.", "hypothetical"),
        ("Chile wants to expel the consul.", "hypothetical"),
        ("If Chile expelled the consul, trade would stop.", "hypothetical"),
        ("Did Chile expel the consul?", "hypothetical"),
    ],
)
def test_status(parse, knowledge, text, status):
    assert read(parse, knowledge, text)[0].status == status


def test_speaker_is_named(parse, knowledge):
    _, speakers = read(parse, knowledge, "The minister said Chile expelled the consul.")
    assert speakers == ("minister",)


def test_according_to_names_the_source(parse, knowledge):
    _, speakers = read(parse, knowledge, "Chile expelled the consul, according to the gazette.")
    assert speakers == ("gazette",)


def test_speakers_come_innermost_first(parse, knowledge):
    text = "The gazette reported that the minister said Chile expelled the consul."
    assert read(parse, knowledge, text)[1] == ("minister", "gazette")
