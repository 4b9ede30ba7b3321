"""Two small opinions made by hand, with every label and relationship type of the schema: what store and query tests load.

The text is ours. `small_graph()` is the opinion A-2031-1; `later_graph()` is A-2032-4, which cites it and shares some of its sources.
"""

from __future__ import annotations

from renvois.graph import identifiers as ids
from renvois.graph.identifiers import fold
from renvois.graph.model import Graph, GraphBuilder, Value

TEXT = """Avis sur l’accueil des mineurs isolés (A – 2031 – 1)
I. Le cadre
1. La loi n° 2016-297 du 14 mars 2016 crée un projet pour l’enfant1. La Convention relative aux droits
de l’enfant l’exige, en son article 20.
2. L’article 375-5 du code civil fonde le placement ; l’article 375-55 aussi.
Le ministère de la Justice l’applique, comme l’a dit l’avis de 2029.
Recommandation 1 : La CNCDH recommande au ministère de la Justice de garantir le placement prévu à l’article 375-5 du code civil.
Recommandation 2 : Les départements doivent associer la PJJ au projet pour l’enfant.
II. La santé
3. Un bilan de santé est dû à chacun2, dit le Défenseur des droits dans son rapport.
La Cour l’a jugé ; la directive aussi, et la Constitution.
Recommandation 3 : Former les professionnels de santé.
1 Décret n° 2016-1557 du 17 novembre 2016.
2 Circulaire du 25 janvier 2016 ; plan national 2030 ; projet de loi de finances ; site de l’ONU. Art. 375-5, précité.
Annexe 1. Madame Ève Martin a été entendue pour le Défenseur des droits.
"""
DOCUMENT, LATER, PRIOR = "cncdh:A-2031-1", "cncdh:A-2032-4", "cncdh:A-2029-7"
CIVIL_CODE = ids.code("LEGITEXT000006070721")
ARTICLE, WRONG_ARTICLE = ids.article(CIVIL_CODE, "375-5"), ids.article(CIVIL_CODE, "375-55")
LAW = "eli:fr/loi/2016/3/14/2016-297"
CHILD_CONVENTION = "un:unts/27531"
CHILD_ARTICLE = ids.article(CHILD_CONVENTION, "20")
JUSTICE, PJJ, DEFENDER, DEPARTMENTS = "inst:justice", "inst:pjj", "inst:defenseur-des-droits", "inst:departements"

# id, label, name, and the properties a label adds
SOURCES: tuple[tuple[str, str, str, dict[str, Value]], ...] = (
    (PRIOR, "Avis", "avis de 2029 sur le placement", {"cote": "A-2029-7", "date": "2029"}),
    (CIVIL_CODE, "Code", "code civil", {"url": "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721/"}),
    (ARTICLE, "Article", "art. 375-5 du code civil", {"article": "375-5"}),
    (LAW, "Law", "loi du 14 mars 2016", {"date": "2016-03-14", "number": "2016-297"}),
    (CHILD_CONVENTION, "Convention", "Convention relative aux droits de l’enfant", {"date": "1989-11-20"}),
    (CHILD_ARTICLE, "Article", "art. 20 de la CIDE", {"article": "20"}),
    ("eli:fr/decret/2016/11/17/2016-1557", "Decree", "décret du 17 novembre 2016", {"date": "2016-11-17"}),
    ("circulaire:2016-01-25", "Circular", "circulaire du 25 janvier 2016", {"date": "2016-01-25"}),
    ("ECLI:CE:ECHR:2011:1122JUD004853907", "Case", "Cour EDH, 22 novembre 2011", {"date": "2011-11-22"}),
    ("celex:32013L0033", "EUAct", "directive 2013/33/UE", {"date": "2013-06-26"}),
    ("constitution:1958", "Constitution", "Constitution", {"date": "1958-10-04"}),
    ("report:defenseur-des-droits/2030", "Report", "rapport du Défenseur des droits", {"date": "2030"}),
    ("plan:national-2030", "Plan", "plan national 2030", {}),
    ("bill:finances", "Bill", "projet de loi de finances", {}),
    ("other:onu", "OtherSource", "site de l’ONU", {"subkind": "site"}),
)
DOCUMENTARY = ("Avis", "Report", "Plan", "Bill", "OtherSource")
PARTS = ((ARTICLE, CIVIL_CODE), (CHILD_ARTICLE, CHILD_CONVENTION))
# unit, target, words that cite, relation
CITATIONS = (
    ("p1", LAW, "loi n° 2016-297 du 14 mars 2016", "explicit"),
    ("p1", CHILD_ARTICLE, "en son article 20", "explicit"),
    ("p2", ARTICLE, "article 375-5 du code civil", "explicit"),
    ("p2", ARTICLE, "article 375-55", "explicit"),
    ("p2", PRIOR, "avis de 2029", "explicit"),
    ("r1", ARTICLE, "article 375-5 du code civil", "explicit"),
    ("p3", "report:defenseur-des-droits/2030", "son rapport", "explicit"),
    ("p3", "ECLI:CE:ECHR:2011:1122JUD004853907", "La Cour", "anaphora"),
    ("p3", "celex:32013L0033", "la directive", "anaphora"),
    ("p3", "constitution:1958", "la Constitution", "explicit"),
    ("n1", "eli:fr/decret/2016/11/17/2016-1557", "Décret n° 2016-1557 du 17 novembre 2016", "explicit"),
    ("n2", "circulaire:2016-01-25", "Circulaire du 25 janvier 2016", "explicit"),
    ("n2", "plan:national-2030", "plan national 2030", "explicit"),
    ("n2", "bill:finances", "projet de loi de finances", "explicit"),
    ("n2", "other:onu", "site de l’ONU", "explicit"),
    ("n2", ARTICLE, "Art. 375-5, précité", "op_cit"),
)
KINDS = {
    "Avis": "prior_avis", "Article": "code_article", "Law": "law", "Decree": "decree",
    "Circular": "circular", "Case": "case", "EUAct": "eu_act",
    "Constitution": "constitution", "Report": "report", "Plan": "plan", "Bill": "bill", "OtherSource": "other",
}  # fmt: skip
# unit id: how its line starts in TEXT
UNITS = {
    "p1": "1. La loi", "p2": "2. L’article", "p3": "3. Un bilan", "r1": "Recommandation 1",
    "r2": "Recommandation 2", "r3": "Recommandation 3",
    "n1": "1 Décret", "n2": "2 Circulaire", "s-I": "I. Le cadre", "s-II": "II. La santé",
}  # fmt: skip

