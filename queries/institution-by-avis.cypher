// Ce qui est demandé à chaque institution, avis par avis
// ---
// id: institution-by-avis
// question:
//   fr: Que demande chaque avis à chaque institution ?
//   en: What does each opinion ask of each institution?
// tags: [analyst, institutions, corpus]
// params:
//   several:
//     type: boolean
//     default: false
//     help: {fr: seulement les institutions que plusieurs avis concernent, en: only institutions that several opinions concern}
// columns:
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   avis: {type: string, fr: avis, en: opinion, node: document_id}
//   date: {type: string, fr: adopté le, en: adopted on}
//   numbers: {type: "integer[]", fr: recommandations, en: recommendations}
//   roles: {type: "relationship[]", fr: rôles, en: roles}
//   document_id: {type: string, fr: identifiant de l’avis, en: opinion id, hidden: true}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
// view: {kind: matrix, focus: [institution, avis, numbers]}
// example:
//   params: {}
//   rows_min: 5
// ---
MATCH (i:Institution)<-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]-(r:Recommendation)
WHERE NOT coalesce(x.contextual, false)
WITH i, r.document AS document, r.number AS number, type(x) AS role ORDER BY number
WITH i, document, collect(DISTINCT number) AS numbers, collect(DISTINCT role) AS played
WITH i, collect({document: document, numbers: numbers, roles: [role IN ['ADDRESSED_TO', 'ASSIGNS', 'BENEFITS', 'INVOLVES'] WHERE role IN played]}) AS asked
WHERE NOT $several OR size(asked) > 1
UNWIND asked AS one
MATCH (d:Avis {id: one.document})
RETURN i.name AS institution, d.name AS avis, d.adopted_on AS date, one.numbers AS numbers, one.roles AS roles, d.id AS document_id, i.id AS institution_id
ORDER BY institution, date, document_id, institution_id
