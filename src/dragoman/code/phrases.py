"""Noun phrases as mentions, and the words that justify a coding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.code.frames import Frame
from dragoman.model.coding import Mention
from dragoman.model.text import ParsedReport, Sentence, Span

CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "cc", "appos", "punct", "parataxis"})
EXAMPLES = frozenset({"including", "like", "such", "namely"})


def mention(parsed: ParsedReport, sentence: Sentence, head: int) -> Mention:
    """The noun phrase headed by `head`, without its clauses, appositions and siblings."""
    first, last = _bounds(sentence, head, CLAUSAL)
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    return Mention(sentence=sentence.index, head=head, span=span, text=parsed.quote(span))


def with_examples(sentence: Sentence, heads: Iterable[int]) -> tuple[int, ...]:
    """`heads`, and after a group named by examples ("states including X and Y") these."""
    out: list[int] = []
    for head in heads:
        out.append(head)
        for prep in sentence.kids(head, "prep"):
            if prep.text.lower() in EXAMPLES:
                out.extend(_examples(sentence, prep.i))
            elif prep.lemma == "of" and sentence.tokens[head].tag in ("NNS", "NNPS"):
                for kid in sentence.kids(prep.i, "pobj"):  # "leaders of Mali and Niger"
                    out.extend(_siblings(sentence, kid.i))
    return tuple(dict.fromkeys(out))


def _examples(sentence: Sentence, prep: int) -> Iterator[int]:
    for kid in sentence.kids(prep, "pobj", "prep"):
        if kid.dep == "prep":
            yield from _examples(sentence, kid.i)
        else:
            yield kid.i
            yield from _siblings(sentence, kid.i)


def _siblings(sentence: Sentence, head: int) -> Iterator[int]:
    for kid in sentence.kids(head, "conj"):
        yield kid.i
        yield from _siblings(sentence, kid.i)


def quote(frame: Frame, roles: Iterable[int]) -> Span:
    """The words of the clause that tell of the act: predicate, arguments, adverbials.

    Clauses that hang on them are left out unless a role stands beyond them; quotation marks that
    open inside are not closed for the text's sake: the quote is what the report says, verbatim.
    """
    sentence, at = frame.sentence, frame.at
    first, last = _bounds(
        sentence,
        at,
        frozenset({"relcl", "advcl", "ccomp", "conj", "cc", "punct", "parataxis", "appos"}),
    )
    for role in roles:
        lo, hi = _bounds(sentence, role, CLAUSAL)
        first, last = min(first, lo), max(last, hi)
    for clause in (*frame.clauses, *(c for _, c in frame.under)):
        last = max(last, sentence.words(clause)[1])
    while last > first and sentence.tokens[last].dep == "punct":
        last -= 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _bounds(sentence: Sentence, head: int, stop: frozenset[str]) -> tuple[int, int]:
    """First and last token of `head`'s phrase without its children in `stop`."""
    first = last = head
    stack = [head]
    while stack:
        at = stack.pop()
        first, last = min(first, at), max(last, at)
        for kid in sentence.kids(at):
            outside = kid.dep in stop if at == head else kid.dep in CLAUSAL
            if not outside:
                stack.append(kid.i)
    return first, last
