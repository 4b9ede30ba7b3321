// Les notes, où elles sont appelées et ce qu’elles citent
// ---
// id: notes
// question:
//   fr: Où chaque note est-elle appelée, et que cite-t-elle ?
//   en: Where is each note called, and what does it cite?
// tags: [jurist, structure]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   note: {type: integer, fr: note, en: note, node: note_id}
//   called_in: {type: string, fr: appelée dans, en: called in, node: unit_id}
//   sources: {type: "string[]", fr: sources citées, en: sources cited}
//   text: {type: string, fr: texte, en: text}
//   call: {type: integer, fr: position de l’appel, en: offset of the call, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   unit_id: {type: string, fr: identifiant du passage, en: passage id, hidden: true}
//   note_id: {type: string, fr: identifiant de la note, en: note id, hidden: true}
// view: {kind: table, focus: [note]}
// example:
//   params: {}
//   rows: 43
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (n:Footnote {document: d.id})
CALL (n) {
  MATCH (n)-[c:CITES]->(s:Source)
  WITH c, s ORDER BY c.start, c.id
  RETURN collect(DISTINCT s.canonical) AS sources
}
CALL (n) {
  MATCH (n)<-[h:HAS_FOOTNOTE]-()
  RETURN count(h) AS calls
}
CALL (n, calls) {
  MATCH (n)<-[h:HAS_FOOTNOTE]-(u)
  RETURN h, u
  UNION ALL
  WITH n, calls
  WHERE calls = 0
  RETURN null AS h, null AS u
}
RETURN n.number AS note, u.name AS called_in, sources, n.text AS text, h.call AS call, n.document AS document, n.start AS start,
       n.end AS end, n.page AS page, u.id AS unit_id, n.id AS note_id
ORDER BY document, start, note_id, unit_id
