// Ce qui va ensemble
// ---
// id: communities
// question:
//   fr: Quels groupes de recommandations, de sources et d’institutions vont ensemble ? (après renvois measure)
//   en: Which groups of recommendations, sources and institutions go together? (after renvois measure)
// tags: [analyst, explorer]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   community: {type: integer, fr: communauté, en: community, unique: true}
//   recommendations: {type: "string[]", fr: recommandations, en: recommendations}
//   sources: {type: "string[]", fr: "sources, les plus centrales d’abord", en: "sources, the most central first"}
//   institutions: {type: "string[]", fr: institutions, en: institutions}
// view: {kind: table, focus: [community]}
// example: {params: {}, rows_min: 3}
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (r:Recommendation)
WHERE r.community IS NOT NULL AND right(r.document, size($avis)) = $avis
MATCH (d:Avis {id: r.document})
WITH r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
WITH r.community AS community, collect(DISTINCT number) AS recommendations
OPTIONAL MATCH (s:Source)
WHERE s.community = community
WITH community, recommendations, s ORDER BY s.betweenness DESC, s.id
WITH community, recommendations, collect(s.name) AS sources
OPTIONAL MATCH (i:Institution)
WHERE i.community = community
WITH community, recommendations, sources, i ORDER BY i.betweenness DESC, i.id
WITH community, recommendations, sources, collect(coalesce(i.acronym, i.name)) AS institutions
RETURN community, recommendations, sources, institutions
ORDER BY community
