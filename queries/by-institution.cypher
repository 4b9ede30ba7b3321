// Les recommandations d’une institution
// ---
// id: by-institution
// question:
//   fr: Que demande-t-on à « {institution} », et dans quelles recommandations ?
//   en: What is asked of “{institution}”, and in which recommendations?
// tags: [analyst, institutions]
// params:
//   institution:
//     type: string
//     fold: true
//     help: {fr: "nom, sigle, autre nom ou identifiant", en: "name, acronym, other name or id"}
//     suggest: MATCH (i:Institution) RETURN i.name AS value, i.acronym AS label, i.id AS id ORDER BY i.sort_name, id
//   avis:
//     type: string
//     default: ""
//     help: {fr: "cote de l’avis (vide : tous)", en: "reference of the opinion (empty: all)"}
//     suggest: MATCH (d:Avis) WHERE d.loaded RETURN d.id AS value, d.name AS label ORDER BY value
// columns:
//   institution: {type: string, fr: institution, en: institution, node: institution_id}
//   recommendation: {type: integer, fr: recommandation, en: recommendation, node: recommendation_id}
//   role: {type: relationship, fr: rôle, en: role}
//   explicit: {type: boolean, fr: dit par le texte, en: said by the text}
//   contextual: {type: boolean, fr: par un paragraphe seulement, en: by a paragraph only}
//   quote: {type: string, fr: mots du texte, en: quote, evidence: quote}
//   text: {type: string, fr: texte de la recommandation, en: text of the recommendation}
//   document: {type: string, fr: avis, en: opinion, hidden: true, evidence: document}
//   start: {type: integer, fr: début, en: start, hidden: true, evidence: start}
//   end: {type: integer, fr: fin, en: end, hidden: true, evidence: end}
//   page: {type: integer, fr: page, en: page, hidden: true, evidence: page}
//   institution_id: {type: string, fr: identifiant de l’institution, en: institution id, hidden: true}
//   recommendation_id: {type: string, fr: identifiant de la recommandation, en: recommendation id, hidden: true}
//   id: {type: string, fr: identifiant du lien, en: link id, hidden: true}
// view: {kind: lanes, focus: [recommendation]}
// graph: >
//   MATCH (i:Institution)
//   WITH i, ' ' + replace(i.sort_name, "'", ' ') + ' ' AS name,
//        [n IN [i.id, i.sort_name, coalesce(i.acronym, i.sort_name)] + coalesce(i.aliases, []) | reduce(t = toLower(n), p IN split("àa|âa|äa|çc|ée|èe|êe|ëe|îi|ïi|ôo|öo|ùu|ûu|üu|’ |' |, ", '|') | replace(t, left(p, 1), right(p, 1)))] AS names
//   WITH i, CASE WHEN replace($institution, "'", ' ') IN names OR toLower(i.id) IN [$institution, 'inst:' + $institution] THEN 0 ELSE 1 END AS fit, name
//   WHERE fit = 0 OR all(w IN split(replace($institution, "'", ' '), ' ') WHERE name CONTAINS ' ' + w + ' ')
//   WITH collect(CASE WHEN fit = 0 THEN i END) AS exact, collect(i) AS near
//   UNWIND CASE WHEN size(exact) > 0 THEN exact ELSE near END AS i
//   MATCH p = (i)<-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]-(r:Recommendation)
//   WHERE right(r.document, size($avis)) = $avis
//   RETURN p ORDER BY x.id
// example:
//   params: {institution: MIPROF}
//   rows_min: 1
// ---
// Un nom, un sigle ou un identifiant exact l’emporte ; sinon toute institution dont le nom contient ces mots.
MATCH (i:Institution)
WITH i, ' ' + replace(i.sort_name, "'", ' ') + ' ' AS name,
     [n IN [i.id, i.sort_name, coalesce(i.acronym, i.sort_name)] + coalesce(i.aliases, []) | reduce(t = toLower(n), p IN split("àa|âa|äa|çc|ée|èe|êe|ëe|îi|ïi|ôo|öo|ùu|ûu|üu|’ |' |, ", '|') | replace(t, left(p, 1), right(p, 1)))] AS names
WITH i, CASE WHEN replace($institution, "'", ' ') IN names OR toLower(i.id) IN [$institution, 'inst:' + $institution] THEN 0 ELSE 1 END AS fit, name
WHERE fit = 0 OR all(w IN split(replace($institution, "'", ' '), ' ') WHERE name CONTAINS ' ' + w + ' ')
WITH collect(CASE WHEN fit = 0 THEN i END) AS exact, collect(i) AS near
UNWIND CASE WHEN size(exact) > 0 THEN exact ELSE near END AS i
MATCH (i)<-[x:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS|MENTIONS]-(r:Recommendation)
WHERE right(r.document, size($avis)) = $avis AND coalesce(x.occurrence, 'body') = 'body'
  AND (type(x) <> 'MENTIONS' OR NOT EXISTS { MATCH (r)-[:ADDRESSED_TO|ASSIGNS|INVOLVES|BENEFITS]->(i) })
  AND NOT EXISTS { MATCH (i)<-[:ISSUED_BY]-(:Avis {id: r.document}) }
RETURN i.name AS institution, r.number AS recommendation, type(x) AS role, x.explicit AS explicit, coalesce(x.contextual, false) AS contextual, x.quote AS quote, r.text AS text,
       r.document AS document, x.start AS start, x.end AS end, x.page AS page, i.id AS institution_id, r.id AS recommendation_id, x.id AS id
ORDER BY institution, document, recommendation, role, id
