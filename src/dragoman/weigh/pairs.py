"""Do two sentences that give different numbers for one thing disagree?

Of 304 pairs of reports with different numbers of killed or injured 55 disagree (our own count): the
rest count other people, give limits, or speak of another happening. So all that may explain a
difference is looked for first, and what is left is a disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dates import DateRange
from dragoman.weigh import scope as scopes
from dragoman.weigh.fates import ATTACKER_DIED, BY_ATTACKER, COUNTED_IN, LEFT_OUT, LOOSE
from dragoman.weigh.scope import Scope
from dragoman.weigh.sets import Figure, Said, adds_one, figure, unborn

LABELS = ("conflict", "update", "bound", "part", "other_event", "same")
DISAGREEING = frozenset({"conflict", "update"})
UNLIKE = 3
"""Both numbers differ, one of them by this factor: two happenings."""
MOST = 0.8
"""From this share on, "men" or "teens" are everyone in a headline's words."""
MANY = 5
"""Beside so many, one is a person that a report tells of, not a count of all."""
_CHANGED = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb(?:s|ed|ing)?|grew|grown|grows|jump(?:s|ed)|increas(?:es|ed)|"
    r"up from|now (?:at|stands|number\w*)|has since|have since|later died|died later)\b",
    re.IGNORECASE,
)
_REVISED = re.compile(
    r"\b(?:revis\w+|correct(?:s|ed|ion)|lower(?:s|ed)|reduced|"
    r"earlier (?:said|reported|put)|previously (?:said|reported)|"
    r"updat(?:e|es|ed) (?:toll|count|figure)|not \w+ as (?:first|earlier|previously))\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:so far|initial(?:ly)?|early reports?|first reports?|preliminary|at first|"
    r"expected to (?:rise|climb|grow)|feared|could rise|may rise|likely to rise)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What two sentences have to do with each other: one of `LABELS`, and why in plain words."""

    label: str
    why: str

    @property
    def disagrees(self) -> bool:
        """Whether both cannot hold as they stand; an update replaces what it disagrees with."""
        return self.label in DISAGREEING


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: its sentence, what happening it speaks of, and what is meant there.

    `value` is the number that is meant, `asked` the days; None and empty: unknown.
    """

    said: Said
    scope: Scope
    value: float | None = None
    asked: tuple[DateRange, ...] = ()


def numbers(a: Side, b: Side, fate: str, group: str | None = None) -> Verdict | None:
    """What the numbers of two sentences have to do with each other.

    Args:
        a, b: the sides, in any order: the verdict is the same, but for the order of the reason.
        fate: "killed", "injured" and so on, or "unit:" with a counted noun.
        group: only those of a group ("women").

    Returns:
        The verdict; None when one of them gives no number for it.
    """
    left = figure(a.said, fate, group=group, value=a.value)
    right = figure(b.said, fate, group=group, value=b.value)
    if left is None or right is None:
        return None
    pair = _Pair(a, b, left, right, fate)
    return pair.verdict()


class _Pair:
    """Two figures, the smaller first."""

    def __init__(self, a: Side, b: Side, left: Figure, right: Figure, fate: str) -> None:
        (self.a, self.small), (self.b, self.large) = sorted(
            ((a, left), (b, right)), key=lambda one: (one[1].size, one[1].bound, one[1].words)
        )
        self.fate = fate
        self.told = f'"{left.words}" and "{right.words}"'

    def verdict(self) -> Verdict:
        small, large = self.small, self.large
        is_one = small.value == large.value and small.bound == large.bound
        elsewhere = scopes.apart(self.a.scope, self.b.scope)
        if is_one:
            return self._equal(elsewhere)
        for label, why in self._harmless(elsewhere):
            return Verdict(label=label, why=f"{self.told}: {why}")
        return self._disagreement()

    def _equal(self, elsewhere: str | None) -> Verdict:
        """One number twice: of one thing, unless the words say otherwise."""
        if elsewhere and not elsewhere.startswith("one counts"):
            return Verdict(label="other_event", why=f"{self.told}, but {elsewhere}")
        groups = self._groups() if self.small.group and self.large.group else None
        if groups:
            return Verdict(label="part", why=f"{self.told}: {groups}")
        return Verdict(label="same", why=f"both give one number: {self.told}")

    def _harmless(self, elsewhere: str | None) -> Iterator[tuple[str, str]]:
        """What explains the difference, the surest first."""
        if elsewhere:
            yield "other_event", elsewhere
        unlike = self._unlike()
        if unlike:
            yield "other_event", unlike
        for why in (*self._attacker(), *self._parts()):
            yield "part", why
        if self._overlaps():
            yield "bound", "one is a limit or a round number that the other keeps to"

    def _unlike(self) -> str | None:
        """Numbers of dead and of hurt that both differ, and one of them greatly."""
        ratios = []
        for fate in ("killed", "injured"):
            one, other = figure(self.a.said, fate), figure(self.b.said, fate)
            if one is None or other is None or not one.size or not other.size:
                return None
            ratios.append(max(one.size, other.size) / min(one.size, other.size))
        if min(ratios) > 1 and max(ratios) >= UNLIKE:
            return "neither the dead nor the hurt are nearly as many"
        return None

    def _attacker(self) -> Iterator[str]:
        """Whoever did it is counted by one side and not by the other."""
        if self.fate not in ("killed", "injured", "shot"):
            return
        if self.large.size - self.small.size > 2 or self.small.value is None:
            return
        low, high = self.a.said.text, self.b.said.text
        counted = COUNTED_IN.search(high) and not LEFT_OUT.search(high)
        if counted or LEFT_OUT.search(low):
            yield "one number holds the attacker, the other may not"
        if self.fate != "killed":
            return
        if any(ATTACKER_DIED.search(text) for text in (low, high)):
            yield "the attacker died too, and may be counted by one of them only"
        if self.large.size - self.small.size == 1 and self._is_by_somebody(low):
            yield "one counts those whom the attacker killed, the other may count him too"

    def _is_by_somebody(self, low: str) -> bool:
        return bool(BY_ATTACKER.search(low)) and not BY_ATTACKER.search(self.b.said.text)

    def _parts(self) -> Iterator[str]:
        """They count different people."""
        small, large = self.small, self.large
        if small.narrow:
            yield small.narrow
        if large.narrow and large.is_unfit:
            yield large.narrow
        if small.has_dead or large.has_dead:
            yield "one number holds those who died of it"
        if small.value is not None and small.value in large.others:
            yield f"both sentences give {small.value:g}"
        if large.value is not None and large.value in small.others:
            yield f"both sentences give {large.value:g}"
        if small.value == 1 and large.size >= MANY and small.bound == "exact":
            yield f"one of {large.size:g} may be told of alone"
        groups = self._groups()
        if groups:
            yield groups
        if any(unborn(side.said.text) for side in (self.a, self.b)):
            yield "an unborn child may be counted by one of them only"
        if adds_one(self.a.said.text):
            yield "one more is told beside the smaller number"

    def _groups(self) -> str | None:
        """Different groups of people, or a group and everyone."""
        small, large = self.small, self.large
        if small.group == large.group:
            return None
        if small.group and large.group:
            return f"they count different people: {small.group}, {large.group}"
        if small.group is None:
            return None
        if small.group in LOOSE and small.size >= MOST * large.size:
            return None
        return f"one counts {small.group} only"

    def _overlaps(self) -> bool:
        small, large = self.small, self.large
        if small.bound == large.bound == "exact":
            return False
        return (large.high is None or small.low is None or small.low <= large.high) and (
            small.high is None or large.low is None or large.low <= small.high
        )

    def _disagreement(self) -> Verdict:
        later, earlier = self._order()
        limit = ", beyond the limit" if self.small.bound != "exact" or (
            self.large.bound != "exact") else ""  # fmt: skip
        told = f"{self.told}{limit}"
        if later is not None and earlier is not None:
            if later is self.b and self.large.size > self.small.size:
                return Verdict(label="update", why=f"{told}: the later report has more")
            if self._moved(later, earlier):
                why = "together as many, and in the later report more have died"
                return Verdict(label="update", why=f"{told}: {why}")
        marks = [(later or self.b, _CHANGED), (earlier or self.a, _FIRST)]
        marks += [(side, _REVISED) for side in ([later] if later else [self.a, self.b])]
        for side, pattern in marks:
            found = pattern.search(side.said.text)
            if found is not None:
                why = f'the number has changed ("{found.group().strip()}")'
                return Verdict(label="update", why=f"{told}: {why}")
        when = "no later report explains it" if later is None else "the later report has fewer"
        return Verdict(label="conflict", why=f"{told}: one thing, counted differently; {when}")

    def _order(self) -> tuple[Side | None, Side | None]:
        """The later and the earlier side; None where the days are unknown or the same."""
        a, b = self.a.scope.published, self.b.scope.published
        if a is None or b is None or a.since is None or b.since is None or a.since == b.since:
            return None, None
        return (self.a, self.b) if a.since > b.since else (self.b, self.a)

    def _moved(self, later: Side, earlier: Side) -> bool:
        """Whether some of the hurt have died since: as many together, and more of them dead."""
        now = [figure(later.said, fate) for fate in ("killed", "injured")]
        before = [figure(earlier.said, fate) for fate in ("killed", "injured")]
        if now[0] is None or now[1] is None or before[1] is None:
            return False
        dead = before[0].size if before[0] is not None else 0.0
        total = now[0].size + now[1].size
        return now[0].size > dead and total == dead + before[1].size
