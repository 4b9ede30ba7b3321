// Ce que le lecteur doit vérifier
// ---
// id: findings
// question:
//   fr: Que faut-il vérifier dans le texte (articles introuvables, dates contradictoires, renvois non résolus) ?
//   en: What should be verified in the text (articles not found, contradicting dates, unresolved references)?
// tags: [jurist, quality]
// params:
//   certainty:
//     type: string
//     default: ""
//     help: {fr: "certain, probable ou possible (vide : tous)", en: "certain, probable or possible (empty: all)"}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   quote: {type: string, fr: passage, en: passage, evidence: quote}
//   message: {type: string, fr: constat, en: finding, english: message_en}
//   suggestion: {type: string, fr: lecture proposée, en: suggested reading, english: suggestion_en}
//   certainty: {type: string, fr: certitude, en: certainty}
//   about: {type: "string[]", fr: porte sur, en: about}
//   kind: {type: string, fr: genre, en: kind, hidden: true}
//   message_en: {type: string, fr: constat en anglais, en: finding in English, hidden: true}
//   suggestion_en: {type: string, fr: lecture proposée en anglais, en: suggested reading in English, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   finding_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [message]}
// example:
//   params: {}
//   rows_min: 1
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (f:Finding {document: d.id})
WHERE $certainty = '' OR f.certainty = $certainty
CALL (f) {
  MATCH (f)-[:ABOUT]->(t)
  WITH t ORDER BY t.name, t.id
  RETURN collect(t.name) AS about
}
RETURN f.quote AS quote, f.message AS message, f.suggestion AS suggestion, f.certainty AS certainty, about, f.kind AS kind,
       f.message_en AS message_en, f.suggestion_en AS suggestion_en, f.document AS document, f.start AS start, f.end AS end, f.page AS page, f.id AS finding_id
ORDER BY document, f.order, finding_id
