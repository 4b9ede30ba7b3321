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
MATCH (r:Recommendation)
WHERE right(r.document, size($avis)) = $avis
OPTIONAL MATCH (r)-[u:UNDERPINNED_BY]->(s:Source)
WHERE u.grade IN ['A', 'B']
WITH r, u, s ORDER BY u.grade, s.canonical, s.id
WITH r, collect(DISTINCT s.canonical) AS sources
OPTIONAL MATCH (:Avis {id: r.document})-[:ISSUED_BY]->(author:Institution)
WITH r, sources, collect(author.id) AS authors
OPTIONAL MATCH (r)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|MENTIONS]->(i:Institution)
WHERE NOT i.id IN authors AND NOT coalesce(x.contextual, false)
WITH r, sources, i ORDER BY i.sort_name, i.id
WITH r, sources, collect(DISTINCT i.name) AS institutions
OPTIONAL MATCH (r)<-[:HAS_RECOMMENDATION]-(h:Section)
RETURN r.number AS recommendation, r.text AS text, sources, institutions, h.name AS section, r.document AS document,
       r.start AS start, r.end AS end, r.page AS page, r.id AS recommendation_id
ORDER BY document, start, recommendation_id
