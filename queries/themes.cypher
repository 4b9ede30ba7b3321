// Les thèmes des recommandations
// ---
// id: themes
// question:
//   fr: Quels sont les thèmes, et quelles recommandations en traitent ?
//   en: What are the themes, and which recommendations deal with them?
// tags: [analyst, themes]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   theme: {type: string, fr: thème, en: theme, node: theme_id}
//   recommendations: {type: integer, fr: recommandations, en: recommendations}
//   numbers: {type: "string[]", fr: lesquelles, en: which}
//   theme_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: bar, focus: [theme, recommendations]}
// example:
//   params: {}
//   rows_min: 5
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (r:Recommendation)-[:HAS_THEME]->(t:Theme)
WHERE right(r.document, size($avis)) = $avis
MATCH (d:Avis {id: r.document})
WITH DISTINCT t, r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
WITH t, count(r) AS recommendations, collect(number) AS numbers
RETURN t.name AS theme, recommendations, numbers, t.id AS theme_id
ORDER BY recommendations DESC, theme, theme_id
