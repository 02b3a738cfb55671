"""CAMEO: what a code is called, what it scores, and which PLOVER type it comes to."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files

NO_CODE = "---"
"""Our own mark for an act that CAMEO has no code for."""

WELL_FORMED = re.compile(r"(?:0[1-9]|1[0-9]|20)[0-9]{0,2}")

QUAD_OF_ROOT = {
    **dict.fromkeys(("01", "02", "03", "04", "05"), 1),
    **dict.fromkeys(("06", "07", "08"), 2),
    **dict.fromkeys(("09", "10", "11", "12", "13"), 3),
    **dict.fromkeys(("14", "15", "16", "17", "18", "19", "20"), 4),
}
"""GDELT's quad class by root; PLOVER's differs (a request is conflict there)."""

TYPES = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "055": "CONCEDE",
    "06": "COOPERATE", "07": "AID", "08": "CONCEDE", "0813": "RETREAT", "0814": "RETREAT",
    "084": "RETREAT", "085": "RETREAT", "086": "RETREAT", "087": "RETREAT", "09": "ACCUSE",
    "10": "REQUEST", "11": "ACCUSE", "116": "SANCTION", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "1712": "ASSAULT",
    "175": "ASSAULT", "18": "ASSAULT", "19": "ASSAULT", "191": "COERCE", "192": "COERCE",
    "20": "ASSAULT",
}  # fmt: skip
"""PLOVER's type by the longest beginning of a code: the PLOVER manual 2.0, and its list
CAMEO2PLOVER-2021 where the manual says nothing. Statements (01) have none."""

ROLES = {
    "COP": "COP", "GOV": "GOV", "JUD": "JUD", "LEG": "LEG", "MIL": "MIL", "REB": "REB",
    "SPY": "SPY", "UAF": "UAF", "AGR": "AGR", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL",
    "EDU": "EDU", "ELI": "ELI", "JRN": "MED", "LAB": "LAB", "MED": "HLH", "REF": "REF",
    "OPP": "OPP",
}  # fmt: skip
"""CAMEO's role by PLOVER's sector; PRM, PRE, PTY, REL, SOC and UNK have none."""

SECTORS = {role: sector for sector, role in ROLES.items()}


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, float]]:
    path = files("dragoman.knowledge") / "data" / "cameo.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row["code"]: (row["label"], float(row["goldstein"])) for row in rows}


def label(code: str) -> str:
    """What a code is called, in short; "" where it is none of CAMEO's."""
    return "" if code == NO_CODE else _table().get(code, ("", 0.0))[0]


def goldstein(code: str) -> float | None:
    """The Goldstein value of a code, as ICEWS has it; None where it is none of CAMEO's."""
    found = None if code == NO_CODE else _table().get(code)
    return None if found is None else found[1]


def quad_class(code: str) -> int | None:
    """GDELT's quad class of a code; None where it is none of CAMEO's."""
    return QUAD_OF_ROOT.get(code[:2])


def event_type(code: str) -> str | None:
    """The PLOVER type that a code comes to; None for statements and for what is no code."""
    for length in range(len(code), 1, -1):
        found = TYPES.get(code[:length])
        if found is not None:
            return found
    return None
