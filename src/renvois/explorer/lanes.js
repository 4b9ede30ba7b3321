// The lanes, drawn: institutions | recommendations | legal bases.
let isolated = false; // only what is chosen and what it is linked to
// Shapes as paths from their middle, where `placed` puts them.
const placed = (x, y, shape) => `M${r(x)} ${r(y)}${shape}`;
const GLYPHS = {
  square: "m-6 -6h12v12h-12z",
  dot: "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
  diamond: "m0 -7l7 7l-7 7l-7 -7z",
  triangle: "m0 -6l7 12h-14z",
  star: "m0 -7l7 5.5l-3 7.5h-8l-3 -7.5z",
};
// The end of a line says the role: who is asked, who is in charge, who is associated, who benefits.
const ENDS = {
  ADDRESSED_TO: "m-6 -4l8 4l-8 4z",
  ASSIGNS: "m-6 -3.5h7v7h-7z",
  INVOLVES: "m-6 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
  BENEFITS: "m-7 0l4.5 -4.5l4.5 4.5l-4.5 4.5z",
};
const TICK = "m-4 0l3 3l6 -7"; // on a link that a jurist has reviewed

/** Between a recommendation and a source one line, that of the surest link. */
const oneLineEach = (bases) => [...groupsOf(bases, (basis) => `${basis.rec} ${basis.to}`).values()].map((ways) => ways.toSorted(byGrade)[0]);
const isBare = (rec) => !basesOf(rec.key).some(isFirm);
const familyOf = (source) => ({ dot: "law", diamond: "treaty", triangle: "paper" })[data.shapes[source.kind]] ?? "law";

/** Draws the lanes: all that can be pointed at, read aloud and chosen. */
function drawLanes() {
  const plan = planned();
  const drawing = canvas(
    plan,
    { role: "group", "aria-label": say("lanes_label"), "aria-describedby": "lanes-note" },
    svg("g", { class: "links", "aria-hidden": "true" }, [...plan.alike.values()].flat().map(drawLink)),
    ["body", "rec", "source"].map((lane) =>
      svg(
        "g",
        { role: "group", "aria-label": say(`lane_${lane}`) },
        plan.nodes.filter((n) => n.lane === lane).map((n) => drawNode(n, plan.cols)),
      ),
    ),
  );
  byId("lanes").replaceChildren(...missing(), drawing);
  inLanes = indexed(() => drawing.querySelectorAll("[data-k]"));
  drawing.querySelector(".node")?.setAttribute("tabindex", "0");
  drawing.addEventListener("keydown", walk);
  drawing.addEventListener("click", (event) => {
    const part = event.target.closest("[data-k]");
    if (part) choose(keysOf(part)[0]);
  });
  afterPaint(() => ease(drawing));
  if (chosen) {
    standsFor(chosen).forEach((element) => element.classList.add("chosen"));
    dim();
  }
}
/** Where everything stands, and the links by their look: one kind over the other, whichever way they are drawn. */
function planned(width = Math.max(330, byId("lanes").clientWidth - 4)) {
  const plan = layout(width);
  return { ...plan, alike: groupsOf(plan.links, ({ link }) => lookOf(link)) };
}
const canvas = (plan, attributes, ...children) =>
  svg(
    "svg",
    { class: "lanes", width: plan.cols.width, height: plan.height, viewBox: `0 0 ${plan.cols.width} ${plan.height}`, ...attributes },
    titles(plan),
    children,
  );

const missing = () =>
  [
    ["recs", "no_recs"],
    ["sources", "no_sources"],
    ["bodies", "no_bodies"],
  ]
    .filter(([list]) => !data[list].length)
    .map(([, key]) => el("p", { class: "missing" }, say(key)));

function titles(plan) {
  const title = (key, x, anchor) => svg("text", { class: "lane-title", x, y: 16, "text-anchor": anchor }, say(key));
  const { cols } = plan;
  return [
    title("lane_body", cols.body.edge + 6, "end"),
    title(cols.narrow ? "lane_rec_short" : "lane_rec", (cols.rec.left + cols.rec.right) / 2, "middle"),
    title("lane_source", cols.source.edge - 6, "start"),
    plan.orphanTitle ? svg("text", { class: "lane-title", x: cols.source.edge - 6, y: plan.orphanTitle }, say("lane_orphans")) : null,
  ];
}

