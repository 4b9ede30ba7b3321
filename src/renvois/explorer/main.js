// Tabs, the address, and the start of it all.
const tabShown = () => document.body.dataset.tab ?? "lanes";
function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of ["lanes", "tables"]) {
    byId(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
    byId(`tab-${tab}`).tabIndex = tab === name ? 0 : -1;
  }
  if (name === "lanes") drawLanes();
}
function setUpTabs() {
  const tabs = ["lanes", "tables"];
  tabs.forEach((name, n) => {
    byId(`tab-${name}`).addEventListener("click", () => showTab(name));
    byId(`tab-${name}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      showTab(tabs[1 - n]);
      byId(`tab-${tabs[1 - n]}`).focus();
    });
  });
  byId("isolate").addEventListener("click", () => {
    isolated = !isolated;
    byId("isolate").setAttribute("aria-pressed", String(isolated));
    showTab("lanes");
  });
  document.querySelectorAll(".panes button").forEach((b) => b.addEventListener("click", () => showPane(b.dataset.pane)));
}
function followAddress() {
  const key = decodeURIComponent(location.hash.slice(1));
  if (key) choose(key);
  else showStart();
}

function followWidth() {
  let drawnAt = byId("lanes").clientWidth;
  new ResizeObserver(() => {
    const width = byId("lanes").clientWidth;
    if (width && Math.abs(width - drawnAt) > 8) {
      drawnAt = width;
      requestAnimationFrame(() => drawLanes());
    }
  }).observe(byId("lanes"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen && !event.target.closest("input, select")) showStart();
  });
}

function setUp() {
  takeUpTables();
  readMentions();
  setUpTabs();
  setUpTheme();
  setUpFilters();
  setUpTables();
  setUpSearch();
  setUpExports();
  setUpPaper();
  watchPointer();
  followAddress();
  addEventListener("hashchange", followAddress);
  followWidth();
  document.documentElement.dataset.ready = "";
}

// The first units of the text, and a frame; the lanes as they look, and a frame; the rest of the text, the tables, what answers a hand.
const root = document.documentElement;
root.dataset.opening = "";
afterFrame(() => {
  try {
    sketchLanes(planned());
    performance.mark("lanes-drawn");
  } finally {
    afterFrame(() => delete root.dataset.opening);
  }
  afterPaint(() => {
    drawLegend();
    drawLanes();
    afterPaint(() => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", setUp) : setUp()));
  });
});
