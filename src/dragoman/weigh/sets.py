"""Which count of a sentence answers a question, and whether it counts everyone.

"Two of the wounded", "the other three", "two were seriously hurt", "a man and two children died":
such numbers are smaller than the whole, and a larger one beside them is no disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.model.text import Token
from dragoman.weigh.counts import Count
from dragoman.weigh.fates import FATES, PEOPLE
from dragoman.weigh.plain import words

_SEVERE = words("critically seriously badly severely gravely mortally slightly lightly fatally "
                "critical serious grave severe minor life-threatening")  # fmt: skip
_WHERE_DIED = re.compile(
    r"^[^.;]{0,40}?\b(?:(?:at|on) the scenes?|"
    r"at (?:the |a |an |two |separate |area )?(?:\w+ )?hospitals?|"
    r"on the way|en route|upon arrival|on arrival|while being \w+|inside|outside|next door)\b"
)
_NAMED = re.compile(
    r"\b(?:identit\w+|identif\w+|names? of|named|ID['’]d|ID|funerals?|mourn\w*|remember\w*|"
    r"relatives of|families of|sister of|brother of|widow of)\b[^.;]{0,50}$"
)
_OVERLAP = re.compile(
    r"\b(?:of whom|of which|of them|of those|of these|of the victims|among them)\b[^.;]{0,40}?"
    r"\b(?:dead|died|killed|fatally|mortally|deceased)\b|\bmortally\b|\btwo of those\b"
)
_ELSEWHERE = re.compile(
    r"\s+(?:else|other|inside|in|at|from|on|among|of|aboard|near)\b", re.IGNORECASE
)
_UNBORN = re.compile(r"\bunborn\b|\bfetus\b|\bfoetus\b", re.IGNORECASE)
_ORDINAL_ONE = re.compile(
    r"\b(?:a|another) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"(?: (?:person|victim|man|woman|child))? (?:was|died|dies|has|is)\b"
)
_DEFINITE = words("the these those both his her their its our")
_ORDER = words("other next first last remaining second")
_OTHERS = words("else other others more another additional further")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The number that a side gives, and what it leaves out.

    Attributes:
        value: the number; None for "several".
        low, high: what its words allow.
        bound: as of `Count`.
        group: the people counted; None: everyone.
        narrow: why it may count a part only; None: nothing says so.
        is_unfit: the number is not said of what is asked for: nothing follows from it.
        has_dead: the injured are counted with those who died.
        others: other numbers that the same sentence gives for the same thing, and their sum.
        words: the words that give it.
        is_so_far: "so far".
    """

    value: float | None
    low: float | None
    high: float | None
    bound: str
    group: str | None = None
    narrow: str | None = None
    is_unfit: bool = False
    has_dead: bool = False
    others: frozenset[float] = frozenset()
    words: str = ""
    is_so_far: bool = False

    @property
    def size(self) -> float:
        """A number to compare by: the value, or what is meant at least."""
        return self.value if self.value is not None else self.low or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence, its counts, and the acts that have a number, by where that number starts."""

    text: str
    tokens: tuple[Token, ...]
    counts: tuple[Count, ...]
    acts: Mapping[int, str] = field(default_factory=dict)

    def act_of(self, count: Count) -> str | None:
        """The act whose number the count is, or else its verb."""
        return self.acts.get(self.tokens[count.first].start) or count.verb

    def words_of(self, count: Count) -> str:
        """The words of a count with its noun."""
        return self.text[count.start : self.tokens[count.end - 1].end]


def figure(
    said: Said, fate: str, *, group: str | None = None, value: float | None = None
) -> Figure | None:
    """The number that a sentence gives for a fate; None when it gives none.

    Args:
        said: the sentence.
        fate: what is asked for, or "unit:" with a counted noun.
        group: only those of a group ("women").
        value: the number that is known to be meant; without it the one that counts most.

    Returns:
        With a `value` that no words give, a figure whose `narrow` says so.
    """
    told = [c for c in said.counts if _is_of(c, fate) and group in (None, c.group)]
    whole = [c for c in told if not _is_subset(said, c)]
    if value is None:
        return _largest(said, told, whole)
    hits = [c for c in told if c.value == value]
    if hits:
        best = min(hits, key=lambda c: (_narrow(said, c, told) is not None, c.is_single))
        return _of_count(said, best, told)
    if len(whole) > 1 and _sum(whole) == value:
        return _total(said, whole)
    return _unfound(said, told, value)


def _is_of(count: Count, fate: str) -> bool:
    if fate.startswith("unit:"):
        return count.unit is not None and count.unit.rstrip("s") == fate[5:]
    return count.fate == fate


def _sum(told: Sequence[Count]) -> float | None:
    values = [c.value for c in told]
    return None if None in values else sum(v for v in values if v is not None)


def _total(said: Said, told: Sequence[Count]) -> Figure:
    """The sum of a list: "two men and a woman" are three."""
    total = _sum(told)
    exact = all(c.bound == "exact" for c in told)
    first, last = told[0], told[-1]
    quote = said.text[said.tokens[first.first].start : said.tokens[last.end - 1].end]
    return Figure(
        value=total, low=total, high=total if exact else None,
        bound="exact" if exact else "min", words=quote, is_so_far=first.is_so_far,
        others=frozenset(c.value for c in told if c.value is not None),
    )  # fmt: skip


def _largest(said: Said, told: Sequence[Count], whole: Sequence[Count]) -> Figure | None:
    if not told:
        return None
    if not whole:
        victims = [c for c in said.counts if c.fate is None and c.unit in ("victim", "victims")]
        if victims:
            return _of_count(said, victims[0], victims)
        return _of_count(said, max(told, key=lambda c: c.value or c.low or 0), told)
    top = max(whole, key=lambda c: c.value or c.low or 0)
    rest = [c for c in whole if c is not top]
    total = _sum(whole)
    listed = all(_is_near(c, d) for c, d in pairwise(whole))
    if not rest or top.value is None or total is None or not listed:
        return _of_count(said, top, [top, *(c for c in told if c not in whole)])
    if top.group is None and _sum(rest) == top.value:
        return _of_count(said, top, [top, *(c for c in told if c not in whole)])
    return _total(said, whole)


def _unfound(said: Said, told: Sequence[Count], value: float) -> Figure:
    """The figure for a number that the words do not give for what is asked."""
    anywhere = [c for c in said.counts if c.value == value]
    unsaid = [c for c in said.counts if c.fate is None and (c.unit is None or c.unit in PEOPLE)]
    bare = [c for c in anywhere if c in unsaid]
    plain = Figure(value=value, low=value, high=value, bound="exact", words=f"{value:g}")
    if bare:
        return _of_count(said, bare[0], unsaid)
    if not said.counts:
        return plain
    if anywhere:
        why = f'"{said.words_of(anywhere[0])}" counts something else'
    elif told:
        why = f"the words give no {value:g}"
    else:
        return plain
    return Figure(
        value=value, low=value, high=value, bound="exact", words=plain.words, narrow=why,
        is_unfit=True,
    )  # fmt: skip


def _of_count(said: Said, count: Count, told: Sequence[Count]) -> Figure:
    narrow = _narrow(said, count, told)
    tail = said.text[said.tokens[count.first].start :]
    return Figure(
        value=count.value, low=count.low, high=count.high, bound=count.bound, group=count.group,
        narrow=narrow, words=said.words_of(count),
        has_dead=count.fate != "killed" and bool(_OVERLAP.search(tail)),
        others=_beside(said, count, told),
        is_so_far=count.is_so_far,
    )  # fmt: skip


def _beside(said: Said, count: Count, told: Sequence[Count]) -> frozenset[float]:
    """Other numbers of the same, or for the hurt of those who were shot: some were not shot."""
    shot = [c for c in said.counts if c.fate == "shot"] if count.fate == "injured" else []
    rest = [c.value for c in (*told, *shot) if c is not count and c.value is not None]
    return frozenset([*rest, *([sum(rest) + count.value] if rest and count.value else [])])


def _is_subset(said: Said, count: Count) -> bool:
    """Whether the count is of some out of others that are known: "two of the", "two critically"."""
    return _is_of_some(said.tokens, count) or _is_severe(said.tokens, count)


def _is_of_some(tokens: Sequence[Token], count: Count) -> bool:
    if count.first and tokens[count.first - 1].text.lower() in ("including", "particularly"):
        return True
    ahead = tokens[count.after : count.after + 2]
    return (
        len(ahead) == 2
        and ahead[0].text.lower() == "of"
        and (ahead[1].tag in ("DT", "PRP$", "PRP", "CD", "WDT", "WP"))
    )


def _is_severe(tokens: Sequence[Token], count: Count) -> bool:
    near = tokens[max(0, count.first - 1) : count.end + 4]
    for token in near:
        if token.text in (",", ";") and token.start > tokens[count.first].start:
            return False
        if token.text.lower() in _SEVERE and count.fate != "killed":
            return True
    return False


def _narrow(said: Said, count: Count, told: Sequence[Count]) -> str | None:
    """Why the count may be of a part of those asked for; None when nothing says so."""
    tokens, quote = said.tokens, f'"{said.words_of(count)}"'
    if _is_of_some(tokens, count):
        return f"{quote} are some of them"
    if _is_severe(tokens, count):
        return f"{quote} were hurt in a way that not all were"
    before = [t.text.lower() for t in tokens[max(0, count.first - 3) : count.first]]
    at = tokens[count.after - 1].end
    ahead = [t.text.lower() for t in tokens[count.after : count.end + 3]]
    if count.value == 0 and (_OTHERS & set(ahead) or _ELSEWHERE.match(said.text[at:])):
        return f"{quote} is said of others"
    if "with" in before[-1:] or (ahead[:1] and ahead[0] in _OTHERS and _is_amid(tokens, count)):
        return f"{quote} are some of whom more is told"
    if "also" in ahead:
        return f"{quote} were hurt besides others"
    if _is_definite(before, ahead, count):
        return f"{quote} are some who were told of before"
    if count.fate == "killed" and set(ahead[:2]) & _OTHERS:
        return f"{quote} come to others who died"
    if count.fate == "killed" and _died_somewhere(said, count):
        return f"{quote} died in one of several places"
    if _NAMED.search(said.text[: tokens[count.first].start][-80:]):
        return f"{quote} are those who are named"
    if _is_one_of_many(count):
        return f"{quote} is one person, not a number of all"
    return _component(said, count, told)


def _is_amid(tokens: Sequence[Token], count: Count) -> bool:
    """Whether the fate stands before the noun: "two other wounded men"."""
    phrase = [t.text.lower() for t in tokens[count.after : count.end]]
    return any(word in FATES for word in phrase[:-1])


def _is_definite(before: Sequence[str], ahead: Sequence[str], count: Count) -> bool:
    if "all" in before or "of" in before or "among" in before:
        return False
    last = [w for w in before if w not in _ORDER][-1:]
    if not last or last[0] not in _DEFINITE:
        return False
    ordered = bool({*before[-1:], *ahead[:1]} & _ORDER)
    return ordered or count.after == count.end or count.unit in ahead[: count.end - count.after]


def _died_somewhere(said: Said, count: Count) -> bool:
    tail = said.text[said.tokens[count.end - 1].end :]
    return bool(_WHERE_DIED.match(tail)) and (
        count.value == 1 or "scene" in tail or "hospital" in tail
    )


def _is_one_of_many(count: Count) -> bool:
    if count.value != 1 or count.bound != "exact":
        return False
    return count.is_single or count.group is not None


def _component(said: Said, count: Count, told: Sequence[Count]) -> str | None:
    """Why it is one of several numbers that are to be added up."""
    others = {t.text.lower() for t in said.tokens[count.after : count.end]} & _OTHERS
    rest = [
        c
        for c in told
        if c is not count
        and c.value
        and (not _is_subset(said, c) or (others and c.first < count.first))
    ]
    if not rest or count.value is None:
        return None
    if "among" in [t.text.lower() for t in said.tokens[max(0, count.first - 2) : count.first]]:
        return None
    if all(not _is_near(c, count) for c in rest) and (
        _sum(rest) == count.value
        or all(c.value == count.value and c.group == count.group for c in rest)
        or all((c.value or 0) < count.value and c.is_single for c in rest)
    ):
        return None
    return f'"{said.words_of(count)}" is one group of several'


def _is_near(a: Count, b: Count) -> bool:
    first, second = sorted((a, b), key=lambda c: c.first)
    return second.first - first.end <= 4


def unborn(text: str) -> bool:
    """Whether an unborn child is spoken of: some count it and some do not."""
    return bool(_UNBORN.search(text))


def adds_one(text: str) -> bool:
    """Whether one more is told apart from the number: "and a fifth died"."""
    return bool(_ORDINAL_ONE.search(text))
