// Les sources par date
// ---
// id: sources-by-date
// question:
//   fr: De quand datent les sources citées ?
//   en: From when are the sources cited?
// tags: [jurist, sources]
// params:
//   since: {type: string, default: "", help: {fr: "depuis (AAAA ou AAAA-MM-JJ ; vide : toujours)", en: "since (YYYY or YYYY-MM-DD; empty: ever)"}}
//   until: {type: string, default: "9999", help: {fr: "jusque, exclu (AAAA ou AAAA-MM-JJ)", en: "until, exclusive (YYYY or YYYY-MM-DD)"}}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   date: {type: string, fr: date, en: date}
//   source: {type: string, fr: source, en: source, node: source_id}
//   kind: {type: label, fr: genre, en: kind}
//   citations: {type: integer, fr: citations, en: citations}
//   url: {type: string, fr: adresse, en: address, hidden: true}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
// view: {kind: timeline, focus: [date, source]}
// example:
//   params: {}
//   rows_min: 5
// ---
MATCH (u)-[c:CITES]->(s:Source)
WHERE s.date >= $since AND s.date < $until AND right(c.document, size($avis)) = $avis AND c.document <> s.id
WITH s, count(c) AS citations
RETURN s.date AS date, s.canonical AS source, s.kind AS kind, citations, s.url AS url, s.id AS source_id
ORDER BY date, source, source_id
