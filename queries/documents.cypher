// Les avis chargés
// ---
// id: documents
// question:
//   fr: Quels avis sont chargés, et que contiennent-ils ?
//   en: Which opinions are loaded, and what do they hold?
// tags: [explorer, corpus]
// columns:
//   avis: {type: string, fr: avis, en: opinion, node: document_id}
//   adopted_on: {type: string, fr: adopté le, en: adopted on}
//   recommendations: {type: integer, fr: recommandations, en: recommendations}
//   citations: {type: integer, fr: citations, en: citations}
//   sources: {type: integer, fr: sources citées, en: sources cited}
//   findings: {type: integer, fr: points à vérifier, en: points to verify}
//   document_id: {type: string, fr: identifiant, en: id}
// view: {kind: table, focus: [avis]}
// example:
//   rows: 1
// ---
MATCH (d:Avis)
WHERE d.loaded
CALL (d) { MATCH (r:Recommendation {document: d.id}) RETURN count(r) AS recommendations }
CALL (d) {
  MATCH (u:Paragraph {document: d.id})-[c:CITES]->(s:Source) RETURN c, s
  UNION ALL
  MATCH (u:Recommendation {document: d.id})-[c:CITES]->(s:Source) RETURN c, s
  UNION ALL
  MATCH (u:Footnote {document: d.id})-[c:CITES]->(s:Source) RETURN c, s
  UNION ALL
  MATCH (u:Section {document: d.id})-[c:CITES]->(s:Source) RETURN c, s
  UNION ALL
  MATCH (u:Avis {id: d.id})-[c:CITES]->(s:Source) RETURN c, s
  UNION ALL
  WITH d RETURN null AS c, null AS s
}
WITH d, recommendations, count(c) AS citations, count(DISTINCT s) AS sources
CALL (d) { MATCH (f:Finding {document: d.id}) RETURN count(f) AS findings }
RETURN d.canonical AS avis, d.adopted_on AS adopted_on, recommendations, citations, sources, findings, d.id AS document_id
ORDER BY adopted_on, document_id
