// The lanes, drawn: institutions | recommendations | legal bases.
let isolated = false; // only what is chosen and what it is linked to
const GLYPHS = {
  square: `M${-GLYPH} ${-GLYPH}h${2 * GLYPH}v${2 * GLYPH}h${-2 * GLYPH}z`,
  dot: `M${-GLYPH} 0a${GLYPH} ${GLYPH} 0 1 0 ${2 * GLYPH} 0a${GLYPH} ${GLYPH} 0 1 0 ${-2 * GLYPH} 0z`,
  diamond: `M0 ${-GLYPH - 1}L${GLYPH + 1} 0L0 ${GLYPH + 1}L${-GLYPH - 1} 0z`,
  triangle: `M0 ${-GLYPH}L${GLYPH + 1} ${GLYPH}H${-GLYPH - 1}z`,
  star: `M0 ${-GLYPH - 1}L${GLYPH + 1} -1.5L4 ${GLYPH}H-4L${-GLYPH - 1} -1.5z`,
};
// The end of a line says the role: who is asked, who is in charge, who is associated, who benefits.
const ENDS = {
  ADDRESSED_TO: "M-6 -4L2 0L-6 4z",
  ASSIGNS: "M-6 -3.5h7v7h-7z",
  INVOLVES: "M-6 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
  BENEFITS: "M-7 0L-2.5 -4.5L2 0L-2.5 4.5z",
};

const TICK = "M-4 0L-1 3L5 -4"; // on a link that a jurist has reviewed

const isBare = (rec) => !basesOf(rec.key).some(isFirm);
const familyOf = (source) => ({ dot: "law", diamond: "treaty", triangle: "paper" })[data.shapes[source.kind]] ?? "law";

/** Draws the lanes, or only what stands higher than `until` pixels: what is seen first. */
function drawLanes(until = Infinity) {
  const holder = byId("lanes");
  const width = Math.max(330, holder.clientWidth - 4);
  const plan = layout(width);
  const drawing = svg(
    "svg",
    {
      class: "lanes",
      width,
      height: plan.height,
      viewBox: `0 0 ${width} ${plan.height}`,
      role: "group",
      "aria-label": say("lanes_label"),
      "aria-describedby": "lanes-note",
    },
    titles(plan),
    svg("g", { class: "links", "aria-hidden": "true" }, plan.links.filter((link) => Math.min(link.from, link.y) < until).map(drawLink)),
    ["body", "rec", "source"].map((lane) =>
      svg(
        "g",
        { role: "group", "aria-label": say(`lane_${lane}`) },
        plan.nodes.filter((n) => n.lane === lane && n.y < until).map((n) => drawNode(n, plan.cols)),
      ),
    ),
  );
  holder.replaceChildren(...missing(), drawing);
  inLanes = indexed(() => drawing.querySelectorAll("[data-k]"));
  drawing.querySelector(".node")?.setAttribute("tabindex", "0");
  drawing.addEventListener("keydown", walk);
  drawing.addEventListener("click", (event) => {
    const part = event.target.closest("[data-k]");
    if (part) choose(part.dataset.k);
  });
  if (until === Infinity) afterPaint(() => ease(drawing));
  if (chosen) {
    standsFor(chosen).forEach((element) => element.classList.add("chosen"));
    dim();
  }
}

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

function drawLink({ key, link, path, x, y }) {
  const look = link.type === "basis" ? `basis g-${link.grade}` : `role ${link.role}`;
  const weak = link.strength === "weak" || (link.type === "role" && certaintyOf(link) !== "");
  return svg(
    "g",
    { class: `link ${look}${weak ? " weak" : ""}${link.contextual ? " contextual" : ""}${link.review ? " read" : ""}`, "data-k": key },
    svg("path", { class: "line", d: path }),
    link.type === "role" ? svg("path", { class: "end", d: ENDS[link.role], transform: `translate(${r(x)} ${r(y)})` }) : null,
    link.review ? svg("path", { class: "tick", d: TICK, transform: `translate(${r(x + (link.type === "role" ? -16 : 12))} ${r(y)})` }) : null,
  );
}
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
  const item = items.get(part.dataset.k);
  const line = part.querySelector(".line");
  if (line) part.prepend(svg("path", { class: "wide", d: line.getAttribute("d") }));
  part.prepend(svg("title", {}, line ? linkName(item) : (item.canonical ?? item.name)));
}
const linkName = (link) => {
  const rec = items.get(link.rec).name;
  const other = items.get(link.to).name;
  return link.type === "basis"
    ? `${rec} – ${other} (${gradeName(link)})`
    : `${rec} ${roleName(link)} ${other}`;
};
const roleName = (role) => `${say(`role_${role.role}`)}${certaintyOf(role) ? ` (${say(certaintyOf(role))})` : ""}`;
const gradeName = (basis) => `${basis.grade}${basis.strength === "weak" && isFirm(basis) ? `, ${say("weak")}` : ""}`;

function drawNode(node, cols) {
  const { item, lane, lines, x, y } = node;
  const bare = (lane === "rec" && isBare(item)) || node.orphan;
  const shape = data.shapes[{ rec: "Recommendation", body: "Institution" }[lane] ?? item.kind];
  const glyph = { body: x, rec: cols.rec.left + 8, source: x }[lane];
  const left = { body: x - 13, rec: cols.rec.left + 19, source: x + 13 }[lane];
  const family = lane === "source" ? familyOf(item) : lane;
  return svg(
    "g",
    {
      class: `node ${family}${bare ? " bare" : ""}`,
      "data-k": node.key,
      "data-lane": lane,
      role: "button",
      tabindex: "-1",
      "aria-label": nodeName(node),
    },
    svg("rect", {
      class: "halo",
      x: lane === "body" ? x - cols.body.room - 16 : glyph - 10,
      y: r(y - node.height / 2 + 1),
      width: lane === "rec" ? cols.rec.right - cols.rec.left : r(cols[lane].room + 26),
      height: node.height - 2,
      rx: 3,
    }),
    svg("path", { class: "glyph", d: GLYPHS[shape], transform: `translate(${r(glyph)} ${r(y)})` }),
    svg(
      "text",
      {
        x: r(left),
        y: r(y - ((lines.length - 1) * LINE) / 2 + 4),
        "text-anchor": lane === "body" ? "end" : "start",
        "font-size": cols.font,
      },
      // The space of no width keeps the words of two lines apart in the element's text.
      lines.map((line, n) => [n ? svg("tspan", { "font-size": 0 }, " ") : null, svg("tspan", { x: r(left), dy: n ? LINE : 0 }, line)]),
    ),
  );
}

/** A name that begins with the words shown, then says what the lines say. */
function nodeName({ item, lane, lines }) {
  const shown = lines.join(" ");
  const said =
    lane === "rec"
      ? [
          item.name,
          counted("n_bases", basesOf(item.key).filter(isFirm).length),
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
        svg("path", { class: "end", d: ENDS[role], transform: "translate(22 6)" }),
      ),
    );
  const hollow = svg(
    "svg",
    { class: "sample", width: 16, height: 14, "aria-hidden": "true" },
    svg("g", { class: "node rec bare" }, svg("path", { class: "glyph", d: GLYPHS.square, transform: "translate(8 7)" })),
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
