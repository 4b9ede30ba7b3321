"""The graph, declared once: every label, relationship and property. Constraints, MERGE statements, docs derive from it."""

from __future__ import annotations

from .declare import NodeType, Property, RelationshipType, Schema

P = Property

ID = P("id", "string", "identifiant stable", "stable identifier", required=True)
NAME = P("name", "string", "nom court à afficher", "short display name", required=True)
SORT = P("sort_name", "string", "nom pour trier, sans accents ni majuscules", "name to sort by, folded", required=True)
DOCUMENT = P("document", "string", "avis auquel l’élément appartient (identifiant)", "the Avis it belongs to (its id)", required=True)

UNIT = (
    ID,
    NAME,
    DOCUMENT,
    P("order", "integer", "rang dans le texte", "rank in the text", required=True),
    P("start", "integer", "début dans le texte source", "start in the source text", required=True),
    P("end", "integer", "fin dans le texte source (exclue)", "end in the source text (exclusive)", required=True),
    P("page", "integer", "page", "page"),
)
NUMBER = P("number", "integer", "numéro", "number")
TEXT = P("text", "string", "texte nettoyé", "cleaned text", required=True)
MEASURES = (
    P(
        "betweenness",
        "float",
        "part des plus courts chemins qui y passent, de 0 à 1 (renvois measure)",
        "share of the shortest paths that pass through it, 0 to 1 (renvois measure)",
        derived=True,
    ),
    P(
        "community",
        "integer",
        "numéro de sa communauté, la plus grande d’abord (renvois measure)",
        "number of its community, the largest first (renvois measure)",
        derived=True,
    ),
)
SOURCE = (
    ID,
    NAME,
    SORT,
    P("kind", "string", "étiquette propre du nœud", "the node's own label", required=True),
    P("canonical", "string", "référence complète", "full reference", required=True),
    P("normative", "boolean", "source normative (article, convention, arrêt) ou documentaire", "normative or documentary", required=True),
    P("title", "string", "intitulé", "title"),
    P("number", "string", "numéro", "number"),
    P("date", "string", "date (AAAA-MM-JJ, AAAA-MM ou AAAA)", "date (ISO, possibly partial)"),
    P("url", "string", "adresse publique stable", "stable public address"),
    *MEASURES,
)
EVIDENCE = (
    ID,
    DOCUMENT,
    P("start", "integer", "début de la preuve dans le texte source", "start of the evidence in the source text", required=True),
    P("end", "integer", "fin de la preuve (exclue)", "end of the evidence (exclusive)", required=True),
    P("quote", "string", "mots du texte", "the words of the text", required=True),
    P("page", "integer", "page", "page"),
)
REVIEWED = (
    P(
        "review",
        "string",
        "verdict du relecteur : confirmed, corrected ou added (absent sans relecture)",
        "reviewer's verdict (absent if none)",
    ),
    P("reviewed_by", "string", "relecteur", "reviewer"),
    P("reviewed_on", "string", "date de la relecture (AAAA-MM-JJ)", "date of the review (ISO)"),
    P("review_why", "string", "raison donnée par le relecteur", "the reviewer's reason"),
    P("review_was", "string", "ce que le programme avait lu, s’il est corrigé", "what the program had read, where corrected"),
)
FACT = (ID,)
HOLDS = (ID, DOCUMENT)
ROLE = (
    *EVIDENCE,
    *REVIEWED,
    P("explicit", "boolean", "dit par le texte (sinon déduit)", "said by the text (otherwise inferred)", required=True),
    P("contextual", "boolean", "donné seulement par un paragraphe qui y conduit", "given only by a paragraph that leads to it"),
    P("why", "string", "pourquoi ce rôle", "why this role"),
)


def _source(label: str, fr: str, en: str, colour: str, shape: str, *more: Property) -> NodeType:
    searched = ("sort_name", "canonical", "title")
    return NodeType(label, fr, en, (*SOURCE, *more), colour, shape, shared=True, extra_labels=("Source",), searched=searched)


