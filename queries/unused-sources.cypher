// Les sources citées qui ne fondent rien
// ---
// id: unused-sources
// question:
//   fr: Quelles sources sont citées sans fonder (degré A ou B) aucune recommandation ? Une source de la même section seulement (C) n’en fonde aucune.
//   en: Which sources are cited yet underpin (grade A or B) no recommendation? A source of the same section only (C) underpins none.
// tags: [jurist, sources, gaps]
// params:
//   kind:
//     type: string
//     default: ""
//     help: {fr: "genre de source : Article, Law, Report… (vide : tous)", en: "kind of source: Article, Law, Report… (empty: all)"}
//     suggest: MATCH (s:Source) RETURN DISTINCT s.kind AS value, s.kind AS label ORDER BY value
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   source: {type: string, fr: source, en: source, node: source_id}
//   kind: {type: label, fr: genre, en: kind}
//   citations: {type: integer, fr: citations, en: citations}
//   cited_in: {type: "string[]", fr: citée dans, en: cited in}
//   elsewhere: {type: "string[]", fr: recommandations d’une autre section (X), en: recommendations of another section (X)}
//   same_section: {type: "string[]", fr: recommandations de la même section (C), en: recommendations of the same section (C)}
//   url: {type: string, fr: adresse, en: address, hidden: true}
//   start: {type: integer, fr: première citation, en: first citation, hidden: true, evidence: start}
//   source_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [source]}
// example:
//   params: {}
//   rows_min: 1
// ---
// Un passage est suivi de son avis là où plusieurs sont chargés.
MATCH (q:Avis)
WHERE q.loaded AND right(q.id, size($avis)) = $avis
WITH count(q) AS opinions
MATCH (u)-[c:CITES]->(s:Source)
WHERE right(c.document, size($avis)) = $avis AND c.document <> s.id AND ($kind = '' OR s.kind = $kind)
  AND NOT EXISTS { MATCH (s)<-[b:UNDERPINNED_BY]-(:Recommendation) WHERE b.grade IN ['A', 'B'] AND right(b.document, size($avis)) = $avis }
MATCH (d:Avis {id: c.document})
WITH opinions, s, c, u.name + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS place ORDER BY c.document, c.start, c.id
WITH opinions, s, count(c) AS citations, min(c.start) AS start, collect(DISTINCT place) AS cited_in
CALL (s, opinions) {
  MATCH (s)<-[l:UNDERPINNED_BY]-(r:Recommendation)
  WHERE right(l.document, size($avis)) = $avis
  MATCH (d:Avis {id: r.document})
  WITH l.grade AS grade, r, toString(r.number) + CASE WHEN opinions > 1 THEN ' (' + coalesce(d.cote, d.name) + ')' ELSE '' END AS number ORDER BY r.document, r.number, r.id
  RETURN collect(DISTINCT CASE WHEN grade = 'X' THEN number END) AS elsewhere,
         collect(DISTINCT CASE WHEN grade = 'C' THEN number END) AS same_section
}
RETURN s.canonical AS source, s.kind AS kind, citations, cited_in, elsewhere, same_section, s.url AS url, start, s.id AS source_id
ORDER BY kind, source, source_id
