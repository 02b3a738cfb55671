"""The coder end to end on single sentences: acts, roles, status, what is left out."""

from __future__ import annotations

import pytest

from dragoman.code.rules import RulesCoder


@pytest.fixture(scope="module")
def code(parse, knowledge):
    coder = RulesCoder(knowledge)

    def run(text):
        parsed = parse(text)
        return parsed, coder.code(parsed)

    return run


def acts(mentions):
    return {m.act for m in mentions}


def test_quote_is_the_reports_own_words(code):
    parsed, mentions = code("On Monday, Togo expelled Benin’s ambassador, who left at once.")
    told = next(m for m in mentions if m.act == "expel_diplomats")
    quote = parsed.report.text[told.quote.start : told.quote.end]
    assert "Togo expelled Benin’s ambassador" in quote
    assert "left at once" not in quote


def test_request_does_not_tell_the_act_it_asks_for(code):
    _, mentions = code("Ghana urged Togo to expel the ambassador.")
    assert acts(mentions) == {"demand"}


def test_noun_that_completes_a_coded_verb_is_not_told_twice(code):
    _, mentions = code("Canada imposed sanctions on Belarus.")
    assert [m.act for m in mentions] == ["impose_sanctions"]


def test_coordinated_verbs_are_told_each(code):
    _, mentions = code("Chile cut diplomatic ties with Bolivia and expelled its ambassador.")
    assert acts(mentions) == {"sever_relations", "expel_diplomats"}


def test_count_is_read(code):
    _, mentions = code("Latvia expelled 35 Russian diplomats.")
    number = next(m.number for m in mentions if m.act == "expel_diplomats")
    assert (number.value, number.unit) == (35.0, "diplomat")


def test_group_named_by_examples_brings_its_examples(code):
    _, mentions = code("Several countries, including Chile and Peru, condemned the attack.")
    told = next(m for m in mentions if m.act in ("condemn", "accuse"))
    assert {"Chile", "Peru"} <= {m.text for m in told.actors}


def test_speaker_is_attributed(code):
    _, mentions = code("The foreign minister said Chile severed relations with Bolivia.")
    told = next(m for m in mentions if m.act == "sever_relations")
    assert "The foreign minister" in {m.text for m in told.attributed_to}


@pytest.mark.parametrize("text", ["Stop.", "?", "A B C", "THE", "1", "—"])
def test_fragment_codes_nothing(code, text):
    assert code(text)[1] == ()
