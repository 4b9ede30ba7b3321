// Le dossier d’une recommandation
// ---
// id: dossier
// question:
//   fr: Que faut-il savoir de la recommandation {recommendation} ?
//   en: What is there to know about recommendation {recommendation}?
// tags: [jurist, underpinning, institutions]
// params:
//   recommendation:
//     type: integer
//     min: 1
//     help: {fr: numéro de la recommandation, en: number of the recommendation}
//     suggest: MATCH (r:Recommendation) RETURN r.number AS value, r.name AS label, r.id AS id ORDER BY r.start, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   part:
//     type: string
//     fr: rubrique
//     en: part
//     values:
//       text: {fr: texte, en: text}
//       annexe: {fr: "différence avec l’annexe", en: difference with the annex}
//       section: {fr: section, en: section}
//       modality: {fr: forme de la demande, en: how it asks}
//       action: {fr: action, en: action}
//       condition: {fr: condition, en: condition}
//       deadline: {fr: échéance, en: deadline}
//       basis: {fr: fondement, en: basis}
//       none: {fr: sans fondement, en: no basis}
//       same_section: {fr: même section seulement, en: same section only}
//       institution: {fr: institution, en: institution}
//       contextual: {fr: institution (par un paragraphe seulement), en: institution (by a paragraph only)}
//       theme: {fr: thème, en: theme}
//       finding: {fr: à vérifier, en: to verify}
//       review: {fr: relecture, en: review}
//   item: {type: string, fr: élément, en: item, node: item_id}
//   link: {type: relationship, fr: lien, en: link, values: {A: {fr: degré A, en: grade A}, B: {fr: degré B, en: grade B}, X: {fr: degré X, en: grade X}, C: {fr: degré C, en: grade C}}}
//   detail: {type: string, fr: détail, en: detail, english: detail_en}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   review: {type: string, fr: relecture, en: review, values: {confirmed: {fr: confirmé, en: confirmed}, corrected: {fr: corrigé, en: corrected}, added: {fr: ajouté, en: added}}}
//   detail_en: {type: string, fr: détail en anglais, en: detail in English, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   item_id: {type: string, fr: identifiant de l’élément, en: item id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [part]}
// graph: >
//   MATCH p = (r:Recommendation {number: $recommendation})-[x:UNDERPINNED_BY|ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|HAS_THEME]->(n)
//   WHERE right(r.document, size($avis)) = $avis AND coalesce(x.grade, '') <> 'C'
//   RETURN p ORDER BY x.id
// example:
//   params: {recommendation: 18}
//   rows_min: 4
// ---
MATCH (d:Avis)
WHERE right(d.id, size($avis)) = $avis
MATCH (r:Recommendation {document: d.id})
WHERE r.number = $recommendation
CALL (r) {
  MATCH (r)-[b:UNDERPINNED_BY]->(:Source)
  WHERE b.grade IN ['A', 'B']
  RETURN count(b) AS bases
}
CALL (r, bases) {
  RETURN 0 AS rank, 'text' AS part, r.name AS item, null AS link, r.text AS detail, null AS detail_en, null AS quote, r.start AS start, r.end AS end,
         r.page AS page, r.id AS item_id, r.id AS id, null AS review
  UNION ALL
  WITH r WHERE r.annexe_difference <> ''
  RETURN 1 AS rank, 'annexe' AS part, r.name AS item, null AS link, r.annexe_difference AS detail, null AS detail_en, r.annexe_text AS quote,
         null AS start, null AS end, null AS page, r.id AS item_id, r.id AS id, null AS review
  UNION ALL
  MATCH (r)<-[h:HAS_RECOMMENDATION]-(s:Section)
  RETURN 2 AS rank, 'section' AS part, s.name AS item, null AS link, s.title AS detail, null AS detail_en, null AS quote, s.start AS start, s.end AS end,
         s.page AS page, s.id AS item_id, h.id AS id, null AS review
  UNION ALL
  WITH r WHERE r.modality <> ''
  RETURN 3 AS rank, 'modality' AS part, r.modality AS item, null AS link, null AS detail, null AS detail_en, null AS quote, null AS start, null AS end,
         null AS page, null AS item_id, r.id AS id, null AS review
  UNION ALL
  MATCH (r)-[k:ASKS_FOR]->(a:Action)
  RETURN 4 AS rank, 'action' AS part, a.name AS item, null AS link, k.object AS detail, null AS detail_en, k.quote AS quote, k.start AS start, k.end AS end,
         k.page AS page, a.id AS item_id, k.id AS id, null AS review
  UNION ALL
  UNWIND coalesce(r.conditions, []) AS words
  RETURN 5 AS rank, 'condition' AS part, null AS item, null AS link, words AS detail, null AS detail_en, null AS quote, null AS start, null AS end,
         null AS page, null AS item_id, r.id AS id, null AS review
  UNION ALL
  UNWIND coalesce(r.deadlines, []) AS words
  RETURN 6 AS rank, 'deadline' AS part, null AS item, null AS link, words AS detail, null AS detail_en, null AS quote, null AS start, null AS end,
         null AS page, null AS item_id, r.id AS id, null AS review
  UNION ALL
  WITH r, bases WHERE bases = 0
  RETURN 7 AS rank, 'none' AS part, null AS item, null AS link, r.no_basis_reason AS detail, null AS detail_en, null AS quote, null AS start, null AS end,
         null AS page, null AS item_id, r.id AS id, null AS review
  UNION ALL
  MATCH (r)-[u:UNDERPINNED_BY]->(s:Source)
  RETURN CASE u.grade WHEN 'A' THEN 8 WHEN 'B' THEN 9 WHEN 'X' THEN 10 ELSE 14 END AS rank,
         CASE WHEN u.grade = 'C' THEN 'same_section' ELSE 'basis' END AS part, s.canonical AS item, u.grade AS link, u.why AS detail, null AS detail_en,
         u.quote AS quote, u.start AS start, u.end AS end, u.page AS page, s.id AS item_id, u.id AS id, u.review AS review
  UNION ALL
  MATCH (r)-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(i:Institution)
  RETURN CASE WHEN coalesce(x.contextual, false) THEN 12 ELSE 11 END AS rank,
         CASE WHEN coalesce(x.contextual, false) THEN 'contextual' ELSE 'institution' END AS part, i.name AS item, type(x) AS link, x.why AS detail, null AS detail_en, x.quote AS quote, x.start AS start,
         x.end AS end, x.page AS page, i.id AS item_id, x.id AS id, x.review AS review
  UNION ALL
  MATCH (r)-[t:HAS_THEME]->(m:Theme)
  RETURN 13 AS rank, 'theme' AS part, m.name AS item, null AS link, null AS detail, null AS detail_en, t.quote AS quote, t.start AS start, t.end AS end,
         t.page AS page, m.id AS item_id, t.id AS id, null AS review
  UNION ALL
  MATCH (r)<-[a:ABOUT]-(f:Finding)
  RETURN 15 AS rank, 'finding' AS part, f.name AS item, null AS link, f.message AS detail, f.message_en AS detail_en, f.quote AS quote, f.start AS start,
         f.end AS end, f.page AS page, f.id AS item_id, a.id AS id, null AS review
  UNION ALL
  MATCH (r)<-[a:ABOUT]-(v:Review)
  WHERE v.verdict = 'refuse' OR NOT v.applied
  RETURN 16 AS rank, 'review' AS part, v.target AS item, null AS link, v.message AS detail, v.message_en AS detail_en, null AS quote, null AS start,
         null AS end, null AS page, v.id AS item_id, a.id AS id, null AS review
}
RETURN part, item, link, detail, quote, review, detail_en, r.document AS document, start, end, page, item_id, r.id AS recommendation_id, id
ORDER BY recommendation_id, rank, link, item, detail, id
