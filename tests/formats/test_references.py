from __future__ import annotations

import json
import re

import jsonschema
import pytest

from dragoman.formats.references import BIBTEX, CSL, RIS
from tests.formats import schemas, told_record
from tests.formats.told_record import written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def items(record):
    found = json.loads(written(CSL, record)["sources.csl.json"])
    jsonschema.validate(found, schemas.CSL)
    return {one["id"]: one for one in found}


@pytest.fixture(scope="module")
def entries(record):
    return _bibtex(written(BIBTEX, record)["sources.bib"])


@pytest.fixture(scope="module")
def records(record):
    return _ris(written(RIS, record)["sources.ris"])


def _bibtex(text: str) -> dict[str, dict[str, str]]:
    """Entries by key; a field's braces must match, as BibTeX counts them."""
    out = {}
    for entry in re.split(r"\n(?=@)", text):
        key = re.match(r"@article\{([A-Za-z0-9_-]+),\n", entry)
        assert key is not None
        fields, at = {}, key.end()
        while (field := re.compile(r"\s*(\w+) = ").match(entry, at)) is not None:
            value, at = _value(entry, field.end())
            fields[field[1]] = value
        assert entry[at:].strip() == "}"
        out[key[1]] = fields
    return out


def _value(entry: str, at: int) -> tuple[str, int]:
    depth, start = 0, at
    while depth or entry[at] not in ",\n":
        depth += {"{": 1, "}": -1}.get(entry[at], 0)
        at += 1
    return entry[start:at], at + (entry[at] == ",")


def _ris(text: str) -> dict[str, dict[str, str]]:
    out = {}
    for block in text.split("ER  - \r\n\r\n")[:-1]:
        pairs = [
            re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in block.split("\r\n")[:-1]
        ]
        assert all(pairs)
        fields = {pair[1]: pair[2] for pair in pairs}
        assert next(iter(fields)) == "TY"
        out[fields["ID"]] = fields
    return out


def test_each_report_that_was_asked_for_is_there_once(items, entries, records) -> None:
    names = {row["report_id"] for row in told_record.REPORTS}
    assert set(items) == set(entries) == set(records) == names


def test_csl_holds_what_is_known(items) -> None:
    assert items["r1"] == {
        "id": "r1", "type": "article-newspaper", "title": "Chile calls envoy home",
        "container-title": "Norden Wire", "issued": {"date-parts": [[2024, 3, 6]]},
        "URL": "https://wire.example/a?x=1&y=2", "accessed": {"date-parts": [[2024, 3, 6]]},
        "language": "en",
    }  # fmt: skip
    assert items["r2"]["author"] == [{"literal": "Ida Holm"}]
    assert items["r2"]["archive_location"] == "folder/the post: 2.txt"


def test_a_date_is_as_precise_as_known(items, entries, records) -> None:
    assert items["r4"]["issued"] == {"date-parts": [[2024, 4]]}
    assert (entries["r4"]["date"], entries["r4"]["month"]) == ("{2024-04}", "apr")
    assert (records["r4"]["DA"], records["r1"]["DA"]) == ("2024/04/", "2024/03/06")
    assert "issued" not in items["r5"]
    assert "date" not in entries["r5"]
    assert "DA" not in records["r5"]


def test_what_is_no_web_address_is_no_link(items, entries, records) -> None:
    assert "URL" not in items["r6"]
    assert "url" not in entries["r6"]
    assert "UR" not in records["r6"]
    assert items["r6"]["archive_location"] == told_record.EVIL_LINK


def test_latex_of_a_report_is_not_run(entries) -> None:
    title = entries["r6"]["title"]
    assert r"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}" in title
    ours = r"\\text[a-z]+\{\}|\\[$&#%_]"
    assert not set(re.sub(ours, "", title[2:-2])) & set("\\{}$&#%_~^")


def test_no_text_of_a_report_ends_a_record(records, entries) -> None:
    assert "ER  - " in records["r6"]["TI"]
    assert "[U+202E]turned" in records["r6"]["TI"]
    assert "[U+0000]" in entries["r6"]["title"]


def test_csl_shows_what_is_hidden(items) -> None:
    assert "[U+202E]turned" in items["r6"]["title"]
    assert told_record.SCRIPT in items["r6"]["title"]
