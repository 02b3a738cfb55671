"""What stands around a worker: each wall is tried from the inside."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.model.report import RawReport
from dragoman.run import confine
from dragoman.run.engine import Job
from dragoman.run.local import Workers
from tests.clean.test_pdf import made as pdf
from tests.run.test_local import COMMAND, outcome, raws, workers

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a wall that only Linux has")


def told(*questions: str) -> list[str]:
    (found,) = workers(1).map(Job(), [raws(*questions)])
    return outcome(found)


def test_a_worker_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert told("write") == [f"OSError {errno.EFBIG}"]
    assert [path.stat().st_size for path in tmp_path.iterdir()] in ([], [0])


def test_a_worker_dumps_no_core() -> None:
    assert told("core") == ["(0, 0)"]


@LINUX
def test_a_worker_gains_no_rights_and_keeps_its_user() -> None:
    assert told("rights", "user") == ["1", str(os.geteuid())]


@LINUX
def test_a_worker_reaches_no_network_where_the_system_can_take_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as decoy:
        monkeypatch.setenv("DECOY", str(decoy.getsockname()[1]))
        network, answer = told("network", "call")
    is_apart = network != os.readlink("/proc/self/ns/net")
    assert (is_apart, answer) in ((True, f"refused {errno.ENETUNREACH}"), (False, "answered"))
    assert is_apart or not _may_leave()


def _may_leave() -> bool:
    """Whether this system lets a process of ours have a network of its own."""
    flags = "-n" if os.geteuid() == 0 else "-Un"
    return subprocess.run(["unshare", flags, "true"], capture_output=True).returncode == 0


def test_a_worker_is_told_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    canaries = {
        "SOME_API_KEY": "canary", "my_token": "canary", "DB_PASSWORD": "canary",
        "WHERE": "https://ana:canary@host.example/", "SSH_AUTH_SOCK": "canary",
    }  # fmt: skip
    for name, value in canaries.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (names,) = told("names")
    assert not canaries.keys() & set(names.split())
    assert {"LC_ALL", "PATH", "OPENBLAS_NUM_THREADS"} <= set(names.split())


def test_the_environment_of_the_program_itself_is_left_alone() -> None:
    given = {"A_KEY": "x", "OPENBLAS_NUM_THREADS": "3"}
    assert confine.environment(given) == {"OPENBLAS_NUM_THREADS": "3"}
    assert "A_KEY" in given


PARENT = """
import sys
from dragoman.model.report import RawReport
from dragoman.run.engine import Job
from dragoman.run.local import Workers
from dragoman.run.local import Workers
from tests.clean.test_pdf import made as pdf
from tests.run.test_local import raws
list(Workers(2, command=sys.argv[1:]).map(Job(), [raws("loop") * 16 + raws("hang") * 16]))
"""


@LINUX
def test_no_worker_outlives_a_parent_that_was_killed() -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(root)])}
    parent = subprocess.Popen([sys.executable, "-c", PARENT, *COMMAND], env=environment)
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    try:
        found = _until(lambda: len(children.read_text().split()) == 2) and _until(
            lambda: all(_busy(int(one)) for one in children.read_text().split())
        )
        left = [int(one) for one in children.read_text().split()]
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert found
    assert _until(lambda: not any(Path(f"/proc/{one}").exists() for one in left))


def _busy(pid: int) -> bool:
    """Whether a worker has its walls and waits no more for a start."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return "NoNewPrivs:\t1" in status


def _until(is_so: object, seconds: float = 30.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_every_kind_of_report_can_be_read_behind_the_walls() -> None:
    """Libraries are loaded when they are needed: none of them may need what is walled off."""
    said = "Kenya met Norway in Nairobi on Monday, and they spoke about trade for two hours."
    given = [
        RawReport(uri="a.txt", media="text", content=said),
        RawReport(uri="b.html", media="html", content=f"<html><body><p>{said}</p></body></html>"),
        RawReport(uri="c.md", media="markdown", content=f"# Talks\n\n{said}"),
        RawReport(uri="d.pdf", media="pdf", content=pdf((said[:40], said[40:])).decode("latin-1")),
    ]
    (found,) = Workers(1).map(Job(), [given])
    assert [reading.rejections for reading in found] == [()] * 4
    assert all("Kenya" in reading.report.text for reading in found if reading.report is not None)
    assert found[0].events
