// Chercher des mots
// ---
// id: search
// question:
//   fr: Où trouve-t-on « {words} » ?
//   en: Where is “{words}” found?
// tags: [explorer]
// params:
//   words:
//     type: string
//     fold: true
//     help: {fr: "des mots, tous présents, sans égard aux accents ni aux majuscules", en: "words, all present, whatever their accents and capitals"}
//   limit: {type: integer, default: 50, min: 1, help: {fr: nombre de lignes, en: number of rows}}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   label: {type: label, fr: sorte, en: kind}
//   name: {type: string, fr: où, en: where, node: node_id}
//   text: {type: string, fr: texte, en: text}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   node_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [text]}
// example:
//   params: {words: administrateur ad hoc}
//   rows_min: 2
// ---
// Chaque mot devient un motif : la ponctuation n’y vaut qu’elle-même, et « e » y devient « [eéèêë] ». Le premier, seul, écarte vite presque tout.
WITH [w IN split(replace($words, "'", ' '), ' ') | reduce(t = w, c IN split('\\ . ( ) [ ] { } * + ? ^ $ |', ' ') | replace(t, c, '\\' + c))] AS words
WITH [w IN words | '(?s).*' + reduce(t = w, p IN split('a[aàâä] c[cç] e[eéèêë] i[iîï] o[oôö] u[uùûü]', ' ') | replace(t, left(p, 1), substring(p, 1))) + '.*'] AS patterns
CALL () {
  MATCH (d:Avis) WHERE right(d.id, size($avis)) = $avis MATCH (n:Recommendation {document: d.id}) RETURN 0 AS rank, 'Recommendation' AS label, n.name AS name, n.text AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (d:Avis) WHERE right(d.id, size($avis)) = $avis MATCH (n:Paragraph {document: d.id}) RETURN 1 AS rank, 'Paragraph' AS label, n.name AS name, n.text AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (d:Avis) WHERE right(d.id, size($avis)) = $avis MATCH (n:Footnote {document: d.id}) RETURN 2 AS rank, 'Footnote' AS label, n.name AS name, n.text AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (d:Avis) WHERE right(d.id, size($avis)) = $avis MATCH (n:Section {document: d.id}) RETURN 3 AS rank, 'Section' AS label, n.name AS name, n.title AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Source) RETURN 4 AS rank, n.kind AS label, n.name AS name, n.canonical AS text, $avis AS document, 0 AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Institution) RETURN 5 AS rank, 'Institution' AS label, coalesce(n.acronym, n.name) AS name, n.name AS text, $avis AS document, 0 AS start, n.id AS node_id
}
WITH rank, label, name, text, document, start, node_id, patterns, toLower(name + ' ' + text) AS lower
WHERE lower =~ head(patterns) AND all(p IN tail(patterns) WHERE lower =~ p)
RETURN label, name, text, CASE WHEN rank < 4 THEN document END AS document, node_id
ORDER BY rank, document, start, node_id
LIMIT $limit