NODE_TYPES = (
    _source(
        "Avis",
        "avis",
        "opinion",
        "#155e75",
        "triangle",
        P("cote", "string", "cote", "reference number"),
        P("adopted_on", "string", "date d’adoption", "date of adoption"),
        P("vote", "string", "vote", "vote"),
        P("lang", "string", "langue", "language"),
        P("source", "string", "fichier lu", "file read"),
        P("loaded", "boolean", "vrai si le texte est chargé, absent s’il n’est que cité", "true if its text is loaded"),
        P("fingerprint", "string", "empreinte SHA-256 du texte lu", "SHA-256 of the text read"),
        P("summary", "string", "résumé ou texte liminaire", "summary or front matter"),
        P("also_known_as", "string[]", "autres identifiants sous lesquels on le cite", "other identifiers it is cited by"),
    ),
    NodeType(
        "Text",
        "texte source",
        "source text",
        (
            ID,
            NAME,
            DOCUMENT,
            P(
                "text",
                "string",
                "texte lu, sur lequel portent toutes les positions",
                "the text read, which every offset is into",
                required=True,
            ),
            P("format", "string", "format du fichier", "format of the file", required=True),
            P("encoding", "string", "encodage du fichier", "encoding of the file"),
            P("page_starts", "integer[]", "début de chaque page", "start of each page"),
            P("metadata", "string", "ce que le fichier déclare : titre, date (JSON)", "what the file declares: title, date (JSON)"),
            P("marks", "string", "titres et appels de note que dit le format (JSON)", "headings and call marks the format gives (JSON)"),
            P("as_drawn", "string", "ce qu’ont changé les avis cités par leur jour (JSON)", "what opinions cited by day changed (JSON)"),
        ),
        "#cbd5e1",
        "dot",
    ),
    NodeType(
        "Section",
        "section",
        "section",
        (
            *UNIT,
            P("number", "string", "numéro", "number"),
            P("title", "string", "titre", "title", required=True),
            P("level", "integer", "niveau", "level", required=True),
            P("annexe", "boolean", "dans une annexe", "in an annex", required=True),
        ),
        "#475569",
        "square",
        searched=("title",),
    ),
    NodeType("Paragraph", "paragraphe", "paragraph", (*UNIT, NUMBER, TEXT), "#64748b", "dot", searched=("text",)),
    NodeType("Footnote", "note", "footnote", (*UNIT, NUMBER, TEXT), "#94a3b8", "dot", searched=("text",)),
    NodeType(
        "Recommendation",
        "recommandation",
        "recommendation",
        (
            *UNIT,
            NUMBER,
            TEXT,
            P("label", "string", "libellé dans le texte", "label in the text"),
            P("annexe_text", "string", "texte repris en annexe", "text as repeated in the annex"),
            P("annexe_difference", "string", "différence entre corps et annexe", "difference between body and annex"),
            P("modality", "string", "verbe de la demande (recommande, rappelle, invite…, doit)", "modality"),
            P("conditions", "string[]", "conditions de ce qui est demandé, dans les mots du texte", "conditions, in the words of the text"),
            P(
                "condition_starts",
                "integer[]",
                "début de chaque condition dans le texte source",
                "start of each condition in the source text",
            ),
            P(
                "deadlines",
                "string[]",
                "échéances et fréquences, dans les mots du texte",
                "deadlines and frequencies, in the words of the text",
            ),
            P("deadline_starts", "integer[]", "début de chaque échéance dans le texte source", "start of each deadline in the source text"),
            P("no_basis_reason", "string", "pourquoi rien ne la fonde", "why nothing underpins it"),
            *MEASURES,
        ),
        "#9b1c1c",
        "square",
        searched=("text", "annexe_text"),
        indexed=("number",),
    ),
    _source(
        "Article", "article", "article", "#14532d", "dot", P("article", "string", "numéro normalisé, p. ex. R221-12", "normalised number")
    ),
    _source("Code", "code", "code", "#166534", "dot"),
    _source("Law", "loi ou ordonnance", "law or ordinance", "#3f6212", "dot"),
    _source("Decree", "décret ou arrêté", "decree or order", "#4d7c0f", "dot"),
    _source("Circular", "circulaire", "circular", "#65a30d", "dot"),
    _source("Convention", "convention", "convention", "#5b21b6", "diamond"),
    _source("EUAct", "acte de l’Union européenne", "EU act", "#1e40af", "diamond"),
    _source("Case", "décision de justice", "court decision", "#86198f", "diamond"),
    _source("Constitution", "Constitution", "constitution", "#7c2d12", "diamond"),
    _source("Report", "rapport", "report", "#0f766e", "triangle"),
    _source("Plan", "plan", "plan", "#0e7490", "triangle"),
    _source("Bill", "projet ou proposition de loi", "bill", "#0369a1", "triangle"),
    _source("OtherSource", "autre source", "other source", "#57534e", "triangle", P("subkind", "string", "genre", "sub-kind")),
    NodeType(
        "Institution",
        "institution",
        "institution",
        (
            ID,
            NAME,
            SORT,
            P("acronym", "string", "sigle", "acronym"),
            P("aliases", "string[]", "autres noms", "other names"),
            P("kind", "string", "nature", "nature"),
            P("named", "boolean", "nommée (sinon générique : « les associations »)", "named body", required=True),
            *MEASURES,
        ),
        "#7c3f00",
        "star",
        shared=True,
        searched=("sort_name", "acronym", "aliases"),
    ),
    NodeType("Theme", "thème", "theme", (ID, NAME, SORT), "#334155", "square", shared=True, searched=("sort_name",)),
    NodeType("Action", "action", "action", (ID, NAME, SORT), "#365314", "square", shared=True, searched=("sort_name",)),
    NodeType(
        "Person",
        "personne",
        "person",
        (ID, NAME, SORT, P("role", "string", "fonction", "role")),
        "#6b4f1d",
        "star",
        shared=True,
        searched=("sort_name", "role"),
    ),
    NodeType(
        "Finding",
        "point à vérifier",
        "finding",
        (
            ID,
            NAME,
            DOCUMENT,
            P("order", "integer", "rang dans le texte", "rank in the text", required=True),
            P("kind", "string", "genre", "kind", required=True),
            P("message", "string", "constat", "message, in French", required=True),
            P("message_en", "string", "constat, en anglais", "message, in English"),
            P("suggestion", "string", "lecture proposée", "suggested reading, in French"),
            P("suggestion_en", "string", "lecture proposée, en anglais", "suggested reading, in English"),
            P("certainty", "string", "certitude : certain, probable, possible", "certainty", required=True),
            P("start", "integer", "début dans le texte source", "start", required=True),
            P("end", "integer", "fin (exclue)", "end", required=True),
            P("quote", "string", "mots du texte", "the words", required=True),
            P("page", "integer", "page", "page"),
        ),
        "#b45309",
        "triangle",
    ),
    NodeType(
        "Review",
        "entrée de relecture",
        "review entry",
        (
            ID,
            NAME,
            DOCUMENT,
            P("order", "integer", "rang dans le fichier de relecture", "rank in the review file", required=True),
            P("verdict", "string", "confirm, refuse, correct ou add", "confirm, refuse, correct or add", required=True),
            P("target", "string", "le lien visé, tel qu’écrit : R18 UNDERPINNED_BY …", "the link meant, as written", required=True),
            P("reviewer", "string", "relecteur", "reviewer"),
            P("date", "string", "date (AAAA-MM-JJ)", "date (ISO)"),
            P("why", "string", "raison donnée", "reason given"),
            P(
                "applied",
                "boolean",
                "appliquée au graphe (sinon le lien visé n’y est pas)",
                "applied (else it matches nothing)",
                required=True,
            ),
            P("message", "string", "effet, ou pourquoi elle ne s’applique pas", "its effect, or why none, in French", required=True),
            P("message_en", "string", "la même chose en anglais", "the same in English"),
        ),
        "#4a044e",
        "square",
    ),
)