function lookOf(link) {
  const look = link.type === "basis" ? `basis g-${link.grade}` : `role ${link.role}`;
  const weak = link.strength === "weak" || (link.type === "role" && certaintyOf(link) !== "");
  return `${look}${weak ? " weak" : ""}${link.contextual ? " contextual" : ""}${link.review ? " read" : ""}`;
}
/** The paths of links that look the same: their lines, what they end with, the ticks of those reviewed. */
function strokes(links) {
  const { role, review, type } = links[0].link;
  const path = (name, one) => svg("path", { class: name, d: links.map(one).join("") });
  return [
    path("line", curve),
    type === "role" ? path("end", ({ x, y }) => placed(x, y, ENDS[role])) : null,
    review ? path("tick", ({ x, y }) => placed(x + (type === "role" ? -16 : 12), y, TICK)) : null,
  ];
}
const drawLink = (one) => svg("g", { class: `link ${lookOf(one.link)}`, "data-k": keysDrawn(one.link).join(" ") }, strokes([one]));
/** What a line stands for: all that is shown of what ties its two ends alike. */
const keysDrawn = (link) => (link.type === "basis" ? waysOf(link).filter(isShown) : [link]).map(({ key }) => key);

/** What only a pointer needs, added once the lanes are seen, some at a time: a wide line to hit, and names to read. */
function ease(drawing) {
  const parts = [...drawing.querySelectorAll("[data-k]")];
  const some = () => {
    parts.splice(0, 200).forEach(easeOne);
    if (parts.length && drawing.isConnected) afterPaint(some);
  };
  some();
}
function easeOne(part) {
  const item = items.get(keysOf(part)[0]);
  const line = part.querySelector(".line");
  if (line) part.prepend(svg("path", { class: "wide", d: line.getAttribute("d") }));
  part.prepend(svg("title", {}, line ? linkName(item) : (item.canonical ?? item.name)));
}
const linkName = (link) => {
  const rec = items.get(link.rec).name;
  const other = items.get(link.to).name;
  return link.type === "basis"
    ? `${rec} – ${other} (${waysOf(link).filter(isShown).map(gradeName).join(" ; ")})`
    : `${rec} ${roleName(link)} ${other}`;
};
const roleName = (role) => `${say(`role_${role.role}`)}${certaintyOf(role) ? ` (${say(certaintyOf(role))})` : ""}`;
const gradeName = (basis) => `${basis.grade}${basis.strength === "weak" && isFirm(basis) ? `, ${say("weak")}` : ""}`;

function lookOfNode({ item, lane, orphan }) {
  const bare = (lane === "rec" && isBare(item)) || orphan;
  return `node ${lane === "source" ? familyOf(item) : lane}${bare ? " bare" : ""}`;
}
const glyphAt = ({ lane, x }, cols) => (lane === "rec" ? cols.rec.left + 8 : x);

/** The glyph of a node, and where the lines of its label begin. */
const shapeOf = ({ item, lane }) => GLYPHS[data.shapes[{ rec: "Recommendation", body: "Institution" }[lane] ?? item.kind]];
const glyphPath = (node, cols) => placed(glyphAt(node, cols), node.y, shapeOf(node));
const labelStart = ({ lane, lines, x, y }, cols) => ({
  x: r({ body: x - 13, rec: cols.rec.left + 19, source: x + 13 }[lane]),
  y: r(y - ((lines.length - 1) * LINE) / 2 + 4),
});
const anchorOf = (lane) => (lane === "body" ? "end" : "start");

function figure(node, cols) {
  const { lane, lines } = node;
  const at = labelStart(node, cols);
  // The space of no width keeps the words of two lines apart in the element's text.
  const line = (text, n) => [n ? svg("tspan", { "font-size": 0 }, " ") : null, svg("tspan", { x: at.x, dy: n ? LINE : 0 }, text)];
  return [
    svg("path", { class: "glyph", d: glyphPath(node, cols) }),
    svg("text", { ...at, "text-anchor": anchorOf(lane), "font-size": cols.font }, lines.length > 1 ? lines.map(line) : lines),
  ];
}
function drawNode(node, cols) {
  const { lane, x, y, height } = node;
  return svg(
    "g",
    {
      class: lookOfNode(node),
      "data-k": node.key,
      "data-lane": lane,
      role: "button",
      tabindex: "-1",
      "aria-label": nodeName(node),
    },
    svg("rect", {
      class: "halo",
      x: lane === "body" ? x - cols.body.room - 16 : glyphAt(node, cols) - 10,
      y: r(y - height / 2 + 1),
      width: lane === "rec" ? cols.rec.right - cols.rec.left : r(cols[lane].room + 26),
      height: height - 2,
      rx: 3,
    }),
    figure(node, cols),
  );
}

