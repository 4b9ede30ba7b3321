// Le plan de l’avis et ce que tient chaque section
// ---
// id: outline
// question:
//   fr: Quel est le plan de l’avis, et que tient chaque section ?
//   en: What is the outline of the opinion, and what does each section hold?
// tags: [explorer, structure]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   section: {type: string, fr: section, en: section, node: section_id}
//   title: {type: string, fr: titre, en: title}
//   paragraphs: {type: "integer[]", fr: paragraphes, en: paragraphs}
//   recommendations: {type: "integer[]", fr: recommandations, en: recommendations}
//   level: {type: integer, fr: niveau, en: level, hidden: true}
//   annexe: {type: boolean, fr: en annexe, en: in an annex}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   section_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [section]}
// example:
//   params: {}
//   rows_min: 15
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (h:Section {document: d.id})
CALL (h) {
  MATCH (h)-[:HAS_PARAGRAPH]->(p:Paragraph)
  WITH p ORDER BY p.start, p.id
  RETURN collect(p.number) AS paragraphs
}
CALL (h) {
  MATCH (h)-[:HAS_RECOMMENDATION]->(r:Recommendation)
  WITH r ORDER BY r.start, r.id
  RETURN collect(r.number) AS recommendations
}
RETURN h.number AS section, h.title AS title, paragraphs, recommendations, h.level AS level, h.annexe AS annexe, h.document AS document,
       h.start AS start, h.end AS end, h.page AS page, h.id AS section_id
ORDER BY document, h.order, section_id
