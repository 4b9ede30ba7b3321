// The questions of an opinion's page, with the answers of the catalogue: each gives rows of [key, words beside it, words of its link].
const QUESTIONS = {
  rec_basis: {
    group: "group_bases",
    param: () => data.recs,
    answer: (key) => entriesBy("to", firm(basesOf(key)).toSorted(byGrade)).map((ways) => [ways[0].to, ways.map(gradeName).join(" ; ")]),
  },
  chain: { param: () => data.recs.filter((rec) => !isBare(rec)), answer: (key) => chain(key) },
  source_recs: {
    param: () => data.sources.filter((s) => firm(basesOnAll(s.key)).length),
    answer: (key) =>
      entriesBy("rec", firm(basesOnAll(key)).toSorted(byNumberThenGrade)).map((ways) => [
        ways[0].rec,
        ways.map((b) => [gradeName(b), b.to === key ? "" : items.get(b.to).name].filter(Boolean).join(", ")).join(" ; "),
      ]),
  },
  bare_recs: { answer: () => data.recs.filter((rec) => !basesOf(rec.key).some(isOwn)).map((rec) => [rec.key, bareReason(rec)]) },
  top_sources: { answer: () => ranked(data.sources, (s) => restOn(s).size).map(([s, n]) => [s.key, counted("n_recs", n)]) },
  contexts: { group: "group_sources", param: () => data.sources.filter((s) => citesOf(s.key).length), answer: (key) => citesOf(key).map(context) },
  most_cited: { answer: () => byCites(data.sources) },
  idle_sources: {
    answer: () => byCites(data.sources.filter((s) => !basesOn(s.key).some(isOwn))).map(([key, said]) => [key, [said, elsewhereFor(key)].filter(Boolean).join(" ; ")]),
  },
  dates: {
    answer: () =>
      data.sources
        .filter((s) => s.date && citesOf(s.key).length)
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
        .map((s) => [s.key, `${dated(s.date)}, ${counted("n_cites", citesOf(s.key).length)}`]),
  },
  prior: { answer: () => byCites(data.sources.filter((s) => s.kind === "Avis")) },
  short_forms: {
    answer: () =>
      data.cites
        .filter((cite) => cite.relation)
        .map((cite) => [cite.key, `${placeOf(cite.unit)}, ${say(`relation_${cite.relation}`)} → ${items.get(cite.to)?.name ?? data.doc.name}`, wordsAt(cite)]),
  },
  body_recs: { group: "group_bodies", param: () => data.bodies.filter((b) => rolesTo(b.key).length || mentionsOf(b.key).length), answer: bodyRecs },
  companions: { param: () => data.bodies.filter((b) => toldTo(b).size), answer: companions },
  pilots: {
    answer: () =>
      data.roles
        .filter((role) => role.role === "ASSIGNS" && !role.contextual)
        .toSorted(byNumber)
        .map((role) => [role.rec, items.get(role.to).name]),
  },
  top_bodies: { answer: () => ranked(data.bodies, (b) => loadOf(b).size).map(([b, n]) => [b.key, counted("n_recs", n)]) },
  pairs: { answer: () => pairs() },
  body_themes: {
    answer: () =>
      data.bodies
        .filter((b) => loadOf(b).size)
        .map((b) => [b.key, themes().map((theme) => [theme, numbered([...loadOf(b)].filter((rec) => items.get(rec).themes?.includes(theme)))]).filter(([, recs]) => recs).map((pair) => pair.join(" : ")).join(" ; ")])
        .filter(([, said]) => said),
  },
  unassigned: { answer: () => data.recs.filter((rec) => !isAssigned(rec)).map((rec) => [rec.key, inferredFor(rec)]) },
  nobody: { answer: () => data.recs.filter((rec) => !rolesOf(rec.key).length && !mentionsIn(rec.key).length).map((rec) => [rec.key, ""]) },
  only_named: { answer: () => ranked(data.bodies.filter(isOnlyNamed), (b) => inBody(mentionsOf(b.key)).length).map(([b, n]) => [b.key, counted("n_mentions", n)]) },
  heard: {
    answer: () => data.heard.map((h) => [h.unit, [h.role, ...(h.bodies ?? []).map((key) => items.get(key).name)].filter(Boolean).join(", "), h.name]),
  },
  path: { group: "group_links", param: ends, other: ends, answer: (from, to) => paths(from, to).map((path) => pathRow(from, path)) },
  central: {
    isAsked: isMeasured,
    answer: () =>
      ranked(data.sources, (s) => (basesOn(s.key).some(isOwn) ? (s.between ?? 0) : 0)).map(([s, n]) => [
        s.key,
        [n.toLocaleString(data.doc.lang), say("in_group", { n: s.group }), numbered([...new Set(basesOn(s.key).filter(isOwn).map((b) => b.rec))])].join(" ; "),
      ]),
  },
  communities: { isAsked: isMeasured, answer: communities },
  asks: { group: "group_text", answer: () => data.recs.map((rec) => [rec.key, asked(rec)]).filter(([, said]) => said) },
  theme_recs: {
    param: () => themes().map((theme) => ({ key: theme, name: theme })),
    answer: (theme) => ofTheme(theme).map((rec) => [rec.key, ""]),
  },
  theme_list: { answer: () => ranked(themes().map((name) => ({ name })), ({ name }) => ofTheme(name).length).map(([{ name }]) => ["", numbered(ofTheme(name).map((rec) => rec.key)), name]) },
  notes: {
    answer: () =>
      [...document.querySelectorAll("#text .note")].map(({ id }) => [id, [callerOf(id), ...new Set(citesIn(id).map((cite) => items.get(cite.to)?.name))].filter(Boolean).join(" ; ")]),
  },
  annexe: { answer: () => data.recs.filter((rec) => rec.difference).map((rec) => [rec.key, rec.difference]) },
  check: { answer: () => data.findings.map((f) => [f.key, [f.message, f.suggestion && say("suggested", { words: f.suggestion })].filter(Boolean).join(" "), `« ${wordsAt(f)} »`]) },
};
const firm = (bases) => bases.filter(isFirm);
const isOwn = ({ grade }) => grade === "A" || grade === "B"; // what underpins: another section (X) is told beside it
const basesOnAll = (key) => [key, ...partsOf(key).map((part) => part.key)].flatMap(basesOn);
function ends() {
  return [data.recs, data.bodies, data.sources].flat();
}
function isMeasured() {
  return data.recs.some((rec) => rec.group);
}
/** What goes together, the most central first: a row for each group that has recommendations. */
function communities() {
  const groups = groupsOf([data.recs, data.sources, data.bodies].flat().filter((item) => item.group), (item) => item.group);
  const named = (group, type, title) => {
    const found = group.filter((item) => item.type === type).sort((a, b) => (b.between ?? 0) - (a.between ?? 0));
    return found.length ? say("asked_of", { question: say(title), name: found.map(shortName).join(" ; ") }) : "";
  };
  return [...groups]
    .filter(([, group]) => group[0].type === "rec")
    .sort(([a], [b]) => a - b)
    .map(([n, group]) => ["", [numbered(group.filter(isRec).map((rec) => rec.key)), named(group, "source", "group_sources"), named(group, "body", "group_bodies")], say("in_group", { n })]);
}
const isRec = (item) => item.type === "rec";
/** A date as far as it is known: a day, a month, else as it stands. */
function dated(date) {
  if (!/^\d{4}-(0\d|1[0-2])(-\d\d)?$/.test(date)) return date;
  return new Date(date).toLocaleDateString(data.doc.lang, { timeZone: "UTC", year: "numeric", month: "long", day: date.length > 7 ? "numeric" : undefined });
}
const numbered = (recs) =>
  recs
    .map((rec) => items.get(rec).n)
    .sort((a, b) => a - b)
    .map((n) => `R${n}`)
    .join(", ");
