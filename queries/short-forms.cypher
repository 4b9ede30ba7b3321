// Les renvois abrégés et ce qu’ils reprennent
// ---
// id: short-forms
// question:
//   fr: Que reprennent les renvois abrégés (op. cit., ibid., « cette loi ») ?
//   en: What do the short forms (op. cit., ibid., “this act”) resolve to?
// tags: [jurist, sources]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   cited_in: {type: string, fr: où, en: where, node: unit_id}
//   surface: {type: string, fr: tel qu’écrit, en: as written, evidence: quote}
//   relation:
//     type: string
//     fr: renvoi
//     en: reference
//     values: {explicit: {fr: explicite, en: explicit}, anaphora: {fr: reprise, en: anaphora}, op_cit: {fr: op. cit., en: op. cit.}, ibid: {fr: ibid., en: ibid.}}
//   antecedent: {type: string, fr: reprend, en: resolves through}
//   pinpoint: {type: string, fr: point précis, en: pinpoint}
//   source: {type: string, fr: source, en: source, node: source_id}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   unit_id: {type: string, fr: identifiant du passage, en: passage id, hidden: true}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
//   id: {type: string, fr: identifiant de la citation, en: citation id, hidden: true}
// view: {kind: table, focus: [surface]}
// example:
//   params: {}
//   rows_min: 6
// ---
MATCH (u)-[c:CITES]->(s:Source)
WHERE c.relation <> 'explicit' AND right(c.document, size($avis)) = $avis
RETURN u.name AS cited_in, c.surface AS surface, c.relation AS relation, replace(replace(c.antecedent, 'footnote ', 'note '), 'paragraph ', '§ ') AS antecedent, c.pinpoint AS pinpoint,
       s.canonical AS source, c.document AS document, c.start AS start, c.end AS end, c.page AS page, u.id AS unit_id, s.id AS source_id,
       c.id AS id
ORDER BY document, start, id
