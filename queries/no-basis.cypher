// Les recommandations sans base légale
// ---
// id: no-basis
// question:
//   fr: Quelles recommandations ne reposent sur aucune source normative (article, loi, décret, convention, arrêt) de degré A ou B ?
//   en: Which recommendations rest on no normative source (article, law, decree, convention, judgment) of grade A or B?
// tags: [jurist, underpinning, gaps]
// params:
//   documentary:
//     type: boolean
//     default: true
//     help:
//       fr: compter aussi celles qui reposent sur des documents (rapports, avis, plans)
//       en: count those that rest on documents (reports, opinions, plans) too
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   text: {type: string, fr: texte, en: text}
//   documentary: {type: "string[]", fr: documents seulement, en: documents only}
//   elsewhere: {type: "string[]", fr: sources d’une autre section (X), en: sources of another section (X)}
//   reason: {type: string, fr: pourquoi, en: why}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   recommendation_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// example:
//   params: {}
//   rows_min: 1
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
CALL (r) {
  MATCH (r)-[u:UNDERPINNED_BY]->(s:Source)
  WHERE u.grade IN ['A', 'B']
  WITH s ORDER BY s.sort_name, s.id
  RETURN count(CASE WHEN s.normative THEN 1 END) AS normative, collect(DISTINCT s.canonical) AS documentary
}
WITH r, normative, documentary
WHERE normative = 0 AND ($documentary OR size(documentary) = 0)
CALL (r) {
  MATCH (r)-[x:UNDERPINNED_BY]->(t:Source)
  WHERE x.grade = 'X'
  WITH t ORDER BY t.sort_name, t.id
  RETURN collect(DISTINCT t.canonical) AS elsewhere
}
RETURN r.number AS recommendation, r.text AS text, documentary, elsewhere, r.no_basis_reason AS reason, r.document AS document, r.id AS recommendation_id
ORDER BY r.document, recommendation, recommendation_id
