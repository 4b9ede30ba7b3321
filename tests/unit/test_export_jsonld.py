"""The JSON-LD export, as an RDF library reads it: known terms of known vocabularies, and the words that prove each link."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, SKOS, DefinedNamespace
from support.small_graph import ARTICLE, DOCUMENT, LAW, PRIOR, TEXT, small_graph

from renvois.graph.exports import export
from renvois.graph.exports.jsonld import iri
from renvois.graph.model import Graph

ELI, OA, OURS = "http://data.europa.eu/eli/ontology#", "http://www.w3.org/ns/oa#", "urn:renvois:schema:"
# Those of the two ontologies that rdflib does not carry.
ELI_TERMS = {
    "LegalResource", "LegalResourceSubdivision", "has_part", "cites", "based_on", "amends", "number", "date_document",
}  # fmt: skip
OA_TERMS = {
    "Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "hasBody", "hasTarget", "hasSource", "hasSelector",
    "start", "end", "exact",
}  # fmt: skip
CLOSED: tuple[type[DefinedNamespace], ...] = (DCTERMS, FOAF, ORG, OWL, PROV, SKOS, RDF, RDFS)
R1, R2, R3 = (URIRef(iri(f"{DOCUMENT}#r{n}")) for n in (1, 2, 3))


def read(graph: Graph) -> rdflib.Graph:
    content = export(graph, "jsonld")
    assert isinstance(content, str)
    return rdflib.Graph().parse(data=content, format="json-ld")


@pytest.fixture(scope="module")
def web() -> rdflib.Graph:
    return read(small_graph())


def test_every_term_is_of_its_vocabulary(web: rdflib.Graph) -> None:
    terms = (
        {str(p) for p in web.predicates()}
        | {str(o) for o in web.objects(None, RDF.type)}
        | {str(o) for o in web.objects(None, RDF.predicate)}
    )
    for term in terms:
        if term.startswith((ELI, OA)):
            assert term.partition("#")[2] in ELI_TERMS | OA_TERMS, term
        elif not term.startswith(OURS):
            assert any(URIRef(term) in vocabulary for vocabulary in CLOSED), term


def test_every_node_and_relationship_is_there(web: rdflib.Graph) -> None:
    for node in small_graph().nodes:
        assert (URIRef(iri(node.id)), RDF.type, URIRef(f"{OURS}{node.label}")) in web
        assert (URIRef(iri(node.id)), RDFS.label, Literal(node.properties["name"])) in web
    assert len(set(web.subjects(RDF.type, RDF.Statement))) == len(small_graph().relationships)


def test_what_is_proven_is_a_basis_and_what_is_not_is_not(web: rdflib.Graph) -> None:
    based_on = URIRef(f"{ELI}based_on")
    assert set(web.objects(R1, based_on)) == {URIRef(iri(ARTICLE))}, "not the opinion of grade C"
    assert set(web.objects(R2, based_on)) == {URIRef(iri(LAW))}
    assert set(web.objects(R3, based_on)) == set()
    assert (R1, URIRef(f"{OURS}underpinned_by"), URIRef(iri(PRIOR))) in web


def test_the_words_that_prove_a_link_are_found_by_sparql(web: rdflib.Graph) -> None:
    found = web.query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>  PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX eli: <http://data.europa.eu/eli/ontology#>  PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?start ?end ?words ?document WHERE {
          ?link rdf:subject ?recommendation ; rdf:predicate eli:based_on ; prov:wasDerivedFrom ?document ;
                prov:wasGeneratedBy/prov:wasAssociatedWith/a prov:SoftwareAgent ; oa:hasTarget/oa:hasSelector ?place, ?quote .
          ?place a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
          ?quote a oa:TextQuoteSelector ; oa:exact ?words .
        }
        """,
        initBindings={"recommendation": R1},
    )
    ((start, end, words, document),) = found
    assert TEXT[int(start) : int(end)] == str(words) == "article 375-5 du code civil"
    assert document == URIRef(iri(DOCUMENT))


def test_values_keep_their_types(web: rdflib.Graph) -> None:
    assert web.value(URIRef(iri(PRIOR)), URIRef(f"{ELI}date_document")) == Literal("2029", datatype=XSD.gYear)
    assert web.value(URIRef(iri(DOCUMENT)), URIRef(f"{ELI}date_document")) == Literal("2031-02-03", datatype=XSD.date)
    assert web.value(R1, URIRef(f"{OURS}order")) == Literal(4)
    assert {score.datatype for score in web.objects(None, URIRef(f"{OURS}score")) if isinstance(score, Literal)} == {XSD.double}


def test_a_decision_is_the_one_its_ecli_names(web: rdflib.Graph) -> None:
    cases = [n.id for n in small_graph().nodes if n.label == "Case" and n.id.startswith("ECLI:")]
    assert cases
    for case in cases:
        assert (URIRef(iri(case)), OWL.sameAs, URIRef(f"https://e-justice.europa.eu/ecli/{case}")) in web


def test_a_hostile_text_is_a_literal() -> None:
    hostile = '"@id": "x", <script> \\u0022 {"@context": "http://127.0.0.1/x"} \u2028 É\n'
    nodes = tuple(
        replace(n, properties=MappingProxyType({**n.properties, "text": hostile})) if n.id == f"{DOCUMENT}#p1" else n
        for n in small_graph().nodes
    )
    web = read(replace(small_graph(), nodes=nodes))
    assert web.value(URIRef(iri(f"{DOCUMENT}#p1")), RDF.value) == Literal(hostile)
