// Le plus court chemin entre deux éléments
// ---
// id: path
// question:
//   fr: Qu’est-ce qui relie « {from_id} » à « {to_id} » ?
//   en: What links “{from_id}” to “{to_id}”?
// tags: [explorer]
// params:
//   from_id:
//     type: string
//     help: {fr: identifiant de départ, en: id to start from}
//     suggest: >
//       CALL () {
//         MATCH (n:Institution) RETURN n.id AS value, n.name AS label UNION MATCH (n:Source) RETURN n.id AS value, n.name AS label
//         UNION MATCH (n:Recommendation) RETURN n.id AS value, n.name AS label
//       }
//       RETURN value, label, value AS id ORDER BY id
//   to_id:
//     type: string
//     help: {fr: identifiant d’arrivée, en: id to arrive at}
//     suggest: >
//       CALL () {
//         MATCH (n:Institution) RETURN n.id AS value, n.name AS label UNION MATCH (n:Source) RETURN n.id AS value, n.name AS label
//         UNION MATCH (n:Recommendation) RETURN n.id AS value, n.name AS label
//       }
//       RETURN value, label, value AS id ORDER BY id
//   limit: {type: integer, default: 5, min: 1, help: {fr: nombre de chemins, en: number of paths}}
// columns:
//   steps: {type: integer, fr: pas, en: steps}
//   names: {type: "string[]", fr: par, en: through}
//   links: {type: "relationship[]", fr: liens, en: links, values: {C: {fr: même section seulement, en: same section only}}}
//   ids: {type: "string[]", fr: identifiants, en: ids, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   path_id: {type: string, fr: identifiant du chemin, en: path id, hidden: true}
// view: {kind: graph, focus: [names]}
// graph: >
//   CALL () {
//     MATCH (a:Recommendation {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Source {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Institution {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Theme {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Person {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Paragraph {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Footnote {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Section {id: $from_id}) RETURN a
//     UNION
//     MATCH (a:Finding {id: $from_id}) RETURN a
//   }
//   CALL () {
//     MATCH (b:Recommendation {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Source {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Institution {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Theme {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Person {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Paragraph {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Footnote {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Section {id: $to_id}) RETURN b
//     UNION
//     MATCH (b:Finding {id: $to_id}) RETURN b
//   }
//   WITH a, b
//   WHERE a.id <> b.id
//   MATCH p = allShortestPaths((a)-[:UNDERPINNED_BY|CITES|HAS_FOOTNOTE|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|PART_OF|HAS_THEME|ISSUED_BY*1..8]-(b))
//   WITH p, reduce(t = '', r IN relationships(p) | t + r.id + ' ') AS path_id
//   RETURN p ORDER BY path_id LIMIT $limit
// example:
//   params: {from_id: "cncdh:A-2021-5#r18", to_id: "cncdh:A-2021-5#r19"}
//   rows_min: 1
// ---
// D’abord les chemins faits de ce que disent les textes (fondements, citations, notes, rôles, thèmes), puis ceux qui passent par une
// institution seulement nommée. Un lien de degré C est montré pour ce qu’il est : la même section.
CALL () {
  MATCH (a:Recommendation {id: $from_id}) RETURN a
  UNION
  MATCH (a:Source {id: $from_id}) RETURN a
  UNION
  MATCH (a:Institution {id: $from_id}) RETURN a
  UNION
  MATCH (a:Theme {id: $from_id}) RETURN a
  UNION
  MATCH (a:Person {id: $from_id}) RETURN a
  UNION
  MATCH (a:Paragraph {id: $from_id}) RETURN a
  UNION
  MATCH (a:Footnote {id: $from_id}) RETURN a
  UNION
  MATCH (a:Section {id: $from_id}) RETURN a
  UNION
  MATCH (a:Finding {id: $from_id}) RETURN a
}
CALL () {
  MATCH (b:Recommendation {id: $to_id}) RETURN b
  UNION
  MATCH (b:Source {id: $to_id}) RETURN b
  UNION
  MATCH (b:Institution {id: $to_id}) RETURN b
  UNION
  MATCH (b:Theme {id: $to_id}) RETURN b
  UNION
  MATCH (b:Person {id: $to_id}) RETURN b
  UNION
  MATCH (b:Paragraph {id: $to_id}) RETURN b
  UNION
  MATCH (b:Footnote {id: $to_id}) RETURN b
  UNION
  MATCH (b:Section {id: $to_id}) RETURN b
  UNION
  MATCH (b:Finding {id: $to_id}) RETURN b
}
WITH a, b
WHERE a.id <> b.id
CALL (a, b) {
  MATCH p = allShortestPaths((a)-[:UNDERPINNED_BY|CITES|HAS_FOOTNOTE|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|PART_OF|HAS_THEME|ISSUED_BY*1..8]-(b))
  RETURN length(p) AS steps, [n IN nodes(p) | n.name] AS names, [n IN nodes(p) | coalesce(n.document, '')] AS held, [n IN nodes(p) | n.id] AS ids,
         [r IN relationships(p) | r.id] AS keys, [r IN relationships(p) | CASE WHEN r.grade = 'C' THEN 'C' ELSE type(r) END] AS links
  UNION
  MATCH p = allShortestPaths((a)-[:UNDERPINNED_BY|CITES|HAS_FOOTNOTE|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|PART_OF|HAS_THEME|ISSUED_BY|MENTIONS*1..8]-(b))
  RETURN length(p) AS steps, [n IN nodes(p) | n.name] AS names, [n IN nodes(p) | coalesce(n.document, '')] AS held, [n IN nodes(p) | n.id] AS ids,
         [r IN relationships(p) | r.id] AS keys, [r IN relationships(p) | CASE WHEN r.grade = 'C' THEN 'C' ELSE type(r) END] AS links
}
WITH steps, names, held, links, ids, head([d IN held WHERE d <> '']) AS document, reduce(t = '', k IN keys | t + k + ' ') AS path_id,
     size([l IN links WHERE l = 'MENTIONS']) AS named, size([l IN links WHERE l = 'C']) AS near
// D’un avis à l’autre, un passage est suivi du sien.
WITH steps, links, ids, document, path_id, named, near, names, held, any(d IN held WHERE d <> '' AND d <> document) AS several
RETURN steps, [i IN range(0, size(names) - 1) | names[i] + CASE WHEN several AND held[i] <> '' THEN ' (' + last(split(held[i], ':')) + ')' ELSE '' END] AS names,
       links, ids, document, path_id
ORDER BY named, near, steps, path_id
LIMIT $limit
