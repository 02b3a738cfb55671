"""Floors under the figures on sets that may not be shipped; run where they lie at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = {
    ("plover-gsr", "triple F1"): 59, ("plover-gsr", "dyad F1"): 70,
    ("coped", "class5"): 62, ("ngec-actors", "country"): 90, ("ngec-actors", "sector"): 82,
    ("cameo-examples", "root"): 77, ("cameo-examples", "exact"): 43,
    ("ngec-headlines", "type"): 69, ("ngec-headlines", "mode_accuracy"): 50,
    ("timex-wikiwars", "relaxed f1"): 94, ("timex-wikiwars", "value f1"): 86,
    ("meantime", "relaxed f1"): 92, ("meantime", "value f1"): 79,
    ("giveme5w1h", "within one day"): 88,
    ("seeds", "offices R"): 88, ("seeds", "offices P"): 94,
    ("report-conflicts", "p"): 85, ("report-conflicts", "r"): 75,
}  # fmt: skip


@pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="no sets beside the project")
def test_figures_stay_above_their_floors() -> None:
    names = ",".join(dict.fromkeys(name for name, _ in FLOORS))
    command = [sys.executable, "bench/quality/run.py", "--shared", str(SHARED), "--only", names]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[tuple[str, str], float] = {}
    for block in ran.stdout.strip().split("\n\n"):
        head, _, ours, *_ = (line.split("  ") for line in block.splitlines())
        name, *columns = (cell.strip() for cell in head if cell.strip())
        values = [float(cell.strip(" *")) for cell in ours[1:] if cell.strip()]
        figures.update({(name, key): value for key, value in zip(columns, values, strict=True)})
    low = {key: figures[key] for key, floor in FLOORS.items() if figures[key] < floor}
    assert low == {}
