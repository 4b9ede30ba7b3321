"""The commands that read one document and print what is in it: text, structure, extract, check."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.files import write_file
from ..graph.model import Graph
from .options import FileArgument, Lang, LangOption, OutputOption
from .terminal import say

if TYPE_CHECKING:
    from ..loaders.underpinning import Method

CatalogueOption = Annotated[
    Path | None, typer.Option("--catalogue", help="Catalogue d’articles (CSV ou XML LEGI), pour vérifier qu’ils existent.")
]


class ExtractFormat(StrEnum):
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"


def text(file: FileArgument, output: OutputOption = None) -> None:
    """Le texte source, sur lequel portent toutes les positions. / The source text every offset refers to."""
    from ..loaders.read import read

    emit(read(file).text, output)


def structure(
    file: FileArgument, as_json: Annotated[bool, typer.Option("--json", help="En JSON, au lieu d’un plan lisible.")] = False,
    output: OutputOption = None,
) -> None:  # fmt: skip
    """Sections, paragraphes, notes et recommandations. / Sections, paragraphs, footnotes and recommendations."""
    from ..loaders.read import read
    from ..loaders.structure import structure as rebuild
    from ..loaders.structure.report import structure_json
    from .outline import outline

    document = rebuild(read(file))
    emit(json.dumps(structure_json(document), ensure_ascii=False, indent=1) + "\n" if as_json else outline(document), output)


def extract(
    file: FileArgument, form: Annotated[ExtractFormat, typer.Option("--format", help="jsonl, json ou csv.")] = ExtractFormat.JSONL,
    catalogue: CatalogueOption = None,
    output: OutputOption = None,
) -> None:  # fmt: skip
    """Les références du document, résolues ou avec la raison de l’échec. / The references, resolved or not and why."""
    from ..loaders.citations.extract import reference_record
    from ..loaders.pipeline import references_of

    records = [reference_record(r) for r in references_of(file, catalogue)]
    emit(_printed(records, form), output)


def check(
    file: FileArgument, lang: LangOption = Lang.FR, as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
    catalogue: CatalogueOption = None,
) -> None:  # fmt: skip
    """Ce qu’un lecteur devrait vérifier : coquilles, références non résolues. / What a reader should verify."""
    from .tables import findings_table, show

    graph = drawn(file, catalogue)
    findings = [n for n in graph.nodes if n.label == "Finding"]
    findings.sort(key=lambda n: int(str(n.properties["order"])))
    if as_json:
        emit(json.dumps([{"id": n.id, **n.properties} for n in findings], ensure_ascii=False, indent=1) + "\n", None)
    else:
        show(findings_table(findings, lang))


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="L’annotation de référence (JSON).")], file: FileArgument,
    lang: LangOption = Lang.FR, as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
) -> None:  # fmt: skip
    """Mesure les références trouvées contre une annotation. / Measures the references found against an annotation."""
    from dataclasses import asdict

    from ..loaders.evaluate import evaluate as measure
    from ..loaders.pipeline import references_of
    from .scores import miss_table, score_table
    from .tables import show

    found = measure(gold, references_of(file))
    if as_json:
        emit(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n", None)
        return
    show(score_table(f"{file.name} / {gold.name}", found, lang))
    if found.misses:
        show(miss_table(found, lang))


def drawn(file: Path, catalogue: Path | None, method: Method | None = None) -> Graph:
    """A document's graph; what was doubtful on the way is told on stderr. `method`: how recommendations are linked, if not as usual."""
    from ..loaders.pipeline import read_document, reviewed_graph
    from ..loaders.read import read
    from ..loaders.review import told_unmatched

    reading = read_document(read(file), catalogue, method) if method else read_document(read(file), catalogue)
    for warning in (*reading.document.source.warnings, *reading.document.warnings):
        say(f"{file} — {warning}")
    graph = reviewed_graph(reading, file)
    for told in told_unmatched(graph, file):
        say(told)
    return graph


def emit(printed: str, output: Path | None) -> None:
    """Prints, or writes the file whole or not at all."""
    if output is not None:
        write_file(output, printed)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(printed.encode())  # as UTF-8 and unaltered, whatever the terminal's: offsets count every character


def _printed(records: list[dict[str, object]], form: ExtractFormat) -> str:
    if form is ExtractFormat.JSONL:
        return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    if form is ExtractFormat.JSON:
        return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    from ..queries.render import csv_text

    columns = list(records[0]) if records else ["start", "end", "surface", "kind", "canonical"]
    flat = [[json.dumps(r[c], ensure_ascii=False) if isinstance(r[c], list) else r[c] for c in columns] for r in records]
    return csv_text(columns, flat)


COMMANDS: dict[str, Callable[..., None]] = {"text": text, "structure": structure, "extract": extract, "check": check, "evaluate": evaluate}
