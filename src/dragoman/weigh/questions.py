"""What two sentences are compared by: the slot that is asked for, or all that both of them tell."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.weigh import unlike
from dragoman.weigh.counts import Count
from dragoman.weigh.fates import KINDS, SLOTS
from dragoman.weigh.pairs import Side, Verdict, numbers

WORST = ("conflict", "update", "other_event", "bound", "part", "same")
"""Of several things compared, the gravest verdict is the answer."""
_PLAIN_UNITS = frozenset({"people", "person", "persons", "others", "other", "more", "victims"})


def is_of_number(slot: str) -> bool:
    """Whether a slot asks how many."""
    return unlike.kind_of(slot) is None


def verdict(a: Side, b: Side, slot: str | None, values: tuple[object, object]) -> Verdict | str:
    """What two sentences have to do with each other in a slot, or in all that both tell.

    Args:
        a, b: the two sides.
        slot: "killed", "injured_women", "date", "place", "person", "status", or a counted noun;
            None: whatever both sentences tell.
        values: what is known to be meant on each side; None: it is read from the words.

    Returns:
        The verdict; a plain sentence where the sides give nothing to compare in that slot.
    """
    kind = None if slot is None else unlike.kind_of(slot)
    if slot is not None and kind is not None:
        return unlike.compare(kind, a, b, values)
    found = _by_slot(a, b, slot) if slot is not None else _by_all(a, b)
    if found is not None:
        return found
    if slot is None:
        return unlike.anything(a, b)
    missing = [name for name, side in (("a", a), ("b", b)) if _reads_none(side, slot)]
    return f"{' and '.join(missing) or 'a or b'}: no number of {slot} in the words, and no value"


def _reads_none(side: Side, slot: str) -> bool:
    fate, group = _asked(slot)
    return side.value is None and not any(
        c.fate == fate or (c.unit or "").rstrip("s") == fate.removeprefix("unit:")
        for c in side.said.counts
        if group in (None, c.group)
    )


def _asked(slot: str) -> tuple[str, str | None]:
    """The fate and the group that a slot names: "killed_women", "diplomats expelled"."""
    words = slot.lower().replace("_", " ").replace("-", " ").split()
    fates = [SLOTS[word] for word in words if word in SLOTS]
    groups = [KINDS[word] for word in words if word in KINDS]
    if fates:
        return fates[0], groups[0] if groups else None
    units = [w for w in words if w not in ("number", "of", "count", "people", "the")]
    return f"unit:{(units or words or [''])[0].rstrip('s')}", None


def _by_slot(a: Side, b: Side, slot: str) -> Verdict | None:
    fate, group = _asked(slot)
    return numbers(a, b, fate, group)


def _by_all(a: Side, b: Side) -> Verdict | None:
    """The gravest verdict over every number that both sentences tell."""
    asked = _given(a, b)
    if asked is None:
        if a.value is not None and b.value is not None:
            why = f"{a.value:g} and {b.value:g} are said of different things"
            return Verdict(label="part", why=why)
        asked = sorted(_fates(a) & _fates(b)) or _units(a, b)
    found = [v for fate in asked if (v := numbers(a, b, fate)) is not None]
    if found:
        return min(found, key=lambda v: WORST.index(v.label))
    return _unshared(a, b)


def _unshared(a: Side, b: Side) -> Verdict | None:
    """The verdict on numbers of different things; None where a side has no number."""
    left, right = (
        next((s.said.words_of(c) for c in s.said.counts if not c.is_single), None) for s in (a, b)
    )
    if left is None or right is None:
        return None
    return Verdict(label="part", why=f'"{left}" and "{right}" are numbers of different things')


def _units(a: Side, b: Side) -> list[str]:
    """Things that both count under one act or verb: "expelled 12 diplomats"."""
    shared = []
    for one in a.said.counts:
        for other in b.said.counts:
            name, act = _unit(one), a.said.act_of(one)
            if name and name == _unit(other) and act and act == b.said.act_of(other):
                shared.append(name)
    return sorted(set(shared))


def _given(a: Side, b: Side) -> Sequence[str] | None:
    """What the given values are of, when both sides say so of their own value."""
    if a.value is None and b.value is None:
        return None
    sides = [s for s in (a, b) if s.value is not None]
    meant = [_told([c for c in s.said.counts if c.value == s.value]) for s in sides]
    shared = sorted(set.intersection(*map(set, meant)))
    return shared or None


def _told(found: Sequence[Count]) -> set[str]:
    """The fates, or for what has none the things, that are counted."""
    return {c.fate or _unit(c) for c in found} - {""}


def _fates(side: Side) -> set[str]:
    return {c.fate for c in side.said.counts if c.fate is not None}


def _unit(count: Count) -> str:
    """The thing that is counted, as a question; empty where it is people at large."""
    if count.unit is None or count.is_single or count.unit in _PLAIN_UNITS:
        return ""
    return f"unit:{count.unit.rstrip('s')}"
