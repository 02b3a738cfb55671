"""The Export page: what is chosen is counted, told as a command, and sent as files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from dragoman.formats import known
from dragoman.store.store import Store
from tests.cli.run import Run, runner
from tests.web.conftest import Client

OWN = {"sec-fetch-site": "same-origin"}


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_choice_is_counted(client: Client, record: Path):
    with Store.open(record) as store:
        incidents, tellings = len(store.rows("incidents")), len(store.rows("events"))
    whole = client.get("/export.json").json()
    assert (whole["incidents"], whole["tellings"]) == (incidents, tellings)
    part = client.get("/export.json?act=meet").json()
    assert (part["incidents"], part["tellings"]) == (1, 1)
    assert part["command"].startswith("dragoman export csv out/ --act meet")
    assert client.get("/export.json?since=2030").json()["counted"] == "0 incidents, 0 tellings"


@pytest.mark.parametrize(
    "choice", ["act=fly", "country=Atlantis", "since=x", "status=x", "format=x"]
)
def test_what_cannot_be_chosen_says_why(client: Client, choice: str):
    for page in ("export", "download"):
        answer = client.get(f"/{page}?{choice}", headers=OWN)
        assert answer.status_code == 400
        assert choice.partition("=")[2] in answer.text


@pytest.mark.parametrize("name", known.FORMATS)
def test_every_format_is_sent_and_the_same_twice(client: Client, name: str):
    first, again = (client.get(f"/download?format={name}", headers=OWN) for _ in range(2))
    assert first.status_code == 200
    assert first.content == again.content
    assert first.headers["content-disposition"].startswith("attachment; filename=")
    assert first.headers["cache-control"] == "no-store"
    if first.headers["content-type"] == "application/zip":
        assert {"README.txt", "datapackage.json"} <= unzipped(first.content).keys()


def test_a_download_is_what_the_command_writes(
    client: Client, record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    run: Run = runner(capsys)
    assert run("export", "csv", tmp_path / "out", "--record", record).code == 0
    sent = unzipped(client.get("/download?format=csv", headers=OWN).content)
    for path in (tmp_path / "out").iterdir():
        if path.name != "README.txt":  # it says by which words it was asked for
            assert sent[path.name] == path.read_bytes(), path.name


def test_no_cell_is_a_formula(client: Client):
    sent = unzipped(client.get("/download?format=csv", headers=OWN).content)
    cells = [
        cell
        for name, data in sent.items()
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(data.decode()))
        for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_the_package_tells_what_is_in_each_file(client: Client):
    sent = unzipped(client.get("/download?format=jsonl&act=meet", headers=OWN).content)
    told = json.loads(sent["datapackage.json"])
    sizes = {one["path"]: one["bytes"] for one in told["resources"]}
    assert sizes == {name: len(sent[name]) for name in sizes}
    assert len(sent["incidents.jsonl"].splitlines()) == 1


def test_a_link_on_another_site_starts_no_download(client: Client):
    headers = {
        "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document",
    }  # fmt: skip
    assert client.get("/download?format=csv", headers=headers).status_code == 403
    assert client.get("/download/x?format=csv", headers=OWN).status_code == 404
