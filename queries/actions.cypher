// Ce que demandent les recommandations
// ---
// id: actions
// question:
//   fr: Que demande de faire chaque recommandation, comment, à quelles conditions et quand ?
//   en: What does each recommendation ask to be done, how, on which conditions and when?
// tags: [analyst, actions]
// params:
//   verb:
//     type: string
//     default: ""
//     help: {fr: "une seule action, par son verbe (vide : toutes)", en: "one action only, by its verb (empty: all)"}
//     suggest: MATCH (a:Action) RETURN a.name AS value, a.name AS label, a.id AS id ORDER BY value, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   recommendation: {type: string, fr: recommandation, en: recommendation, node: recommendation_id}
//   modality: {type: string, fr: forme de la demande, en: how it asks}
//   verb: {type: string, fr: action, en: action, node: action_id}
//   object: {type: string, fr: objet, en: object}
//   kind: {type: string, fr: nature, en: kind, values: {asked: {fr: demandée, en: asked}, means: {fr: moyen, en: means}, purpose: {fr: but, en: purpose}}}
//   conditions: {type: "string[]", fr: conditions, en: conditions}
//   deadlines: {type: "string[]", fr: échéances, en: deadlines}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   action_id: {type: string, fr: identifiant de l’action, en: action id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// graph: >
//   MATCH p = (r:Recommendation)-[x:ASKS_FOR]->(a:Action)
//   WHERE right(r.document, size($avis)) = $avis AND ($verb = '' OR a.name = $verb)
//   RETURN p ORDER BY x.id
// example:
//   params: {}
//   rows_min: 34
// ---
// Un numéro est suivi de son avis là où plusieurs avis ont des recommandations.
MATCH (q:Avis)
WHERE right(q.id, size($avis)) = $avis
CALL (q) { MATCH (o:Recommendation {document: q.id}) RETURN count(o) AS held }
WITH count(CASE WHEN held > 0 THEN 1 END) AS opinions
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
MATCH (r)-[x:ASKS_FOR]->(a:Action)
WHERE $verb = '' OR a.name = $verb
RETURN toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS recommendation,
       r.modality AS modality, a.name AS verb, x.object AS object, x.kind AS kind, r.conditions AS conditions, r.deadlines AS deadlines, x.quote AS quote, r.document AS document, x.start AS start, x.end AS end, x.page AS page,
       r.id AS recommendation_id, a.id AS action_id, x.id AS id
ORDER BY document, start, id
