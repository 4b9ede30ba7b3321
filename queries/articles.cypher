// Les articles cités, et ceux qui ne servent pas
// ---
// id: articles
// question:
//   fr: Quels articles sont cités, combien de fois, et quelles recommandations fondent-ils ?
//   en: Which articles are cited, how often, and which recommendations do they underpin?
// tags: [jurist, sources, gaps]
// params:
//   unused:
//     type: boolean
//     default: false
//     help: {fr: seulement ceux qui ne fondent (A ou B) aucune recommandation, en: only those that underpin (A or B) no recommendation}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   whole: {type: string, fr: texte, en: text, node: whole_id}
//   article: {type: string, fr: article, en: article, node: source_id}
//   citations: {type: integer, fr: citations, en: citations}
//   cited_in: {type: "string[]", fr: cité dans, en: cited in}
//   recommendations: {type: "string[]", fr: recommandations fondées (A ou B), en: recommendations underpinned (A or B)}
//   whole_id: {type: string, fr: identifiant du texte, en: text id, hidden: true}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
// view: {kind: table, focus: [article]}
// example:
//   params: {}
//   rows_min: 10
// ---
// Un passage est suivi de son avis là où plusieurs sont chargés.
MATCH (q:Avis)
WHERE q.loaded AND right(q.id, size($avis)) = $avis
WITH count(q) AS opinions
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
CALL (d) {
  MATCH (u:Paragraph {document: d.id})-[c:CITES]->(s:Article) RETURN u, c, s
  UNION ALL
  MATCH (u:Recommendation {document: d.id})-[c:CITES]->(s:Article) RETURN u, c, s
  UNION ALL
  MATCH (u:Footnote {document: d.id})-[c:CITES]->(s:Article) RETURN u, c, s
  UNION ALL
  MATCH (u:Section {document: d.id})-[c:CITES]->(s:Article) RETURN u, c, s
  UNION ALL
  MATCH (u:Avis {id: d.id})-[c:CITES]->(s:Article) RETURN u, c, s
}
WITH opinions, s, c, u.name + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS place ORDER BY c.document, c.start, c.id
WITH opinions, s, count(c) AS citations, collect(DISTINCT place) AS cited_in
CALL (s, opinions) {
  MATCH (s)<-[l:UNDERPINNED_BY]-(r:Recommendation)
  WHERE right(l.document, size($avis)) = $avis AND l.grade IN ['A', 'B']
  MATCH (d:Avis {id: r.document})
  WITH r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
  RETURN collect(DISTINCT number) AS recommendations
}
WITH s, citations, cited_in, recommendations
WHERE NOT $unused OR size(recommendations) = 0
OPTIONAL MATCH (s)-[:PART_OF]->(w:Source)
RETURN w.canonical AS whole, s.canonical AS article, citations, cited_in, recommendations, w.id AS whole_id, s.id AS source_id
ORDER BY w.sort_name, article, source_id, whole_id
