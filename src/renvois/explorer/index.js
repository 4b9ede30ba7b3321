// The index: the tables stand as written; what answers a hand is set up once they are seen.
typed(data.avis, "document");

function followAddress() {
  const key = decodeURIComponent(location.hash.slice(1));
  if (items.get(key)?.in) choose(key);
  else showStart();
}
/** Links within the page choose; those to other pages are the browser's. */
function watchLinks() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const key = link && decodeURIComponent(link.hash.slice(1));
    if (!items.has(key)) return;
    event.preventDefault();
    choose(key);
  });
  const lanes = byId("lanes");
  const over = (event) => {
    const part = event.target.closest("[data-k]");
    show(part ? related(part.dataset.k) : held);
  };
  lanes.addEventListener("mouseover", over);
  lanes.addEventListener("focusin", over);
  lanes.addEventListener("mouseleave", () => dim());
}

drawLegend();
afterPaint(() => {
  setUpTheme();
  setUpLongTables();
  setUpTables();
  setUpSearch();
  setUpExports();
  watchLinks();
  document.querySelectorAll(".panes button").forEach((b) => b.addEventListener("click", () => showPane(b.dataset.pane)));
  followAddress();
  addEventListener("hashchange", followAddress);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen && !event.target.closest("input, select")) showStart();
  });
  let width = byId("evidence").clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(byId("evidence").clientWidth - width) < 9) return;
    width = byId("evidence").clientWidth;
    requestAnimationFrame(showEgo);
  }).observe(byId("evidence"));
  document.documentElement.dataset.ready = "";
});
