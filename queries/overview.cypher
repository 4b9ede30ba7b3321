// Ce que contient le graphe
// ---
// id: overview
// question:
//   fr: Combien y a-t-il de nœuds de chaque sorte ?
//   en: How many nodes of each kind are there?
// tags: [explorer]
// columns:
//   label: {type: label, fr: sorte, en: kind, unique: true}
//   nodes: {type: integer, fr: nombre, en: number}
// view: {kind: bar, focus: [label, nodes]}
// example:
//   rows_min: 8
// ---
MATCH (n)
UNWIND labels(n) AS label
WITH label
WHERE label <> 'Source'
WITH label, count(*) AS nodes
RETURN label, nodes
ORDER BY nodes DESC, label
