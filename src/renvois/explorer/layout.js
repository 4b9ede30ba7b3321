// Where everything stands in the lanes: three columns, rows as high as their labels, no two labels touching. Nothing moves.
const LINE = 15;
const GAP = 7;
const TOP = 34;
// Widths in hundredths of the font's size, those of DejaVu Sans, as wide as any reader's font: labels never overflow, and stand alike
// on every machine. Asking the browser for them would take as long as drawing the lanes.
const WIDTHS = {
  28: "ijlI'|ıJ", 32: " .,’‘:;·\u00a0\u202f", 37: "ft-()[]/", 41: "r", 52: "sczçşk°§“”–", 59: "vxyaeoàâéèêëôöEFLPTYZ", 64: "bdghnpquûùüñ0123456789«»SKXVRBAÉÈÊÀ",
  77: "CGHNODQUwÎÔÇ", 100: "mMWœæŒ—…&%@",
};
// By code unit, in parts of the font's size: 0.7 for an accented letter not listed, a square for one of another script (of two units).
const widths = new Float64Array(0x10000).fill(1.1).fill(0.7, 0, 0x250).fill(0.55, 0xd800, 0xe000);
for (const [width, letters] of Object.entries(WIDTHS)) for (const letter of letters) widths[letter.charCodeAt(0)] = width / 100;

/** How wide a text may be, in pixels. */
function widthOf(text, size) {
  let width = 0;
  for (let n = 0; n < text.length; n += 1) width += widths[text.charCodeAt(n)];
  return width * size;
}

/** A label in at most `most` lines of `width` pixels; more is cut with "…" (the whole name is in the title and the evidence). */
function wrapped(label, width, size, most) {
  const fits = (text) => widthOf(text, size) <= width;
  const lines = [];
  let taken = 0; // by the words of the last line, each of which is measured once
  for (const word of label.split(/\s+/).flatMap((w) => broken(w, fits))) {
    const longer = taken + widthOf(` ${word}`, size);
    const isNew = !lines.length || longer > width;
    taken = isNew ? widthOf(word, size) : longer;
    if (isNew) lines.push(word);
    else lines.push(`${lines.pop()} ${word}`);
  }
  if (lines.length <= most) return lines;
  let last = `${lines[most - 1]} ${lines[most]}`;
  while (last && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}
function broken(word, fits) {
  const parts = [];
  let rest = word;
  while (!fits(rest) && rest.length > 1) {
    let n = rest.length - 1;
    while (n > 1 && !fits(rest.slice(0, n))) n -= 1;
    parts.push(rest.slice(0, n));
    rest = rest.slice(n);
  }
  return [...parts, rest];
}

/** Each node beside the middle of what it is tied to, so that fewer lines cross. */
function byMeanRow(nodes, linksOf, order) {
  const mean = (node) => {
    const links = linksOf(node.key);
    return links.reduce((sum, link) => sum + order.get(link.rec), 0) / links.length;
  };
  return nodes
    .map((node) => [mean(node), node])
    .sort((a, b) => a[0] - b[0] || (a[1].key < b[1].key ? -1 : 1))
    .map(([, node]) => node);
}

function columns(width, recs) {
  const narrow = width < 520;
  const rec = recWidth(narrow, recs);
  const free = width - rec;
  const [left, middle, right] = narrow ? [0.38, 0.49, 0.6] : [0.32, 0.48, 0.64];
  return {
    narrow,
    width,
    font: narrow ? 11 : 12,
    body: { edge: free * left, room: free * left - 16 },
    rec: { left: free * middle, right: free * middle + rec },
    source: { edge: free * right + rec, room: free * (1 - right) - 18 },
  };
}

/** Nodes and links with their coordinates: {nodes, links, height, columns}. */
function layout(width) {
  const content = laneContent();
  const cols = columns(width, content.recs);
  const node = (item, lane, room, label) => {
    const lines = room ? wrapped(label, room, cols.font, isolated ? 9 : 3) : [label];
    return { key: item.key, item, lane, lines, height: lines.length * LINE + GAP };
  };
  const recs = content.recs.map((rec) => node(rec, "rec", 0, recLabel(rec, cols.narrow)));
  const bodies = content.bodies.map((body) => node(body, "body", cols.body.room, shortName(body)));
  const sources = content.sources.map((source) => node(source, "source", cols.source.room, source.name));
  const orphans = content.orphans.map((source) => ({ ...node(source, "source", cols.source.room, source.name), orphan: true }));
  const heightOf = (list) => list.reduce((sum, n) => sum + n.height, 0);
  const tall = Math.max(heightOf(recs), heightOf(bodies), heightOf(sources), LINE * 2);
  spread(recs, tall, (cols.rec.left + cols.rec.right) / 2);
  spread(bodies, tall, cols.body.edge);
  spread(sources, tall, cols.source.edge);
  let y = TOP + tall + (orphans.length ? 44 : 0);
  const orphanTitle = y - 16;
  for (const orphan of orphans) {
    orphan.x = cols.source.edge;
    orphan.y = y + orphan.height / 2;
    y += orphan.height;
  }
  const nodes = [...bodies, ...recs, ...sources, ...orphans];
  return { nodes, links: links(content, nodes, cols), height: y + 12, cols, orphanTitle: orphans.length ? orphanTitle : null };
}
/** Rows one under the other, evenly spaced over `tall` pixels. */
function spread(list, tall, x) {
  const extra = (tall - list.reduce((sum, n) => sum + n.height, 0)) / Math.max(1, list.length);
  let y = TOP;
  for (const node of list) {
    node.x = x;
    node.y = y + (node.height + extra) / 2;
    y += node.height + extra;
  }
}
/** Links from `start`, `from` to `x`, `y`; those that end at one recommendation end side by side, in the order of where they come from. */
function links(content, nodes, cols) {
  const rows = new Map(nodes.map((n) => [n.key, n.y]));
  const ends = (list, start, x) => {
    const perRec = groupsOf(
      list.map((link) => ({ key: link.key, link, start, from: rows.get(link.to), x, y: 0 })),
      ({ link }) => link.rec,
    );
    return content.recs.flatMap((rec) => {
      const here = (perRec.get(rec.key) ?? []).sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1));
      const step = Math.min(4, 16 / Math.max(1, here.length - 1));
      here.forEach((one, n) => (one.y = rows.get(rec.key) + (n - (here.length - 1) / 2) * step));
      return here;
    });
  };
  return [
    ...ends(content.roles, cols.body.edge + 10, cols.rec.left - 4),
    ...ends(content.bases, cols.source.edge - 10, cols.rec.right + 2),
  ];
}
/** The curve of a link, as a path. */
function curve({ start, from, x, y }) {
  const middle = r((start + x) / 2);
  return `M${r(start)} ${r(from)}C${middle} ${r(from)} ${middle} ${r(y)} ${r(x)} ${r(y)}`;
}
const r = (n) => Math.round(n * 10) / 10;
