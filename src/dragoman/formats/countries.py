"""States in the codes of other people's files, both ways: ours are ISO 3166 alpha-3."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dragoman.knowledge.country_codes import CountryCode, country_codes
from dragoman.knowledge.load import load
from dragoman.model.words import fold

SYSTEMS = ("alpha2", "numeric", "cow", "gw", "fips", "cameo", "icews")
"""The codes that `code` gives and `state_of` reads; docs/formats.md tells who uses which."""

PLOVER_NAMES = {"KOS": "XKX"}
"""Codes of PLOVER that are not ISO's: Kosovo has none that is official."""

GROUPS = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
"""What PLOVER writes in the place of a country for parties that are of no state."""


def code(state: str | None, system: str) -> str:
    """The code of a state in a system; "" where it has none, or where there is no such state.

    Args:
        state: ISO 3166 alpha-3, or None.
        system: one of `SYSTEMS`; "icews" gives the English name.
    """
    row = country_codes().get(state or "")
    if row is None:
        return ""
    if system == "fips":
        return row.fips[0] if row.fips else ""
    found: str | None = getattr(row, system)
    return found or ""


def state_of(code: str, system: str, on: dt.date | None = None) -> str | None:
    """The state (ISO 3166 alpha-3) that a code means; None where it means none we know.

    Several states have had one number after each other (365: the Soviet Union and Russia).

    Args:
        code: as the file writes it; leading zeros and case do not matter.
        system: one of `SYSTEMS`.
        on: the day the code is about; with it the state of that day is taken, else that of today.
    """
    found = _index(system).get(_key(code, system), ())
    if len(found) < 2:
        return found[0] if found else None
    if on is None:
        return found[0]
    states = load().states
    there = [
        name
        for name in found
        if (states[name].since or dt.date.min) <= on < (states[name].until or dt.date.max)
    ]
    # Of two that may have been there, the one that has ended is meant: Russia's first day is open.
    return there[-1] if there else found[0]


def plover_code(state: str | None) -> str:
    """A state as PLOVER and POLECAT write it; "" for None."""
    return next((ours for ours, iso in PLOVER_NAMES.items() if iso == state), state or "")


def plover_state(code: str) -> str | None:
    """The state that PLOVER's three letters mean; None for groups and for what is unknown."""
    name = PLOVER_NAMES.get(code.upper(), code.upper())
    return name if name in country_codes() else None


def name_of(state: str | None) -> str:
    """A state's name in English as we write it; "" where it is unknown."""
    row = load().states.get(state or "")
    return "" if row is None else row.name


def state_named(name: str) -> str | None:
    """The state (ISO 3166 alpha-3) of any of its names, or of its code; None: no state."""
    wanted = fold(name)
    return _names().get(wanted) if wanted else None


@lru_cache(maxsize=8)
def _index(system: str) -> dict[str, tuple[str, ...]]:
    """States by code, those that still are before those that have ended."""
    states = load().states
    out: dict[str, list[CountryCode]] = {}
    for row in country_codes().values():
        value = getattr(row, system)
        for found in value if isinstance(value, tuple) else (value,):
            if found is not None:
                out.setdefault(_key(found, system), []).append(row)
    return {
        key: tuple(row.id for row in sorted(rows, key=lambda r: states[r.id].until is not None))
        for key, rows in out.items()
    }


def _key(code: str, system: str) -> str:
    if system == "icews":
        return fold(code)
    return code.strip().upper().lstrip("0")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every name of a state that is no demonym, capital or the like, folded."""
    knowledge = load()
    out: dict[str, str] = {}
    for row in country_codes().values():
        state = knowledge.states[row.id]
        for name in (state.id, state.name, state.official, row.icews):
            if name:
                out.setdefault(fold(name), row.id)
    for alias in knowledge.aliases:
        if alias.kind in ("name", "initials") and alias.party_id in knowledge.states:
            out.setdefault(fold(alias.alias), alias.party_id)
    return out
