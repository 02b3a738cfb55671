"""The journal of judgements: appended to, read back, and safe against a line cut short."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.model.judgement import Anchor, Judgement
from dragoman.store import journal

ANCHOR = Anchor(event_id="e1", report_id="r1", act="meet", start=3, end=9)


def judgement(name: str, ruling: str = "accept", note: str | None = None) -> Judgement:
    return Judgement(
        judgement_id=name, ruling=ruling, about=("e1",), tellings=((ANCHOR,),), by="Ana",
        at="2026-01-02T03:04:05+00:00", note=note,
    )  # fmt: skip


def test_a_record_without_a_journal_has_no_judgements(tmp_path: Path) -> None:
    assert journal.read(tmp_path) == ()


def test_what_is_appended_is_read_back_in_order(tmp_path: Path) -> None:
    given = [judgement("j1"), judgement("j2", "reject", "“no”\nline \u2028 two")]
    for one in given:
        journal.append(tmp_path, one)
    assert list(journal.read(tmp_path)) == given


def test_a_line_cut_short_by_a_crash_is_no_judgement(tmp_path: Path) -> None:
    journal.append(tmp_path, judgement("j1"))
    whole = (tmp_path / journal.NAME).read_bytes()
    (tmp_path / journal.NAME).write_bytes(whole + whole[:40])
    assert [one.judgement_id for one in journal.read(tmp_path)] == ["j1"]


def test_the_next_judgement_is_not_swallowed_by_a_line_cut_short(tmp_path: Path) -> None:
    journal.append(tmp_path, judgement("j1"))
    whole = (tmp_path / journal.NAME).read_bytes()
    (tmp_path / journal.NAME).write_bytes(whole + whole[:40])
    journal.append(tmp_path, judgement("j2"))
    assert [one.judgement_id for one in journal.read(tmp_path)] == ["j1", "j2"]


@pytest.mark.parametrize("line", ["[1, 2]", '{"ruling": "accept"}', "nonsense", '{"a": 1}'])
def test_a_line_that_is_no_judgement_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    journal.append(tmp_path, judgement("j1"))
    with (tmp_path / journal.NAME).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(RecordError, match="line 2: no judgement"):
        journal.read(tmp_path)


def test_an_unknown_ruling_is_told(tmp_path: Path) -> None:
    journal.append(tmp_path, judgement("j1", "bless"))
    with pytest.raises(RecordError, match="'bless' is none of accept"):
        journal.read(tmp_path)
