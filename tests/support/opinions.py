"""Opinions made by hand for the page: one with every feature, a hostile one, empty ones, a large one. The texts are ours."""

from __future__ import annotations

from .opinion import Opinion

CIVIL_CODE = "legi:LEGITEXT000006070721"
ARTICLE, WRONG = f"{CIVIL_CODE}/art/375-5", f"{CIVIL_CODE}/art/375-3"
CHILD = "un:unts/27531"
JUDGMENT = "ECLI:CE:ECHR:2021:0216JUD007758712"
FIRST = "La CNCDH recommande au ministère de la Justice d’assurer la protection de chaque enfant prévue à l’article 375-5 du code civil."
PRIOR, REPORT = "cncdh:A-2029-7", "report:defenseur/2030"


def opinion() -> Opinion:
    """Four recommendations: R1 grades A and B, R2 B weak and X, R3 grade C only, R4 nothing at all and nobody."""
    o = Opinion()
    o.front("Avis adopté le 2 mai 2031 à l’unanimité.")
    o.heading("I", "Le cadre de l’accueil")
    o.paragraph(1, "Tout enfant privé de sa famille a droit à une protection[^1], dit le Défenseur des droits (DDD).")
    o.note(1, "Convention relative aux droits de l’enfant, article 20 ; CEDH, V.C.L. c. Royaume-Uni, 16 février 2021.")
    o.recommendation(1, FIRST)
    o.paragraph(
        2, "L’article 375-55 du code civil organise le placement d’urgence[^2]. La protection judiciaire de la jeunesse le met en œuvre."
    )
    o.note(2, "CNCDH, avis sur le placement, op. cit., p. 4.")
    o.recommendation(2, "Le placement d’urgence doit être contrôlé par la protection judiciaire de la jeunesse.")
    o.heading("II", "La santé")
    o.heading("II.1", "Les soins", 2)
    o.paragraph(3, "Un rapport du Défenseur des droits de 2030 décrit l’accès aux soins 🏥 à l’école.")
    o.recommendation(3, "Former les soignants.", "Aucune source citée ne porte sur le même objet.")
    o.recommendation(4, "Évaluer les résultats tous les ans.", "Aucune source n’est citée dans sa section sur cet objet.")
    o.heading("A2", "Annexe : liste des recommandations", 1, annexe=True)
    o.repeated(1, FIRST.removesuffix("."), "l’annexe omet « . »")
    o.source("Code", CIVIL_CODE, "code civil")
    o.source("Article", ARTICLE, "art. 375-5 du code civil", "code civil, art. 375-5", CIVIL_CODE)
    o.source("Article", WRONG, "art. 375-3 du code civil", "code civil, art. 375-3", CIVIL_CODE)
    o.source("Convention", CHILD, "Convention relative aux droits de l’enfant")
    o.source("Case", JUDGMENT, "CEDH, V.C.L. c. Royaume-Uni")
    o.source("Avis", PRIOR, "avis A-2029-7", "CNCDH, avis A-2029-7 sur le placement", cote="A-2029-7")
    o.source("Report", REPORT, "rapport du Défenseur des droits (2030)")
    ddd, justice = o.body("ddd", "Défenseur des droits", "DDD"), o.body("justice", "ministère de la Justice")
    pjj = o.body("pjj", "protection judiciaire de la jeunesse", "PJJ", ("services de la PJJ",))
    child = o.cites("n1", "Convention relative aux droits de l’enfant, article 20", CHILD)
    case = o.cites("n1", "CEDH, V.C.L. c. Royaume-Uni, 16 février 2021", JUDGMENT)
    inside = o.cites("r1", "l’article 375-5 du code civil", ARTICLE)
    wrong = o.cites("p2", "L’article 375-55 du code civil", WRONG)
    o.cites("p2", "code civil", CIVIL_CODE)
    prior = o.cites("n2", "CNCDH, avis sur le placement, op. cit., p. 4", PRIOR, "op_cit", "note 1")
    report = o.cites("p3", "rapport du Défenseur des droits de 2030", REPORT)
    o.cites("r1@annexe", "l’article 375-5 du code civil", ARTICLE)
    for unit, words, body in (
        ("p1", "Défenseur des droits", ddd), ("p1", "DDD", ddd), ("r1", "ministère de la Justice", justice),
        ("r1@annexe", "ministère de la Justice", justice), ("p2", "protection judiciaire de la jeunesse", pjj),
        ("r2", "protection judiciaire de la jeunesse", pjj), ("p3", "Défenseur des droits", ddd),
    ):  # fmt: skip
        o.mentions(unit, words, body)
    o.role(1, "ADDRESSED_TO", justice, "recommande au ministère de la Justice")
    o.role(2, "ASSIGNS", pjj, "contrôlé par la protection judiciaire de la jeunesse")
    o.role(3, "INVOLVES", ddd, "Défenseur des droits", explicit=False, unit="p3")
    o.rests(1, ARTICLE, "A", "r1", "l’article 375-5 du code civil", inside)
    o.rests(1, CHILD, "B", "p1", "droit à une protection", child, ("enfant", "protection"))
    o.rests(1, JUDGMENT, "B", "p1", "droit à une protection", case, ("protection",))
    o.rests(2, WRONG, "B", "p2", "organise le placement d’urgence", wrong, ("placement", "urgence"), "weak")
    o.rests(2, PRIOR, "X", "p2", "le placement d’urgence", prior, ("placement",))
    o.rests(3, REPORT, "C", "p3", "rapport du Défenseur des droits de 2030", report, strength="weak")
    o.finding("p2", "article 375-55", "L’article 375-55 du code civil n’existe pas.", "L’article 375-3 est sans doute visé.", WRONG)
    o.theme(1, "protection")
    o.theme(3, "santé")
    return o


