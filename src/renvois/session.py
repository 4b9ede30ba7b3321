"""What a notebook holds: a graph to build, to ask and to look at, whichever database keeps it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from .asking import password_prompt
from .graph.errors import RenvoisError, StoreError
from .graph.open import open_store
from .graph.spool import Spool
from .graph.store import LoadReport, Store
from .queries.catalog import Catalog, load_catalog
from .queries.found import hits_as_rows
from .queries.limits import LIMITS, Limits
from .queries.run import picture, run
from .result import Result

if TYPE_CHECKING:
    from networkx import MultiDiGraph

DEFAULT_STORE = "renvois-store"
SAMPLE = Path(__file__).parent / "sample" / "A-2021-5.txt"

type Lang = Literal["fr", "en"]


def open(
    address: str | Path | None = None,
    *,
    lang: Lang = "fr",
    queries: Sequence[str | Path] = (),
    database: str | None = None,
    limits: Limits = LIMITS,
) -> Session:
    """A session on the graph at a directory or a server's address (bolt://…); by default the directory renvois-store here.

    Nothing is opened before it is needed, and a directory is opened for writing only while `build` runs: several notebooks can read
    one store. `queries` names directories of your own .cypher files. QueryError where one of these is wrong. `limits` bounds each answer.
    The password of a server is RENVOIS_NEO4J_PASSWORD; where that is not set, it is asked for.
    """
    return Session(address or Path(DEFAULT_STORE), lang, load_catalog(*queries), database, limits)


class Session:
    """`g.build(file)`, `g.query(name, …)`, `g.cypher(text, …)`, `g.explore()`. Use it in a `with`, or close it."""

    def __init__(self, address: str | Path, lang: Lang, catalog: Catalog, database: str | None, limits: Limits = LIMITS) -> None:
        self.address, self.lang, self.catalog, self.limits = address, lang, catalog, limits
        self._database = database
        self._store: Store | None = None
        self._pages: dict[str, str] = {}

    def build(self, *files: str | Path) -> list[LoadReport]:
        """Reads documents and loads their graphs; what was held of the same documents is replaced. All are read before one is loaded.

        An entry of a review beside a document that matches nothing is kept, and told as a warning (UserWarning).
        """
        from .loaders.across import load, relate
        from .loaders.pipeline import build_graph
        from .loaders.review import told_unmatched

        with Spool() as graphs:
            for file in files:
                graphs.add(graph := build_graph(file))
                for told in told_unmatched(graph, file):
                    warnings.warn(told, stacklevel=2)
            self.close()
            with self._opened("write") as store:
                reports = [load(store, graph) for graph in graphs]
                relate(store, graphs.documents)
        return reports

    def query(self, name: str, /, **params: object) -> Result:
        """The answer to a canned query, e.g. g.query("underpinning", recommendation=24). QueryError for an unknown name or bad value."""
        store = self._reading()
        answer = run(store, name, params, catalog=self.catalog, limits=self.limits)
        return Result.of_answer(answer, lambda: picture(store, answer), self.lang, self._pages)

    def cypher(self, text: str, /, **params: object) -> Result:
        """The answer to a query of your own, which may only read. QueryError where it fails or would write."""
        rows = self._reading().read(text, params, max_rows=self.limits.rows, timeout=self.limits.seconds)
        return Result.of_rows(text, rows, self.lang, self._pages)

    def measure(self) -> int:
        """Writes back, on recommendations, sources and institutions, `betweenness` and `community`; how many nodes have them.

        "central-sources" and "communities" show them. To be taken again when documents have changed.
        """
        from .graph.measures import measures

        found = measures(self._reading().everything())
        self.close()
        with self._opened("write") as store:
            store.measure(found)
        return len(found)

    def search(self, words: str, *, limit: int = 20) -> Result:
        """The passages and names that hold every word, best first; plurals, accents and capitals do not matter."""
        return Result.of_rows("", hits_as_rows(self._reading().search(words, limit=limit)), self.lang, self._pages)

    @property
    def documents(self) -> Sequence[str]:
        """The ids of the loaded opinions."""
        return self._reading().documents()

    def to_networkx(self) -> MultiDiGraph[str]:
        """The whole graph as a networkx MultiDiGraph."""
        from .graph.networks import to_networkx

        return to_networkx(self._reading().everything())

    def explore(self, output: str | Path | None = None, *, document: str | None = None) -> Path:
        """Writes the offline page of an opinion, or of all in a folder with an index, and returns the path to open.

        Tables shown afterwards link to the passages. RenvoisError for an unknown document, or where none is loaded.
        """
        from .explorer import write_page, write_site
        from .explorer.site import page_stems
        from .graph.parts import document_graph
        from .loaders.keeping import kept_text
        from .loaders.structure import structure

        known = self.documents
        if not known or document not in (None, *known):
            raise RenvoisError(f"No opinion {document or ''!r} to show.", cure=f"Loaded: {', '.join(known) or 'none'}.")
        whole = self._reading().everything()
        stems = page_stems(known)
        if document is None and len(known) > 1:
            folder = Path(output or "renvois-explorer")
            self._pages |= {name: (folder / f"{stem}.html").as_posix() for name, stem in stems.items()}
            return write_site(whole, known, lambda graph: structure(kept_text(graph)), folder, lang=self.lang)
        chosen = document or known[0]
        graph = document_graph(whole, chosen)
        path = Path(output or f"renvois-{stems[chosen]}.html")
        write_page(graph, structure(kept_text(graph)), path, lang=self.lang)
        self._pages[chosen] = path.as_posix()
        return path

    def report(self, output: str | Path, *, document: str | None = None) -> Path:
        """Writes the report of an opinion and returns its path; the name tells the format: .md, .html or .docx.

        RenvoisError for an unknown document, or where several are loaded and none is named.
        """
        from .graph.files import write_file
        from .report import form_of, report, write

        form, known = form_of(Path(output)), self.documents
        chosen = document or (known[0] if len(known) == 1 else "")
        if chosen not in known:
            raise RenvoisError(f"No opinion {chosen!r} to report on.", cure=f"Name one: {', '.join(known) or 'none is loaded'}.")
        return write_file(Path(output), write(report(self._reading().everything(), chosen, self.lang), form))

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<renvois.Session {self.address}>"

    def _reading(self) -> Store:
        if self._store is None:
            if "://" not in str(self.address) and not Path(self.address).exists():
                raise StoreError("There is no store here yet.", where=str(self.address), cure='Make one: g.build("avis.txt").')
            self._store = self._opened("read")
        return self._store

    def _opened(self, access: Literal["read", "write"]) -> Store:
        return open_store(self.address, access=access, database=self._database, password=password_prompt())
