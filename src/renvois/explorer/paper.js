// On paper the lanes are drawn again as wide as a page, and cut between two rows where a page ends.
const PAPER = { width: 660, height: 770, first: 22 };

function drawPaper() {
  const plan = planned(PAPER.width);
  if (plan.nodes.length) byId("legend").after(el("div", { id: "paper" }, strips(plan).map((strip) => drawStrip(plan, strip))));
}
/** [top, height] of each page, in the drawing: cut where the fewest labels stand. */
function strips(plan) {
  const crossed = (y) => plan.nodes.filter((n) => Math.abs(n.y - y) < n.height / 2).length;
  const found = [];
  for (let top = PAPER.first; top < plan.height; ) {
    let end = Math.min(plan.height, top + PAPER.height);
    if (end < plan.height) for (let y = end, low = end - 150; y > low; y -= 2) if (crossed(y) < crossed(end)) end = y;
    found.push([top, end - top]);
    top = end;
  }
  return found;
}
/** A page of the lanes: lines end at its edge, labels stand whole on the page that has their middle. */
function drawStrip(plan, [top, height]) {
  const { width } = plan.cols;
  const isHere = (y) => y >= top && y < top + height;
  return svg(
    "svg",
    { class: "lanes", role: "img", "aria-label": say("lanes_label"), viewBox: `0 0 ${width} ${height + 2 * TOP}` },
    titles({ ...plan, orphanTitle: null }),
    svg(
      "svg",
      { y: TOP, width, height, viewBox: `0 ${top} ${width} ${height}` },
      [...plan.alike].map(([look, alike]) => svg("g", { class: look }, strokes(alike))),
      titles(plan),
    ),
    svg(
      "g",
      { transform: `translate(0 ${TOP - top})` },
      plan.nodes.filter((node) => isHere(node.y)).map((node) => svg("g", { class: lookOfNode(node) }, figure(node, plan.cols))),
    ),
  );
}
function setUpPaper() {
  addEventListener("beforeprint", drawPaper);
  addEventListener("afterprint", () => byId("paper")?.remove());
  byId("print")?.addEventListener("click", () => print());
}
