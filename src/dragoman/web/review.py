"""What the forms of the review page do: each makes one ruling in the record's journal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.run.review import rule
from dragoman.show.pages.review import PAGE
from dragoman.web.app import Target

RULINGS = ("accept", "reject", "correct", "merge", "split", "settle", "undo")
ABOUT = "about."
"""How the fields begin that name what is ruled on: about.1, about.2."""

LISTS = ("actors", "recipients")
LONGEST = 500
"""Characters of a name or a note."""


def take(record: Path, form: Mapping[str, str]) -> Target:
    """Rule as a form says; the review page with the ruling, from which it can be undone.

    Fields: `ruling`; `about.N`, the ids; `reading` of a disagreement, from 1; `act`, `status`,
    `date`, `actors`, `recipients` of a correction, those that are changed; `by`; `note`.

    Raises:
        UsageError: the form asks for what cannot be ruled.
        RecordLockedError: a run is writing into the record.
    """
    ruling = form.get("ruling", "")
    if ruling not in RULINGS:
        raise UsageError(f"ruling {ruling!r}: expected one of {', '.join(RULINGS)}")
    about = [value for name, value in sorted(form.items()) if name.startswith(ABOUT)]
    made = rule(
        record, ruling, about, value=_value(ruling, form), by=_said(form, "by"),
        note=_said(form, "note"),
    )  # fmt: skip
    return Target(page=PAGE.name, query={"last": made.judgement_id, "by": form.get("by") or None})


def _value(ruling: str, form: Mapping[str, str]) -> dict[str, Any]:
    if ruling == "settle":
        reading = form.get("reading", "")
        if not reading.isascii() or not reading.isdigit():
            raise UsageError("choose a reading first: the number of the one that is right")
        return {"reading": int(reading)}
    if ruling != "correct":
        return {}
    value: dict[str, Any] = {}
    for name in ("act", "status", "date", *LISTS):
        now, was = form.get(name, "").strip(), form.get(f"was.{name}", "").strip()
        if now != was:
            parts = [one.strip() for one in now.split(",") if one.strip()]
            value[name] = parts if name in LISTS else now
    if not value:
        raise UsageError("nothing was changed: correct a field, or accept the telling as it is")
    return value


def _said(form: Mapping[str, str], name: str) -> str | None:
    text = form.get(name, "").strip()
    if len(text) > LONGEST:
        raise UsageError(f"{name}: {len(text)} characters; at most {LONGEST}")
    return text or None
