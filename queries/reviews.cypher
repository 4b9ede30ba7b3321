// Ce que les juristes ont relu
// ---
// id: reviews
// question:
//   fr: Qu’ont jugé les relecteurs, et quelles entrées ne correspondent plus à rien ?
//   en: What have reviewers judged, and which entries no longer match anything?
// tags: [jurist, quality]
// params:
//   unmatched:
//     type: boolean
//     default: false
//     help: {fr: seulement les entrées qui ne s’appliquent pas, en: only the entries that do not apply}
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   target: {type: string, fr: lien, en: link, node: review_id}
//   verdict: {type: string, fr: verdict, en: verdict, values: {confirm: {fr: confirmé, en: confirmed}, refuse: {fr: refusé, en: refused}, correct: {fr: corrigé, en: corrected}, add: {fr: ajouté, en: added}}}
//   reviewer: {type: string, fr: relecteur, en: reviewer}
//   date: {type: string, fr: date, en: date}
//   why: {type: string, fr: pourquoi, en: why}
//   applied: {type: boolean, fr: appliquée, en: applied}
//   effect: {type: string, fr: effet, en: effect, english: effect_en}
//   effect_en: {type: string, fr: effet en anglais, en: effect in English, hidden: true}
//   place: {type: string, fr: entrée, en: entry, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   review_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [target]}
// example:
//   params: {}
//   rows: 0
// ---
MATCH (v:Review)
WHERE right(v.document, size($avis)) = $avis AND NOT (v.applied AND $unmatched)
RETURN v.target AS target, v.verdict AS verdict, v.reviewer AS reviewer, v.date AS date, v.why AS why, v.applied AS applied,
       v.message AS effect, v.message_en AS effect_en, v.name AS place, v.document AS document, v.id AS review_id
ORDER BY document, v.order, review_id
