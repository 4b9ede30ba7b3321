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
//   recommendations: {type: "integer[]", fr: recommandations fondées (A ou B), en: recommendations underpinned (A or B)}
//   url: {type: string, fr: adresse, en: address, hidden: true}
//   source_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: bar, focus: [source, citations]}
// example:
//   params: {}
//   rows: 20
// ---
MATCH (u)-[c:CITES]->(s:Source)
WHERE right(c.document, size($avis)) = $avis AND c.document <> s.id
WITH s, count(c) AS citations, count(DISTINCT u) AS units
OPTIONAL MATCH (s)<-[l:UNDERPINNED_BY]-(r:Recommendation)
WHERE right(l.document, size($avis)) = $avis AND l.grade IN ['A', 'B']
WITH s, citations, units, r ORDER BY r.number, r.id
WITH s, citations, units, collect(DISTINCT r.number) AS recommendations
RETURN s.canonical AS source, s.kind AS kind, citations, units, recommendations, s.url AS url, s.id AS source_id
ORDER BY citations DESC, units DESC, source, source_id
LIMIT $limit
