// Les recommandations, leurs fondements et leurs institutions
// ---
// id: recommendations
// question:
//   fr: Quelles sont les recommandations, sur quoi reposent-elles et qui concernent-elles ?
//   en: What are the recommendations, what do they rest on and whom do they concern?
// tags: [jurist, analyst]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   text: {type: string, fr: texte, en: text}
//   sources: {type: "string[]", fr: repose sur (A ou B), en: rests on (A or B)}
//   institutions: {type: "string[]", fr: institutions, en: institutions}
//   section: {type: string, fr: section, en: section, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// example:
//   params: {}
//   rows: 34
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
CALL (r) {
  MATCH (r)-[u:UNDERPINNED_BY]->(s:Source)
  WHERE u.grade IN ['A', 'B']
  WITH u, s ORDER BY u.grade, s.canonical, s.id
  RETURN collect(DISTINCT s.canonical) AS sources
}
CALL (r) {
  MATCH (r)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|MENTIONS]->(i:Institution)
  WHERE NOT coalesce(x.contextual, false) AND NOT EXISTS { MATCH (i)<-[:ISSUED_BY]-(:Avis {id: r.document}) }
  WITH i ORDER BY i.sort_name, i.id
  RETURN collect(DISTINCT i.name) AS institutions
}
CALL (r) {
  MATCH (r)<-[:HAS_RECOMMENDATION]-(h:Section)
  RETURN min(h.name) AS section
}
RETURN r.number AS recommendation, r.text AS text, sources, institutions, section, r.document AS document, r.start AS start, r.end AS end,
       r.page AS page, r.id AS recommendation_id
ORDER BY document, start, recommendation_id
