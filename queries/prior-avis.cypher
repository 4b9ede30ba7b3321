// Les avis antérieurs et la façon dont ils sont cités
// ---
// id: prior-avis
// question:
//   fr: Quels avis antérieurs sont cités, où, en quels mots et par quel renvoi ?
//   en: Which earlier opinions are cited, where, in which words and by which cross-reference?
// tags: [jurist, sources]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   cited: {type: string, fr: avis cité, en: opinion cited, node: source_id}
//   cited_in: {type: string, fr: où, en: where, node: unit_id}
//   surface: {type: string, fr: telle qu’écrite, en: as written, evidence: quote}
//   relation:
//     type: string
//     fr: renvoi
//     en: reference
//     values: {explicit: {fr: explicite, en: explicit}, anaphora: {fr: reprise, en: anaphora}, op_cit: {fr: op. cit., en: op. cit.}, ibid: {fr: ibid., en: ibid.}}
//   pinpoint: {type: string, fr: point précis, en: pinpoint}
//   antecedent: {type: string, fr: reprend, en: resolves through}
//   loaded: {type: boolean, fr: chargé, en: loaded}
//   recommendations: {type: "integer[]", fr: recommandations fondées (A ou B), en: recommendations underpinned (A or B)}
//   document: {type: string, fr: avis citant, en: citing opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   unit_id: {type: string, fr: identifiant du passage, en: passage id, hidden: true}
//   source_id: {type: string, fr: identifiant de l’avis cité, en: cited opinion id, hidden: true}
//   id: {type: string, fr: identifiant de la citation, en: citation id, hidden: true}
// view: {kind: table, focus: [cited]}
// example:
//   params: {}
//   rows_min: 6
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
CALL (d) {
  MATCH (u:Paragraph {document: d.id})-[c:CITES]->(s:Avis) RETURN u, c, s
  UNION ALL
  MATCH (u:Recommendation {document: d.id})-[c:CITES]->(s:Avis) RETURN u, c, s
  UNION ALL
  MATCH (u:Footnote {document: d.id})-[c:CITES]->(s:Avis) RETURN u, c, s
  UNION ALL
  MATCH (u:Section {document: d.id})-[c:CITES]->(s:Avis) RETURN u, c, s
  UNION ALL
  MATCH (u:Avis {id: d.id})-[c:CITES]->(s:Avis) RETURN u, c, s
}
WITH d, u, c, s
WHERE s.id <> d.id
CALL (s, d) {
  MATCH (s)<-[l:UNDERPINNED_BY]-(r:Recommendation)
  WHERE l.document = d.id AND l.grade IN ['A', 'B']
  WITH r ORDER BY r.number, r.id
  RETURN collect(DISTINCT r.number) AS recommendations
}
RETURN s.canonical AS cited, u.name AS cited_in, c.surface AS surface, c.relation AS relation, c.pinpoint AS pinpoint,
       replace(replace(c.antecedent, 'footnote ', 'note '), 'paragraph ', '§ ') AS antecedent, coalesce(s.loaded, false) AS loaded,
       recommendations, c.document AS document, c.start AS start, c.end AS end, c.page AS page,
       u.id AS unit_id, s.id AS source_id, c.id AS id
ORDER BY document, s.date, source_id, start, id
