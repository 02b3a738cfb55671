"""Cases of asylum: one person, one state that is asked for shelter, step by step.

Source: Convention on Diplomatic Asylum (Caracas 1954), arts. I-V, XI-XIII.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (
    "sheltered", "sought", "granted", "refused", "safe_conduct_asked", "safe_conduct_refused",
    "safe_conduct_granted", "departed",
)  # fmt: skip
"""What may happen in a case, as it mostly follows."""

_DECIDES = ("granted", "refused", "departed")
_PASS = {"safe_conduct_asked": "asked", "safe_conduct_refused": "refused",
         "safe_conduct_granted": "granted"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of `STEPS`, as an incident tells it.

    `status` is the incident's; `since` and `until` its first and last day, both inclusive.
    """

    step: str
    status: str
    incident_id: str
    act: str
    article: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AsylumCase:
    """What the reports tell of a person's asylum with one state.

    `host` is the state asked, `local` that whose territory or reach the person wants to leave, ISO
    3166 alpha-3, None where no report tells it; `is_bound`: whether the Caracas convention bound
    both when it began, None where that is not known.
    """

    case_id: str
    seeker_id: str
    seeker: str
    is_named: bool
    host: str | None
    local: str | None
    steps: tuple[Step, ...]
    is_bound: bool | None = None

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two states, sorted; None unless both are known and differ."""
        if self.host is None or self.local is None or self.host == self.local:
            return None
        first, second = sorted((self.host, self.local))
        return first, second

    @property
    def outcome(self) -> str:
        """Where it stands, by what is told as fact.

        Granted, refused or departed, whichever was last; else sought or sheltered; "proposed" where
        nothing is told as fact.
        """
        decided = _last(self.steps, _DECIDES)
        return decided or _last(self.steps, ("sheltered", "sought")) or "proposed"

    @property
    def safe_conduct(self) -> str | None:
        """What became of the safe-conduct: asked, refused or granted; None: nothing is told."""
        step = _last(self.steps, tuple(_PASS))
        return None if step is None else _PASS[step]


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by day, on one day as they mostly follow, those without a day last."""
    return tuple(sorted(steps, key=_order))


def _order(step: Step) -> tuple[bool, dt.date, int, str]:
    on = step.since or step.until
    return on is None, on or dt.date.max, STEPS.index(step.step), step.incident_id


def _last(steps: Iterable[Step], of: tuple[str, ...]) -> str | None:
    """The last dated step told as fact; without one the furthest that has no day."""
    told = [step for step in steps if step.status == "actual" and step.step in of]
    dated = [step for step in told if step.since is not None]
    if dated:
        return max(dated, key=lambda one: (one.since, STEPS.index(one.step))).step
    return max((step.step for step in told), key=STEPS.index, default=None)
