"""The sample story that `dragoman demo` reads: where it is and what to ask of it.

README.md beside the reports tells what was planted in them.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

TITLE = "Peru and Mexico, 2022–2025"
NOTE = (
    "The sample story of dragoman: real events, told in reports that were written for the "
    "demonstration. Two of them contain planted mistakes."
)
PAIR = ("PER", "MEX")
ON = dt.date(2025, 11, 10)
"""A day on which the relations of the pair are of interest."""


def folder() -> Path:
    """The folder of the sample reports."""
    return Path(__file__).parent / "reports"
