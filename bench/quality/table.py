"""The table of figures: a block for each set, a row for each program, goals beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Figures of one program on one set, in percent."""

    set: str
    program: str
    figures: dict[str, float]


def show(lines: Sequence[Line], goals: Mapping[tuple[str, str], tuple[float, float]]) -> None:
    """Print the block of one set; a figure that falls short of what is to be reached bears a *."""
    if not lines:
        return
    name = lines[0].set
    columns = list(dict.fromkeys(key for line in lines for key in line.figures))
    rows = [[line.program, *(_cell(line, key, goals) for key in columns)] for line in lines]
    for place, label in enumerate(("to reach", "to aim for")):
        cells = [
            _number(goals[name, key][place]) if (name, key) in goals else "" for key in columns
        ]
        if any(cells):
            rows.append([label, *cells])
    head = [name, *columns]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    print()
    for row in [head, ["-" * w for w in widths], *rows]:
        cells = [
            row[0].ljust(widths[0]),
            *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
        ]
        print("  ".join(cells).rstrip(), flush=True)


def _cell(line: Line, key: str, goals: Mapping[tuple[str, str], tuple[float, float]]) -> str:
    if key not in line.figures:
        return ""
    value = line.figures[key]
    goal = goals.get((line.set, key)) if line.program == "dragoman" else None
    return _number(value) + ("*" if goal is not None and value < goal[0] else "")


def _number(value: float) -> str:
    return f"{value:.1f}"
