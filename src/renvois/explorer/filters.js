// The filters: what the lanes, the tables and the marks of the text show.
const kindsThere = [...new Set(data.sources.map((source) => source.kind))].sort(rank(Object.keys(data.shapes), (kind) => kind));
const unset = () => ({
  kinds: new Set(kindsThere),
  grades: new Set(["A", "B", "X"]),
  weak: true,
  roles: new Set(ROLES),
  inferred: true,
  contextual: true,
  nature: "all",
  section: "",
  theme: "",
  bare: false,
  orphans: true,
});
let filters = unset();

const isSourceShown = (source) =>
  filters.kinds.has(source.kind) && (filters.nature === "all" || (filters.nature === "normative") === (source.norm === true));
const isRecShown = (rec) =>
  (!filters.section || rec.section === filters.section) &&
  (!filters.theme || (rec.themes ?? []).includes(filters.theme)) &&
  (!filters.bare || isBare(rec));
function isShown(link) {
  if (link.type === "basis")
    return (
      filters.grades.has(link.grade) &&
      (filters.weak || link.strength !== "weak" || link.grade === "C") &&
      isSourceShown(items.get(link.to))
    );
  return filters.roles.has(link.role) && (filters.inferred || certaintyOf(link) !== "inferred") && (filters.contextual || !link.contextual);
}
function isRowShown(key) {
  const item = items.get(key);
  if (item?.type === "rec") return isRecShown(item);
  if (item?.type === "source") return isSourceShown(item);
  return true;
}

const longTable = () => null; // the tables of an opinion hold all their rows

const natures = () => document.querySelectorAll("[data-nature]");

function setUpFilters() {
  const panel = byId("filters");
  const opener = byId("filters-button");
  opener.addEventListener("click", () => {
    if (!panel.firstChild) drawFilters();
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
  });
  for (const one of natures())
    one.addEventListener("click", () => {
      filters.nature = one.dataset.nature;
      applyFilters();
    });
  panel.addEventListener("submit", (event) => event.preventDefault());
  panel.addEventListener("change", (event) => {
    readFilter(event.target);
    applyFilters();
  });
}
function drawFilters() {
  const check = (name, value, label, on) => el("label", {}, el("input", { type: "checkbox", name, value, checked: on }), ` ${label}`);
  const group = (key, ...children) => el("fieldset", {}, el("legend", {}, say(key)), children);
  const choice = (name, label, options) =>
    options.length
      ? el(
          "label",
          {},
          `${say(label)} `,
          el(
            "select",
            { name },
            el("option", { value: "" }, say(`all_${name}`)),
            options.map(([value, text]) => el("option", { value }, text)),
          ),
        )
      : null;
  const sections = data.sections
    .filter((section) => data.recs.some((rec) => rec.section === section.key))
    .map((section) => [section.key, section.name]);
  byId("filters").replaceChildren(
    group(
      "filter_grades",
      GRADES.map((grade) => check("grades", grade, grade === "C" ? `C ${say("grade_C")}` : say(`legend_${grade}`), filters.grades.has(grade))),
      check("weak", "", say("filter_weak"), filters.weak),
    ),
    group(
      "filter_kinds",
      kindsThere.map((kind) => check("kinds", kind, say(`kind_${kind}`), filters.kinds.has(kind))),
    ),
    group(
      "filter_roles",
      ROLES.map((role) => check("roles", role, say(`role_${role}`), filters.roles.has(role))),
      check("inferred", "", say("filter_inferred"), filters.inferred),
      check("contextual", "", say("filter_contextual"), filters.contextual),
    ),
    group(
      "filter_recs",
      choice("section", "filter_section", sections),
      choice("theme", "filter_theme", themes().map((theme) => [theme, theme])),
      check("bare", "", say("filter_bare"), filters.bare),
      check("orphans", "", say("filter_orphans"), filters.orphans),
    ),
    button(say("reset"), () => {
      filters = unset();
      drawFilters();
      applyFilters();
    }),
  );
}
function readFilter(input) {
  const set = filters[input.name];
  if (set instanceof Set) set[input.checked ? "add" : "delete"](input.value);
  else filters[input.name] = input.type === "checkbox" ? input.checked : input.value;
}
function applyFilters() {
  natures().forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.nature === filters.nature)));
  drawLanes();
  filterRows();
  for (const cite of data.cites) standsFor(cite.key).forEach((mark) => mark.classList.toggle("off", !isSourceShown(items.get(cite.to))));
  announce(counted("n_recs", data.recs.filter(isRecShown).length));
}
