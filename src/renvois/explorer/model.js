// The graph as the page knows it: what is tied to what, by element id.
for (const [name, list] of Object.entries(data)) if (list?.rows) data[name] = list.rows.map((row) => unfolded(list, row));
function unfolded({ names, words }, row) {
  const item = {};
  for (let n = 0; n < row.length; n += 1) if (row[n] !== null) item[names[n]] = words[n] ? words[n][row[n]] : row[n];
  return item;
}
const say = (key, values = {}) => {
  const said = data.say[key] ?? key;
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
};
// French counts zero as singular, English does not.
const counted = (key, n) => say(`${key}_${n === 1 || (n === 0 && data.doc.lang === "fr") ? "one" : "many"}`, { n });

const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’]/g, "'").replace(/œ/gi, "oe").replace(/\s+/g, " ").toLowerCase();

/** Items by key, grouped when they are first asked for: the lanes are drawn before most of it is needed. */
const grouped = (list, of) => {
  let groups = null;
  return (key) => {
    groups ??= groupsOf(typeof list === "function" ? list() : list, of);
    return groups.get(key) ?? [];
  };
};
function groupsOf(list, of) {
  const groups = new Map();
  const add = (key, item) => (groups.has(key) ? groups.get(key).push(item) : groups.set(key, [item]));
  for (const item of list) {
    const key = of(item);
    if (Array.isArray(key)) for (const each of key) add(each, item);
    else add(key, item);
  }
  return groups;
}

const items = new Map();
const typed = (list, type) =>
  list.forEach((item) => {
    item.type = type;
    items.set(item.key, item);
  });
typed(data.recs, "rec");
typed(data.sources, "source");
typed(data.bodies, "body");
typed(data.cites, "cite");
typed(data.findings, "finding");
data.sections.forEach((section) => (section.name ??= data.units[section.key])); // a section's heading bears its name
typed(data.sections, "section");
data.bases.forEach((basis, n) => {
  basis.key = `basis-${n}`;
  basis.type = "basis";
  items.set(basis.key, basis);
});
data.roles.forEach((role, n) => {
  role.key = `role-${n}`;
  role.type = "role";
  items.set(role.key, role);
});
// A place that names a body is told by its mark in the text alone: <a id="m28" href="#s-police">, or an anchor with data-to within a citation.
const mentions = [];
function readMentions() {
  for (const mark of document.querySelectorAll("#text a.body, #text [data-to]")) {
    const mention = {
      key: mark.id,
      type: "mention",
      to: mark.dataset.to ?? decodeURIComponent(mark.hash.slice(1)),
      unit: mark.closest(".unit").id,
      annexe: mark.closest(".in-annexe") !== null,
    };
    mentions.push(mention);
    items.set(mention.key, mention);
  }
}

const byTo = (list) => grouped(list, (item) => item.to);
const byRec = (list) => grouped(list, (item) => item.rec);
const byUnit = (list) => grouped(list, (item) => item.unit ?? "");
const basesOn = byTo(data.bases);
const basesOf = byRec(data.bases);
const rolesTo = byTo(data.roles);
const rolesOf = byRec(data.roles);
const citesOf = byTo(data.cites);
const citesIn = byUnit(data.cites);
const mentionsOf = byTo(mentions);
const mentionsIn = byUnit(mentions);
const basesVia = byUnit(data.bases);
const basesProvedBy = grouped(data.bases, (basis) => basis.cites ?? []);
const findingsAbout = grouped(data.findings, (finding) => [...new Set([...(finding.about ?? []), finding.unit].filter(Boolean))]);
const partsOf = grouped([...data.sources, ...data.bodies], (item) => item.part ?? "");

