// What links one thing to another: the shortest ways through what the text says, as the catalogue's query "path" finds them.
const STEPS = 8;
const PATHS = 300; // more are not looked for: what is linked in so many ways is linked by the tables
/** The node of a unit: a recommendation's for its place in the annexe, the opinion for what has none. */
function nodeOf(unit) {
  const block = byId(unit.replace(/-annexe$/, ""));
  return block?.matches(".unit:not(.front, .annexe)") ? block.id : data.doc.key;
}
const themeKey = (name) => `theme:${encodeURIComponent(name)}`;
const callOf = (note) => byId(`call-${note}`)?.closest(".unit") ?? byId(note).parentElement.closest(".unit");

/** [from, to, how]: all that the text says, but for the places where an institution is only named. */
const said = () => [
  ...data.bases.map((basis) => [basis.rec, basis.to, isFirm(basis) ? "UNDERPINNED_BY" : "C"]),
  ...data.roles.map((role) => [role.rec, role.to, role.role]),
  ...data.cites.filter((cite) => cite.unit).map((cite) => [nodeOf(cite.unit), cite.to, "CITES"]),
  ...[...document.querySelectorAll("#text .note")].map(({ id }) => [nodeOf(callOf(id)?.id ?? ""), id, "HAS_FOOTNOTE"]),
  ...data.recs.flatMap((rec) => (rec.themes ?? []).map((theme) => [rec.key, themeKey(theme), "HAS_THEME"])),
  ...[...data.sources, ...data.bodies].filter((item) => item.part).map((item) => [item.key, item.part, "PART_OF"]),
  ...[...data.sources, data.doc].flatMap((item) => (item.by ?? []).map((body) => [item.key, body, "ISSUED_BY"])),
];
const naming = () => mentions.map((mention) => [nodeOf(mention.unit), mention.to, "MENTIONS"]);

/** The shortest paths, each a list of [node, how it is reached, along the link or against it]. */
function shortest(links, from, to) {
  const beside = groupsOf(
    [...new Map(links.map((link) => [link.join(" "), link])).values()].flatMap(([a, b, how]) => [
      { at: a, step: [b, how, true] },
      { at: b, step: [a, how, false] },
    ]),
    ({ at }) => at,
  );
  const steps = new Map([[from, 0]]);
  const ways = new Map();
  for (const at of steps.keys()) {
    const next = steps.get(at) + 1;
    if (next > Math.min(STEPS, steps.get(to) ?? STEPS)) break;
    for (const { step } of beside.get(at) ?? []) {
      if (!steps.has(step[0])) steps.set(step[0], next);
      if (steps.get(step[0]) === next) ways.set(step[0], [...(ways.get(step[0]) ?? []), [at, step]]);
    }
  }
  const found = [];
  const unroll = (at, after) => {
    if (found.length === PATHS) return;
    if (at === from) found.push(after);
    else for (const [before, step] of ways.get(at) ?? []) unroll(before, [step, ...after]);
  };
  if (from !== to) unroll(to, []);
  return found;
}
/** First those made of what the texts say, then those through a mention, then through the same section only. */
function paths(from, to) {
  const links = said();
  const found = [...shortest(links, from, to), ...shortest([...links, ...naming()], from, to)];
  const times = (path, name) => path.filter(([, how]) => how === name).length;
  return [...new Map(found.map((path) => [path.join(" "), path])).values()].sort(
    (a, b) => times(a, "MENTIONS") - times(b, "MENTIONS") || times(a, "C") - times(b, "C") || a.length - b.length,
  );
}
const shownNode = (key) =>
  items.has(key) || byId(key) ? link(key) : el("span", {}, key === data.doc.key ? data.doc.name : decodeURIComponent(key.slice(6)));
/** A path as an answer: where it starts, then one line for each step. */
const pathRow = (from, path) => [
  [from, ...path.map(([key]) => key)].join(" "),
  path.map(([key, how, along]) => [`${along ? "→" : "←"} ${howSaid(how)} `, shownNode(key)]),
];
const howSaid = (how) => say(ROLES.includes(how) ? `role_${how}` : `link_${how}`);
