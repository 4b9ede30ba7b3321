// Choosing on the page of an opinion: the three panes follow.
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
  for (const pane of ["text", "links", "evidence"]) {
    byId(pane).addEventListener("mouseover", over);
    byId(pane).addEventListener("focusin", over);
    byId(pane).addEventListener("mouseleave", dim);
  }
  document.addEventListener("click", (event) => {
    const rest = event.target.closest("span.m"); // a citation goes on after a note's call or round another one
    if (rest) choose(keysOf(rest)[0]);
    const link = event.target.closest("a[href^='#']");
    const key = link ? (link.matches("a.m") ? link.id : decodeURIComponent(link.hash.slice(1))) : null;
    if (!key || link.closest(".skip, .toc, .call, .jump") || link.classList.contains("back")) return;
    event.preventDefault();
    choose(key);
    if (!link.matches("a.m") && link.closest("#evidence, #tables-panel") && byId(key)?.closest("#text")) goTo(key);
  });
}
