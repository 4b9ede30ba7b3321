// The lanes as they look, down to the edge of the window, in as few elements as that takes: what a reader sees first.
function sketchLanes(plan) {
  const until = innerHeight - byId("lanes").getBoundingClientRect().top;
  const links = [...plan.alike]
    .map(([look, alike]) => [look, alike.filter((link) => Math.min(link.from, link.y) < until)])
    .filter(([, alike]) => alike.length);
  const nodes = groupsOf(
    plan.nodes.filter((n) => n.y - n.height / 2 < until),
    lookOfNode,
  );
  byId("lanes").replaceChildren(
    ...missing(),
    canvas(
      plan,
      { "aria-hidden": "true" },
      links.map(([look, alike]) => svg("g", { class: look }, strokes(alike))),
      [...nodes].map(([look, alike]) => sketchNodes(look, alike, plan.cols)),
    ),
  );
}
/** Nodes that look the same: their glyphs as one path, each line of a label as a text. */
const sketchNodes = (look, nodes, cols) =>
  svg(
    "g",
    { class: look, "text-anchor": anchorOf(nodes[0].lane), "font-size": cols.font },
    svg("path", { class: "glyph", d: nodes.map((n) => glyphPath(n, cols)).join("") }),
    nodes.flatMap((n) => {
      const { x, y } = labelStart(n, cols);
      return n.lines.map((line, at) => svg("text", { x, y: y + at * LINE }, line));
    }),
  );
