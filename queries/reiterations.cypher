// Les recommandations qui en réitèrent une d’un avis antérieur
// ---
// id: reiterations
// question:
//   fr: Quelles recommandations reprennent une recommandation d’un avis antérieur ?
//   en: Which recommendations repeat one of an earlier opinion?
// tags: [analyst, jurist]
// params:
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   avis: {type: string, fr: avis, en: opinion, node: document}
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   text: {type: string, fr: texte, en: text}
//   earlier_avis: {type: string, fr: avis antérieur, en: earlier opinion, node: earlier_document}
//   earlier: {type: integer, fr: réitère la recommandation, en: repeats recommendation, node: earlier_id}
//   earlier_text: {type: string, fr: texte antérieur, en: earlier text}
//   score: {type: float, fr: score, en: score}
//   words: {type: "string[]", fr: mots communs, en: shared words}
//   document: {type: string, fr: identifiant de l’avis, en: opinion id, hidden: true}
//   earlier_document: {type: string, fr: identifiant de l’avis antérieur, en: earlier opinion id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   earlier_id: {type: string, fr: identifiant de la recommandation antérieure, en: earlier recommendation id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: table, focus: [recommendation]}
// graph: >
//   MATCH p = (r:Recommendation)-[x:REITERATES]->(:Recommendation)
//   WHERE right(r.document, size($avis)) = $avis
//   RETURN p ORDER BY x.id
// example:
//   params: {}
//   rows: 0
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
MATCH (r)-[x:REITERATES]->(e:Recommendation)
MATCH (f:Avis {id: e.document})
RETURN d.name AS avis, r.number AS recommendation, x.text AS text, f.name AS earlier_avis, e.number AS earlier,
       x.earlier_text AS earlier_text, x.score AS score, x.words AS words, d.id AS document, f.id AS earlier_document,
       r.id AS recommendation_id, e.id AS earlier_id, x.id AS id
ORDER BY document, recommendation, score DESC, id
