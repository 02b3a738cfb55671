"""Frames: the same arguments from every form."""

from __future__ import annotations

import pytest

from dragoman.code.frames import Clauses


def frames(parse, text, *, nouns=("expulsion", "arrest", "sanction"), light=("impose", "announce")):
    sentence = parse(text).sentences[0]
    clauses = Clauses(
        sentence,
        is_event_noun=lambda lemma: lemma in nouns,
        passes_subject=lambda lemma: lemma in light,
    )
    out = {}
    for frame in clauses.frames():
        words = {
            role: tuple(sentence.tokens[h].text for h in heads)
            for role, heads in frame.args.items()
        }
        out.setdefault(frame.lemma, words)
    return out


@pytest.mark.parametrize(
    "text",
    [
        "Chile expelled the consul.",
        "The consul was expelled by Chile.",
        "Chile, which expelled the consul, said nothing.",
        "The consul expelled by Chile went home.",
        "Chile decided to expel the consul.",
        "Chile responded by expelling the consul.",
        "Chile's decision to expel the consul was popular.",
        "Chile protested and expelled the consul.",
    ],
)
def test_every_form_gives_the_same_arguments(parse, text):
    frame = frames(parse, text)["expel"]
    assert frame["subj"] == ("Chile",)
    assert frame["obj"] == ("consul",)


@pytest.mark.parametrize(
    "text",
    [
        "The expulsion of the consul by Chile surprised no one.",
        "Chile's expulsion of the consul surprised no one.",
        "Chile announced the expulsion of the consul.",
    ],
)
def test_nominal_forms_give_the_same_arguments(parse, text):
    frame = frames(parse, text)["expulsion"]
    assert frame["subj"] == ("Chile",)
    assert frame["obj"] == ("consul",)


def test_coordinated_subjects_are_all_there(parse):
    frame = frames(parse, "Norway, Sweden and Finland condemned the attack.")["condemn"]
    assert frame["subj"] == ("Norway", "Sweden", "Finland")


def test_object_control_gives_the_object(parse):
    frame = frames(parse, "Kenya forced the envoy to leave.")["leave"]
    assert frame["subj"] == ("envoy",)


def test_gerund_after_of_is_done_by_the_object(parse):
    frame = frames(parse, "Ghana accused Togo of arming rebels.")["arm"]
    assert frame["subj"] == ("Togo",)


def test_passive_with_two_objects_keeps_the_receiver_apart(parse):
    frame = frames(parse, "The minister was granted asylum in Ghana.")["grant"]
    assert frame["iobj"] == ("minister",)
    assert frame["obj"] == ("asylum",)


def test_partitive_stands_for_its_whole(parse):
    frame = frames(parse, "Australia withdrew most of the staff from Kabul.")["withdraw"]
    assert frame["obj"] == ("staff",)


def test_particle_is_part_of_the_verb(parse):
    assert "break off" in frames(parse, "Chile broke off relations with Bolivia.")


def test_persona_non_grata_is_the_complement(parse):
    frame = frames(parse, "Moldova declared Ambassador Ivan Petrov persona non grata.")["declare"]
    assert "persona non grata" in frame["comp"]
    assert "Petrov" in frame["obj"]