const ofTheme = (theme) => data.recs.filter((rec) => rec.themes?.includes(theme));
const byCites = (list) => ranked(list, (s) => citesOf(s.key).length).map(([s, n]) => [s.key, counted("n_cites", n)]);
/** The recommendations of another section that a source may underpin. */
const elsewhereFor = (key) => {
  const recs = numbered([...restOn(items.get(key))]);
  return recs && `X : ${recs}`;
};
function bareReason(rec) {
  const elsewhere = [...new Set(firm(basesOf(rec.key)).map((b) => items.get(b.to).name))];
  return elsewhere.length ? `X : ${elsewhere.join(" ; ")}` : (rec.nobasis ?? "");
}
/** The unit that calls a note, by its name. */
function callerOf(note) {
  const caller = byId(note)?.parentElement.closest(".unit");
  return caller ? where(caller.id) : "";
}
const placeOf = (unit) => [callerOf(unit), where(unit)].filter(Boolean).join(", ");
const context = (cite) => {
  const text = textOf(cite.unit);
  return [cite.key, text.slice(...widened(text, ...cite.at)), placeOf(cite.unit)];
};
/** From a recommendation to its sources, by the paragraphs and notes whose citations prove the link. */
const chain = (key) =>
  firm(basesOf(key))
    .toSorted(byGrade)
    .flatMap((basis) =>
      (basis.cites ?? []).map((cite) => [cite, `${gradeName(basis)} – ${placeOf(items.get(cite).unit)} – « ${wordsAt(items.get(cite))} »`, items.get(basis.to).name]),
    );
