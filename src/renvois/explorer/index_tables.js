// A long table begins with what several opinions share, the first opinions of each; more rows are written when they are asked for.
const FEW = 3; // opinions named in a cell of such a table: as in the page
const MORE = 500;
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

function sourceRow(source) {
  const ties = tiesIn(basesOn(source.key), (basis) => basis.grade);
  return el(
    "tr",
    { id: source.key },
    first(source, source.page || `#${source.key}`, source.canonical === source.name ? "" : canonical(source.canonical)),
    el("td", {}, `${say(`kind_${source.kind}`)} `, canonical(say(source.norm ? "normative" : "documentary"))),
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
const ROWS = { "table-sources": [() => data.sources, sourceRow], "table-bodies": [() => data.bodies, bodyRow] };

/** Some rows more under a long table: those that most opinions name come first. */
function lengthen(id) {
  const [list, rowOf] = ROWS[id];
  const left = list().filter((item) => !byId(item.key));
  byId(id).tBodies[0].append(...left.slice(0, MORE).map(rowOf));
  if (left.length <= MORE) byId(`${id}-more`).remove();
  readTables();
  filterRows();
}
/** A table with every row, for a file. */
function tableFor(id) {
  if (!byId(`${id}-more`)) return byId(id);
  const [list, rowOf] = ROWS[id];
  isForFile = true;
  const table = el("table", {}, byId(id).tHead.cloneNode(true), el("tbody", {}, list().map(rowOf)));
  isForFile = false;
  return table;
}
function setUpLongTables() {
  for (const more of document.querySelectorAll("[data-more]")) more.addEventListener("click", () => lengthen(more.dataset.more));
}
