"""Armed groups are known in spellings that the tables do not have."""

from __future__ import annotations

import pytest

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.transliterations import sound


@pytest.fixture(scope="module")
def names(knowledge):
    return NameIndex.of(knowledge)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Lashkar-e-Toyyiba", "let"),
        ("Jaish-i-Mohamed", "jem"),
        ("Hizb-ul-Mujahidin", "hizbul-mujahideen"),
        ("Ansar Bayt Al-Maqdis", "ansar-beit-al-maqdis"),
        ("Ansar ul-Islam", "ansar-al-islam"),
        ("Ezzeddin Al Qassam Brigades", "qassam"),
    ],
)
def test_another_spelling_is_the_same_group(names, text, party):
    ((start, end, rows),) = names.find(text)
    assert (text[start:end], rows[0].party_id) == (text, party)


@pytest.mark.parametrize("text", ["an Islamic state", "Ansar", "Jaish", "Islamic Unity"])
def test_other_words_are_no_group(names, text):
    assert names.find(text) == []


@pytest.mark.parametrize(
    ("word", "other"),
    [("taiba", "tayyiba"), ("mujahideen", "mujahidin"), ("sunna", "sunnah"), ("waljamaa", "jama")],
)
def test_spellings_of_one_word_sound_alike(word, other):
    assert sound(word) == sound(other)


@pytest.mark.parametrize("word", ["al", "ul", "e", "-", "'s"])
def test_particles_have_no_sound(word):
    assert sound(word) == ""
