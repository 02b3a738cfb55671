"""country_codes.csv: what is shipped, and what a spoilt copy is refused for."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.knowledge.country_codes import COLUMNS, NAME, country_codes, faults_of
from dragoman.knowledge.load import load

GOOD = (
    "PER,PE,604,135,135,PE,PER,Peru,test",
    "MEX,MX,484,70,70,MX,MEX,Mexico,test",
)


def faults(folder: Path, *rows: str) -> list[str]:
    (folder / NAME).write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return list(faults_of(folder, ["PER", "MEX"]))


def test_every_state_of_ours_has_a_row_with_a_source() -> None:
    assert set(country_codes()) == set(load().states)
    assert all(row.source for row in country_codes().values())


def test_every_state_that_iso_knows_has_its_alpha_2_and_number() -> None:
    without = {row.id for row in country_codes().values() if not (row.alpha2 and row.numeric)}
    # Kosovo's letters are user-assigned; the others are ours, or ISO never numbered them.
    assert without == {"XKX", "YAR", "VDR", "RVN", "XUA", "AUH", "XOT", "XMC", "XBI", "PCZ"}


def test_every_independent_state_has_a_number_of_both_projects() -> None:
    states = load().states
    without = {
        row.id
        for row in country_codes().values()
        if not (row.cow and row.gw) and not states[row.id].parent and not states[row.id].until
    }
    assert without == {"ATA", "ESH", "HKG", "PSE", "VAT"}


def test_the_two_projects_differ_where_they_are_known_to() -> None:
    differ = {row.id: (row.cow, row.gw) for row in country_codes().values() if row.cow != row.gw}
    assert differ == {
        "DEU": ("255", "260"), "YEM": ("679", "678"), "SRB": ("345", "340"),
        "KIR": ("946", "970"), "NRU": ("970", "971"), "TUV": ("947", "973"),
        "TON": ("955", "972"),
    }  # fmt: skip


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, *GOOD) == []


def test_a_folder_without_the_file_has_no_faults(tmp_path: Path) -> None:
    assert list(faults_of(tmp_path, ["PER"])) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("MEX,MX,484,70,70,PE,MEX,Mexico,test", "fips 'PE' stands for PER and MEX"),
        ("MEX,MEX,484,70,70,MX,MEX,Mexico,test", "alpha2 'MEX' is not 2 letters"),
        ("MEX,MX,84,70,70,MX,MEX,Mexico,test", "numeric '84' is not three digits"),
        ("MEX,MX,484,x,70,MX,MEX,Mexico,test", "cow 'x' is not a number"),
        ("MEX,MX,484,70,70,MX,MEX,Mexico,", "no source"),
        ("MEX,MX,484", "3 cells, expected 9"),
        ("XXX,XX,999,,,,,,test", "no state 'XXX' in states.csv"),
        ("PER,PE,604,135,135,PE,PER,Peru,test", "'PER' has two rows"),
        ("", "no row for the state 'MEX'"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, row: str, fault: str) -> None:
    assert any(fault in found for found in faults(tmp_path, GOOD[0], row))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("id,source\nPER,test\n", encoding="utf-8")
    assert "expected the columns id,alpha2" in next(faults_of(tmp_path, ["PER"]))