def twice() -> Opinion:
    """R1 rests on one article by its note (X, weak), then by the paragraph that leads to it (B), and is for one body in two roles."""
    o = Opinion()
    o.heading("I", "Le cadre")
    o.paragraph(1, "Le placement des enfants est une mesure grave[^1].")
    o.note(1, "Code civil, article 375-5, pour le placement.")
    o.heading("II", "Le placement")
    o.paragraph(2, "L’article 375-5 du code civil organise le placement d’urgence, que la justice ordonne.")
    o.recommendation(1, "La CNCDH recommande à la justice de contrôler le placement d’urgence et la charge d’en rendre compte.")
    o.recommendation(2, "Publier les placements d’urgence.")
    o.source("Article", ARTICLE, "art. 375-5 du code civil", "code civil, art. 375-5")
    justice = o.body("justice", "ministère de la Justice")
    note, text = o.cites("n1", "Code civil, article 375-5", ARTICLE), o.cites("p2", "L’article 375-5 du code civil", ARTICLE)
    o.mentions("r1", "la justice", justice)
    o.role(1, "ADDRESSED_TO", justice, "recommande à la justice")
    o.role(1, "ASSIGNS", justice, "la charge d’en rendre compte")
    o.rests(1, ARTICLE, "X", "p1", "Le placement des enfants", note, ("placement",), "weak")
    o.rests(1, ARTICLE, "B", "p2", "organise le placement d’urgence", text, ("placement", "urgence"))
    o.rests(2, ARTICLE, "B", "p2", "organise le placement d’urgence", text, ("placement",))
    return o


HOSTILE = (
    "<script>globalThis.ran = 1</script>",
    "</script><script>globalThis.ran = 2</script>",
    '" onerror="globalThis.ran = 3" x="',
    "<img src=x onerror=globalThis.ran=4>",
)


def hostile() -> Opinion:
    """Markup wherever a document's words go, a right-to-left override, an emoji before a citation, 10,000 characters in one paragraph."""
    bad = " ".join(HOSTILE)
    o = Opinion(title=f"Avis {bad} \u202eà l’envers\u202c")
    o.front(f"Front {bad}")
    o.heading("I", f"Titre {bad}")
    o.paragraph(1, f"🧒🏽 {bad} \u200f\u202e selon l’article 9{{{{ 7 * 7 }}}} du code[^1]. {'mot ' * 2500}")
    o.note(1, f"Note {bad}")
    o.recommendation(1, f"Recommander {bad} selon l’article 9 du code.", bad)
    source = o.source("Article", "legi:X/art/9", f"art. 9 {bad}", f"code {bad}", title=bad)
    body = o.body("bad", f"Institut {bad}", '"><b>', (bad,))
    proof = o.cites("p1", "l’article 9{{ 7 * 7 }} du code", source)
    o.mentions("r1", "Recommander", body)
    o.role(1, "ASSIGNS", body, bad)
    o.rests(1, source, "B", "p1", "l’article 9", proof, ("article 9",))
    o.finding("p1", bad, f"Constat {bad}", f"Lire {bad}", source)
    o.theme(1, bad)
    return o


