// Les recommandations qui reposent sur un article
// ---
// id: by-article
// question:
//   fr: Quelles recommandations reposent sur l’article {article} ?
//   en: Which recommendations rest on article {article}?
// tags: [jurist, underpinning]
// params:
//   article:
//     type: string
//     fold: true
//     help: {fr: "numéro (225-4-1, R. 221-12) ou mots de la référence", en: "number (225-4-1, R. 221-12) or words of the reference"}
//     suggest: MATCH (a:Article) RETURN a.canonical AS value, a.name AS label, a.id AS id ORDER BY a.sort_name, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   article: {type: string, fr: article, en: article, node: source_id}
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   grade: {type: string, fr: degré, en: grade}
//   strength: {type: string, fr: force, en: strength, values: {strong: {fr: forte, en: strong}, weak: {fr: faible, en: weak}}}
//   via: {type: string, fr: où, en: where}
//   why: {type: string, fr: pourquoi, en: why}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   text: {type: string, fr: texte de la recommandation, en: text of the recommendation, hidden: true}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   source_id: {type: string, fr: identifiant de l’article, en: article id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: lanes, focus: [recommendation]}
// graph: >
//   WITH [w IN split(replace(replace($article, "'", ' '), ',', ' '), ' ') WHERE NOT w IN ['', 'l', 'd', 'le', 'la', 'les', 'de', 'du', 'des', 'art.', 'article']] AS words
//   MATCH (s:Article)
//   WITH s, words, ' ' + reduce(t = toLower(s.canonical), p IN split("àa|âa|äa|çc|ée|èe|êe|ëe|îi|ïi|ôo|öo|ùu|ûu|üu|’ |' |, ", '|') | replace(t, left(p, 1), right(p, 1))) + ' ' AS text
//   WHERE toLower(s.article) IN [$article, replace(replace($article, ' ', ''), '.', '')] OR toLower(s.id) = $article
//      OR (size(words) > 0 AND all(w IN words WHERE text CONTAINS ' ' + w + ' '))
//   MATCH p = (s)<-[u:UNDERPINNED_BY]-(r:Recommendation)
//   WHERE right(r.document, size($avis)) = $avis AND u.grade <> 'C'
//   RETURN p ORDER BY u.id
// example:
//   params: {article: 225-4-1}
//   rows_min: 1
// ---
// Chaque mot devient un motif de mot entier : la ponctuation n’y vaut qu’elle-même, et « e » y devient « [eéèêë] ».
WITH [w IN split(replace(replace($article, "'", ' '), ',', ' '), ' ') WHERE NOT w IN ['', 'l', 'd', 'le', 'la', 'les', 'de', 'du', 'des', 'art.', 'article']] AS words
WITH [w IN words | reduce(t = w, c IN split('\\ . ( ) [ ] { } * + ? ^ $ |', ' ') | replace(t, c, '\\' + c))] AS words
WITH [w IN words | "(?s)(.*[ ,'’])?" + reduce(t = w, p IN split('a[aàâä] c[cç] e[eéèêë] i[iîï] o[oôö] u[uùûü]', ' ') | replace(t, left(p, 1), substring(p, 1))) + "([ ,'’].*)?"] AS patterns
MATCH (s:Article)
WITH s, patterns, toLower(s.canonical) AS text
WHERE toLower(s.article) IN [$article, replace(replace($article, ' ', ''), '.', '')] OR toLower(s.id) = $article
   OR (size(patterns) > 0 AND all(p IN patterns WHERE text =~ p))
MATCH (s)<-[u:UNDERPINNED_BY]-(r:Recommendation)
WHERE right(r.document, size($avis)) = $avis
WITH s, u, r, CASE u.grade WHEN 'A' THEN 0 WHEN 'B' THEN 1 WHEN 'X' THEN 2 ELSE 3 END AS rank
RETURN s.canonical AS article, r.number AS recommendation, u.grade AS grade, u.strength AS strength, u.via AS via, u.why AS why,
       u.quote AS quote, r.document AS document, r.text AS text, u.start AS start, u.end AS end, u.page AS page, s.id AS source_id, r.id AS recommendation_id, u.id AS id
ORDER BY article, rank, strength, recommendation, id
