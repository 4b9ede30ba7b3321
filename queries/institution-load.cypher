// Ce qui pèse sur chaque institution
// ---
// id: institution-load
// question:
//   fr: Combien de recommandations s’adressent à chaque institution, la chargent d’agir, l’associent ou lui profitent ?
//   en: How many recommendations address, charge, involve or benefit each institution?
// tags: [analyst, institutions]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   recommendations: {type: integer, fr: recommandations, en: recommendations}
//   addressed: {type: integer, fr: destinataire, en: addressee}
//   assigned: {type: integer, fr: chargée d’agir, en: must act}
//   involved: {type: integer, fr: associée, en: involved}
//   benefits: {type: integer, fr: bénéficiaire, en: beneficiary}
//   inferred: {type: integer, fr: rôle seulement déduit, en: role only inferred}
//   numbers: {type: "string[]", fr: lesquelles, en: which}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
// view: {kind: bar, focus: [institution, recommendations]}
// example:
//   params: {}
//   rows_min: 5
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (r:Recommendation)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(i:Institution)
WHERE right(r.document, size($avis)) = $avis AND NOT coalesce(x.contextual, false)
MATCH (d:Avis {id: r.document})
WITH i, r, type(x) AS role, x.explicit AS said, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
WITH i, count(DISTINCT r) AS recommendations, count(DISTINCT CASE WHEN role = 'ADDRESSED_TO' THEN r.id END) AS addressed,
     count(DISTINCT CASE WHEN role = 'ASSIGNS' THEN r.id END) AS assigned,
     count(DISTINCT CASE WHEN role = 'INVOLVES' THEN r.id END) AS involved,
     count(DISTINCT CASE WHEN role = 'BENEFITS' THEN r.id END) AS benefits, count(DISTINCT CASE WHEN said THEN r.id END) AS told,
     collect(DISTINCT number) AS numbers
RETURN i.name AS institution, recommendations, addressed, assigned, involved, benefits, recommendations - told AS inferred, numbers, i.id AS institution_id
ORDER BY recommendations DESC, institution, institution_id
