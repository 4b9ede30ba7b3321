// The words themselves, read from the text on the page: a block's text, stretches of it, the words two stretches share.

/** The text nodes of a block's own text: neither its number, nor its call marks, nor its notes. */
function textNodes(unit) {
  const holder = byId(unit)?.querySelector(".t");
  if (!holder) return [];
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node.parentElement.closest(".call") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}
const textOf = (unit) =>
  textNodes(unit)
    .map((node) => node.data)
    .join("");
const wordsAt = (item) => (item.unit ? textOf(item.unit).slice(...item.at) : (item.quote ?? ""));

/** A mark's stretch {unit, at: [start, end]} in its block, from the elements that show it. */
function markedAt(key) {
  const unit = byId(key).closest(".unit").id;
  const shown = inPage(key).filter((element) => element.matches(".m"));
  let position = 0;
  let at = null;
  for (const node of textNodes(unit)) {
    const end = position + node.data.length;
    if (shown.some((element) => element.contains(node))) at = [at?.[0] ?? position, end];
    position = end;
  }
  return { unit, at: at ?? [0, 0] };
}

/** The sentence or so round [start, end]: at most `room` characters on each side, cut at a space. */
function widened(text, start, end, room = 160) {
  let from = Math.max(0, start - room);
  let to = Math.min(text.length, end + room);
  const sentence = text.lastIndexOf(". ", start - 1);
  if (sentence >= from) from = sentence + 2;
  else if (from > 0) from = text.indexOf(" ", from) + 1 || from;
  const stop = text.indexOf(". ", end);
  if (stop >= 0 && stop < to) to = stop + 1;
  else if (to < text.length) to = Math.max(end, text.lastIndexOf(" ", to));
  return [Math.min(from, start), Math.max(to, end)];
}

/** A quotation of text[from:to] with some stretches marked; `class` of the marks tells what they are. */
function quoted(unit, [from, to], marks, look = "") {
  const text = textOf(unit);
  const inside = marks.filter(([a, b]) => b > from && a < to).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const parts = [from > 0 ? "… " : ""];
  let at = from;
  for (const [a, b] of inside) {
    if (b <= at) continue;
    parts.push(text.slice(at, Math.max(at, a)), el("mark", { class: look }, text.slice(Math.max(at, a), Math.min(b, to))));
    at = Math.min(b, to);
  }
  parts.push(text.slice(at, to), to < text.length ? " …" : "");
  return el("blockquote", {}, el("p", {}, parts));
}

/** Paints stretches of the text pane without touching it; a browser that can't simply shows the passage. */
function paint(name, stretches) {
  if (!globalThis.CSS?.highlights) return;
  const ranges = stretches.flatMap(([unit, start, end]) => rangesOf(unit, start, end));
  CSS.highlights.set(name, new Highlight(...ranges));
}
function rangesOf(unit, start, end) {
  const ranges = [];
  let position = 0;
  for (const node of textNodes(unit)) {
    const a = Math.max(start, position) - position;
    const b = Math.min(end, position + node.data.length) - position;
    if (a < b) {
      const range = new Range();
      range.setStart(node, a);
      range.setEnd(node, b);
      ranges.push(range);
    }
    position += node.data.length;
  }
  return ranges;
}
