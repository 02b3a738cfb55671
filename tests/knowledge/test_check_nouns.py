"""Nouns, people and notables are checked when the knowledge is loaded."""

from __future__ import annotations

import datetime as dt
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.load import load
from dragoman.knowledge.names import NameIndex

SHIPPED = Path(str(files("dragoman.knowledge") / "data"))


@pytest.mark.parametrize(
    ("file", "row", "fault"),
    [
        ("nouns.csv", "ruritanian,XYZ,person,test", "no sector 'XYZ'"),
        ("people.csv", "baker's aunt,CVL,aunt,test", "no kind 'aunt'"),
        ("people.csv", "soldier,MIL,person,test", "stands in nouns.csv too"),
        ("notables.csv", "Ana Ruiz,,king of the hill,NOR,2011,,test", "'king of the hill'"),
        ("notables.csv", "Ana Ruiz,,mayor,RUR,2011,,test", "no party 'RUR'"),
    ],
)
def test_a_row_that_nobody_can_use_is_refused(
    tmp_path: Path, file: str, row: str, fault: str
) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    with (folder / file).open("a", encoding="utf-8") as table:
        table.write(f"{row}\n")
    with pytest.raises(KnowledgeError) as error:
        load(folder)
    assert [fault in found for found in error.value.faults] == [True]


def test_the_years_of_a_notable_may_be_open(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    rows = "person,aliases,office,country,since,until,source\n"
    rows += "Ana Ruiz,Anita,mayor,NOR,,,test\nOle Lind,,mayor,NOR,2011,2014,test\n"
    (folder / "notables.csv").write_text(rows, encoding="utf-8")
    ana, ole = load(folder).notables
    assert (ana.days.since, ana.days.until, ana.names) == (None, None, ("Ana Ruiz", "Anita"))
    assert (ole.days.since, ole.days.until) == (dt.date(2011, 1, 1), dt.date(2015, 1, 1))


def test_people_and_notables_count_only_where_everybody_does() -> None:
    knowledge = load()
    noun = next(iter(knowledge.people))
    assert NameIndex.of(knowledge).role(noun) is None
    assert NameIndex(knowledge, everybody=True).role(noun) is knowledge.people[noun]
    assert not any(row.is_notable for row in NameIndex.of(knowledge).holders("thunberg"))
    assert any(row.is_notable for row in NameIndex(knowledge, everybody=True).holders("thunberg"))
