"""The rules of furniture: each is tried on its own sentences."""

import time

import pytest

from dragoman.clean.furniture import KINDS, LONGEST, Rule, rules_from, shipped

RULES = shipped().rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
NOT_EXAMPLES = [(rule, example) for rule in RULES for example in rule.not_examples]


def named(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value)[:24]


def is_hit(paragraph: str) -> bool:
    rules = shipped()
    return bool(rules.of_whole(paragraph) or rules.of_head(paragraph) or rules.of_tail(paragraph))


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_every_rule_has_an_example_and_a_source(rule: Rule) -> None:
    assert rule.examples
    assert rule.source


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=named)
def test_rule_matches_its_example(rule: Rule, example: str) -> None:
    ends = [match.end() for match in rule.pattern.finditer(example)]
    whole = rule.kind in ("line", "links", "comments")
    assert rule.pattern.fullmatch(example) if whole else ends


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=named)
def test_example_is_furniture(rule: Rule, example: str) -> None:
    assert is_hit(example)


@pytest.mark.parametrize(("rule", "example"), NOT_EXAMPLES, ids=named)
def test_not_example_is_no_furniture(rule: Rule, example: str) -> None:
    assert not is_hit(example)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_rule_is_quick_on_its_own_letters(rule: Rule) -> None:
    began = time.process_time()
    for seed in (*rule.examples, "A ", "share ", "by A ", "Aa, and ", "(", "1 of ", "more: "):
        rule.pattern.fullmatch((seed * LONGEST)[:LONGEST] + "\x00")
    assert time.process_time() - began < 0.25


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_byline_is_kept() -> None:
    hit = shipped().of_whole("Written by: Ann Lee")
    assert hit is not None
    assert hit.byline == "Ann Lee"


def test_publisher_is_kept() -> None:
    hit = shipped().of_whole("This story was originally published by The Oslo Gazette.")
    assert hit is not None
    assert hit.publisher is not None
    assert hit.publisher.startswith("The Oslo Gazette")


def test_tail_takes_the_longest_credit() -> None:
    hit = shipped().of_tail("The envoy leaves. Photo by Ann Lee/Getty Images")
    assert hit is not None
    assert hit.start == len("The envoy leaves. ")


def test_credit_does_not_take_the_last_word_of_a_sentence() -> None:
    hit = shipped().of_tail("The envoy left on Monday. ANN OTIENO/AFP via Getty Images")
    assert hit is not None
    assert hit.start == len("The envoy left on Monday. ")


def test_long_paragraph_is_never_furniture_as_a_whole() -> None:
    assert shipped().of_whole("Subscribe " + "to the fund " * 40) is None


def test_rule_of_unknown_kind_is_named() -> None:
    with pytest.raises(ValueError, match=f"'x'.*{KINDS[0]}"):
        rules_from('[[rule]]\nid = "x"\nkind = "word"\npattern = "a"')


def test_broken_pattern_is_named() -> None:
    with pytest.raises(ValueError, match="'x': its pattern is broken"):
        rules_from('[[rule]]\nid = "x"\nkind = "line"\npattern = "("')


def test_no_rules_find_nothing() -> None:
    rules = rules_from("")
    assert rules.of_whole("Advertisement") is None
