"""Renvois as spaCy components, in anyone's own pipeline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from renvois.loaders.nlp import nlp

TEXT = "La CNCDH rappelle l’article 225-4-1 du code pénal. Elle recommande de confier ce suivi à la MIPROF."


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return nlp()


def test_spacy_finds_the_components_by_itself() -> None:
    code = "import spacy; print(spacy.blank('fr').add_pipe('renvois_references') is not None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "True\n", done.stderr


def test_references_are_spans_with_what_they_name() -> None:
    language = spacy.blank("fr")
    language.add_pipe("renvois_references")
    doc = language(TEXT)
    [span] = doc.spans["references"]
    assert (span.text, span.label_) == ("article 225-4-1 du code pénal", "code_article")
    assert (span._.canonical, span._.target) == ("code pénal, art. 225-4-1", "legi:LEGITEXT000006070719/art/225-4-1")


def test_exact_offsets_are_kept_where_a_token_is_longer_than_the_body() -> None:
    language = spacy.blank("fr")
    language.tokenizer = spacy.tokenizer.Tokenizer(language.vocab)  # splits on spaces alone
    language.add_pipe("renvois_institutions")
    doc = language("saisie de l’OFPRA.")
    [span] = doc.spans["institutions"]
    assert span.text == "l’OFPRA."
    assert doc.text[slice(*span._.institution_offsets)] == "OFPRA"


def test_institutions_and_roles_of_a_text(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    assert [(s.text, s._.institution) for s in doc.spans["institutions"]] == [("CNCDH", "inst:cncdh"), ("MIPROF", "inst:miprof")]
    assert [(s.text, s.label_) for s in doc.spans["roles"] if s._.role_bearer == "inst:miprof"] == [
        ("confier ce suivi à la MIPROF", "ASSIGNS")
    ]


def test_a_gazetteer_of_one_s_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lacs.yaml"
    path.write_text("institutions: [{id: lacs, name: Comité des lacs}]", encoding="utf-8")
    language = spacy.blank("fr")
    language.add_pipe("renvois_institutions", config={"gazetteers": [str(path)]})
    doc = language("Le Comité des lacs siège.")
    assert [s._.institution for s in doc.spans["institutions"]] == ["inst:lacs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voir l’art. 2 du code civil, p. 12. Cf. op. cit., n° 3.", ["Voir l’art. 2 du code civil, p. 12.", "Cf. op. cit., n° 3."]),
        ("M. Dupont a dit « oui. » La suite est claire.", ["M. Dupont a dit « oui. »", "La suite est claire."]),
        ("Est-ce vrai ? Non ! Oui.", ["Est-ce vrai ?", "Non !", "Oui."]),
        ("1. Le parquet agit. 2. Le juge tranche.", ["1. Le parquet agit.", "2. Le juge tranche."]),
        ("Premier titre\n\nUn paragraphe.", ["Premier titre", "Un paragraphe."]),
        (
            "CEDH, V.C.L. et A.N. c. Royaume-Uni, n° 77587/12. La Cour juge.",
            ["CEDH, V.C.L. et A.N. c. Royaume-Uni, n° 77587/12.", "La Cour juge."],
        ),
    ],
)
def test_sentences_of_legal_prose(pipeline: Language, text: str, expected: list[str]) -> None:
    assert [sentence.text.strip() for sentence in pipeline(text).sents] == expected


def test_an_empty_text_has_nothing(pipeline: Language) -> None:
    doc = pipeline("")
    assert [len(doc.spans[name]) for name in ("references", "institutions", "roles")] == [0, 0, 0]
