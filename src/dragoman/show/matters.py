"""What stands beside the level of relations, in words: asylum cases, missions, consular matters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.show import wording
from dragoman.store.store import Store

Row = Mapping[str, Any]

_CHANGE = {
    "opened": "opened", "closed": "was closed", "stormed": "was stormed",
    "severed": "were broken off", "restored": "were restored", "kept": "were kept",
}  # fmt: skip


def of_pair(store: Store, pair: tuple[str, str]) -> dict[str, list[dict[str, Any]]]:
    """The rows of `asylum` and `presence` of two states."""
    wanted = sorted(pair)
    return {
        table: [row for row in store.rows(table) if row["pair"] == wanted]
        for table in ("asylum", "presence")
    }


def presence_text(row: Row, names: Mapping[str, str]) -> str:
    """One sentence for a row of `presence`: "The embassy of Peru in Mexico was closed"."""
    sender, receiver = _name(row["sender"], names), _name(row["receiver"], names)
    if row["matter"] == "protecting_power":
        where = f" in {receiver}" if receiver else ""
        protector = _name(row["protector"], names) or "another state"
        return f"{protector} took charge of the interests of {sender or 'a state'}{where}"
    if row["matter"] == "consular":
        both = wording.listing([name for name in (sender, receiver) if name])
        between = f" between {both}" if " and " in both else f" of {both}" if both else ""
        return f"Consular relations{between} {_CHANGE[row['change']]}"
    what = f"The {row['mission'] or 'mission'}"
    of = f" of {sender}" if sender else ""
    place = row["place"] if row["place"] not in (sender, receiver, None) else None
    where = f" in {wording.listing([one for one in (place, receiver) if one])}"
    where = where.replace(" and ", ", ") if place or receiver else ""
    return f"{what}{of}{where} {_CHANGE[row['change']]}"


def case_text(row: Row, names: Mapping[str, str]) -> str:
    """One sentence for a row of `asylum`: "Ana Ruiz and Norway: was granted asylum"."""
    host = _name(row["host"], names) or "a state that is not told"
    pass_ = row["safe_conduct"]
    end = f"; safe-conduct was {'asked for' if pass_ == 'asked' else pass_}" if pass_ else ""
    return f"{row['seeker']} and {host}: {wording.STEPS[row['outcome']]}{end}"


def binding_text(row: Row) -> str:
    """Whether the Caracas convention binds both states of a case."""
    bound = row["is_bound"]
    if bound is None:
        return "Whether the Caracas Convention on Diplomatic Asylum 1954 bound both is not known."
    if bound:
        return "The Caracas Convention on Diplomatic Asylum 1954 bound both states."
    return "The Caracas Convention on Diplomatic Asylum 1954 did not bind both states."


def step_text(step: Row) -> str:
    """A step with its day and status: "3 May 2024: was granted asylum (planned)"."""
    days = wording.span_text(step["date_start"], step["date_end"], step["date_precision"])
    words, status = wording.step(step["step"], step["status"])
    return f"{days}: {words}" + (f" ({status})" if status else "")


def _name(code: str | None, names: Mapping[str, str]) -> str:
    return "" if code is None else names.get(code, code)
