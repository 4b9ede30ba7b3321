// La matrice des responsabilités
// ---
// id: responsibility-matrix
// question:
//   fr: Qui a quel rôle dans chaque recommandation ?
//   en: Who has which role in each recommendation?
// tags: [analyst, institutions]
// params:
//   named:
//     type: boolean
//     default: false
//     help: {fr: seulement les institutions nommées (sans « les associations », « le parquet »), en: "named institutions only (no “associations”, “prosecutors”)"}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: string, fr: recommandation, en: recommendation, node: recommendation_id}
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   roles: {type: "relationship[]", fr: rôles, en: roles}
//   explicit: {type: boolean, fr: dit par le texte, en: said by the text}
//   contextual: {type: boolean, fr: par un paragraphe seulement, en: by a paragraph only}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
// view: {kind: matrix, focus: [recommendation, institution, roles]}
// graph: >
//   MATCH p = (r:Recommendation)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(i:Institution)
//   WHERE right(r.document, size($avis)) = $avis AND (i.named OR NOT $named)
//   RETURN p ORDER BY x.id
// example:
//   params: {}
//   rows_min: 10
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (r:Recommendation)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(i:Institution)
WHERE right(r.document, size($avis)) = $avis AND (i.named OR NOT $named)
WITH opinions, r, i, x ORDER BY type(x), x.id
WITH opinions, r, i, collect(DISTINCT type(x)) AS roles, collect(x.explicit) AS said, collect(coalesce(x.contextual, false)) AS led
MATCH (d:Avis {id: r.document})
RETURN toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS recommendation,
       i.name AS institution, roles, any(s IN said WHERE s) AS explicit, all(l IN led WHERE l) AS contextual, r.document AS document,
       r.id AS recommendation_id, i.id AS institution_id
ORDER BY document, r.number, institution, recommendation_id, institution_id
