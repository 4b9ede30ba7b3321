"""The README says what the code does: commands, dependencies, files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from typer.main import get_command

from renvois.cli.app import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_command_table_lists_every_command_and_no_other() -> None:
    listed = set(re.findall(r"^\| `renvois ([a-z0-9]+)", README, re.MULTILINE))
    assert listed == set(get_command(app).commands)  # type: ignore[attr-defined]


def test_every_option_the_readme_shows_exists() -> None:
    known = {opt for command in get_command(app).commands.values() for p in command.params for opt in p.opts}  # type: ignore[attr-defined]
    ours = "\n".join(line for line in README.splitlines() if "docker" not in line)
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]+", ours))
    assert shown <= known


def test_the_dependency_table_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[a-z0-9-]+", line)[0] for line in project["dependencies"]}  # type: ignore[index]
    table = README.split("| dependency |")[1].split("\n\n")[0]
    listed = {name.strip() for row in re.findall(r"^\| ([a-z0-9, -]+) \|", table, re.MULTILINE) for name in row.split(",")}
    assert listed == wanted


def test_the_files_it_links_to_are_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_commands_are_one_line_of_sh() -> None:
    assert re.findall(r"^sh run (\w+)$", README, re.MULTILINE) == ["demo", "test"]
