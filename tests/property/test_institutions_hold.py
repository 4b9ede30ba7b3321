"""Whatever the text: bodies lie in it, in order, and roles quote its words."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from renvois.loaders.institutions import Gazetteer, hearings, institutions, responsibilities
from renvois.loaders.institutions.find import find
from renvois.loaders.read import read
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure
from renvois.loaders.themes import themes

SAMPLE = read(Path(__file__).parents[2] / "src/renvois/sample/A-2021-5.txt").text
GAZETTEER = Gazetteer.load()

offsets = st.integers(min_value=0, max_value=len(SAMPLE))
pieces = st.tuples(offsets, st.integers(min_value=0, max_value=400)).map(lambda cut: SAMPLE[cut[0] : cut[0] + cut[1]])
words = st.sampled_from(
    [
        "La CNCDH recommande ", "à la MIPROF ", "(ASE) ", "Haute Autorité des lacs (HAL) ", "cette mission ", "l’E\u0301tat ", "(", "\n",
        "¸", "\u00a0", "ministère de ", "Recommandation n° 1 : ", "Annexe : personnes auditionnées\n", "Mme Ada Lovelace, ", "ﬁ", "œ", "𝐀",
    ]
)  # fmt: skip
texts = st.lists(st.one_of(st.text(max_size=40), pieces, words), max_size=12).map("".join)


@settings(deadline=None)
@given(texts)
def test_bodies_lie_in_the_text_in_order(text: str) -> None:
    [found] = find([text], GAZETTEER)
    assert [f.start for f in found] == sorted(f.start for f in found)
    assert all(0 <= f.start < f.end <= len(text) and text[f.start : f.end].strip() for f in found)


@settings(deadline=None)
@given(texts)
def test_all_that_is_read_of_a_document_quotes_its_source(text: str) -> None:
    document = structure(SourceText("hasard.txt", text, "txt"))
    mentions = institutions(document, GAZETTEER)
    assert all(m.surface == text[m.start : m.end] != "" for m in mentions)
    quoted = [*responsibilities(document, mentions), *hearings(document, mentions), *themes(document)]
    assert all(part.quote == text[part.start : part.end] != "" for part in quoted)
