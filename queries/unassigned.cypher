// Les recommandations que personne n’est chargé de mettre en œuvre
// ---
// id: unassigned
// question:
//   fr: Quelles recommandations ne disent ni à qui elles s’adressent ni qui doit agir ? Un rôle seulement déduit ne compte pas.
//   en: Which recommendations say neither to whom they are addressed nor who must act? A role that is only inferred does not count.
// tags: [analyst, institutions, gaps]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   text: {type: string, fr: texte, en: text}
//   inferred: {type: "string[]", fr: destinataires déduits, en: inferred addressees}
//   contextual: {type: "string[]", fr: selon les paragraphes, en: by the paragraphs}
//   mentioned: {type: "string[]", fr: institutions nommées, en: institutions named}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// example:
//   params: {}
//   rows_min: 1
// ---
MATCH (r:Recommendation)
WHERE right(r.document, size($avis)) = $avis
WITH r
WHERE NOT EXISTS { MATCH (r)-[x:ADDRESSED_TO|ASSIGNS]->(:Institution) WHERE x.explicit }
OPTIONAL MATCH (r)-[x:ADDRESSED_TO|ASSIGNS]->(i:Institution)
WHERE NOT coalesce(x.contextual, false)
WITH r, i ORDER BY i.sort_name, i.id
WITH r, collect(DISTINCT i.name) AS inferred
OPTIONAL MATCH (r)-[y:ASSIGNS|INVOLVES]->(c:Institution)
WHERE y.contextual
WITH r, inferred, c ORDER BY c.sort_name, c.id
WITH r, inferred, collect(DISTINCT c.name) AS contextual
OPTIONAL MATCH (:Avis {id: r.document})-[:ISSUED_BY]->(author:Institution)
WITH r, inferred, contextual, collect(author.id) AS authors
OPTIONAL MATCH (r)-[z:INVOLVES|BENEFITS|MENTIONS]->(m:Institution)
WHERE NOT m.id IN authors AND NOT coalesce(z.contextual, false)
WITH r, inferred, contextual, m ORDER BY m.sort_name, m.id
WITH r, inferred, contextual, collect(DISTINCT m.name) AS mentioned
RETURN r.number AS recommendation, r.text AS text, inferred, contextual, mentioned, r.document AS document, r.start AS start, r.end AS end,
       r.page AS page, r.id AS recommendation_id
ORDER BY document, recommendation, recommendation_id