const GRADES = ["A", "B", "X", "C"];
const ROLES = ["ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS"];
const themes = () => [...new Set(data.recs.flatMap((rec) => rec.themes ?? []))].sort((a, b) => a.localeCompare(b, data.doc.lang));
const byRole = (a, b) => !!certaintyOf(a) - !!certaintyOf(b) || rank(ROLES, (role) => role.role)(a, b);
const byNumber = (a, b) => items.get(a.rec).n - items.get(b.rec).n;
const rank = (list, of) => (a, b) => list.indexOf(of(a)) - list.indexOf(of(b));
/** How far a role is said: by the recommendation itself, only by what leads to it, or by no words at all. */
const certaintyOf = (role) => (role.contextual ? "contextual" : role.explicit ? "" : "inferred");
const isFirm = (basis) => basis.grade !== "C";
/** Links as entries, each a list: one for each source (`to`) or recommendation (`rec`), in the order of the first of each. */
const entriesBy = (end, links) => [...groupsOf(links, (link) => link[end]).values()];
/** All that ties the same recommendation to the same source, the surest first. */
const waysOf = (basis) => basesOf(basis.rec).filter((one) => one.to === basis.to).toSorted(byGrade);
const byGrade = (a, b) =>
  rank(GRADES, (basis) => basis.grade)(a, b) ||
  (a.strength === "weak") - (b.strength === "weak") ||
  (items.get(a.to).name < items.get(b.to).name ? -1 : 1);
const byNumberThenGrade = (a, b) => byNumber(a, b) || byGrade(a, b);
const shortName = (item) => (item.type === "body" && item.acronym ? item.acronym : item.name);
/** The recommendations that give a body a role; one that only the context gives is no load. */
const loadOf = (body) =>
  new Set(
    rolesTo(body.key)
      .filter((role) => !role.contextual)
      .map((role) => role.rec),
  );
const restOn = (source) =>
  new Set(
    basesOn(source.key)
      .filter(isFirm)
      .map((basis) => basis.rec),
  );
const inBody = (list) => list.filter((item) => !item.annexe);

/** Everything that lights up with an item: [element ids]; `linked` tells which links count just now (the filters). */
function related(key, linked = () => true) {
  const item = items.get(key);
  const found = new Set([key]);
  const add = (...keys) => keys.flat().forEach((k) => k && found.add(k));
  const viaBasis = (basis) => add(basis.key, basis.rec, basis.to, basis.cites ?? [], isFirm(basis) ? basis.unit : []);
  const viaRole = (role) => add(role.key, role.rec, role.to);
  if (!item) {
    citesIn(key).forEach((cite) => add(cite.key, cite.to));
    mentionsIn(key).forEach((mention) => add(mention.key, mention.to));
    basesVia(key).filter(linked).filter(isFirm).forEach(viaBasis);
    return found;
  }
  if (item.type === "basis") viaBasis(item);
  if (item.type === "role") viaRole(item);
  if (item.type === "rec") {
    basesOf(key).filter(linked).forEach(viaBasis);
    rolesOf(key).filter(linked).forEach(viaRole);
    citesIn(key).forEach((cite) => add(cite.key));
    mentionsIn(key).forEach((mention) => add(mention.key));
  }
  if (item.type === "source") {
    add(citesOf(key).map((cite) => cite.key));
    basesOn(key)
      .filter(linked)
      .forEach((basis) => add(basis.key, basis.rec));
  }
  if (item.type === "body") {
    add(mentionsOf(key).map((mention) => mention.key));
    rolesTo(key)
      .filter(linked)
      .forEach((role) => add(role.key, role.rec));
  }
  if (item.type === "cite") {
    add(item.to);
    basesProvedBy(key)
      .filter(linked)
      .forEach((basis) => add(basis.key, basis.rec));
  }
  if (item.type === "mention") {
    add(item.to);
    rolesTo(item.to)
      .filter(linked)
      .filter((role) => role.rec === item.unit)
      .forEach((role) => add(role.key, role.rec));
  }
  if (item.type === "finding") add(item.about ?? [], item.unit);
  return found;
}