MORE: dict[str, dict[str, Value]] = {
    "r1": {"label": "Recommandation 1", "modality": "recommande"},
    "r2": {"label": "Recommandation 2"},
    "r3": {
        "label": "Recommandation 3",
        "annexe_text": "Former les soignants.",
        "annexe_difference": "« professionnels de santé » devient « soignants »",
        "no_basis_reason": "rien n’est cité dans la recommandation ni dans ce qui y mène",
    },
}


def small_graph() -> Graph:
    """A-2031-1: 2 sections, 3 paragraphs, 3 recommendations (r2 rests on its section's law, r3 on nothing), 2 notes, a wrong article."""
    build = GraphBuilder(DOCUMENT)
    _avis(build, DOCUMENT, "avis sur l’accueil des mineurs isolés", cote="A-2031-1", adopted_on="2031-02-03", loaded=True, fingerprint="f1")
    _sources(build)
    _bodies(build)
    _units(build)
    build.relate(
        DOCUMENT, "HAS_TEXT", build.node("Text", f"{DOCUMENT}#text", name="A-2031-1.txt", text=TEXT, format="txt", encoding="utf-8")
    )
    for unit, target, words, relation in CITATIONS:
        _cite(build, unit, target, words, relation)
    _underpinnings(build)
    _roles(build)
    _rest(build)
    return build.build()


def later_graph() -> Graph:
    """A-2032-4: one paragraph that cites A-2031-1 and article 375-5, and one recommendation to the ministry of Justice."""
    build = GraphBuilder(LATER)
    _avis(build, LATER, "avis de suivi", cote="A-2032-4", loaded=True, fingerprint="f2")
    _avis(build, DOCUMENT, "avis de 2031", cote="A-2031-1", title="tel que cité en 2032")
    _source(build, CIVIL_CODE, "Code", "code civil", {})
    _source(build, ARTICLE, "Article", "art. 375-5 du code civil", {"article": "375-5"})
    build.relate(ARTICLE, "PART_OF", CIVIL_CODE)
    _body(build, JUSTICE, "ministère de la Justice", named=True)
    paragraph = build.node(
        "Paragraph", f"{LATER}#p1", name="§ 1", order=1, start=0, end=40, number=1, text="L’avis de 2031 rappelle l’article 375-5."
    )
    demand = build.node(
        "Recommendation", f"{LATER}#r1", name="Recommandation 1", order=2, start=40, end=60, number=1, text="Agir.", label="R1"
    )
    build.relate(LATER, "HAS_PARAGRAPH", paragraph)
    build.relate(LATER, "HAS_RECOMMENDATION", demand)
    for target, words, start in ((DOCUMENT, "avis de 2031", 2), (ARTICLE, "article 375-5", 27)):
        evidence = {"start": start, "end": start + len(words), "quote": words, "surface": words}
        kind = "prior_avis" if target == DOCUMENT else "code_article"
        build.relate(paragraph, "CITES", target, start, **evidence, relation="explicit", kind=kind, occurrence="body")
    build.relate(demand, "ADDRESSED_TO", JUSTICE, start=40, end=44, quote="Agir", explicit=False, why="déduit du paragraphe")
    return build.build()


