from __future__ import annotations

import json
from pathlib import Path

from tests.cli.run import Run


def test_each_row_is_answered_in_order_and_a_bad_one_with_exit_4(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    good = {"pair": "p", "a": {"sentence": "Six died."}, "b": {"sentence": "Nine died."}}
    path.write_text(json.dumps(good) + "\n{broken\n")
    ran = run("compare", path)
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert (first["pair"], first["disagree"], first["label"]) == ("p", True, "conflict")
    assert (second["disagree"], second["label"], "error" in second) == (None, None, True)
    assert ran.code == 4


def test_rows_that_can_all_be_compared_are_exit_0(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"a": {"sentence": "Six died."}, "b": {"sentence": "Six died."}}))
    assert run("compare", path).code == 0


def test_a_file_that_is_not_there_is_exit_2(run: Run, tmp_path: Path) -> None:
    assert run("compare", tmp_path / "none.jsonl").code == 2
