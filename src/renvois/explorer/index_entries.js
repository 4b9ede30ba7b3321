// What the search of the index looks through.
function entries() {
  return [
    ...data.avis.map((avis) => entry(avis.key, "document", avis.name, ["", avis.title])),
    ...data.bodies.map((body) => entry(body.key, "body", body.name, [body.acronym, ...body.aliases])),
    ...data.sources.map((source) => entry(source.key, "source", source.name, ["", source.canonical])),
    ...data.recs.map((rec) => entry(rec.key, "rec", rec.name, [], rec.text)),
  ];
}