def span(words: str, after: str = "") -> dict[str, Value]:
    """Where `words` stand in TEXT (the first place after `after`), as evidence: start, end, quote, page."""
    start = TEXT.index(words, TEXT.index(after))
    return {"start": start, "end": start + len(words), "quote": words, "page": 1}


def _avis(build: GraphBuilder, avis: str, name: str, **more: Value) -> None:
    build.node("Avis", avis, name=name, sort_name=fold(name), kind="Avis", canonical=name, normative=False, **more)


def _source(build: GraphBuilder, source: str, label: str, name: str, more: dict[str, Value]) -> None:
    build.node(label, source, name=name, sort_name=fold(name), kind=label, canonical=name, normative=label not in DOCUMENTARY, **more)


def _sources(build: GraphBuilder) -> None:
    for source, label, name, more in SOURCES:
        _source(build, source, label, name, more)
    for part, whole in PARTS:
        build.relate(part, "PART_OF", whole)


def _body(build: GraphBuilder, body: str, name: str, named: bool, **more: Value) -> None:
    build.node("Institution", body, name=name, sort_name=fold(name), named=named, **more)


def _bodies(build: GraphBuilder) -> None:
    _body(build, JUSTICE, "ministère de la Justice", named=True, aliases=("Chancellerie", "garde des Sceaux"), kind="ministère")
    _body(build, PJJ, "protection judiciaire de la jeunesse", named=True, acronym="PJJ")
    _body(build, DEFENDER, "Défenseur des droits", named=True)
    _body(build, DEPARTMENTS, "départements", named=False)
    build.relate(PJJ, "PART_OF", JUSTICE)
    build.relate("report:defenseur-des-droits/2030", "ISSUED_BY", DEFENDER)


def _units(build: GraphBuilder) -> None:
    for order, (unit, opening) in enumerate(UNITS.items(), 1):
        start = TEXT.index(opening)
        end = min(TEXT.index(other) for other in (*UNITS.values(), "Annexe 1.") if TEXT.index(other) > start)
        text = " ".join(TEXT[start:end].split())
        place: dict[str, Value] = {"order": order, "start": start, "end": end, "page": 1}
        node = ids.unit(DOCUMENT, unit)
        if unit.startswith("s-"):
            number, title = text.split(". ")
            build.node("Section", node, name=text, number=number, title=title, level=1, annexe=False, **place)
            build.relate(DOCUMENT, "HAS_SECTION", node)
            continue
        label, name = {"p": ("Paragraph", "§"), "n": ("Footnote", "note"), "r": ("Recommendation", "Recommandation")}[unit[0]]
        build.node(label, node, name=f"{name} {unit[1:]}", number=int(unit[1:]), text=text, **MORE.get(unit, {}), **place)
    for section, rel_type, unit in (
        ("s-I", "HAS_PARAGRAPH", "p1"), ("s-I", "HAS_PARAGRAPH", "p2"), ("s-II", "HAS_PARAGRAPH", "p3"),
        ("s-I", "HAS_RECOMMENDATION", "r1"), ("s-I", "HAS_RECOMMENDATION", "r2"), ("s-II", "HAS_RECOMMENDATION", "r3"),
    ):  # fmt: skip
        build.relate(ids.unit(DOCUMENT, section), rel_type, ids.unit(DOCUMENT, unit))
    for unit, note, mark in (("p1", "n1", "enfant1"), ("p3", "n2", "chacun2")):
        build.relate(ids.unit(DOCUMENT, unit), "HAS_FOOTNOTE", ids.unit(DOCUMENT, note), call=TEXT.index(mark) + len(mark) - 1)


def _cite(build: GraphBuilder, unit: str, target: str, words: str, relation: str) -> None:
    evidence = span(words, UNITS[unit])
    label = next(label for source, label, _, _ in SOURCES if source == target)
    kind = "convention_article" if target == CHILD_ARTICLE else KINDS[label]
    more: dict[str, Value] = {"as_cited": WRONG_ARTICLE} if words == "article 375-55" else {}
    build.relate(
        ids.unit(DOCUMENT, unit), "CITES", target, str(evidence["start"]), **evidence, **more,
        surface=words, relation=relation, kind=kind, occurrence="body",
    )  # fmt: skip


