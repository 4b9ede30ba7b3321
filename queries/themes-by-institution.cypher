// Les thèmes sur lesquels chaque institution est attendue
// ---
// id: themes-by-institution
// question:
//   fr: Sur quels thèmes chaque institution est-elle attendue ?
//   en: On which themes is each institution expected to act?
// tags: [analyst, themes, institutions]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   theme: {type: string, fr: thème, en: theme, node: theme_id}
//   numbers: {type: "string[]", fr: recommandations, en: recommendations}
//   theme_id: {type: string, fr: identifiant du thème, en: theme id, hidden: true}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
// view: {kind: matrix, focus: [institution, theme, numbers]}
// example:
//   params: {}
//   rows_min: 5
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (r:Recommendation)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(i:Institution)
WHERE right(r.document, size($avis)) = $avis AND NOT coalesce(x.contextual, false)
MATCH (d:Avis {id: r.document}), (r)-[:HAS_THEME]->(t:Theme)
WITH DISTINCT i, t, r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
WITH i, t, collect(number) AS numbers
RETURN i.name AS institution, t.name AS theme, numbers, t.id AS theme_id, i.id AS institution_id
ORDER BY institution, theme, theme_id, institution_id
