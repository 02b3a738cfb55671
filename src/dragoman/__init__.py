"""dragoman: reads news reports and keeps the sourced record of what they tell.

    import dragoman

    dragoman.read_reports("reports/", into="andes")
    record = dragoman.open("andes")
    record.incidents(act="grant_asylum", since="2025-11").to_pandas()
    record.relation("Peru", "Mexico", on="2025-11-10").sentence
    dragoman.export(record, "polecat", "out/", party="Peru")
    dragoman.events_in("Chile recalled its ambassador to Norway.", published="2024-03-05")
    dragoman.when("They met late Thursday.", published="2024-03-05")
    dragoman.stories([{"id": 1, "text": "A fire in Lima ..."}, {"id": 2, "text": "..."}])
    dragoman.code_rows([{"text": "Chile and Peru met.", "actor": "Chile", "recipient": "Peru"}])
    dragoman.parties_of([{"phrase": "the finance minister", "context": "Dutch"}])
    dragoman.compare([{"a": {"sentence": "Six died."}, "b": {"sentence": "At least four died."}}])

The names stand in `dragoman.api` and are fetched when first used: importing dragoman loads nothing
else. Their types stand in `__init__.pyi`.
"""

from importlib import import_module
from typing import Any

from dragoman.errors import DragomanError

__version__ = "0.1.0"
__all__ = [
    "DragomanError",
    "code_rows",
    "compare",
    "events_in",
    "explain",
    "export",
    "main_day",
    "open",
    "open_record",
    "parties",
    "parties_of",
    "read_reports",
    "relation",
    "rule",
    "stories",
    "timexes",
    "when",
    "who",
]


def __getattr__(name: str) -> Any:
    """A public name of `dragoman.api`, fetched on first use."""
    if name in __all__:
        return getattr(import_module("dragoman.api"), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])
