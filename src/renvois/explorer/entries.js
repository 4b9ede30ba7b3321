// What the search of an opinion's page looks through.
function entries() {
  return [
    ...data.recs.map((rec) => entry(rec.key, "rec", rec.name, [`R${rec.n}`, `n° ${rec.n}`], textOf(rec.key))),
    ...data.bodies.map((body) => entry(body.key, "body", body.name, [body.acronym, ...(body.aliases ?? [])])),
    ...data.sources.map((source) => entry(source.key, "source", source.name, ["", source.canonical, source.title])),
    ...data.findings.map((finding) => entry(finding.key, "finding", finding.message, ["", finding.suggestion])),
    ...[...document.querySelectorAll("#text .unit")]
      .map((unit) => unit.id)
      .filter((unit) => items.get(unit)?.type !== "rec")
      .map((unit) => entry(unit, "unit", where(unit), [], textOf(unit))),
  ];
}
