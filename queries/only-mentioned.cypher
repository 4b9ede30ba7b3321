// Les institutions nommées à qui rien n’est demandé
// ---
// id: only-mentioned
// question:
//   fr: Quelles institutions sont nommées sans avoir de rôle dans aucune recommandation ?
//   en: Which institutions are named yet have no role in any recommendation?
// tags: [analyst, institutions, gaps]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   mentions: {type: integer, fr: mentions, en: mentions}
//   named_in: {type: "string[]", fr: nommée dans, en: named in}
//   recommendations: {type: "string[]", fr: recommandations qui la nomment, en: recommendations that name it}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
// view: {kind: table, focus: [institution]}
// example:
//   params: {}
//   rows_min: 1
// ---
// Un passage est suivi de son avis là où plusieurs sont chargés.
MATCH (q:Avis)
WHERE q.loaded AND right(q.id, size($avis)) = $avis
WITH count(q) AS opinions
MATCH (i:Institution)<-[m:MENTIONS]-(u)
WHERE i.named AND m.occurrence = 'body' AND right(m.document, size($avis)) = $avis
  AND NOT EXISTS { MATCH (i)<-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]-(:Recommendation) WHERE right(x.document, size($avis)) = $avis }
  AND NOT EXISTS { MATCH (i)<-[:ISSUED_BY]-(:Avis {id: m.document}) }
MATCH (d:Avis {id: m.document})
WITH i, m, u, CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS mark ORDER BY m.document, m.start, m.id
WITH i, count(m) AS mentions, collect(DISTINCT u.name + mark) AS named_in,
     collect(DISTINCT CASE WHEN u:Recommendation THEN toString(u.number) + mark END) AS recommendations
RETURN i.name AS institution, mentions, named_in, recommendations, i.id AS institution_id
ORDER BY mentions DESC, institution, institution_id
