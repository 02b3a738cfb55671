"""Ask a cast about words of a text: shared by the tests of this folder."""

from __future__ import annotations

import re

from dragoman.model.coding import Mention
from dragoman.model.text import Span
from dragoman.resolve.parties import Cast


class Asked:
    """A parsed text and its cast; `who("the embassy")` resolves the phrase by its last word."""

    def __init__(self, parsed, knowledge, names):
        self.parsed = parsed
        self.cast = Cast(parsed, knowledge, names)

    def who(self, words, *, head=None, nth=0):
        """Parties of the nth place where `words` stand; `head` names the head word if not last."""
        text = self.parsed.report.text
        start, end = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))[nth].span()
        for sentence in self.parsed.sentences:
            inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
            if inside:
                at = next((t for t in inside if t.text == head), inside[-1])
                mention = Mention(
                    sentence=sentence.index, head=at.i, span=Span(start, end), text=words
                )
                return self.cast.who(mention)
        raise AssertionError(f"{words!r} is not in the text")

    def ids(self, words, **where):
        return [r.party.party_id for r in self.who(words, **where)]

    def one(self, words, **where):
        found = self.who(words, **where)
        assert len(found) == 1, found
        return found[0]
