// De la recommandation à la source, par le paragraphe et la note
// ---
// id: chain
// question:
//   fr: Par quels paragraphes et quelles notes passe-t-on de la recommandation {recommendation} à ses sources ?
//   en: Through which paragraphs and notes does recommendation {recommendation} lead to its sources?
// tags: [jurist, underpinning]
// params:
//   recommendation:
//     type: integer
//     min: 1
//     help: {fr: numéro de la recommandation, en: number of the recommendation}
//     suggest: MATCH (r:Recommendation) RETURN r.number AS value, r.name AS label, r.id AS id ORDER BY r.start, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   grade: {type: string, fr: degré, en: grade}
//   paragraph: {type: string, fr: paragraphe, en: paragraph, node: paragraph_id}
//   note: {type: string, fr: note, en: note, node: unit_id}
//   surface: {type: string, fr: référence écrite, en: as written, evidence: quote}
//   relation:
//     type: string
//     fr: renvoi
//     en: reference
//     values: {explicit: {fr: explicite, en: explicit}, anaphora: {fr: reprise, en: anaphora}, op_cit: {fr: op. cit., en: op. cit.}, ibid: {fr: ibid., en: ibid.}}
//   antecedent: {type: string, fr: reprend, en: resolves through}
//   source: {type: string, fr: source, en: source, node: source_id}
//   words: {type: "string[]", fr: mots communs, en: shared words}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   paragraph_id: {type: string, fr: identifiant du paragraphe, en: paragraph id, hidden: true}
//   unit_id: {type: string, fr: identifiant du passage, en: passage id, hidden: true}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant de la citation, en: citation id, hidden: true}
// view: {kind: lanes, focus: [source]}
// graph: >
//   MATCH (r:Recommendation {number: $recommendation})-[u:UNDERPINNED_BY]->(s:Source)
//   WHERE right(r.document, size($avis)) = $avis AND u.grade <> 'C'
//   MATCH p = (s)<-[c:CITES]-(n)<-[:HAS_FOOTNOTE*0..1]-(q)
//   WHERE c.id IN u.citations
//   RETURN p ORDER BY c.id, q.id
// example:
//   params: {recommendation: 18}
//   rows_min: 1
// ---
// Les citations sont celles qui prouvent le lien. Le degré C (même section seulement) n'y est pas : il ne mène à rien.
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
WHERE r.number = $recommendation
CALL (r) {
  MATCH (r)-[u:UNDERPINNED_BY]->(s:Source)
  WHERE u.grade <> 'C'
  MATCH (s)<-[c:CITES]-(n)
  WHERE c.id IN u.citations
  RETURN u, s, c, n
}
CALL (n) {
  MATCH (n)<-[h:HAS_FOOTNOTE]-()
  RETURN count(h) AS calls
}
CALL (n, calls) {
  MATCH (n)<-[:HAS_FOOTNOTE]-(q)
  RETURN q
  UNION ALL
  WITH n, calls
  WHERE calls = 0
  RETURN null AS q
}
WITH r, u, s, c, n, q, CASE u.grade WHEN 'A' THEN 0 WHEN 'B' THEN 1 ELSE 2 END AS rank
RETURN u.grade AS grade, CASE WHEN n:Footnote THEN q.name ELSE n.name END AS paragraph, CASE WHEN n:Footnote THEN n.name END AS note,
       c.surface AS surface, c.relation AS relation, replace(replace(c.antecedent, 'footnote ', 'note '), 'paragraph ', '§ ') AS antecedent,
       s.canonical AS source, u.words AS words, r.document AS document,
       c.start AS start, c.end AS end, c.page AS page, CASE WHEN n:Footnote THEN q.id ELSE n.id END AS paragraph_id, n.id AS unit_id,
       s.id AS source_id, r.id AS recommendation_id, c.id AS id
ORDER BY recommendation_id, rank, start, paragraph_id, id