UNITS = ("Paragraph", "Recommendation", "Footnote")

RELATIONSHIP_TYPES = (
    RelationshipType("HAS_TEXT", ("Avis",), ("Text",), "a pour texte", "has text", HOLDS),
    RelationshipType("HAS_SECTION", ("Avis", "Section"), ("Section",), "contient la section", "has section", HOLDS),
    RelationshipType("HAS_PARAGRAPH", ("Avis", "Section"), ("Paragraph",), "contient le paragraphe", "has paragraph", HOLDS),
    RelationshipType(
        "HAS_RECOMMENDATION", ("Avis", "Section"), ("Recommendation",), "contient la recommandation", "has recommendation", HOLDS
    ),
    RelationshipType(
        "HAS_FOOTNOTE",
        ("Avis", "Paragraph", "Recommendation", "Section", "Footnote"),
        ("Footnote",),
        "appelle la note",
        "has footnote",
        (*HOLDS, P("call", "integer", "position de l’appel dans le texte source", "offset of the call mark")),
    ),
    RelationshipType(
        "CITES",
        (*UNITS, "Section", "Avis"),
        ("Source",),
        "cite",
        "cites",
        (
            *EVIDENCE,
            P("surface", "string", "référence telle qu’écrite", "as written", required=True),
            P("as_cited", "string", "référence écrite, si elle est sans doute fautive", "target as written, if probably wrong"),
            P("pinpoint", "string", "alinéa, point, page", "pinpoint"),
            P("relation", "string", "explicit, anaphora, ibid, op_cit, infra, supra", "how it refers", required=True),
            P("antecedent", "string", "ce que la forme courte reprend", "what the short form resolves through"),
            P("chain", "string[]", "passages par lesquels la forme courte est résolue", "units the short form was resolved through"),
            P("in_force_since", "string", "version en vigueur depuis", "first day of the version in force then"),
            P("kind", "string", "genre de référence", "kind of reference", required=True),
            P("occurrence", "string", "corps ou annexe", "body or annex", required=True),
            *REVIEWED,
        ),
    ),
    RelationshipType(
        "UNDERPINNED_BY",
        ("Recommendation",),
        ("Source",),
        "repose sur",
        "is underpinned by",
        (
            *EVIDENCE,
            P("grade", "string", "A, B, X ou C", "grade", required=True),
            P("strength", "string", "strong ou weak (absente au grade C)", "strong or weak (absent for grade C)"),
            P("normative", "boolean", "la source lie, elle n’informe pas seulement", "the source binds, not only informs"),
            P("score", "float", "score de 0 à 1", "score, 0 to 1", required=True),
            P("why", "string", "pourquoi, en une phrase", "why, in a sentence", required=True),
            P("via", "string", "chemin lisible : § 24 → note 27", "readable path"),
            P("via_id", "string", "unité qui cite", "the citing unit's id"),
            P("words", "string[]", "mots communs", "shared words"),
            P("rec_start", "integer[]", "débuts des mots dans la recommandation", "starts of the words in the recommendation"),
            P("rec_end", "integer[]", "fins", "ends"),
            P("lead_start", "integer[]", "débuts des mots dans le paragraphe", "starts in the leading paragraph"),
            P("lead_end", "integer[]", "fins", "ends"),
            P("citations", "string[]", "citations (identifiants) qui le prouvent", "ids of the proving CITES", required=True),
            *REVIEWED,
        ),
    ),
    RelationshipType("ADDRESSED_TO", ("Recommendation",), ("Institution",), "s’adresse à", "is addressed to", ROLE),
    RelationshipType("ASSIGNS", ("Recommendation",), ("Institution",), "confie à", "assigns", ROLE),
    RelationshipType("INVOLVES", ("Recommendation",), ("Institution",), "associe", "involves", ROLE),
    RelationshipType("BENEFITS", ("Recommendation",), ("Institution",), "profite à", "benefits", ROLE),
    RelationshipType(
        "MENTIONS",
        (*UNITS, "Section", "Avis"),
        ("Institution",),
        "nomme",
        "mentions",
        (*ROLE, P("occurrence", "string", "corps ou annexe", "body or annex", required=True)),
    ),
    RelationshipType(
        "PART_OF", ("Article", "Institution", "Source"), ("Source", "Institution"), "fait partie de", "is part of", FACT, stated=False
    ),
    RelationshipType("AMENDS", ("Source",), ("Source",), "modifie", "amends", EVIDENCE),
    RelationshipType("CREATES", ("Source",), ("Source",), "crée", "creates", EVIDENCE),
    RelationshipType("ISSUED_BY", ("Source",), ("Institution",), "émane de", "is issued by", FACT, stated=False),
    RelationshipType("HAS_THEME", ("Recommendation",), ("Theme",), "a pour thème", "has theme", EVIDENCE),
    RelationshipType(
        "ASKS_FOR",
        ("Recommendation",),
        ("Action",),
        "demande de",
        "asks to",
        (
            *EVIDENCE,
            P(
                "object",
                "string",
                "objet de l’action, dans les mots du texte",
                "what the action bears on, in the words of the text",
                required=True,
            ),
            P("kind", "string", "asked (demandée), means (moyen) ou purpose (but)", "asked, means or purpose", required=True),
        ),
    ),
    RelationshipType("HEARD", ("Avis",), ("Person",), "a entendu", "heard", EVIDENCE),
    RelationshipType("SPEAKS_FOR", ("Person",), ("Institution",), "représente", "speaks for", EVIDENCE),
    RelationshipType("ABOUT", ("Finding", "Review"), (*UNITS, "Section", "Avis", "Source", "Institution"), "porte sur", "is about", HOLDS),
    RelationshipType(
        "REITERATES",
        ("Recommendation",),
        ("Recommendation",),
        "réitère",
        "reiterates",
        (
            ID,
            P("score", "float", "part commune des mots, de 0 à 1", "shared part of the words, 0 to 1", required=True),
            P("words", "string[]", "mots communs", "shared words", required=True),
            P("text", "string", "texte de la recommandation", "the recommendation's text", required=True),
            P("earlier_text", "string", "texte de celle qu’elle réitère", "text of the one it reiterates", required=True),
        ),
        stated=False,
        derived=True,
    ),
)

SCHEMA = Schema(version=1, node_types=NODE_TYPES, relationship_types=RELATIONSHIP_TYPES)
