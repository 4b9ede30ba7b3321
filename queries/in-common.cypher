// Ce que deux recommandations ont en commun
// ---
// id: in-common
// question:
//   fr: Qu’ont en commun les recommandations {first} et {second} ?
//   en: What do recommendations {first} and {second} have in common?
// tags: [jurist, analyst]
// params:
//   first:
//     type: integer
//     min: 1
//     help: {fr: numéro de la première recommandation, en: number of the first recommendation}
//     suggest: MATCH (r:Recommendation) RETURN r.number AS value, r.name AS label, r.id AS id ORDER BY r.start, id
//   second:
//     type: integer
//     min: 1
//     help: {fr: numéro de la seconde recommandation, en: number of the second recommendation}
//     suggest: MATCH (r:Recommendation) RETURN r.number AS value, r.name AS label, r.id AS id ORDER BY r.start, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   shared: {type: string, fr: en commun, en: shared, node: shared_id}
//   label: {type: label, fr: genre, en: kind}
//   first_link: {type: relationship, fr: lien de la première, en: link of the first}
//   first_grade: {type: string, fr: degré, en: grade}
//   second_link: {type: relationship, fr: lien de la seconde, en: link of the second}
//   second_grade: {type: string, fr: degré, en: grade}
//   first_quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   shared_id: {type: string, fr: identifiant, en: id, hidden: true}
//   first_link_id: {type: string, fr: identifiant du premier lien, en: first link id, hidden: true}
//   second_link_id: {type: string, fr: identifiant du second lien, en: second link id, hidden: true}
// view: {kind: lanes, focus: [shared]}
// graph: >
//   MATCH (a:Recommendation {number: $first}), (b:Recommendation {number: $second})
//   WHERE a.document = b.document AND right(a.document, size($avis)) = $avis
//   MATCH p = (a)-[x:UNDERPINNED_BY|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|HAS_THEME]->(n)
//             <-[y:UNDERPINNED_BY|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|HAS_THEME]-(b)
//   WHERE coalesce(x.grade, '') <> 'C' AND coalesce(y.grade, '') <> 'C'
//   RETURN p ORDER BY x.id, y.id
// example:
//   params: {first: 27, second: 28}
//   rows_min: 1
// ---
// Une source de la même section seulement (degré C) n’est pas un fondement : elle n’est pas commune.
MATCH (a:Recommendation {number: $first}), (b:Recommendation {number: $second})
WHERE a.document = b.document AND right(a.document, size($avis)) = $avis
MATCH (a)-[x:UNDERPINNED_BY|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|MENTIONS|HAS_THEME]->(n)
MATCH (n)<-[y:UNDERPINNED_BY|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|MENTIONS|HAS_THEME]-(b)
WHERE coalesce(x.grade, '') <> 'C' AND coalesce(y.grade, '') <> 'C' AND NOT EXISTS { MATCH (n)<-[:ISSUED_BY]-(:Avis {id: a.document}) }
RETURN coalesce(n.canonical, n.name) AS shared, head([l IN labels(n) WHERE l <> 'Source']) AS label, type(x) AS first_link,
       x.grade AS first_grade, type(y) AS second_link, y.grade AS second_grade, x.quote AS first_quote, a.document AS document, x.start AS start, x.end AS end,
       n.id AS shared_id, x.id AS first_link_id, y.id AS second_link_id
ORDER BY document, label, shared, first_link_id, second_link_id
