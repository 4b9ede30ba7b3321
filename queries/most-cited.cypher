// Les sources les plus citées
// ---
// id: most-cited
// question:
//   fr: Quelles sources sont les plus citées ?
//   en: Which sources are cited most?
// tags: [jurist, analyst, sources]
// params:
//   limit:
//     type: integer
//     default: 20
//     min: 1
//     help: {fr: nombre de lignes, en: number of rows}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   source: {type: string, fr: source, en: source, node: source_id}
//   kind: {type: label, fr: genre, en: kind}
//   citations: {type: integer, fr: citations, en: citations}
//   units: {type: integer, fr: passages, en: passages}
//   recommendations: {type: "string[]", fr: recommandations fondées (A ou B), en: recommendations underpinned (A or B)}
//   url: {type: string, fr: adresse, en: address, hidden: true}
//   source_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: bar, focus: [source, citations]}
// example:
//   params: {}
//   rows: 20
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (u)-[c:CITES]->(s:Source)
WHERE right(c.document, size($avis)) = $avis AND c.document <> s.id
WITH opinions, s, count(c) AS citations, count(DISTINCT u) AS units
CALL (s, opinions) {
  MATCH (s)<-[l:UNDERPINNED_BY]-(r:Recommendation)
  WHERE right(l.document, size($avis)) = $avis AND l.grade IN ['A', 'B']
  MATCH (d:Avis {id: r.document})
  WITH r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
  RETURN collect(DISTINCT number) AS recommendations
}
RETURN s.canonical AS source, s.kind AS kind, citations, units, recommendations, s.url AS url, s.id AS source_id
ORDER BY citations DESC, units DESC, source, source_id
LIMIT $limit
