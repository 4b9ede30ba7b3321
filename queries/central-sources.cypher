// Les sources qui relient le plus
// ---
// id: central-sources
// question:
//   fr: Quelles sources relient le plus de recommandations et d’institutions entre elles ? (après renvois measure)
//   en: Which sources link most recommendations and institutions together? (after renvois measure)
// tags: [analyst, explorer, sources]
// params:
//   limit: {type: integer, default: 20, min: 1, help: {fr: nombre de lignes, en: number of rows}}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   source: {type: string, fr: source, en: source, node: source_id}
//   kind: {type: label, fr: genre, en: kind}
//   betweenness: {type: float, fr: "intermédiarité (0 à 1)", en: "betweenness (0 to 1)"}
//   community: {type: integer, fr: communauté, en: community}
//   recommendations: {type: "string[]", fr: recommandations fondées (A ou B), en: recommendations underpinned (A or B)}
//   url: {type: string, fr: adresse, en: address, hidden: true}
//   source_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: bar, focus: [source, betweenness]}
// example: {params: {}, rows_min: 10}
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (s:Source)
WHERE s.betweenness > 0
MATCH (s)<-[l:UNDERPINNED_BY]-(r:Recommendation)
WHERE l.grade IN ['A', 'B'] AND right(l.document, size($avis)) = $avis
MATCH (d:Avis {id: r.document})
WITH s, r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
WITH s, collect(DISTINCT number) AS recommendations
RETURN s.canonical AS source, s.kind AS kind, s.betweenness AS betweenness, s.community AS community, recommendations, s.url AS url, s.id AS source_id
ORDER BY betweenness DESC, source, source_id
LIMIT $limit
