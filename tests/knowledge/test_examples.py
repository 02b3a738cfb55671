"""Every pattern codes its examples and none of its counter-examples."""

from __future__ import annotations

import pytest

from dragoman.code.rules import RulesCoder
from dragoman.knowledge.load import load
from dragoman.model.ids import identifier
from dragoman.model.report import Report
from dragoman.resolve.events import Resolver
from dragoman.resolve.home import complete

PATTERNS = load().patterns


@pytest.fixture(scope="module")
def code(knowledge, parser):
    """code(texts) -> for each text its events, and the patterns that fired but named too few."""
    coder, resolver = RulesCoder(knowledge), Resolver(knowledge)

    def run(texts):
        reports = [
            Report(report_id=identifier("r", t), uri="example", text=t, sha256="", words=0)
            for t in texts
        ]
        for parsed in parser.parse_all(reports):
            reading = resolver.resolve(
                parsed, coder.code(parsed), coder="rules", keep=frozenset({"unsure"})
            )
            too_few = {
                r.detail.partition(":")[0]
                for r in reading.rejections
                if r.reason in ("no_actor", "no_recipient")
            }
            yield complete(reading.events, knowledge), too_few

    return run


def sides(parties):
    return {name for p in parties for name in (p.country, p.party_id, p.name) if name}


def tells(pattern, event):
    """The act itself; of a promise (AGREE) also the promised act as planned."""
    if event.act == pattern.act and event.event_type == pattern.event_type:
        return True
    return pattern.event_type == "AGREE" and event.status == "planned"


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.id)
def test_pattern_codes_its_sentences(pattern, code):
    texts = [e.text for e in pattern.examples]
    for example, (events, too_few) in zip(pattern.examples, code(texts), strict=True):
        told = [e for e in events if tells(pattern, e)]
        if not told and pattern.id in too_few and not (example.actors and example.recipients):
            continue  # coded, and set aside because the sentence names one side only
        assert told, f"{example.text!r} is coded {[(e.pattern, e.act) for e in events]}"
        if example.actors is not None:
            right = [
                e
                for e in told
                if set(example.actors) <= sides((*e.actors, *e.recipients))
                and set(example.recipients or ()) <= sides((*e.recipients, *e.actors))
                and bool(example.actors) <= bool(set(example.actors) & sides(e.actors))
            ]
            assert right, (
                f"{example.text!r}: {[(sides(e.actors), sides(e.recipients)) for e in told]}"
            )
            told = right
        if example.status is not None:
            assert example.status in {e.status for e in told}, example.text


@pytest.mark.parametrize("pattern", [p for p in PATTERNS if p.not_examples], ids=lambda p: p.id)
def test_pattern_leaves_its_counter_examples(pattern, code):
    for text, (events, _) in zip(pattern.not_examples, code(pattern.not_examples), strict=True):
        assert pattern.id not in {e.pattern for e in events}, text
