"""The command of a jurist's review: review."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.bilingual import told
from ..graph.errors import InputError
from .options import FileArgument, Lang, LangOption, OutputOption
from .texts import CatalogueOption, drawn, emit

if TYPE_CHECKING:
    from ..graph.model import Graph
    from ..loaders.review import Doubt

WORDS = {
    Lang.FR: {
        "title": "À relire d’abord : {} sur {}", "columns": ("Doute", "Lien (target)", "Vers", "Pourquoi", "Mots du texte"),
        "X": "autre section (X)", "weak": "B faible", "contextual": "rôle déduit", "unresolved": "non résolu", "finding": "à vérifier",
        "sure": "sûr", "reviewed": "relu", "entries": "Relecture : {}", "marks": ("Ligne", "Lien (target)", "Verdict", "Qui", "Effet"),
        "empty": "Rien n’est incertain.",
    },
    Lang.EN: {
        "title": "To review first: {} of {}", "columns": ("Doubt", "Link (target)", "To", "Why", "Words of the text"),
        "X": "other section (X)", "weak": "B weak", "contextual": "inferred role", "unresolved": "unresolved", "finding": "to verify",
        "sure": "sure", "reviewed": "reviewed", "entries": "Review: {}", "marks": ("Line", "Link (target)", "Verdict", "Who", "Effect"),
        "empty": "Nothing is uncertain.",
    },
}  # fmt: skip


def review(
    file: FileArgument,
    as_template: Annotated[bool, typer.Option("--template", help="Un fichier de relecture prêt à remplir (YAML).")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Aussi ce qui est sûr, et ce qui est déjà relu.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
    output: OutputOption = None, catalogue: CatalogueOption = None, lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Ce qu’un juriste devrait relire, le moins sûr d’abord. / What a jurist should review, the least sure first."""
    from ..loaders.review import review_path, template, uncertain

    if as_template and as_json:
        raise InputError("--template and --json exclude one another.", cure="Keep one.")
    graph = drawn(file, catalogue)
    doubts = uncertain(graph, lang.value)
    shown = [d for d in doubts if everything or (d.rank != "sure" and not d.reviewed)]
    if as_template:
        emit(template(doubts, file.name, review_path(file).name, lang.value), _new(output))
    elif as_json:
        emit(json.dumps([asdict(d) for d in shown], ensure_ascii=False, indent=1) + "\n", output)
    else:
        _show(graph, shown, len(doubts), lang)


def _new(output: Path | None) -> Path | None:
    """A review holds somebody's work: it is never written over."""
    if output is not None and output.exists():
        raise InputError(
            "This file exists, and may hold a review.", where=str(output), cure="Choose another name with -o, then merge them."
        )
    return output


def _show(graph: Graph, shown: Sequence[Doubt], total: int, lang: Lang) -> None:
    from .tables import plain_table, show

    words = WORDS[lang]
    rows = [(words["reviewed"] if d.reviewed else words[d.rank], d.target, d.name, d.why, d.quote) for d in shown]
    show(plain_table(str(words["title"]).format(len(rows), total), words["columns"], rows, str(words["empty"])))
    entries = sorted((n.properties for n in graph.nodes if n.label == "Review"), key=lambda p: int(str(p["order"])))
    if entries:
        marks = [
            (str(p["name"]).rpartition(" ")[2], p["target"], p["verdict"], p.get("reviewer"), told(p, "message", lang.value))
            for p in entries
        ]
        show(plain_table(str(words["entries"]).format(len(marks)), words["marks"], marks))


COMMANDS: dict[str, Callable[..., None]] = {"review": review}