/** A name that begins with the words shown, then says what the lines say. */
function nodeName({ item, lane, lines }) {
  const shown = lines.join(" ");
  const said =
    lane === "rec"
      ? [
          item.name,
          counted("n_bases", new Set(basesOf(item.key).filter(isFirm).map((basis) => basis.to)).size),
          counted("n_bodies", new Set(rolesOf(item.key).map((role) => role.to)).size),
        ]
      : lane === "body"
        ? [item.name, counted("n_recs", loadOf(item).size)]
        : [say(`kind_${item.kind}`), restOn(item).size ? counted("n_recs", restOn(item).size) : say("underpins_nothing")];
  return [shown, ...said.filter((words) => words !== shown)].join(", ");
}

/** Up and down in a lane, left and right to what the node is linked to (else to the nearest row), Enter to choose. */
function walk(event) {
  const node = event.target.closest(".node");
  if (!node) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose(node.dataset.k);
    return;
  }
  const next = neighbour(node, event.key);
  if (!next) return;
  event.preventDefault();
  node.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
function neighbour(node, key) {
  const all = [...node.ownerSVGElement.querySelectorAll(".node")];
  const lane = all.filter((n) => n.dataset.lane === node.dataset.lane);
  const at = lane.indexOf(node);
  if (key === "ArrowUp") return lane[at - 1];
  if (key === "ArrowDown") return lane[at + 1];
  if (key === "Home") return lane[0];
  if (key === "End") return lane.at(-1);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const beside = ["body", "rec", "source"][["body", "rec", "source"].indexOf(node.dataset.lane) + step];
  const there = step && beside ? all.filter((n) => n.dataset.lane === beside) : [];
  const tied = related(node.dataset.k, isShown);
  const middle = (n) => {
    const box = n.getBoundingClientRect();
    return box.top + box.height / 2;
  };
  const nearest = (list) => list.toSorted((a, b) => Math.abs(middle(a) - middle(node)) - Math.abs(middle(b) - middle(node)))[0];
  return nearest(there.filter((n) => tied.has(n.dataset.k))) ?? nearest(there);
}

function drawLegend() {
  const line = (look) =>
    svg(
      "svg",
      { class: "sample", width: 30, height: 12, "aria-hidden": "true" },
      svg("g", { class: `link ${look}` }, svg("path", { class: "line", d: "M1 6H29" })),
    );
  const end = (role) =>
    svg(
      "svg",
      { class: "sample", width: 26, height: 12, "aria-hidden": "true" },
      svg(
        "g",
        { class: `link role ${role}` },
        svg("path", { class: "line", d: "M1 6H18" }),
        svg("path", { class: "end", d: placed(22, 6, ENDS[role]) }),
      ),
    );
  const hollow = svg(
    "svg",
    { class: "sample", width: 16, height: 14, "aria-hidden": "true" },
    svg("g", { class: "node rec bare" }, svg("path", { class: "glyph", d: placed(8, 7, GLYPHS.square) })),
  );
  byId("legend").replaceChildren(
    ...gradesShown.map((g) => el("li", {}, line(`basis g-${g}`), ` ${say(`legend_${g.replace(" ", "_")}`)}`)),
    ...ROLES.map((role) => el("li", {}, end(role), ` ${say(`role_${role}`)}`)),
    ...["inferred", "contextual"]
      .filter((how) => data.roles.some((role) => certaintyOf(role) === how))
      .map((how) => el("li", {}, line(`role weak ${how}`), ` ${say(`legend_${how}`)}`)),
    ...([...data.bases, ...data.roles].some((link) => link.review) ? [el("li", {}, el("span", { class: "read" }, "✓"), ` ${say("legend_read")}`)] : []),
    el("li", {}, hollow, ` ${say("legend_bare")}`),
  );
}
