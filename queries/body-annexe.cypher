// Les recommandations dont le texte diffère en annexe
// ---
// id: body-annexe
// question:
//   fr: Quelles recommandations ne sont pas écrites de même dans le corps et dans l’annexe ?
//   en: Which recommendations are not worded alike in the body and in the annex?
// tags: [jurist, structure]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   difference: {type: string, fr: différence, en: difference}
//   text: {type: string, fr: corps, en: body}
//   annexe_text: {type: string, fr: annexe, en: annex}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   recommendation_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// example:
//   params: {}
//   rows: [{recommendation: 3}, {recommendation: 14}, {recommendation: 34}]
// ---
MATCH (r:Recommendation)
WHERE right(r.document, size($avis)) = $avis AND r.annexe_difference IS NOT NULL AND r.annexe_difference <> ''
RETURN r.number AS recommendation, r.annexe_difference AS difference, r.text AS text, r.annexe_text AS annexe_text,
       r.document AS document, r.start AS start, r.end AS end, r.page AS page, r.id AS recommendation_id
ORDER BY document, recommendation, recommendation_id
