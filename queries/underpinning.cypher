// Ce qui fonde une recommandation
// ---
// id: underpinning
// question:
//   fr: Sur quoi repose la recommandation {recommendation} ?
//   en: What underpins recommendation {recommendation}?
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
//   strength: {type: string, fr: force, en: strength, values: {strong: {fr: forte, en: strong}, weak: {fr: faible, en: weak}}}
//   source: {type: string, fr: source, en: source, node: source_id}
//   via: {type: string, fr: où, en: where}
//   why: {type: string, fr: pourquoi, en: why}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   review: {type: string, fr: relecture, en: review, values: {confirmed: {fr: confirmé, en: confirmed}, corrected: {fr: corrigé, en: corrected}, added: {fr: ajouté, en: added}}}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   url: {type: string, fr: adresse, en: address, hidden: true}
//   kind: {type: label, fr: genre, en: kind, hidden: true}
//   normative: {type: boolean, fr: normative, en: normative, hidden: true}
//   words: {type: "string[]", fr: mots communs, en: shared words, hidden: true}
//   score: {type: float, fr: score, en: score, hidden: true}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: lanes, focus: [source]}
// graph: >
//   MATCH p = (r:Recommendation {number: $recommendation})-[u:UNDERPINNED_BY]->(:Source)
//   WHERE right(r.document, size($avis)) = $avis AND u.grade <> 'C'
//   RETURN p ORDER BY u.id
// example:
//   params: {recommendation: 24}
//   rows_min: 4
// ---
// A : citée dans la recommandation. B : citée dans un paragraphe qui y mène, ou ses notes, sur le même objet. X : de même, mais dans une
// autre section. C : même section seulement, donc jamais un fondement. Sans A ni B, une ligne sans source dit pourquoi.
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
WHERE r.number = $recommendation
CALL (r) {
  MATCH (r)-[b:UNDERPINNED_BY]->(:Source)
  WHERE b.grade IN ['A', 'B']
  RETURN count(b) AS bases
}
CALL (r, bases) {
  MATCH (r)-[u:UNDERPINNED_BY]->(s:Source)
  RETURN CASE u.grade WHEN 'A' THEN 0 WHEN 'B' THEN 1 WHEN 'X' THEN 2 ELSE 3 END AS rank, u.grade AS grade, u.strength AS strength,
         s.canonical AS source, u.quote AS quote, u.via AS via, u.why AS why, s.url AS url, s.kind AS kind, s.normative AS normative,
         u.words AS words, u.score AS score, u.start AS start, u.end AS end, u.page AS page, s.id AS source_id, u.id AS id,
         u.review AS review
  UNION ALL
  WITH r, bases
  WHERE bases = 0
  RETURN 0 AS rank, null AS grade, null AS strength, null AS source, null AS quote, null AS via, r.no_basis_reason AS why, null AS url,
         null AS kind, null AS normative, null AS words, null AS score, null AS start, null AS end, null AS page, null AS source_id,
         r.id AS id, null AS review
}
RETURN grade, strength, source, via, why, quote, review, r.document AS document, url, kind, normative, words, score, start, end, page,
       source_id, r.id AS recommendation_id, id
ORDER BY recommendation_id, rank, strength, score DESC, id
