// Les sources que plusieurs avis citent
// ---
// id: sources-across-avis
// question:
//   fr: Quelles sources sont citées par plusieurs avis ?
//   en: Which sources are cited by several opinions?
// tags: [analyst, sources, corpus]
// columns:
//   source: {type: string, fr: source, en: source, node: source_id}
//   kind: {type: label, fr: genre, en: kind}
//   avis: {type: integer, fr: avis, en: opinions}
//   citations: {type: integer, fr: citations, en: citations}
//   documents: {type: "string[]", fr: lesquels, en: which}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
// view: {kind: bar, focus: [source, avis]}
// example:
//   rows: 0
// ---
MATCH (u)-[c:CITES]->(s:Source)
WHERE c.document <> s.id
WITH s, c.document AS document, count(c) AS citations ORDER BY document
WITH s, count(document) AS avis, coalesce(sum(citations), 0) AS citations, collect(document) AS documents
WHERE avis > 1
RETURN s.canonical AS source, s.kind AS kind, avis, citations, documents, s.id AS source_id
ORDER BY avis DESC, citations DESC, source, source_id
