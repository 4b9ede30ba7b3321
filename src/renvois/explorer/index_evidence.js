// What is chosen on the index: where it stands, which recommendations it is tied to, and the picture round it.
const away = (href, text) => el("a", { href, class: "isolate" }, text);

function choose(key) {
  const item = items.get(key);
  if (item?.href) location.href = item.href;
  if (item?.type !== "source" && item?.type !== "body") return;
  chosen = key;
  setAddress(`#${key}`);
  showEgo();
  prove(toQuestions(linkButton(key)), ...(item.type === "source" ? aboutSource(item) : aboutBody(item)).flat(9).filter(Boolean));
  showPane("evidence", { only: true });
  announce(`${say("around")} ${item.name}`);
  bringToView(key);
}
const bringToView = (key) => inPage(key)[0]?.scrollIntoView({ block: "nearest" });
function showEgo() {
  const tied = items.get(chosen) && (items.get(chosen).type === "source" ? basesOn(chosen) : rolesTo(chosen)).length;
  byId("ego").hidden = !tied;
  if (!tied) return;
  drawLanes();
  byId("left-out").textContent = leftOut ? say("left_out", { n: leftOut, most: MOST }) : "";
}
function unchoose() {
  chosen = "";
  hold(new Set());
  byId("ego").hidden = true;
}
function showStart() {
  unchoose();
  setAddress("");
  prove(el("p", {}, say("choose_shared")), ...questionList());
}

const placesOf = (item, unit) =>
  part(
    "in_documents",
    item.in.length,
    el(
      "ul",
      { class: "answers" },
      item.in.map(([href, name, times]) => el("li", {}, away(href, name), times ? el("span", { class: "said" }, counted(unit, times)) : null)),
    ),
  );
const tiesList = (entries, said) =>
  el(
    "ul",
    { class: "answers" },
    entries.map((ties) => {
      const rec = items.get(ties[0].rec);
      const tags = new Map(ties.map((link) => [said(link), link]));
      return el(
        "li",
        {},
        away(rec.href, rec.name),
        [...tags].map(([tag, link]) => [" ", el("span", { class: `tag${isSure(link) ? "" : " weak"}` }, tag)]),
        el("span", { class: "said" }, cut(rec.text)),
      );
    }),
  );
const isSure = (link) => link.strength !== "weak" && link.explicit !== false;
const cut = (text, most = 140) => (text.length > most ? `${text.slice(0, text.lastIndexOf(" ", most))} …` : text);

const aboutSource = (source, rests = entriesBy("rec", basesOn(source.key).toSorted(byGrade))) => [
  heading(source.name, say(`kind_${source.kind}`)),
  facts(["full_reference", source.canonical === source.name ? "" : source.canonical], ["nature", say(source.norm ? "normative" : "documentary")]),
  source.page ? el("p", {}, away(source.page, say("its_page"))) : null,
  publicLink(source),
  rests.length ? titled(counted("underpins", rests.length), tiesList(rests, gradeName)) : el("p", { class: "none" }, say("underpins_nothing")),
  placesOf(source, "n_cites"),
];
const aboutBody = (body, asked = entriesBy("rec", rolesTo(body.key))) => [
  heading(body.name, body.acronym ?? ""),
  facts(["aliases", body.aliases.join(" ; ")]),
  asked.length ? part("asked", asked.length, tiesList(asked, roleName)) : el("p", { class: "none" }, say("never_asked")),
  placesOf(body, "n_mentions"),
];
