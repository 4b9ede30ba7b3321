// What is lit and what is chosen, in the three panes at once.
let chosen = "";
let held = new Set(); // what stays lit while nothing is pointed at
let lit = [];

const keysOf = (element) => (element.dataset.k ?? element.id).split(" ");
const indexed = (find) => grouped(find, keysOf);
// The text and the tables never change; the lanes are indexed again when they are drawn.
const inPage = indexed(() => document.querySelectorAll("#text .unit, #text .m, #text .doubt[id], #tables-panel tbody tr"));
let inLanes = () => [];

/** Every element that stands for a key: blocks and marks of the text, nodes and links of the lanes, rows of the tables. */
const standsFor = (key) => [...inPage(key), ...inLanes(key)];

function keysAt(target) {
  const holder = target.closest?.("[data-k], a.m, .unit, tbody tr");
  return holder ? keysOf(holder) : [];
}

function show(keys) {
  lit.forEach((element) => element.classList.remove("lit"));
  lit = [...keys].flatMap(standsFor);
  lit.forEach((element) => element.classList.add("lit"));
  byId("lanes").classList.toggle(
    "lighting",
    [...keys].some((key) => inLanes(key).length > 0),
  );
}
const light = (keys) => show(new Set(keys.flatMap((key) => [...related(key, isShown)])));
const dim = () => show(held);
function hold(keys) {
  held = keys;
  show(held);
}

/** Chooses an item: its evidence opens, what it is linked to stays lit, the address names it. */
function choose(key) {
  if (!items.has(key) && !byId(key)?.classList.contains("unit")) return;
  unchoose();
  chosen = key;
  standsFor(key).forEach((element) => element.classList.add("chosen"));
  hold(related(key, isShown));
  showEvidence(key);
  byId("isolate").disabled = false;
  if (isolated && tabShown() === "lanes") drawLanes();
  if (byId(key)) setAddress(`#${key}`);
  bringToView(key);
}
function unchoose() {
  document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
  chosen = "";
  byId("isolate").disabled = !isolated;
  paintBases([]);
  hold(new Set());
}

/** Each pane shows its part of what was chosen, without moving a pane that shows it already. */
function bringToView(key) {
  const item = items.get(key);
  const first = { source: citesOf, body: mentionsOf }[item?.type]?.(key)[0]?.key;
  const inText = item?.type === "basis" ? (item.cites?.[0] ?? item.unit) : item?.type === "role" ? item.unit : (first ?? key);
  const targets = [byId(inText ?? ""), ...inLanes(key), ...inPage(key).filter((element) => element.matches("tr"))];
  targets
    .filter((target) => target?.checkVisibility?.() && !isInView(target))
    .forEach((target) => target.scrollIntoView({ block: "center", inline: "nearest" }));
}

/** Each choice is a step back in the browser's history; a page opened from a file may refuse that, and then has none. */
function setAddress(hash) {
  if (location.hash === hash) return;
  try {
    history.pushState(null, "", hash || location.pathname);
  } catch {
    /* nothing to go back to */
  }
}

function isInView(target) {
  const box = target.getBoundingClientRect();
  const pane = target.closest(".pane").getBoundingClientRect();
  return box.top >= Math.max(0, pane.top) + 40 && box.bottom <= Math.min(innerHeight, pane.bottom) - 80;
}

function watchPointer() {
  const over = (event) => {
    const keys = keysAt(event.target);
    keys.length ? light(keys) : dim();
  };
  for (const pane of ["text", "links"]) {
    byId(pane).addEventListener("mouseover", over);
    byId(pane).addEventListener("focusin", over);
    byId(pane).addEventListener("mouseleave", dim);
  }
  document.addEventListener("click", (event) => {
    const rest = event.target.closest("span.m"); // a citation goes on after a note's call or round another one
    if (rest) choose(keysOf(rest)[0]);
    const link = event.target.closest("a[href^='#']");
    const key = link ? (link.matches("a.m") ? link.id : decodeURIComponent(link.hash.slice(1))) : null;
    if (!key || link.closest(".skip, .toc, .call") || link.classList.contains("back")) return;
    event.preventDefault();
    choose(key);
    if (!link.matches("a.m") && link.closest("#evidence, #tables-panel") && byId(key)?.closest("#text")) goTo(key);
  });
}
