"""Reading in this process with one reader for all tests, and a few reports of our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.api import export
from dragoman.run import local
from dragoman.run.engine import Job
from dragoman.run.pipeline import Summary, build
from dragoman.run.reading import Reader
from dragoman.store.store import Store

REPORTS = {
    "recall.txt": (
        "Chile recalls ambassador\n\nOSLO, 5 March 2024 - Chile recalled its ambassador to Norway "
        "on Tuesday, the foreign ministry said. Norway condemned the decision.\n"
    ),
    "meeting.txt": (
        "12 April 2024\n\nThe foreign ministers of Chile and Norway met in Oslo on Friday. "
        "They signed an agreement on fishing rights, the Norwegian government said.\n"
    ),
    "severed.md": (
        "---\ndate: 2024-06-03\n---\n# Norway breaks with Chile\n\nNorway broke off diplomatic "
        "relations with Chile on Monday. Chile expelled 12 Norwegian diplomats.\n"
    ),
    "spanish.txt": (
        "Chile retiró a su embajadora en Noruega, según informó la cancillería chilena el martes. "
        "La decisión fue condenada por el gobierno noruego, que pidió explicaciones al embajador "
        "chileno y anunció que no retirará al suyo de Santiago.\n"
    ),
    "empty.txt": "   \n",
}


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(Job())


@pytest.fixture(autouse=True)
def one_reader(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(local, "Reader", lambda job: reader)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def exported(record: Path, to: Path) -> dict[str, bytes]:
    """The bytes of a record's tables as exported, by file name; without the notes on them."""
    with Store.open(record) as store:
        *tables, _, _ = export(store, "jsonl", to)
    return {path.name: path.read_bytes() for path in tables}


Read = Callable[..., Summary]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """read(PATH...) into the record of the test, in this process."""

    def run(*paths: Path, record: str = "record") -> Summary:
        return build(list(paths), tmp_path / record, engine=local.InProcess())

    return run