function bodyRecs(key) {
  const roles = rolesTo(key).map((role) => [role.rec, roleName(role)]);
  const asked = new Set(roles.map(([rec]) => rec));
  const named = [...new Set(inBody(mentionsOf(key)).map((mention) => mention.unit))].filter(
    (unit) => items.get(unit)?.type === "rec" && !asked.has(unit),
  );
  return [...roles, ...named.map((rec) => [rec, say("only_named")])].sort((a, b) => items.get(a[0]).n - items.get(b[0]).n);
}
/** The recommendations that say a body's role themselves. */
const toldTo = (body) => new Set(rolesTo(body.key).filter((role) => !certaintyOf(role)).map((role) => role.rec));
/** Who acts in the same recommendations as an institution, those met most often first. */
function companions(key) {
  const own = toldTo(items.get(key));
  const met = (body) => [...toldTo(body)].filter((rec) => own.has(rec));
  return ranked(
    data.bodies.filter((body) => body.key !== key),
    (body) => met(body).length,
  ).map(([body]) => [body.key, numbered(met(body))]);
}
/** Two institutions that meet, and where; those that meet most often first. */
const pairs = () =>
  data.bodies
    .flatMap((body, n) => companions(body.key).filter(([other]) => data.bodies.indexOf(items.get(other)) > n).map(([other, recs]) => [body.key, `${items.get(other).name} : ${recs}`, "", recs.split(",").length]))
    .sort((a, b) => b[3] - a[3]);
const isAssigned = (rec) => rolesOf(rec.key).some((role) => role.explicit && (role.role === "ADDRESSED_TO" || role.role === "ASSIGNS"));
const inferredFor = (rec) => rolesOf(rec.key).filter((role) => certaintyOf(role) === "inferred").map((role) => `${items.get(role.to).name} (${roleName(role)})`).join(" ; ");
const isOnlyNamed = (body) => !body.generic && !rolesTo(body.key).length && !data.doc.by?.includes(body.key);
const asksOf = byRec(data.asks);
/** What a recommendation asks, in its own words, and on which terms. */
const asked = (rec) => [...asksOf(rec.key).map((ask) => `${ask.verb}${ask.kind ? ` (${say(`ask_${ask.kind}`)})` : ""} : « ${wordsAt(ask)} »`), ...(rec.terms ?? [])].join(" ; ");
