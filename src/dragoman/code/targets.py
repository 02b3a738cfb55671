"""Whom a protest is against, where its own pattern finds nobody.

The words that say so stand beside the protest more often than in it: "blocked a road *to protest at
Chad's decision*", "threw stones *during a rally against abuses by the army*". A deed stands for
whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.code.frames import Clauses
from dragoman.code.kinds import Kinds
from dragoman.model.text import Token

OPPOSING = frozenset({"protest", "denounce", "condemn", "decry", "oppose", "reject"})
"""Verbs of which the object is what a protest is about."""
ANGER = frozenset(
    {"protest", "demonstration", "rally", "march", "anger", "outrage", "fury", "disapproval",
     "displeasure", "opposition", "riot", "sit-in"}
)  # fmt: skip
"""Words for a protest or what it shows; "at", "over", "for" or "to" open what it is about."""
FREEDOM = frozenset({"independence", "autonomy", "secession", "freedom", "liberation"})
"""What is asked of those "from" whom it is."""
ABOUT = frozenset({"at", "over", "for", "to"})
DEEPEST = 3  # steps from a deed to whose it is: "the killing by troops of Chad" takes two


def protested(clauses: Clauses, kinds: Kinds, at: int) -> tuple[int, ...]:
    """Heads of those whom the protest at token `at` is against; none when no words say it."""
    sentence = clauses.sentence
    top = at
    while not sentence.tokens[top].tag.startswith("VB") and sentence.tokens[top].head != top:
        top = sentence.tokens[top].head
    for token in (sentence.tokens[i] for i in sorted(sentence.subtree(top))):
        for head in _objects(clauses, token):
            party = _party(clauses, kinds, head)
            if party is not None:
                return (party,)
    return ()


def _objects(clauses: Clauses, token: Token) -> Iterator[int]:
    """What a word of opposition is about."""
    sentence = clauses.sentence
    if token.lemma in OPPOSING and token.tag.startswith("VB"):
        yield from (t.i for t in sentence.kids(token.i, "dobj"))
    for preposition in sentence.kids(token.i, "prep"):
        name = preposition.text.lower()
        is_about = name == "against" or (token.lemma in ANGER and name in ABOUT)
        if is_about or (token.lemma in FREEDOM and name == "from"):
            yield from (t.i for t in sentence.kids(preposition.i, "pobj"))


def _party(clauses: Clauses, kinds: Kinds, head: int) -> int | None:
    """The party that a thing or deed belongs to; None when its phrase names none."""
    for _ in range(DEEPEST):
        if kinds.is_party(clauses.sentence, head):
            return head
        owners = clauses.doers(head)
        if not owners or owners[0] == head:
            return None
        head = owners[0]
    return None
