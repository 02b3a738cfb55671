from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.errors import RecordLockedError
from dragoman.store import lock


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with lock.writing(tmp_path), pytest.raises(RecordLockedError) as caught:  # noqa: SIM117
        with lock.writing(tmp_path):
            pass
    assert caught.value.holder == str(os.getpid())


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock.writing(tmp_path):
        _ = 1 / 0
    with lock.writing(tmp_path):
        assert (tmp_path / lock.NAME).read_text() == f"{os.getpid()}\n"


def test_a_lock_file_left_behind_does_not_lock(tmp_path: Path) -> None:
    (tmp_path / lock.NAME).write_text("1\n")
    with lock.writing(tmp_path):
        assert (tmp_path / lock.NAME).read_text() == f"{os.getpid()}\n"
