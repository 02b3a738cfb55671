from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path

import pytest

from dragoman.errors import NoSuchPathError, UsageError
from dragoman.formats import acled, events, icews, polecat, ucdp
from dragoman.formats.foreign import REASONS, ForeignEvent
from dragoman.formats.gdelt_read import EVENTS, OLD_EVENTS
from dragoman.formats.registry import READABLE, Format
from dragoman.model.report import Rejection
from dragoman.store.store import Store
from tests.formats.eventful import written


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("\t".join(polecat.HEADER), "polecat"),
        ("\t".join(icews.HEADER), "icews"),
        ("\t".join(["1"] * len(EVENTS)), "gdelt"),
        ("\t".join(["1"] * len(OLD_EVENTS)), "gdelt"),
        (",".join(acled.HEADER), "acled"),
        (",".join(ucdp.HEADER), "ucdp"),
        (",".join(["1"] * 49), "ucdp"),
        ('{"id": "1"}', "plover"),
        ("a,b,c", None),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_a_file_tells_its_format(line: str, form: str | None, mark: bytes) -> None:
    assert events.format_of(mark + line.encode() + b"\nmore") == form


@pytest.mark.parametrize("form", events.FORMATS, ids=lambda form: form.name)
def test_the_same_record_gives_the_same_bytes(eventful_record: Store, form: Format) -> None:
    first, second = (written(eventful_record, form) for _ in range(2))
    assert {name: text for name, (text, _) in first.items()} == {
        name: text for name, (text, _) in second.items()
    }


@pytest.mark.parametrize("form", events.FORMATS, ids=lambda form: form.name)
def test_every_row_has_the_columns_that_are_told(eventful_record: Store, form: Format) -> None:
    for name, (text, file) in written(eventful_record, form).items():
        assert len(text.splitlines()) - (file.count() or 0) in (0, 1)
        if not name.endswith((".jsonl", "ids.csv")):
            widths = {len(line.split("\t")) for line in text.splitlines()}
            assert widths == {len(file.columns)}
            assert file.dialect is not None
            first = text.partition("\n")[0].split("\t")
            assert file.dialect["header"] == (first == [column[0] for column in file.columns])


@pytest.mark.parametrize("form", events.FORMATS, ids=lambda form: form.name)
def test_each_format_written_is_recognised(
    eventful_record: Store, form: Format, tmp_path: Path
) -> None:
    name, (text, _) = next(iter(written(eventful_record, form).items()))
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    found = list(events.read([tmp_path / f"{name}.gz"]))
    assert found
    assert all(isinstance(one, ForeignEvent) and one.format == form.name for one in found)


def test_rows_come_while_the_file_is_read(tmp_path: Path) -> None:
    line = "\t".join(["1", "20240301", *[""] * 59]) + "\n"
    (tmp_path / "a.CSV").write_text(line * 3 + "broken\n")
    found = events.read([tmp_path / "a.CSV", tmp_path / "gone.CSV"], "gdelt")
    assert [type(one) for one in islice(found, 4)] == [ForeignEvent] * 3 + [Rejection]
    with pytest.raises(NoSuchPathError):
        next(found)


def test_a_file_of_no_known_format_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (one,) = events.read([tmp_path / "a.csv"])
    assert isinstance(one, Rejection)
    assert (one.uri, one.reason) == ("a.csv", "unknown_format")


def test_a_damaged_file_is_told_after_what_came_before(tmp_path: Path) -> None:
    line = "\t".join(["1", "20240301", *[""] * 59]) + "\n"
    data = gzip.compress((line * 5000).encode(), compresslevel=0)
    (tmp_path / "a.CSV.gz").write_bytes(data[: len(data) // 2])
    found = list(events.read([tmp_path / "a.CSV.gz"], "gdelt"))
    assert isinstance(found[0], ForeignEvent)
    assert isinstance(found[-1], Rejection)
    assert found[-1].reason == "corrupt_file"


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected one of polecat, icews"):
        next(events.read([tmp_path], "cameo"))


def test_reasons_are_named_in_order() -> None:
    assert list(REASONS) == sorted(REASONS)


def test_what_help_names_is_what_can_be_read():
    assert tuple(events.READERS) == READABLE
