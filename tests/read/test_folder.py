"""Which files a path stands for."""

import os
from pathlib import Path

import pytest

from dragoman.errors import NoSuchPathError
from dragoman.read.folder import FORMATS, find, format_of


def test_files_come_in_sorted_order_with_relative_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.md", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [file.uri for file in find(tmp_path)] == ["b.txt", "c.html", "a/c.md", "a/z.txt"]


def test_file_given_directly_has_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert [file.uri for file in find(tmp_path / "a.txt")] == ["a.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    (tmp_path / ".a.txt").write_text("x")
    assert list(find(tmp_path)) == []


def test_unknown_ending_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("x")
    assert [(file.fault or ("",))[0] for file in find(tmp_path)] == ["unknown_format"]


@pytest.mark.parametrize("name", ["README.md", "LICENSE.txt", "readme.txt", "CHANGELOG.md"])
def test_file_about_the_folder_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    assert [(file.fault or ("",))[0] for file in find(tmp_path)] == ["not_a_report"]


def test_file_about_the_folder_is_read_when_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x")
    assert [file.fault for file in find(tmp_path / "README.md")] == [None]


def test_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPathError):
        list(find(tmp_path / "nowhere"))


def test_link_below_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text("x")
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "out.txt")
    assert [(file.fault or ("",))[0] for file in find(tmp_path / "in")] == ["not_a_file"]


def test_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [(file.fault or ("",))[0] for file in find(tmp_path)] == ["not_a_file"]


def test_pipe_is_told_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [(file.fault or ("",))[0] for file in find(tmp_path)] == ["not_a_file"]


def test_folder_given_as_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert [file.uri for file in find(tmp_path / "link")] == ["a.txt"]


@pytest.mark.parametrize("name", ["a\ud800.txt".encode("utf-8", "surrogatepass"), b"a\xff\x01.txt"])
def test_names_that_are_no_text_become_text(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("x")
    assert all(file.uri.encode("utf-8") and "\x01" not in file.uri for file in find(tmp_path))


@pytest.mark.parametrize("ending", FORMATS)
def test_packed_files_have_the_format_of_what_is_in_them(ending: str) -> None:
    assert format_of(f"A{ending.upper()}.gz") == FORMATS[ending]


def test_a_pattern_stands_for_what_it_matches(tmp_path: Path) -> None:
    for name in ("a/x.txt", "a/b/y.txt", "a/z.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [file.path.name for file in find(tmp_path / "**" / "*.txt")]
    assert found == ["y.txt", "x.txt"]
    assert [file.uri for file in find(tmp_path / "a" / "*.md")] == ["z.md"]
    with pytest.raises(NoSuchPathError):
        list(find(tmp_path / "*.html"))


def test_a_name_with_a_star_is_itself_where_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "a*.txt").write_text("x")
    (tmp_path / "ab.txt").write_text("x")
    assert [file.path.name for file in find(tmp_path / "a*.txt")] == ["a*.txt"]


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jsonl.zst", "jsonl"), ("a.WARC.GZ", "warc"), ("a.parquet", "parquet"), ("a.pdf", "pdf"),
     ("a.xml.gz", "feed"), ("a.zst", None)],
)  # fmt: skip
def test_the_ending_says_what_is_inside(name: str, form: str | None) -> None:
    assert format_of(name) == form
