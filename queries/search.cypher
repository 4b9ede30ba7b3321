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
//   node_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [text]}
// example:
//   params: {words: administrateur ad hoc}
//   rows_min: 2
// ---
CALL () {
  MATCH (n:Recommendation) WHERE right(n.document, size($avis)) = $avis RETURN 0 AS rank, 'Recommendation' AS label, n.name AS name, n.text AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Paragraph) WHERE right(n.document, size($avis)) = $avis RETURN 1 AS rank, 'Paragraph' AS label, n.name AS name, n.text AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Footnote) WHERE right(n.document, size($avis)) = $avis RETURN 2 AS rank, 'Footnote' AS label, n.name AS name, n.text AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Section) WHERE right(n.document, size($avis)) = $avis RETURN 3 AS rank, 'Section' AS label, n.name AS name, n.title AS text, n.document AS document, n.start AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Source) RETURN 4 AS rank, n.kind AS label, n.name AS name, n.canonical AS text, $avis AS document, 0 AS start, n.id AS node_id
  UNION ALL
  MATCH (n:Institution) RETURN 5 AS rank, 'Institution' AS label, coalesce(n.acronym, n.name) AS name, n.name AS text, $avis AS document, 0 AS start, n.id AS node_id
}
WITH rank, label, name, text, document, start, node_id, reduce(t = toLower(name + ' ' + text), p IN split("àa|âa|äa|çc|ée|èe|êe|ëe|îi|ïi|ôo|öo|ùu|ûu|üu|’ |' |, ", '|') | replace(t, left(p, 1), right(p, 1))) AS folded
WHERE all(w IN split(replace($words, "'", ' '), ' ') WHERE folded CONTAINS w)
RETURN label, name, text, node_id
ORDER BY rank, document, start, node_id
LIMIT $limit
