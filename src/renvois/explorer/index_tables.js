// A long table begins with what several opinions share, the first opinions of each; its filter, its order and its file know every row,
// which are written when they are seen.
const FEW = 3; // opinions named in a cell of such a table: as in the page
const MORE = 500;
const ROOM = 200; // rows laid out at once where a reader looks for some: as many as a whole table has in the page
let isForFile = false; // which holds all
const tagged = ([href, name, tag, weak]) => el("li", {}, el("a", { href }, name), tag ? [" ", el("span", { class: `tag${weak ? " weak" : ""}` }, tag)] : "");
function cellOf(links, few = FEW) {
  const left = isForFile ? links : links.slice(0, few);
  const more = left.length < links.length && few ? el("li", {}, say("and_more", { n: links.length - few })) : "";
  return el("td", { "data-value": links.length }, links.length || "", left.length ? el("ul", {}, left.map(tagged), more) : "");
}
const first = (item, href, beside) => el("th", { scope: "row" }, el("a", { href }, item.name), beside);
const named = (item) => item.in.reduce((sum, [, , times]) => sum + times, 0);
/** [address, name, how it is tied, is that uncertain] of each recommendation tied. */
const tiesIn = (links, said) =>
  entriesBy("rec", links).map((ties) => {
    const { href, name } = items.get(ties[0].rec);
    return [href, name, [...new Set(ties.map(said))].join(", "), !ties.some(isSure)];
  });
const canonical = (text) => el("span", { class: "canonical" }, text);
const natureOf = (source) => say(source.norm ? "normative" : "documentary");

function sourceRow(source) {
  const ties = tiesIn(basesOn(source.key), (basis) => basis.grade);
  return el(
    "tr",
    { id: source.key },
    first(source, source.page || `#${source.key}`, source.canonical === source.name ? "" : canonical(source.canonical)),
    el("td", {}, `${say(`kind_${source.kind}`)} `, canonical(natureOf(source))),
    cellOf(source.in),
    el("td", {}, named(source)),
    ties.length ? cellOf(ties, 0) : el("td", { "data-value": 0 }, el("span", { class: "none" }, say("underpins_nothing"))),
    el("td", {}, source.url ? el("a", { href: source.url, rel: "noopener noreferrer", "aria-label": `${say("open")} : ${source.name}` }, say("open_short")) : ""),
  );
}
function bodyRow(body) {
  const ties = tiesIn(rolesTo(body.key), (role) => say(`role_${role.role}`));
  return el("tr", { id: body.key }, first(body, `#${body.key}`, body.acronym ? ` (${body.acronym})` : ""), cellOf(body.in), el("td", {}, named(body)), cellOf(ties, 0));
}
const tiedRecs = (links) => new Set(links.map((link) => link.rec)).size;
const places = (item) => item.in.map(([, name]) => name);
// Of each long table: what it lists, a row of it, the words that its filter looks for, what each column is sorted by.
const LONG = {
  "table-sources": {
    list: data.sources,
    row: sourceRow,
    words: (s) => [s.name, s.canonical, say(`kind_${s.kind}`), natureOf(s), basesOn(s.key).length ? "" : say("underpins_nothing"), ...places(s)],
    columns: [(s) => s.name, (s) => `${say(`kind_${s.kind}`)} ${natureOf(s)}`, (s) => s.in.length, named, (s) => tiedRecs(basesOn(s.key))],
  },
  "table-bodies": {
    list: data.bodies,
    row: bodyRow,
    words: (b) => [b.name, b.acronym, ...places(b)],
    columns: [(b) => b.name, (b) => b.in.length, named, (b) => tiedRecs(rolesTo(b.key))],
  },
};
const longTables = new Map();
const longTable = (id) => longTables.get(id);

class LongTable {
  constructor(id, { list, row, words, columns }) {
    Object.assign(this, { id, row, columns, sorted: list, found: list });
    this.wordsOf = remembered((item) => fold(words(item).join(" ")));
    this.rowOf = remembered((item) => byId(item.key) ?? row(item));
    this.begun = this.room = byId(id).tBodies[0].rows.length;
    this.typed = [];
    list.slice(0, this.begun).forEach(this.rowOf); // those that stand in the page
  }
  /** Once a reader looks for something, it may be in any row. */
  seek() {
    this.found = this.sorted.filter((item) => this.typed.every((word) => this.wordsOf(item).includes(word)));
    this.draw();
  }
  filter(words) {
    if (words.join(" ") === this.typed.join(" ")) return;
    this.typed = words;
    this.room = words.length || this.isSorted ? ROOM : Math.min(this.begun, ROOM);
    this.seek();
  }
  sort(column, compare) {
    const values = new Map(this.sorted.map((item) => [item, this.columns[column](item)]));
    this.sorted = this.sorted.toSorted((a, b) => compare(values.get(a), values.get(b)));
    this.isSorted = true;
    this.room = ROOM;
    this.seek();
  }
  lengthen() {
    this.room += MORE;
    this.draw();
  }
  draw() {
    const shown = this.found.slice(0, this.room);
    byId(this.id).tBodies[0].replaceChildren(...shown.map(this.rowOf));
    const [said, more] = byId(`${this.id}-more`).children;
    said.textContent = shown.length < this.found.length ? say("n_rows_shown", { n: this.found.length, shown: shown.length }) : counted("n_rows", shown.length);
    more.hidden = shown.length === this.found.length;
    readTables();
  }
  /** With every row that the filter leaves, for a file. */
  whole() {
    isForFile = true;
    const table = el("table", {}, byId(this.id).tHead.cloneNode(true), el("tbody", {}, this.found.map(this.row)));
    isForFile = false;
    return table;
  }
}
function remembered(of) {
  const known = new Map();
  return (item) => {
    if (!known.has(item)) known.set(item, of(item));
    return known.get(item);
  };
}
function setUpLongTables() {
  for (const more of document.querySelectorAll("[data-more]")) {
    const id = more.dataset.more;
    longTables.set(id, new LongTable(id, LONG[id]));
    more.addEventListener("click", () => longTable(id).lengthen());
  }
  // Before the first letter, which then waits for nothing.
  byId("rows").addEventListener("focus", () => afterPaint(() => longTables.forEach((long) => long.sorted.forEach(long.wordsOf))), { once: true });
}
