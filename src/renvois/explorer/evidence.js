// The evidence pane: what is chosen, what it is tied to, and the words that prove it.
function showEvidence(key) {
  const item = items.get(key) ?? { key, type: "unit", name: where(key) };
  const show = {
    rec: showRec,
    source: showSource,
    body: showBody,
    cite: showCite,
    mention: showMention,
    finding: showFinding,
    basis: showLink,
    role: showLink,
    section: showUnit,
    unit: showUnit,
  }[item.type];
  prove(toQuestions(byId(key) ? linkButton(key) : null), ...show(item).flat(Infinity).filter(Boolean));
  announce(`${say("evidence_of")} ${byId("proof").querySelector("h3")?.textContent ?? ""}`);
  showPane("evidence", { only: true });
}
function showStart() {
  setAddress("");
  unchoose();
  prove(el("p", {}, say("choose")), ...questionList());
}

function showRec(rec) {
  const bases = basesOf(rec.key).toSorted(byGrade);
  const firm = bases.filter(isFirm);
  const rests = entriesBy("to", firm);
  const tied = new Set(firm.map((basis) => basis.to));
  const near = bases.filter((basis) => !tied.has(basis.to));
  const words = textOf(rec.key);
  const charged = entriesBy("to", rolesOf(rec.key).toSorted(byRole));
  paintBases(firm);
  return [
    heading(rec.name),
    quoted(
      rec.key,
      [0, words.length],
      firm.flatMap((basis) => basis.own ?? []),
      "own",
    ),
    el("p", { class: "actions" }, toPassage(rec.key), copyButton(words, rec.key, rec.page)),
    firm.length
      ? titled(
          tally("rests_on", rests),
          rests.map((ways) => basisCard(ways, "to")),
        )
      : el("p", { class: "none" }, say("rests_on_nothing"), rec.nobasis ? ` ${rec.nobasis}` : ""),
    near.length
      ? el(
          "details",
          {},
          el("summary", {}, counted("n_near", near.length)),
          el(
            "ul",
            {},
            near.map((basis) => el("li", {}, link(basis.to))),
          ),
        )
      : [],
    part(
      "institutions",
      charged.length,
      charged.map((roles) => roleCard(roles, "to")),
    ),
    charged.length ? [] : el("p", { class: "none" }, say("names_nobody")),
    facts(["asks_for", asked(rec)], ["difference", rec.difference]),
    rec.themes ? facts(["themes", rec.themes.join(", ")]) : [],
    doubtsOn(rec.key),
  ];
}

function showSource(source) {
  const rests = entriesBy("rec", basesOn(source.key).filter(isFirm).toSorted(byNumberThenGrade));
  const cites = citesOf(source.key);
  const body = inBody(cites);
  return [
    heading(source.name, say(`kind_${source.kind}`)),
    facts(
      ["full_reference", source.canonical],
      ["title", source.title],
      ["nature", say(source.norm ? "normative" : "documentary")],
      ["part_of", source.part && items.has(source.part) ? link(source.part) : ""],
    ),
    publicLink(source),
    elsewhere(source),
    rests.length
      ? titled(
          tally("underpins", rests),
          rests.map((ways) => basisCard(ways, "rec")),
        )
      : el("p", { class: "none" }, say("underpins_nothing")),
    part("cited", body.length, body.map(citeCard)),
    cites.length > body.length ? el("p", {}, counted("n_annexe", cites.length - body.length)) : [],
    part(
      "parts",
      partsOf(source.key).length,
      el(
        "ul",
        {},
        partsOf(source.key).map((child) => el("li", {}, link(child.key))),
      ),
    ),
    doubtsOn(source.key),
  ];
}

function showBody(body) {
  const roles = entriesBy("rec", rolesTo(body.key).toSorted((a, b) => byNumber(a, b) || byRole(a, b)));
  const said = inBody(mentionsOf(body.key));
  return [
    heading(body.name, body.acronym ?? ""),
    facts(
      ["nature", body.nature],
      ["aliases", (body.aliases ?? []).join(" ; ")],
      ["part_of", body.part && items.has(body.part) ? link(body.part) : ""],
    ),
    elsewhere(body),
    roles.length
      ? part(
          "asked",
          roles.length,
          roles.map((held) => roleCard(held, "rec")),
        )
      : el("p", { class: "none" }, say("never_asked")),
    part(
      "named",
      said.length,
      el(
        "ul",
        { class: "places" },
        said.map((mention) => el("li", {}, el("a", { href: `#${mention.key}` }, where(mention.unit)))),
      ),
    ),
  ];
}

function showCite(cite) {
  const source = items.get(cite.to);
  const proved = entriesBy("rec", basesProvedBy(cite.key).filter(isFirm).toSorted(byGrade));
  return [
    heading(wordsAt(cite), say("citation")),
    facts(
      ["source", link(cite.to)],
      ["where", link(cite.unit)],
      ["relation", say(`relation_${cite.relation ?? "explicit"}`)],
      ["antecedent", cite.antecedent],
      ["pinpoint", cite.pinpoint],
      ["written", cite.meant],
      ["page", cite.page],
    ),
    reviewOf(cite),
    passage(cite),
    publicLink(source),
    proved.length
      ? part(
          "proves",
          proved.length,
          proved.map((ways) => basisCard(ways, "rec")),
        )
      : el("p", { class: "none" }, say("proves_nothing")),
    doubtsOn(cite.to, cite.unit),
  ];
}

function showMention(mention) {
  const body = items.get(mention.to);
  const place = markedAt(mention.key);
  const roles = entriesBy("rec", rolesTo(body.key).filter((role) => role.rec === mention.unit).toSorted(byRole));
  return [
    heading(wordsAt(place), say("kind_Institution")),
    facts(["institution", link(body.key)], ["where", link(mention.unit)]),
    passage(place),
    part(
      "asked",
      roles.length,
      roles.map((held) => roleCard(held, "rec")),
    ),
    el("p", {}, link(body.key, counted("n_recs", loadOf(body).size))),
  ];
}

const showFinding = (finding) => [
  heading(say("to_check"), say(`certainty_${finding.certainty}`)),
  findingCard(finding),
  finding.unit ? passage(finding) : [],
];
const showLink = (item) => {
  const ways = item.type === "basis" ? waysOf(item) : [];
  paintBases(ways);
  return [
    heading(items.get(item.rec).name),
    ways.length ? basisCard(ways, "to") : roleCard([item], "to"),
    el("p", {}, link(item.rec, say("whole_rec"))),
  ];
};

function showUnit(unit) {
  const cites = citesIn(unit.key);
  const named = mentionsIn(unit.key);
  const leads = entriesBy("rec", basesVia(unit.key).filter(isFirm).toSorted(byNumberThenGrade));
  return [
    heading(unit.name),
    el("p", { class: "actions" }, toPassage(unit.key), copyButton(textOf(unit.key), unit.key)),
    part(
      "leads_to",
      leads.length,
      leads.map((ways) => basisCard(ways, "rec")),
    ),
    part(
      "cites",
      cites.length,
      el(
        "ul",
        {},
        cites.map((cite) => el("li", {}, link(cite.key, wordsAt(cite)), " → ", link(cite.to))),
      ),
    ),
    part(
      "names",
      new Set(named.map((m) => m.to)).size,
      el(
        "ul",
        {},
        [...new Set(named.map((m) => m.to))].map((key) => el("li", {}, link(key))),
      ),
    ),
    doubtsOn(unit.key),
    cites.length + named.length + leads.length ? [] : el("p", { class: "none" }, say("nothing_here")),
  ];
}
