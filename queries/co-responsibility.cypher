// Les institutions qui se retrouvent dans les mêmes recommandations
// ---
// id: co-responsibility
// question:
//   fr: Quelles institutions se retrouvent dans les mêmes recommandations ?
//   en: Which institutions meet in the same recommendations?
// tags: [analyst, institutions]
// params:
//   inferred:
//     type: boolean
//     default: false
//     help: {fr: compter aussi les rôles que le texte ne dit pas (« pouvoirs publics » par défaut), en: "count roles the text does not say, too (“public authorities” by default)"}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   first: {type: string, fr: institution, en: institution, node: first_id}
//   second: {type: string, fr: avec, en: with, node: second_id}
//   recommendations: {type: integer, fr: recommandations, en: recommendations}
//   numbers: {type: "string[]", fr: lesquelles, en: which}
//   first_id: {type: string, fr: identifiant de la première, en: first id, hidden: true}
//   second_id: {type: string, fr: identifiant de la seconde, en: second id, hidden: true}
// view: {kind: graph, focus: [first]}
// graph: >
//   MATCH p = (a:Institution)<-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]-(r:Recommendation)-[y:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(b:Institution)
//   WHERE right(r.document, size($avis)) = $avis AND a.id < b.id AND ($inferred OR (x.explicit AND y.explicit))
//   RETURN p ORDER BY x.id, y.id
// example:
//   params: {}
//   rows_min: 1
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (r:Recommendation)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(a:Institution)
WHERE right(r.document, size($avis)) = $avis AND NOT coalesce(x.contextual, false) AND ($inferred OR x.explicit)
MATCH (d:Avis {id: r.document}), (r)-[y:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(b:Institution)
WHERE a.id < b.id AND NOT coalesce(y.contextual, false) AND ($inferred OR y.explicit)
WITH DISTINCT a, b, r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
WITH a, b, count(r) AS recommendations, collect(number) AS numbers
RETURN a.name AS first, b.name AS second, recommendations, numbers, a.id AS first_id, b.id AS second_id
ORDER BY recommendations DESC, first, second, first_id, second_id
