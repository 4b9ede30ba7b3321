// What is lit and what is chosen, in the three panes at once.
let chosen = "";
let held = new Set(); // what stays lit while nothing is pointed at
let lit = [];

const keysOf = (element) => (element.dataset.k ?? (element.id || decodeURIComponent(element.hash?.slice(1) ?? ""))).split(" ");
const indexed = (find) => grouped(find, keysOf);
// The text never changes; the lanes are indexed again when they are drawn, the page where a table gets more rows.
let inPage;
const readTables = () => (inPage = indexed(() => document.querySelectorAll("#text .unit, #text .m, #text .doubt[id], #tables-panel tbody tr")));
readTables();
let inLanes = () => [];
let inProof = () => []; // lit only by what is pointed at: all of it is linked to what is chosen

/** Every element that stands for a key: blocks and marks of the text, nodes and links of the lanes, rows of the tables. */
const standsFor = (key) => [...inPage(key), ...inLanes(key)];

function keysAt(target) {
  const holder = target.closest?.("[data-k], a.m, .unit, tbody tr, #proof a[href^='#']");
  return holder ? keysOf(holder) : [];
}

function show(keys, pointed = false) {
  lit.forEach((element) => element.classList.remove("lit"));
  lit = [...keys].flatMap((key) => [...standsFor(key), ...(pointed ? inProof(key) : [])]);
  lit.forEach((element) => element.classList.add("lit"));
  byId("lanes").classList.toggle(
    "lighting",
    [...keys].some((key) => inLanes(key).length > 0),
  );
}
const light = (keys) => show(new Set(keys.flatMap((key) => [...related(key, isShown)])), true);
/** Puts something in the evidence pane, from its top; a keyboard that was in it stays in it. */
function prove(...shown) {
  const wasHere = byId("proof").contains(document.activeElement);
  byId("proof").replaceChildren(...shown);
  if (wasHere) byId("evidence").focus({ preventScroll: true });
  if (byId("proof").getBoundingClientRect().top < 0) byId("evidence").scrollIntoView();
  byId("evidence").scrollTop = 0;
  inProof = indexed(() => byId("proof").querySelectorAll("[data-k]"));
}
const dim = () => show(held);
function hold(keys) {
  held = keys;
  show(held);
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