def _underpinnings(build: GraphBuilder) -> None:
    for unit, target, grade, strength, score, words in (
        ("r1", ARTICLE, "A", "strong", 1.0, "article 375-5 du code civil"),
        ("r1", PRIOR, "C", None, 0.25, "avis de 2029"),
        ("r2", LAW, "B", "weak", 0.5, "projet pour l’enfant"),
        ("r2", ARTICLE, "C", None, 0.25, "article 375-5 du code civil"),
    ):
        citing = "r1" if grade == "A" else "p1" if target == LAW else "p2"
        proofs = tuple(r for r in _citations(build, citing, target))
        build.relate(
            ids.unit(DOCUMENT, unit), "UNDERPINNED_BY", target, **span(words), grade=grade, strength=strength, score=score,
            why=f"grade {grade}", via=f"§ {citing[1:]}", via_id=ids.unit(DOCUMENT, citing), words=(words,) if grade == "B" else (),
            rec_start=(TEXT.rindex(words),), rec_end=(TEXT.rindex(words) + len(words),), citations=proofs,
        )  # fmt: skip


def _citations(build: GraphBuilder, unit: str, target: str) -> list[str]:
    start = f"{ids.unit(DOCUMENT, unit)}|CITES|{target}|"
    return [r.id for r in build.build().relationships if r.id.startswith(start)]


def _roles(build: GraphBuilder) -> None:
    for unit, rel_type, body, words, explicit in (
        ("r1", "ADDRESSED_TO", JUSTICE, "ministère de la Justice", True),
        ("r1", "ASSIGNS", JUSTICE, "garantir le placement", False),
        ("r2", "ASSIGNS", DEPARTMENTS, "Les départements", True),
        ("r2", "INVOLVES", PJJ, "la PJJ", True),
        ("r3", "BENEFITS", DEPARTMENTS, "professionnels", False),
    ):
        build.relate(ids.unit(DOCUMENT, unit), rel_type, body, **span(words, UNITS[unit]), explicit=explicit, why="verbe et sujet")
    for unit, body, words in (("p2", JUSTICE, "ministère de la Justice"), ("r2", PJJ, "PJJ"), ("p3", DEFENDER, "Défenseur des droits")):
        evidence = span(words, UNITS[unit])
        build.relate(ids.unit(DOCUMENT, unit), "MENTIONS", body, str(evidence["start"]), **evidence, explicit=True, occurrence="body")


def _rest(build: GraphBuilder) -> None:
    build.relate(LAW, "AMENDS", CIVIL_CODE, **span("La loi n° 2016-297"))
    build.relate(LAW, "CREATES", "plan:national-2030", **span("crée un projet pour l’enfant"))
    theme = build.node("Theme", "theme:sante", name="santé", sort_name="sante")
    build.relate(ids.unit(DOCUMENT, "r3"), "HAS_THEME", theme, **span("santé", UNITS["r3"]))
    action = build.node("Action", "action:garantir", name="garantir", sort_name="garantir")
    build.relate(
        ids.unit(DOCUMENT, "r1"), "ASKS_FOR", action, "1", **span("garantir le placement", UNITS["r1"]), object="placement", kind="asked"
    )
    build.node("Recommendation", ids.unit(DOCUMENT, "r1"), modality="recommande", conditions=("si le juge le veut",), condition_starts=(3,))
    person = build.node("Person", "person:eve-martin", name="Ève Martin", sort_name="martin eve", role="juriste")
    build.relate(DOCUMENT, "HEARD", person, **span("Ève Martin"))
    build.relate(person, "SPEAKS_FOR", DEFENDER, **span("Défenseur des droits", "Annexe 1"))
    doubt = "L’article 375-55 du code civil n’existe pas ; l’article 375-5 est sans doute visé."
    finding = build.node(
        "Finding", ids.unit(DOCUMENT, "f1"), name="article inconnu", kind="unknown_article", message=doubt, certainty="probable", order=1,
        suggestion=ARTICLE, **span("article 375-55"),
    )  # fmt: skip
    for target in (ids.unit(DOCUMENT, "p2"), ARTICLE):
        build.relate(finding, "ABOUT", target)
    refusal = build.node(
        "Review", ids.unit(DOCUMENT, "v1"), name="relecture 1", order=1, verdict="refuse", target=f"R3 UNDERPINNED_BY {LAW}",
        reviewer="Ève Martin", date="2031-03-01", why="autre objet", applied=False, message="R3 ne repose pas sur cette loi.",
    )  # fmt: skip
    build.relate(refusal, "ABOUT", ids.unit(DOCUMENT, "r3"))
