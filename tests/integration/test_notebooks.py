"""Every notebook runs from top to bottom on the embedded database, and ends with something to keep."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from support import neo4j_server

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# What each leaves in its folder for its reader.
KEPT = {
    "01": ("avis.html", "sources-les-plus-citees.svg"),
    "02": ("fondements.csv", "carte.html"),
    "03": ("responsabilites.csv", "responsabilites.svg"),
    "04": ("codes.md",),
    "05": ("desaccords.csv",),
}


def test_the_tour_has_its_five_notebooks() -> None:
    assert [n.name[:2] for n in NOTEBOOKS] == sorted(KEPT)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[n.stem for n in NOTEBOOKS])
def test_a_notebook_is_kept_without_outputs_and_has_parameters(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    code = [c for c in book.cells if c.cell_type == "code"]
    assert all(not c.outputs and c.execution_count is None for c in code)
    assert sum("parameters" in c.metadata.get("tags", []) for c in code) == 1
    assert "*In English" in book.cells[0].source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[n.stem for n in NOTEBOOKS])
def test_a_notebook_runs_and_leaves_what_it_promises(path: Path, tmp_path: Path) -> None:
    _run(path, tmp_path)


@pytest.mark.neo4j
def test_the_fourth_runs_on_neo4j_too(tmp_path: Path, neo4j_server_wiped: neo4j_server.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENVOIS_NEO4J", neo4j_server_wiped.uri)
    _run(NOTEBOOKS[3], tmp_path)
    assert not (tmp_path / "notebooks" / "sorties" / "base-04").exists(), "nothing was kept in the embedded database"


def _run(path: Path, tmp_path: Path) -> None:
    for name in ("notebooks", "tests/golden/A-2021-5"):
        (tmp_path / name).mkdir(parents=True)
    for gold in (ROOT / "tests" / "golden" / "A-2021-5").glob("*.json"):
        shutil.copy(gold, tmp_path / "tests" / "golden" / "A-2021-5")
    book = nbformat.read(path, as_version=4)
    NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path / "notebooks")}}).execute()
    shown = [o for c in book.cells if c.cell_type == "code" for o in c.outputs]
    assert any("image/svg+xml" in o.get("data", {}) or "text/html" in o.get("data", {}) for o in shown)
    assert not [o for o in shown if o.output_type == "stream" and o.name == "stderr"], "no warning is shown"
    for name in KEPT[path.name[:2]]:
        assert (tmp_path / "notebooks" / "sorties" / name).stat().st_size > 100