def judged() -> Opinion:
    """Links that a jurist has read: a basis confirmed, a role corrected, an entry that could not be applied; a role from the context."""
    o = Opinion(cote="A-2031-12")
    o.paragraph(1, "L’aide sociale à l’enfance y veille, que le juge agisse ou non.")
    o.recommendation(1, "Que le juge applique l’article 375-5 du code civil.")
    o.source("Article", ARTICLE, "art. 375-5 du code civil")
    judge = o.body("juge", "juge des enfants")
    proof = o.cites("r1", "l’article 375-5 du code civil", ARTICLE)
    by = {"reviewed_by": "C. Relecteur", "reviewed_on": "2031-06-01"}
    o.rests(1, ARTICLE, "A", "r1", "l’article 375-5 du code civil", proof, review="confirmed", review_why="texte exact", **by)
    o.role(1, "ASSIGNS", judge, "le juge", review="corrected", review_was="INVOLVES", **by)
    o.role(
        1,
        "INVOLVES",
        o.body("ase", "aide sociale à l’enfance", "ASE"),
        "L’aide sociale à l’enfance",
        explicit=False,
        unit="p1",
        contextual=True,
    )
    o.review("refuse", "R1 BENEFITS inst:x", "aucun lien de ce genre", applied=False)
    return o


def without(missing: str) -> Opinion:
    """An opinion that has no "recommendations", no "sources" or no "institutions"."""
    o = Opinion(cote="A-2031-13")
    o.paragraph(1, "L’article 375-5 du code civil lie le juge des enfants.")
    if missing != "sources":
        o.source("Article", ARTICLE, "art. 375-5 du code civil")
        o.cites("p1", "L’article 375-5 du code civil", ARTICLE)
    if missing != "institutions":
        o.mentions("p1", "juge des enfants", o.body("juge", "juge des enfants"))
    if missing != "recommendations":
        o.recommendation(1, "Agir.", "Aucune source citée.")
    return o


def no_recommendations() -> Opinion:
    return without("recommendations")


def no_sources() -> Opinion:
    return without("sources")


def no_institutions() -> Opinion:
    return without("institutions")


def endless() -> Opinion:
    """Ten thousand characters without a space, in a title and in a paragraph."""
    o = Opinion(cote="A-2031-14", title="x" * 10_000)
    o.paragraph(1, "L’article 375-5 du code civil : " + "é" * 10_000)
    o.recommendation(1, "y" * 10_000)
    o.cites("p1", "L’article 375-5 du code civil", o.source("Article", ARTICLE, f"art. {'9' * 500} du code civil"))
    return o


def empty() -> Opinion:
    """Nothing but a paragraph: no recommendation, no source, no institution."""
    o = Opinion(cote="A-2031-10")
    o.paragraph(1, "Rien à dire.")
    return o


def crowd(recommendations: int) -> Opinion:
    """An opinion whose recommendations all rest on one article and each ask an institution of its own."""
    o = Opinion(cote="A-2033-1", title="Avis de tous")
    o.source("Article", ARTICLE, "art. 375-5 du code civil", "code civil, art. 375-5")
    for n in range(1, recommendations + 1):
        o.recommendation(n, f"Que l’institution numéro {n} applique l’article 375-5 du code civil.")
        body = o.body(f"b{n}", f"institution numéro {n}")
        proof = o.cites(f"r{n}", "l’article 375-5 du code civil", ARTICLE)
        o.mentions(f"r{n}", f"institution numéro {n}", body)
        o.role(n, "ASSIGNS", body, f"institution numéro {n}")
        o.rests(n, ARTICLE, "A", f"r{n}", "l’article 375-5 du code civil", proof)
    return o


def long_lanes() -> Opinion:
    """More recommendations than a page of paper holds."""
    return crowd(90)


def large(recommendations: int = 500, citations: int = 5000) -> Opinion:
    """Recommendations by the hundred, each after a paragraph that cites as many articles as it takes."""
    o = Opinion(cote="A-2031-11")
    o.heading("I", "Tout")
    each = citations // recommendations
    sources = [o.source("Article", f"{CIVIL_CODE}/art/{n}", f"art. {n} du code civil") for n in range(1, 121)]
    bodies = [o.body(f"b{n}", f"institution numéro {n}") for n in range(40)]
    for rec in range(1, recommendations + 1):
        cited = [(rec * 7 + n * 11) % 120 for n in range(each)]
        o.paragraph(rec, "Considérant " + " ; ".join(f"l’article {c + 1} du code civil" for c in cited) + ", l’institution agit.")
        o.recommendation(rec, f"La mesure numéro {rec} doit être prise par l’institution numéro {rec % 40}.")
        proofs = [o.cites(f"p{rec}", f"l’article {c + 1} du code civil", sources[c]) for c in cited]
        o.rests(rec, sources[cited[0]], "B", f"p{rec}", "l’institution agit", proofs[0], ("institution",))
        o.rests(rec, sources[cited[1]], "B", f"p{rec}", "l’institution agit", proofs[1], ("institution",), "weak")
        o.role(rec, "ASSIGNS", bodies[rec % 40], f"institution numéro {rec % 40}")
        o.mentions(f"r{rec}", f"institution numéro {rec % 40}", bodies[rec % 40])
    return o
