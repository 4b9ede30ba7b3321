// Les personnes entendues
// ---
// id: hearings
// question:
//   fr: Qui a été entendu, et au nom de qui ?
//   en: Who was heard, and on whose behalf?
// tags: [analyst, institutions]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   person: {type: string, fr: personne, en: person, node: person_id}
//   role: {type: string, fr: fonction, en: role}
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   person_id: {type: string, fr: identifiant de la personne, en: person id, hidden: true}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
// view: {kind: table, focus: [person]}
// example:
//   params: {}
//   rows_min: 2
// ---
MATCH (d:Avis)-[h:HEARD]->(p:Person)
WHERE right(h.document, size($avis)) = $avis
OPTIONAL MATCH (p)-[:SPEAKS_FOR]->(i:Institution)
RETURN p.name AS person, p.role AS role, i.name AS institution, h.quote AS quote, h.document AS document, h.start AS start,
       h.end AS end, h.page AS page, p.id AS person_id, i.id AS institution_id
ORDER BY document, start, person_id, institution_id
