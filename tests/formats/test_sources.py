from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from dragoman.errors import NoSuchPathError
from dragoman.formats import sources
from dragoman.read.files import Refused


def contents(path: Path) -> dict[str, bytes]:
    return {name: stream.read() for name, stream in sources.streams(path)}


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return path


def test_plain_gzipped_and_zipped_files_hold_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x")
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"x"))
    zipped(tmp_path / "a.zip", a_csv=b"x", b_csv=b"y")
    assert contents(tmp_path / "a.csv") == {"a.csv": b"x"}
    assert contents(tmp_path / "a.csv.gz") == {"a.csv.gz": b"x"}
    assert contents(tmp_path / "a.zip") == {"a.zip/a.csv": b"x", "a.zip/b.csv": b"y"}


def test_a_zip_bomb_is_stopped(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a_csv=b"0" * (8 << 20))
    with pytest.raises(Refused) as refused:
        contents(path)
    assert refused.value.reason == "bomb"


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    zipfile.ZipFile(inner, "w").close()
    with pytest.raises(Refused) as refused:
        contents(zipped(tmp_path / "a.zip", b_zip=inner.getvalue()))
    assert refused.value.reason == "bomb"


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a_csv=os.urandom(5000))
    data = bytearray(path.read_bytes())
    data[200] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        contents(path)
    assert refused.value.reason == "corrupt_file"
    path.write_bytes(b"no archive")
    with pytest.raises(Refused, match="the archive is damaged"):
        contents(path)


def test_too_many_files_in_an_archive_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(sources.MEMBERS + 1):
            archive.writestr(f"{number}.csv", b"")
    with pytest.raises(Refused, match="holds 1001 files"):
        contents(path)


def test_a_pipe_and_a_folder_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    os.mkfifo(tmp_path / "pipe.zip")
    for name in ("pipe.csv", "pipe.zip", "."):
        with pytest.raises(Refused) as refused:
            contents(tmp_path / name)
        assert refused.value.reason == "not_a_file"


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPathError):
        contents(tmp_path / "gone.csv")


def test_rows_are_utf_8_or_else_windows_1252() -> None:
    data = b"\xef\xbb\xbfPer\xc3\xba\r\nPer\xfa\r\n"
    assert list(sources.lines(io.BytesIO(data))) == [(1, "Perú"), (2, "Perú")]


def test_a_row_without_end_costs_itself_alone() -> None:
    data = b"a\n" + b"x" * (sources.ROW_BYTES + 10) + b"\nb\n"
    assert list(sources.lines(io.BytesIO(data))) == [(1, "a"), (2, None), (3, "b")]


def test_a_wide_file_is_read_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Perú\n".encode("utf-16"))
    found = [list(sources.lines(stream)) for _, stream in sources.streams(tmp_path / "a.csv")]
    assert found[0][0][1] == "Perú"
