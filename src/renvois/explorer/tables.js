// The tables: sorting, filtering, CSV.
const tables = () => [...document.querySelectorAll("#tables-panel table")];
const cellText = (cell) => cell.textContent.trim();
/** How many a cell says or lists; one that says there is none counts zero. */
const cellCount = (cell) => Number(cell.dataset.value ?? cellText(cell)) || cell.querySelectorAll("li").length;

/** The page's own tables, which it keeps for readers without scripts: parsed as it would have been, and put in their place. */
function takeUpTables() {
  const kept = document.querySelector("#links noscript");
  kept.replaceWith(...new DOMParser().parseFromString(kept.textContent, "text/html").body.children);
}

function setUpTables() {
  for (const row of byId("table-recs")?.tBodies[0].rows ?? []) row.querySelector(".said").textContent = textOf(row.dataset.k); // begun by the page
  for (const table of tables()) {
    for (const th of table.querySelectorAll("th[data-sort]")) {
      const label = th.textContent;
      th.setAttribute("aria-sort", "none");
      th.replaceChildren(button([label, el("span", { class: "arrow", "aria-hidden": "true" })], () => sort(table, th)));
    }
  }
  document
    .querySelectorAll("[data-csv]")
    .forEach((b) =>
      b.addEventListener("click", () =>
        download(csv(longTable(b.dataset.csv)?.whole() ?? byId(b.dataset.csv)), `${fileName()}-${b.dataset.csv.replace("table-", "")}.csv`, "text/csv;charset=utf-8"),
      ),
    );
  byId("rows").addEventListener("input", filterRows);
}

/** Numbers from the most to the least at first, texts from A to Z; again turns it over. */
function sort(table, th) {
  const column = th.cellIndex;
  const numeric = th.dataset.sort !== "text";
  const was = th.getAttribute("aria-sort");
  const first = th.dataset.sort === "count" ? "descending" : "ascending";
  const direction = was === "none" ? first : was === "ascending" ? "descending" : "ascending";
  table.querySelectorAll("th[data-sort]").forEach((other) => other.setAttribute("aria-sort", other === th ? direction : "none"));
  const turn = direction === "ascending" ? 1 : -1;
  const collator = new Intl.Collator(data.doc.lang, { numeric: true, sensitivity: "base" });
  const compare = (a, b) => turn * (numeric ? a - b : collator.compare(a, b));
  const long = longTable(table.id);
  if (long) return long.sort(column, compare);
  const rows = [...table.tBodies[0].rows].map((row) => [(numeric ? cellCount : cellText)(row.cells[column]), row]);
  rows.sort(([a], [b]) => compare(a, b));
  table.tBodies[0].append(...rows.map(([, row]) => row));
}

const folded = new WeakMap();
function wordsOf(row) {
  if (!folded.has(row)) folded.set(row, fold(row.textContent));
  return folded.get(row);
}
function filterRows() {
  const words = fold(byId("rows").value).trim().split(" ").filter(Boolean);
  for (const table of tables()) {
    const long = longTable(table.id);
    if (long) long.filter(words);
    else for (const row of table.tBodies[0].rows) row.hidden = !isRowShown(keysOf(row)[0]) || !words.every((word) => wordsOf(row).includes(word));
  }
}

/** Semicolons and a byte-order mark, as a French spreadsheet opens them; no cell can start a formula. */
function csv(table) {
  const cell = (td) => {
    const items = [...td.querySelectorAll("li")].map((li) => li.textContent.trim());
    const text = (td.querySelector("a[href^='http']")?.href ?? (items.length ? items.join(" ; ") : td.textContent.trim())).replace(/\s+/g, " ");
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const rows = [...table.rows].filter((row) => !row.hidden);
  return `\ufeff${rows.map((row) => [...row.cells].map(cell).join(";")).join("\r\n")}\r\n`;
}
