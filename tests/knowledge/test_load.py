"""Loading the knowledge: what is shipped, and what a folder with faults is refused for."""

from __future__ import annotations

import datetime as dt
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.load import load

SHIPPED = Path(str(files("dragoman.knowledge") / "data"))
HEAD = "person,aliases,office,country,since,until,source\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files, to be spoilt."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "data"))


def refused(folder: Path) -> tuple[str, ...]:
    """The faults that a folder is refused for."""
    with pytest.raises(KnowledgeError) as error:
        load(folder)
    return error.value.faults


def tenures(folder: Path, *rows: str) -> None:
    """Put the given rows in place of the shipped tenures."""
    (folder / "tenures.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def test_the_shipped_files_are_in_order() -> None:
    assert load().holders


def test_a_folder_is_read_in_place_of_the_shipped_files(folder: Path) -> None:
    tenures(folder, "Ana Ruiz,,president,URY,2011-03-02,,test")
    assert [row.name for row in load(folder).holders] == ["Ana Ruiz"]


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "offices.csv").unlink()
    assert refused(folder) == ("offices.csv: file is missing",)


def test_faults_of_several_files_come_at_once(folder: Path) -> None:
    tenures(folder, "Ana Ruiz,,president,XXX,2011-03-02,,test")
    with (folder / "aliases.csv").open("a", encoding="utf-8") as aliases:
        aliases.write("Ruritania,RUR,name,en,,test\n")
    assert [fault.split(":")[0] for fault in refused(folder)] == ["aliases.csv", "tenures.csv"]


def test_a_row_that_cannot_be_read_is_named_by_its_line(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,president,URY,2011-03-02,,test",
        "Luis Mora,,president,URY,2011-02-30,,test",
    )
    assert refused(folder)[0].startswith("tenures.csv:3: ")


def test_a_tenure_of_an_unknown_office_is_refused(folder: Path) -> None:
    tenures(folder, "Ana Ruiz,,harbour master,URY,2011-03-02,,test")
    assert refused(folder) == (
        "tenures.csv: 'Ana Ruiz': no office 'harbour master' in offices.csv",
    )


def test_a_tenure_that_ends_before_it_begins_is_refused(folder: Path) -> None:
    tenures(folder, "Ana Ruiz,,president,URY,2011-03-02,2010-03-02,test")
    assert "holds no day" in refused(folder)[0]


def test_two_holders_at_once_of_an_office_for_one_are_refused(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,president,URY,2011-03-02,2016-03-02,test",
        "Luis Mora,,president,URY,2015-03-02,,test",
    )
    assert refused(folder) == (
        "tenures.csv: 'Ana Ruiz': president of URY until 2016-03-02, but 'Luis Mora' from "
        "2015-03-02; fix either, or write 'held jointly' in both sources",
    )


def test_two_holders_marked_as_joint_may_serve_at_once(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,president,URY,2011-03-02,2016-03-02,test; held jointly",
        "Luis Mora,,president,URY,2015-03-02,,test; held jointly",
    )
    assert len(load(folder).holders) == 2


def test_a_third_holder_inside_a_long_tenure_is_seen_too(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,president,URY,2001-03-02,2016-03-02,test",
        "Luis Mora,,president,URY,2016-03-02,2017-03-02,test",
        "Eva Lema,,president,URY,2012-03-02,2013-03-02,test",
    )
    assert [fault.split(",")[0] for fault in refused(folder)] == [
        "tenures.csv: 'Ana Ruiz': president of URY until 2016-03-02"
    ]


def test_tenures_known_by_the_year_may_touch(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,president,URY,2011,2016,test",
        "Luis Mora,,president,URY,2016,,test",
    )
    assert len(load(folder).holders) == 2


def test_tenures_known_by_the_year_that_overlap_by_years_are_refused(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,president,URY,2001,2016,test",
        "Luis Mora,,president,URY,2008,2020,test",
    )
    assert len(refused(folder)) == 1


def test_holders_of_an_office_for_many_may_serve_at_once(folder: Path) -> None:
    tenures(
        folder,
        "Ana Ruiz,,vice president,URY,2011-03-02,,test",
        "Luis Mora,,vice president,URY,2012-03-02,,test",
    )
    assert len(load(folder).holders) == 2


def test_a_day_of_a_tenure_is_kept_apart_from_a_year(folder: Path) -> None:
    tenures(folder, "Ana Ruiz,Anita Ruiz;A. Ruiz,president,URY,2011-03-02,2016,test")
    (row,) = load(folder).holders
    assert (row.began, row.ended, row.days.until) == (
        dt.date(2011, 3, 2),
        None,
        dt.date(2017, 1, 1),
    )


def test_a_tenure_has_all_forms_of_the_name(folder: Path) -> None:
    tenures(folder, "Ana Ruiz,Anita Ruiz;A. Ruiz,president,URY,2011-03-02,,test")
    assert load(folder).holders[0].names == ("Ana Ruiz", "Anita Ruiz", "A. Ruiz")


def test_region_of_an_unknown_state_is_refused(folder: Path) -> None:
    (folder / "natures.csv").write_text("words,states,source\nlunar,MOO,none\n", encoding="utf-8")
    assert refused(folder) == ("natures.csv: 'lunar': no state 'MOO'",)


def test_words_of_a_region_fit_their_states() -> None:
    assert "BOL" in load().natures["andean"] & load().natures["landlocked"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Geneva,PER,yes,1962,,,test", "treaties.csv: Geneva PER: treaty is not one of"),
        ("VCDR,QQQ,yes,1962,,,test", "treaties.csv: VCDR QQQ: no state 'QQQ'"),
        ("VCDR,PER,maybe,1962,,,test", "treaties.csv:2: ValueError('bound: expected yes, no"),
    ],
)
def test_a_treaty_row_with_a_fault_is_refused(folder: Path, row: str, says: str) -> None:
    head = "treaty,state,bound,since,until,note,source\n"
    (folder / "treaties.csv").write_text(head + row + "\n", encoding="utf-8")
    assert any(fault.startswith(says) for fault in refused(folder))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("acts.toml", 'article = "VCDR 14"', 'article = "Geneva 3"',
         "acts.toml: downgrade_relations: article 'Geneva 3': expected VCDR"),
        ("acts.toml", 'reopening = "open_mission"', 'reopening = "open_door"',
         "acts.toml: restore_relations: reopening 'open_door' is not an act"),
        ("verbs/support.toml", 'tells = "mood"', 'tells = "weather"',
         "verbs/support.toml: pattern"),
    ],
)  # fmt: skip
def test_an_unknown_article_act_or_meaning_is_refused(
    folder: Path, file: str, old: str, new: str, says: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(fault.startswith(says) for fault in refused(folder))
