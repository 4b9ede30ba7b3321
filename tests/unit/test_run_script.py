"""`sh run`: finds a Python that is recent enough, or says in a line what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def commands(folder: Path, **scripts: str) -> Path:
    """A folder of commands: sh's own tools, and the given shell scripts."""
    folder.mkdir()
    for tool in ("sh", "dirname", "cksum", "cat", "rm", "mktemp"):
        (folder / tool).symlink_to(shutil.which(tool) or pytest.skip(f"no {tool}"))
    for name, script in scripts.items():
        command = folder / name.replace("_", ".")
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(0o755)
    return folder


def run(path: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(path), "HOME": str(home), "RENVOIS_VENV": str(home / "venv")}
    command = [shutil.which("sh") or "sh", str(ROOT / "run"), "demo"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


OLD = 'case "$*" in *--version*) echo "Python 3.9.2" ;; *) exit 1 ;; esac'


@pytest.mark.skipif(
    any(Path(p).exists() for p in ("/usr/local/bin/python3.12", "/usr/local/bin/python3.13", "/usr/local/bin/python3.14"))
    or os.name == "nt",
    reason="this machine keeps a Python where the script always looks",
)
def test_an_old_python_alone_is_told_in_words_and_nothing_is_made(tmp_path: Path) -> None:
    done = run(commands(tmp_path / "bin", python3=OLD), tmp_path)
    assert done.returncode == 2
    assert "needs Python 3.12" in done.stderr
    assert "Python 3.9.2" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_a_newer_python_beside_an_old_python3_is_found(tmp_path: Path) -> None:
    # The newer one stands where pyenv keeps it; it says its version, then refuses to make an environment.
    newer = tmp_path / ".pyenv" / "versions" / "3.13.1" / "bin"
    newer.mkdir(parents=True)
    script = f'#!/bin/sh\ncase "$1" in -m) exit 1 ;; esac\nexec {sys.executable} "$@"\n'
    (newer / "python").write_text(script, encoding="utf-8")
    (newer / "python").chmod(0o755)
    done = run(commands(tmp_path / "bin", python3=OLD, python3_13="exit 127"), tmp_path)
    assert f"making .venv with Python {sys.version.split()[0]}" in done.stderr
    assert "python3-venv" in done.stderr
    assert done.returncode == 2
