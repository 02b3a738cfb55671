"""The notebook of the docs runs from its first cell to its last, and is kept without outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import dragoman
from tests.docs.reading import ROOT, links

PATH = ROOT / "docs" / "notebook.ipynb"


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Any:
    place = tmp_path_factory.mktemp("notebook")
    with pytest.MonkeyPatch.context() as patch:
        # What the notebook makes for a while lies where the tests clean up.
        patch.setenv("TMPDIR", str(place))
        patch.setenv("PYTHONPATH", str(Path(dragoman.__file__).parents[1]))
        notebook = nbformat.read(PATH, as_version=4)
        where = {"metadata": {"path": str(place)}}
        return NotebookClient(notebook, timeout=120, resources=where).execute()


def shown(ran: Any) -> str:
    parts = []
    for cell in ran.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            parts.append(output.get("text") or data.get("text/html") or data.get("text/plain"))
    return "\n".join(parts)


def test_it_runs_and_shows_what_it_is_about(ran: Any) -> None:
    page = shown(ran)
    for words in ("reports: 11 rows", "relations between Peru and Mexico were severed",
                  "Betssy Chávez", "datapackage.json", "AID"):  # fmt: skip
        assert words in page


def test_it_is_kept_without_outputs() -> None:
    notebook = nbformat.read(PATH, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) > 5
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_its_links_lead_to_pages() -> None:
    notebook = nbformat.read(PATH, as_version=4)
    found = [link for cell in notebook.cells for link in links(cell.source)]
    assert found
    assert all((PATH.parent / link).is_file() for link in found)
