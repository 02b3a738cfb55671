from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from tests.cli.run import Run


def test_the_shipped_knowledge_is_in_order(run: Run) -> None:
    ran = run("knowledge", "check")
    assert (ran.code, "in order" in ran.err) == (0, True)


def test_every_fault_is_named_at_once(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(str(files("dragoman.knowledge") / "data"), folder)
    with (folder / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("Oz,XXO,name,en,,test\nNarnia,XXN,name,en,,test\n")
    ran = run("knowledge", "check", folder)
    assert (ran.code, "'Oz'" in ran.err, "'Narnia'" in ran.err) == (1, True, True)


def test_a_folder_that_is_not_there_is_exit_2(run: Run, tmp_path: Path) -> None:
    assert run("knowledge", "check", tmp_path / "none").code == 2
