// The questions of an opinion's page: each gives rows of [key, words beside it].
const QUESTIONS = {
  rec_basis: {
    param: () => data.recs,
    answer: (key) =>
      basesOf(key)
        .filter(isFirm)
        .toSorted(byGrade)
        .map((b) => [b.to, gradeName(b)]),
  },
  source_recs: {
    param: () => data.sources.filter((s) => restOn(s).size),
    answer: (key) =>
      basesOn(key)
        .filter(isFirm)
        .toSorted(byNumber)
        .map((b) => [b.rec, gradeName(b)]),
  },
  body_recs: { param: () => data.bodies.filter((b) => loadOf(b).size || mentionsOf(b.key).length), answer: bodyRecs },
  theme_recs: {
    param: () => themes().map((theme) => ({ key: theme, name: theme })),
    answer: (theme) => data.recs.filter((rec) => (rec.themes ?? []).includes(theme)).map((rec) => [rec.key, ""]),
  },
  companions: { param: () => data.bodies.filter((b) => loadOf(b).size), answer: companions },
  pilots: {
    answer: () => data.roles.filter((role) => role.role === "ASSIGNS").toSorted(byNumber).map((role) => [role.rec, items.get(role.to).name]),
  },
  bare_recs: { answer: () => data.recs.filter(isBare).map((rec) => [rec.key, rec.nobasis ?? ""]) },
  idle_sources: {
    answer: () =>
      data.sources
        .filter((s) => !restOn(s).size && inBody(citesOf(s.key)).length)
        .map((s) => [s.key, counted("n_cites", inBody(citesOf(s.key)).length)]),
  },
  top_sources: { answer: () => ranked(data.sources, (s) => restOn(s).size).map(([s, n]) => [s.key, counted("n_recs", n)]) },
  top_bodies: { answer: () => ranked(data.bodies, askedBy).map(([b, n]) => [b.key, counted("n_recs", n)]) },
  nobody: { answer: () => data.recs.filter((rec) => !rolesOf(rec.key).length && !mentionsIn(rec.key).length).map((rec) => [rec.key, ""]) },
  prior: {
    answer: () =>
      ranked(
        data.sources.filter((s) => s.kind === "Avis"),
        (s) => citesOf(s.key).length,
      ).map(([s, n]) => [s.key, counted("n_cites", n)]),
  },
  annexe: { answer: () => data.recs.filter((rec) => rec.difference).map((rec) => [rec.key, rec.difference]) },
  check: { answer: () => data.findings.map((f) => [f.key, f.suggestion ?? f.message]) },
};
function askedBy(body) {
  return loadOf(body).size;
}
function bodyRecs(key) {
  const roles = rolesTo(key).map((role) => [role.rec, roleName(role)]);
  const asked = new Set(roles.map(([rec]) => rec));
  const named = [...new Set(inBody(mentionsOf(key)).map((mention) => mention.unit))].filter(
    (unit) => items.get(unit)?.type === "rec" && !asked.has(unit),
  );
  return [...roles, ...named.map((rec) => [rec, say("only_named")])].sort((a, b) => items.get(a[0]).n - items.get(b[0]).n);
}
/** Who acts in the same recommendations as an institution, those met most often first. */
function companions(key) {
  const own = loadOf(items.get(key));
  const met = (body) => [...loadOf(body)].filter((rec) => own.has(rec));
  return ranked(
    data.bodies.filter((body) => body.key !== key),
    (body) => met(body).length,
  ).map(([body]) => [body.key, met(body).map((rec) => `R${items.get(rec).n}`).join(", ")]);
}
