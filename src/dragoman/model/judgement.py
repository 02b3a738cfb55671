"""What people have ruled about the record: kept for ever, and above what the machine finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

RULINGS = ("accept", "reject", "correct", "merge", "split", "settle", "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A telling that a judgement is about, so that it is found again when reports are re-read.

    The id is that of the time of the ruling; where no telling has it any more, the one of the same
    report and act whose words (`start` to `end`) overlap most is meant.
    """

    event_id: str
    report_id: str
    act: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One ruling of one person.

    Attributes:
        judgement_id: stable: a hash of what it says and when.
        ruling: one of `RULINGS`.
        about: what it was said of, as the person named it: ids of events, incidents, a conflict or
            a judgement.
        tellings: the tellings concerned, in groups: those to merge, or the two sides of a split.
        value: what is corrected, by field; for a settled conflict its `kind`, its `quotes` and
            `value`, the reading that is right.
        by, at, note: who, when (ISO 8601, UTC), and why.
    """

    judgement_id: str
    ruling: str
    about: tuple[str, ...]
    tellings: tuple[tuple[Anchor, ...], ...] = ()
    value: Mapping[str, Any] = field(default_factory=dict)
    by: str
    at: str
    note: str | None = None
