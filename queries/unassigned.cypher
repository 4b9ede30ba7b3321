// Les recommandations que personne n’est chargé de mettre en œuvre
// ---
// id: unassigned
// question:
//   fr: Quelles recommandations ne disent ni à qui elles s’adressent ni qui doit agir ? Un rôle seulement déduit ne compte pas.
//   en: Which recommendations say neither to whom they are addressed nor who must act? A role that is only inferred does not count.
// tags: [analyst, institutions, gaps]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: string, fr: recommandation, en: recommendation, node: recommendation_id}
//   text: {type: string, fr: texte, en: text}
//   inferred: {type: "string[]", fr: destinataires déduits, en: inferred addressees}
//   contextual: {type: "string[]", fr: selon les paragraphes, en: by the paragraphs}
//   mentioned: {type: "string[]", fr: institutions nommées, en: institutions named}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// example:
//   params: {}
//   rows_min: 1
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
CALL (r) {
  MATCH (r)-[x:ADDRESSED_TO|ASSIGNS]->(:Institution)
  WHERE x.explicit
  RETURN count(x) AS said
}
WITH opinions, d, r, said
WHERE said = 0
CALL (r) {
  MATCH (r)-[x:ADDRESSED_TO|ASSIGNS]->(i:Institution)
  WHERE NOT coalesce(x.contextual, false)
  WITH i ORDER BY i.sort_name, i.id
  RETURN collect(DISTINCT i.name) AS inferred
}
CALL (r) {
  MATCH (r)-[x:ASSIGNS|INVOLVES]->(i:Institution)
  WHERE x.contextual
  WITH i ORDER BY i.sort_name, i.id
  RETURN collect(DISTINCT i.name) AS contextual
}
CALL (r) {
  MATCH (r)-[x:INVOLVES|BENEFITS|MENTIONS]->(i:Institution)
  WHERE NOT coalesce(x.contextual, false) AND NOT EXISTS { MATCH (i)<-[:ISSUED_BY]-(:Avis {id: r.document}) }
  WITH i ORDER BY i.sort_name, i.id
  RETURN collect(DISTINCT i.name) AS mentioned
}
RETURN toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS recommendation, r.text AS text,
       inferred, contextual, mentioned, r.document AS document, r.start AS start, r.end AS end, r.page AS page, r.id AS recommendation_id
ORDER BY document, r.number, recommendation_id
