"""Words of the page among the words of the report: rules out of `data/furniture.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from dragoman.clean.calendar import DATE

KINDS = ("line", "head", "tail", "links", "comments")
LONGEST = 300
"""Longer paragraphs, in characters, are never furniture as a whole."""

TAIL_WINDOW = 420
"""How far before the end of a paragraph a tail may begin, in characters."""

SENTENCE_ENDS = (".", "?", "!", '"', "”")
CREDIT_ENDS = (").", "].", "Images.")
"""Credits end in a name or a bracket: a paragraph with another end is not searched for one."""

HEADLINE_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; see the head of `data/furniture.toml`."""

    id: str
    kind: str
    what: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    source: str = ""


class Hit(NamedTuple):
    """A passage that is furniture: where it stands in its paragraph, and what it says."""

    rule: Rule
    start: int
    end: int
    byline: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rules, and one pattern a kind that says quickly whether any of them matches."""

    rules: tuple[Rule, ...]
    whole: re.Pattern[str]
    heads: re.Pattern[str]
    tails: tuple[Rule, ...]

    def of_whole(self, paragraph: str) -> Hit | None:
        """The first rule that the whole of `paragraph` matches."""
        if len(paragraph) > LONGEST or self.whole.match(paragraph) is None:
            return None
        for rule in self.rules:
            if rule.kind != "head" and (match := rule.pattern.fullmatch(paragraph)):
                return _hit(rule, match)
        return None

    def of_head(self, paragraph: str) -> Hit | None:
        """The first head rule that the start of `paragraph` matches."""
        if self.heads.match(paragraph) is None:
            return None
        for rule in self.rules:
            if rule.kind == "head" and (match := rule.pattern.match(paragraph)):
                return _hit(rule, match)
        return None

    def of_tail(self, paragraph: str) -> Hit | None:
        """The tail rule that matches the longest end of `paragraph`, but not the whole."""
        if paragraph.endswith(SENTENCE_ENDS) and not paragraph.endswith(CREDIT_ENDS):
            return None
        start = max(0, len(paragraph) - TAIL_WINDOW)
        hits = [
            _hit(rule, match)
            for rule in self.tails
            for match in rule.pattern.finditer(paragraph, start)
            if match.end() == len(paragraph) and match.start() > 0
        ]
        return min(hits, key=lambda hit: hit.start, default=None)


def looks_like_a_link(paragraph: str) -> bool:
    """Whether a paragraph under a heading of links is one of them: a headline, no sentence."""
    return len(paragraph.split()) <= HEADLINE_WORDS and paragraph[-1:] not in '.!”"'


@functools.cache
def shipped() -> Rules:
    """The rules that come with the package."""
    data = resources.files("dragoman.clean").joinpath("data", "furniture.toml")
    return rules_from(data.read_text(encoding="utf-8"))


def load(path: Path) -> Rules:
    """The rules of a user's own file, in place of the shipped ones.

    Raises:
        ValueError: a rule is broken; the message names it.
    """
    return rules_from(path.read_text(encoding="utf-8"))


def rules_from(text: str) -> Rules:
    """The rules that a TOML text holds.

    Raises:
        ValueError: it is no TOML, or a rule is broken.
    """
    rules = tuple(_rule(row) for row in tomllib.loads(text).get("rule", ()))
    by_kind = {kind: [r for r in rules if r.kind == kind] for kind in KINDS}
    whole = [*by_kind["line"], *by_kind["links"], *by_kind["comments"], *by_kind["tail"]]
    return Rules(
        rules=rules,
        whole=_any_of(whole, end=r"\Z"),
        heads=_any_of(by_kind["head"], end=""),
        tails=tuple(by_kind["tail"]),
    )


def _rule(row: dict[str, object]) -> Rule:
    name, kind = str(row.get("id")), str(row.get("kind"))
    if kind not in KINDS:
        raise ValueError(f"furniture rule {name!r}: kind {kind!r} is not one of {KINDS}")
    try:
        pattern = re.compile(str(row["pattern"]).replace("DATE", DATE))
    except (re.error, KeyError) as error:
        raise ValueError(f"furniture rule {name!r}: its pattern is broken: {error}") from error
    examples, not_examples = row.get("example", []), row.get("not_example", [])
    return Rule(
        id=name,
        kind=kind,
        what=str(row.get("what", "furniture")),
        pattern=pattern,
        examples=tuple(map(str, examples)) if isinstance(examples, list) else (),
        not_examples=tuple(map(str, not_examples)) if isinstance(not_examples, list) else (),
        source=str(row.get("source", "")),
    )


def _any_of(rules: Sequence[Rule], *, end: str) -> re.Pattern[str]:
    """One pattern that matches where any rule does; group names and flags made local."""
    parts = []
    for rule in rules:
        pattern = re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern)
        flag = re.match(r"\(\?i\)", pattern)
        parts.append(f"(?i:{pattern[4:]})" if flag else f"(?:{pattern})")
    return re.compile(f"(?:{'|'.join(parts) or '(?!)'}){end}")


def _hit(rule: Rule, match: re.Match[str]) -> Hit:
    said = match.groupdict()
    return Hit(
        rule, match.start(), match.end(), said.get("byline"), said.get("publisher"),
        said.get("date"),
    )  # fmt: skip
