"""A report taken apart: spans, tokens, sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.model.report import Report


class Span(NamedTuple):
    """Characters of a report's text, half-open."""

    start: int
    end: int


class Token(NamedTuple):
    """One token of a sentence.

    `i` is its index in the sentence, `head` the index of its syntactic head (itself for the root);
    `start` and `end` are offsets in the report's text. `tag` is Penn Treebank, `dep` ClearNLP
    (spaCy's English labels), `pos` universal. `lemma` is lower-case.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its grammatical parse; tokens are in text order, whitespace left out."""

    index: int
    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    is_title: bool = False
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def of(
        cls, index: int, paragraph: int, tokens: tuple[Token, ...], *, is_title: bool = False
    ) -> Sentence:
        """Build a sentence and its table of children; `tokens` must not be empty."""
        below: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return cls(
            index, tokens[0].start, tokens[-1].end, paragraph, tokens, is_title,
            tuple(tuple(kids) for kids in below),
        )  # fmt: skip

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Children of token `i`, in text order, of the given dependencies (all when none given)."""
        tokens = self.tokens
        if not deps:
            return [tokens[k] for k in self.children[i]]
        return [t for k in self.children[i] if (t := tokens[k]).dep in deps]

    def path(self, i: int) -> list[int]:
        """Token `i` and the tokens above it, up to the root."""
        path = [i]
        while self.tokens[path[-1]].head != path[-1] and len(path) <= len(self.tokens):
            path.append(self.tokens[path[-1]].head)
        return path

    def is_infinitive(self, i: int) -> bool:
        """Whether the verb `i` stands in the infinitive with "to"."""
        return any(t.tag == "TO" for t in self.kids(i, "aux"))

    def subtree(self, i: int) -> Iterator[int]:
        """Indices of token `i` and all below it, depth first, unordered."""
        stack = [i]
        while stack:
            at = stack.pop()
            yield at
            stack.extend(self.children[at])

    def words(self, i: int) -> tuple[int, int]:
        """First and last token index of the subtree of `i`."""
        below = list(self.subtree(i))
        return min(below), max(below)


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """A report with its sentences, in order. Sentences that were not parsed are not in it."""

    report: Report
    sentences: tuple[Sentence, ...]

    def quote(self, span: Span) -> str:
        """The report's own characters at `span`."""
        return self.report.text[span.start : span.end]
