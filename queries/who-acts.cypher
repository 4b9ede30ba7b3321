// Les institutions d’une recommandation
// ---
// id: who-acts
// question:
//   fr: À qui s’adresse la recommandation {recommendation}, et qui doit agir, être associé ou en bénéficier ?
//   en: To whom is recommendation {recommendation} addressed, and who must act, be involved or benefit?
// tags: [analyst, institutions]
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
//   role: {type: relationship, fr: rôle, en: role}
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   explicit: {type: boolean, fr: dit par le texte, en: said by the text}
//   contextual: {type: boolean, fr: par un paragraphe seulement, en: by a paragraph only}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   why: {type: string, fr: pourquoi, en: why}
//   review: {type: string, fr: relecture, en: review, values: {confirmed: {fr: confirmé, en: confirmed}, corrected: {fr: corrigé, en: corrected}, added: {fr: ajouté, en: added}}}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: lanes, focus: [institution]}
// graph: >
//   MATCH p = (r:Recommendation {number: $recommendation})-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(:Institution)
//   WHERE right(r.document, size($avis)) = $avis
//   RETURN p ORDER BY x.id
// example:
//   params: {recommendation: 18}
//   rows_min: 1
// ---
// Une institution seulement nommée (MENTIONS) ne paraît que si elle n’a pas d’autre rôle ; l’auteur de l’avis n’en a pas.
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
WHERE r.number = $recommendation
CALL (r) {
  MATCH (r)-[:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(a:Institution)
  RETURN collect(DISTINCT a.id) AS acting
}
CALL (r) {
  MATCH (:Avis {id: r.document})-[:ISSUED_BY]->(a:Institution)
  RETURN collect(DISTINCT a.id) AS issuing
}
CALL (r, acting, issuing) {
  MATCH (r)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|MENTIONS]->(i:Institution)
  WHERE (type(x) <> 'MENTIONS' OR NOT i.id IN acting) AND NOT i.id IN issuing
  RETURN x, i
}
WITH r, x, i, CASE type(x) WHEN 'ADDRESSED_TO' THEN 0 WHEN 'ASSIGNS' THEN 1 WHEN 'INVOLVES' THEN 2 WHEN 'BENEFITS' THEN 3 ELSE 4 END AS rank,
     CASE WHEN coalesce(x.contextual, false) THEN 1 ELSE 0 END AS led
RETURN type(x) AS role, i.name AS institution, x.explicit AS explicit, coalesce(x.contextual, false) AS contextual, x.quote AS quote, x.why AS why, x.review AS review, r.document AS document, x.start AS start, x.end AS end,
       x.page AS page, i.id AS institution_id, r.id AS recommendation_id, x.id AS id
ORDER BY recommendation_id, rank, led, start, id
