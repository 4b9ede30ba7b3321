"""The embedded store's bad places, locks and sudden deaths: a clear error, nothing lost, nothing half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.small_graph import DOCUMENT, LATER, later_graph, small_graph

from renvois.graph.embedded import FILE
from renvois.graph.errors import StoreError
from renvois.graph.open import open_store

TESTS = Path(__file__).parent.parent


@pytest.fixture
def built(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store") as store:
        store.load(small_graph())
    return tmp_path / "store"


def _snapshot(directory: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in directory.iterdir() if p.is_file()}


@pytest.mark.parametrize("access", ["read", "write"])
def test_a_directory_of_other_files_is_left_alone(tmp_path: Path, access: str) -> None:
    (tmp_path / "lettre.txt").write_text("Madame, Monsieur")
    with pytest.raises(StoreError, match="is no store") as caught:
        open_store(tmp_path, access=access)  # type: ignore[arg-type]
    assert caught.value.where == str(tmp_path)
    assert _snapshot(tmp_path) == {"lettre.txt": b"Madame, Monsieur"}


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "avis.txt").write_text("Avis")
    with pytest.raises(StoreError, match="This is a file"):
        open_store(tmp_path / "avis.txt")


@pytest.mark.parametrize("access", ["read", "write"])
@pytest.mark.parametrize("damage", ["cut", "foreign", "empty"])
def test_a_damaged_store_is_left_as_it_is(built: Path, damage: str, access: str) -> None:
    whole = (built / FILE).read_bytes()
    (built / FILE).write_bytes({"cut": whole[: len(whole) // 2], "foreign": b"SQLite format 3\0" + whole, "empty": b""}[damage])
    before = _snapshot(built)
    with pytest.raises(StoreError, match=r"left as it is.*Rebuild it in another directory"):
        open_store(built, access=access)  # type: ignore[arg-type]
    assert _snapshot(built) == before


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    import grafeo

    database = grafeo.GrafeoDB(str(tmp_path / FILE))
    database.execute_cypher("CREATE (:Film {title: 'Le Procès'})")
    database.close()
    with pytest.raises(StoreError, match="no schema of Renvois"):
        open_store(tmp_path)
    database = grafeo.GrafeoDB(str(tmp_path / FILE))
    assert (database.node_count, database.execute_cypher("SHOW CONSTRAINTS").to_list()) == (1, [])


def test_reading_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store here.*renvois build"):
        open_store(tmp_path / "absent", access="read")
    assert not (tmp_path / "absent").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "store")


def test_a_second_writer_is_refused_and_two_readers_are_not(built: Path) -> None:
    with open_store(built) as first:
        for access in ("read", "write"):
            assert "in use" in _opened_elsewhere(built, access)
        assert first.documents() == [DOCUMENT]
    with open_store(built, access="read") as first:
        assert _opened_elsewhere(built, "read") == DOCUMENT
        assert "in use" in _opened_elsewhere(built, "write")
        assert first.documents() == [DOCUMENT]


def _opened_elsewhere(directory: Path, access: str) -> str:
    """What another process gets that opens the store: its documents, or the error."""
    code = f"""
from renvois.graph.errors import StoreError
from renvois.graph.open import open_store
try:
    with open_store({str(directory)!r}, access={access!r}) as store:
        print(*store.documents())
except StoreError as error:
    print(error)
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


FULL = """
import resource, signal, sys
sys.path.insert(0, sys.argv[3])
from support.small_graph import small_graph
from renvois.graph.errors import StoreError
from renvois.graph.open import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    with open_store(sys.argv[1]) as store:
        print(store.load(small_graph()).nodes_created > 0)
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("room", [2_000, 20_000, 30_000, 60_000])
def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path, room: int) -> None:
    """No file may grow past `room` bytes: opening, loading or closing fails, as on a full disk."""
    with open_store(tmp_path / "store") as store:
        store.load(later_graph())
    command = [sys.executable, "-c", FULL, str(tmp_path / "store"), str(room), str(TESTS)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert "File too large" in said[-1]
    assert "Check the disk" in said[-1]
    with open_store(tmp_path / "store") as store:
        assert store.documents() == ([DOCUMENT, LATER] if "True" in said else [LATER])
        assert {r.id for r in store.everything().relationships} >= {r.id for r in later_graph().relationships}


def test_a_writer_killed_a_hundred_times_leaves_the_old_graph_or_the_new(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "support.killing", str(tmp_path / "store"), "100"]
    done = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kills = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(kills) == 100
    assert [kill for kill in kills if kill["fault"]] == []
    assert {kill["said"] for kill in kills} == {"loaded", "removed"}, "killed while loading and while removing"
