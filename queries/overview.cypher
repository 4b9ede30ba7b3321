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
CALL () {
  MATCH (n:Action) RETURN 'Action' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Article) RETURN 'Article' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Avis) RETURN 'Avis' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Bill) RETURN 'Bill' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:`Case`) RETURN 'Case' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Circular) RETURN 'Circular' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Code) RETURN 'Code' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Constitution) RETURN 'Constitution' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Convention) RETURN 'Convention' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Decree) RETURN 'Decree' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:EUAct) RETURN 'EUAct' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Finding) RETURN 'Finding' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Footnote) RETURN 'Footnote' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Institution) RETURN 'Institution' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Law) RETURN 'Law' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:OtherSource) RETURN 'OtherSource' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Paragraph) RETURN 'Paragraph' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Person) RETURN 'Person' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Plan) RETURN 'Plan' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Recommendation) RETURN 'Recommendation' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Report) RETURN 'Report' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Review) RETURN 'Review' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Section) RETURN 'Section' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Text) RETURN 'Text' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Theme) RETURN 'Theme' AS label, count(n) AS nodes
}
WITH label, nodes
WHERE nodes > 0
RETURN label, nodes
ORDER BY nodes DESC, label
