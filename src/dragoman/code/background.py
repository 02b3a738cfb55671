"""What a sentence tells only as the setting of its news.

"Peru expelled the envoy after Chile had jailed two Peruvians, who had crossed the border": the news
is the expulsion. What stands in a relative clause, a participle, a clause of time or reason, or as
a noun under such a preposition is background, however true.

Source: on the development sentences beside the project 6 of 34 such pairs of parties were in gold
where the main clause told of a pair as well, against 58 of 83 of the main clause (2026-11-22).
"""

from __future__ import annotations

from dragoman.model.text import Sentence, Token

TIMES_AND_REASONS = frozenset(
    {"after", "as", "before", "since", "while", "because", "unless", "until", "although", "though",
     "if", "where", "amid", "despite", "following", "over", "about", "during", "ahead", "amidst"}
)  # fmt: skip
"""Words that open what is told as the setting; "when" as often opens the news itself."""

SETTINGS = frozenset({"response", "reaction", "wake", "aftermath", "light", "view", "face"})
"""Nouns after "in" that make a setting of what follows them: "in the wake of the arrest"."""


def is_background(sentence: Sentence, at: int) -> bool:
    """Whether the predicate at token `at` stands only in the setting of the main clause."""
    token = sentence.tokens[at]
    while token.head != token.i:
        if _sets(sentence, token):
            return True
        token = sentence.tokens[token.head]
    return False


def _sets(sentence: Sentence, token: Token) -> bool:
    """Whether a token opens what is only the setting of what it hangs on."""
    if token.dep in ("relcl", "acl"):
        return True
    if token.dep == "advcl":
        opens = {t.text.lower() for t in sentence.kids(token.i, "mark", "advmod")}
        return bool(opens & TIMES_AND_REASONS) or sentence.is_infinitive(token.i)
    above = sentence.tokens[token.head]
    if token.dep in ("pobj", "pcomp") and above.text.lower() in TIMES_AND_REASONS:
        return True
    return token.dep == "pobj" and above.text.lower() == "in" and token.lemma in SETTINGS
