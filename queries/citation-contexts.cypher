// Les passages qui citent une source
// ---
// id: citation-contexts
// question:
//   fr: Où et en quels mots la source « {source} » est-elle citée ?
//   en: Where and in which words is the source “{source}” cited?
// tags: [jurist, sources]
// params:
//   source:
//     type: string
//     fold: true
//     help: {fr: "identifiant, ou mots de la référence", en: "id, or words of the reference"}
//     suggest: MATCH (s:Source)<-[:CITES]-() RETURN DISTINCT s.canonical AS value, s.name AS label, s.id AS id ORDER BY id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   source: {type: string, fr: source, en: source, node: source_id}
//   cited_in: {type: string, fr: où, en: where, node: unit_id}
//   surface: {type: string, fr: telle qu’écrite, en: as written, evidence: quote}
//   pinpoint: {type: string, fr: point précis, en: pinpoint}
//   relation:
//     type: string
//     fr: renvoi
//     en: reference
//     values: {explicit: {fr: explicite, en: explicit}, anaphora: {fr: reprise, en: anaphora}, op_cit: {fr: op. cit., en: op. cit.}, ibid: {fr: ibid., en: ibid.}}
//   antecedent: {type: string, fr: reprend, en: resolves through}
//   as_cited: {type: string, fr: écrit (sans doute fautif), en: as cited (probably wrong)}
//   text: {type: string, fr: passage, en: passage}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   unit_id: {type: string, fr: identifiant du passage, en: passage id, hidden: true}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
//   id: {type: string, fr: identifiant de la citation, en: citation id, hidden: true}
// view: {kind: table, focus: [surface]}
// example:
//   params: {source: 225-4-1}
//   rows_min: 1
// ---
// Chaque mot devient un motif de mot entier : la ponctuation n’y vaut qu’elle-même, et « e » y devient « [eéèêë] ».
WITH [w IN split(replace(replace($source, "'", ' '), ',', ' '), ' ') WHERE NOT w IN ['', 'l', 'd', 'le', 'la', 'les', 'de', 'du', 'des', 'art.', 'article']] AS words
WITH [w IN words | reduce(t = w, c IN split('\\ . ( ) [ ] { } * + ? ^ $ |', ' ') | replace(t, c, '\\' + c))] AS words
WITH [w IN words | "(?s)(.*[ ,'’])?" + reduce(t = w, p IN split('a[aàâä] c[cç] e[eéèêë] i[iîï] o[oôö] u[uùûü]', ' ') | replace(t, left(p, 1), substring(p, 1))) + "([ ,'’].*)?"] AS patterns
MATCH (s:Source)
WITH s, patterns, toLower(s.canonical + ' ' + s.name) AS text
WHERE toLower(s.id) = $source OR (size(patterns) > 0 AND all(p IN patterns WHERE text =~ p))
MATCH (s)<-[c:CITES]-(u)
WHERE right(c.document, size($avis)) = $avis
RETURN s.canonical AS source, u.name AS cited_in, c.surface AS surface, c.pinpoint AS pinpoint, c.relation AS relation,
       replace(replace(c.antecedent, 'footnote ', 'note '), 'paragraph ', '§ ') AS antecedent, c.as_cited AS as_cited, u.text AS text, c.document AS document, c.start AS start, c.end AS end,
       c.page AS page, u.id AS unit_id, s.id AS source_id, c.id AS id
ORDER BY document, start, id
