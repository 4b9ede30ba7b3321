// Le voisinage d’un élément
// ---
// id: neighbourhood
// question:
//   fr: À quoi « {node} » est-il directement lié ?
//   en: What is “{node}” directly linked to?
// tags: [explorer]
// params:
//   node:
//     type: string
//     help: {fr: identifiant, en: id}
//     suggest: >
//       CALL () {
//         MATCH (n:Institution) RETURN n.id AS value, n.name AS label UNION MATCH (n:Source) RETURN n.id AS value, n.name AS label
//         UNION MATCH (n:Recommendation) RETURN n.id AS value, n.name AS label
//       }
//       RETURN value, label, value AS id ORDER BY id
//   limit: {type: integer, default: 70, min: 1, help: {fr: nombre de liens, en: number of links}}
// columns:
//   link: {type: relationship, fr: lien, en: link}
//   outgoing: {type: boolean, fr: part de lui, en: outgoing}
//   neighbour: {type: string, fr: voisin, en: neighbour, node: neighbour_id}
//   label: {type: label, fr: sorte, en: kind}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   neighbour_id: {type: string, fr: identifiant du voisin, en: neighbour id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: graph, focus: [neighbour]}
// graph: >
//   CALL () {
//     MATCH (n:Recommendation {id: $node}) RETURN n
//     UNION
//     MATCH (n:Source {id: $node}) RETURN n
//     UNION
//     MATCH (n:Institution {id: $node}) RETURN n
//     UNION
//     MATCH (n:Theme {id: $node}) RETURN n
//     UNION
//     MATCH (n:Person {id: $node}) RETURN n
//     UNION
//     MATCH (n:Paragraph {id: $node}) RETURN n
//     UNION
//     MATCH (n:Footnote {id: $node}) RETURN n
//     UNION
//     MATCH (n:Section {id: $node}) RETURN n
//     UNION
//     MATCH (n:Finding {id: $node}) RETURN n
//   }
//   MATCH p = (n)-[r]-(m)
//   RETURN p ORDER BY type(r), r.id LIMIT $limit
// example:
//   params: {node: "cncdh:A-2021-5#r18"}
//   rows_min: 2
// ---
CALL () {
  MATCH (n:Recommendation {id: $node}) RETURN n
  UNION
  MATCH (n:Source {id: $node}) RETURN n
  UNION
  MATCH (n:Institution {id: $node}) RETURN n
  UNION
  MATCH (n:Theme {id: $node}) RETURN n
  UNION
  MATCH (n:Person {id: $node}) RETURN n
  UNION
  MATCH (n:Paragraph {id: $node}) RETURN n
  UNION
  MATCH (n:Footnote {id: $node}) RETURN n
  UNION
  MATCH (n:Section {id: $node}) RETURN n
  UNION
  MATCH (n:Finding {id: $node}) RETURN n
}
MATCH (n)-[r]-(m)
WITH n, r, m, type(r) AS link, r.id AS id ORDER BY link, id LIMIT $limit
RETURN link, startNode(r).id = n.id AS outgoing, m.name AS neighbour,
       head([l IN labels(m) WHERE l <> 'Source']) AS label, r.quote AS quote,
       coalesce(r.document, m.document) AS document, r.start AS start, r.end AS end, m.id AS neighbour_id, id
ORDER BY link, id
