// Les recommandations qui reposent sur une convention
// ---
// id: by-convention
// question:
//   fr: Quelles recommandations reposent sur la convention « {convention} » ou l’un de ses articles ?
//   en: Which recommendations rest on the convention “{convention}” or one of its articles?
// tags: [jurist, underpinning]
// params:
//   convention:
//     type: string
//     fold: true
//     help: {fr: "mots du nom, ou identifiant", en: "words of the name, or id"}
//     suggest: MATCH (k:Convention) RETURN k.canonical AS value, k.name AS label, k.id AS id ORDER BY k.sort_name, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   source: {type: string, fr: convention ou article, en: convention or article, node: source_id}
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   grade: {type: string, fr: degré, en: grade}
//   strength: {type: string, fr: force, en: strength, values: {strong: {fr: forte, en: strong}, weak: {fr: faible, en: weak}}}
//   via: {type: string, fr: où, en: where}
//   why: {type: string, fr: pourquoi, en: why}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   text: {type: string, fr: texte de la recommandation, en: text of the recommendation, hidden: true}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   source_id: {type: string, fr: identifiant de la source, en: source id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: lanes, focus: [recommendation]}
// graph: >
//   WITH [w IN split(replace(replace($convention, "'", ' '), ',', ' '), ' ') WHERE NOT w IN ['', 'l', 'd', 'le', 'la', 'les', 'de', 'du', 'des', 'art.', 'article']] AS words
//   WITH [w IN words | reduce(t = w, c IN split('\\ . ( ) [ ] { } * + ? ^ $ |', ' ') | replace(t, c, '\\' + c))] AS words
//   WITH [w IN words | "(?s).*[ ,'’]" + reduce(t = w, p IN split('a[aàâä] c[cç] e[eéèêë] i[iîï] o[oôö] u[uùûü]', ' ') | replace(t, left(p, 1), substring(p, 1))) + "[ ,'’].*"] AS patterns
//   MATCH (k:Convention)
//   WITH k, patterns, ' ' + toLower(k.canonical + ' ' + k.name + ' ' + coalesce(k.title, '')) + ' ' AS text
//   WHERE toLower(k.id) = $convention OR (size(patterns) > 0 AND all(p IN patterns WHERE text =~ p))
//   MATCH p = (k)<-[:PART_OF*0..1]-(s:Source)<-[u:UNDERPINNED_BY]-(r:Recommendation)
//   WHERE right(r.document, size($avis)) = $avis AND u.grade <> 'C'
//   RETURN p ORDER BY u.id, k.id
// example:
//   params: {convention: traite des êtres humains}
//   rows_min: 1
// ---
// Le degré C (même section seulement) vient en dernier : ce n’est pas un fondement.
WITH [w IN split(replace(replace($convention, "'", ' '), ',', ' '), ' ') WHERE NOT w IN ['', 'l', 'd', 'le', 'la', 'les', 'de', 'du', 'des', 'art.', 'article']] AS words
WITH [w IN words | reduce(t = w, c IN split('\\ . ( ) [ ] { } * + ? ^ $ |', ' ') | replace(t, c, '\\' + c))] AS words
WITH [w IN words | "(?s).*[ ,'’]" + reduce(t = w, p IN split('a[aàâä] c[cç] e[eéèêë] i[iîï] o[oôö] u[uùûü]', ' ') | replace(t, left(p, 1), substring(p, 1))) + "[ ,'’].*"] AS patterns
MATCH (k:Convention)
WITH k, patterns, ' ' + toLower(k.canonical + ' ' + k.name + ' ' + coalesce(k.title, '')) + ' ' AS text
WHERE toLower(k.id) = $convention OR (size(patterns) > 0 AND all(p IN patterns WHERE text =~ p))
MATCH (k)<-[:PART_OF*0..1]-(s:Source)<-[u:UNDERPINNED_BY]-(r:Recommendation)
WHERE right(r.document, size($avis)) = $avis
WITH DISTINCT s, u, r, CASE u.grade WHEN 'A' THEN 0 WHEN 'B' THEN 1 WHEN 'X' THEN 2 ELSE 3 END AS rank
RETURN s.canonical AS source, r.number AS recommendation, u.grade AS grade, u.strength AS strength, u.via AS via, u.why AS why,
       u.quote AS quote, r.text AS text, r.document AS document, u.start AS start, u.end AS end, u.page AS page, s.id AS source_id,
       r.id AS recommendation_id, u.id AS id
ORDER BY rank, source, document, recommendation, id
