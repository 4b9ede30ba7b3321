// The evidence pane: what is chosen, what it is tied to, and the words that prove it.
function showEvidence(key) {
  const item = items.get(key) ?? { key, type: "unit", name: where(key) };
  const show = { rec: showRec, source: showSource, body: showBody, cite: showCite, mention: showMention, finding: showFinding, basis: showLink, role: showLink, section: showUnit, unit: showUnit }[item.type];
  paint("own", []);
  paint("lead", []);
  byId("proof").replaceChildren(button(`‹ ${say("questions")}`, showStart, { class: "quiet-button" }), ...show(item).flat(Infinity).filter(Boolean));
  announce(`${say("evidence_of")} ${byId("proof").querySelector("h3")?.textContent ?? ""}`);
  showPane("evidence", { only: true });
}
function showStart() {
  chosen = "";
  byId("isolate").disabled = !isolated;
  document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
  dim();
  paint("own", []);
  paint("lead", []);
  byId("proof").replaceChildren(el("p", {}, say("choose")), questionList());
}

const heading = (text, kind) => el("h3", { class: "isolate" }, text, kind ? el("span", { class: "kind" }, kind) : null);
const link = (key, text) => el("a", { href: `#${key}`, class: "isolate" }, text ?? items.get(key)?.name ?? where(key));
const facts = (...rows) => el("dl", {}, rows.filter(([, value]) => value).map(([key, value]) => [el("dt", {}, say(key)), el("dd", { class: "isolate" }, value)]));
const toPassage = (key) => button(say("to_passage"), () => goTo(key), { class: "go" });
const part = (key, n, ...children) => (n ? [el("h4", {}, `${say(key)} (${n})`), ...children] : []);
const publicLink = (source) => source.url && el("p", {}, el("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, `${say("open")} : ${source.name}`));

function showRec(rec) {
  const bases = basesOf(rec.key).toSorted((a, b) => rank(GRADES, (x) => x.grade)(a, b) || (items.get(a.to).name < items.get(b.to).name ? -1 : 1));
  const firm = bases.filter(isFirm), near = bases.filter((basis) => !isFirm(basis)), words = textOf(rec.key);
  paint("own", firm.flatMap((basis) => basis.own ?? []));
  paint("lead", firm.flatMap((basis) => basis.lead ?? []));
  return [
    heading(rec.name), quoted(rec.key, [0, words.length], firm.flatMap((basis) => basis.own ?? []).filter(([unit]) => unit === rec.key).map(([, a, b]) => [a, b])),
    el("p", { class: "actions" }, toPassage(rec.key), copyButton(words, rec.key)),
    firm.length ? part("rests_on", firm.length, firm.map((basis) => basisCard(basis, basis.to)))
      : el("p", { class: "none" }, say("rests_on_nothing"), rec.nobasis ? ` ${rec.nobasis}` : ""),
    near.length ? el("details", {}, el("summary", {}, counted("n_near", near.length)), el("ul", {}, near.map((basis) => el("li", {}, link(basis.to))))) : [],
    part("institutions", rolesOf(rec.key).length, rolesOf(rec.key).toSorted(rank(ROLES, (x) => x.role)).map((role) => roleCard(role, role.to))),
    rolesOf(rec.key).length ? [] : el("p", { class: "none" }, say("names_nobody")),
    rec.difference ? facts(["difference", rec.difference]) : [],
    rec.themes ? facts(["themes", rec.themes.join(", ")]) : [],
    doubtsOn(rec.key),
  ];
}

function showSource(source) {
  const rests = basesOn(source.key).filter(isFirm).toSorted((a, b) => items.get(a.rec).n - items.get(b.rec).n || rank(GRADES, (x) => x.grade)(a, b));
  const cites = citesOf(source.key), body = inBody(cites);
  return [
    heading(source.name, say(`kind_${source.kind}`)),
    facts(["full_reference", source.canonical === source.name ? "" : source.canonical], ["title", source.title], ["nature", say(source.norm ? "normative" : "documentary")],
      ["part_of", source.part && items.has(source.part) ? link(source.part) : ""]),
    publicLink(source),
    rests.length ? part("underpins", new Set(rests.map((basis) => basis.rec)).size, rests.map((basis) => basisCard(basis, basis.rec))) : el("p", { class: "none" }, say("underpins_nothing")),
    part("cited", body.length, body.map(citeCard)),
    cites.length > body.length ? el("p", {}, counted("n_annexe", cites.length - body.length)) : [],
    part("parts", partsOf(source.key).length, el("ul", {}, partsOf(source.key).map((child) => el("li", {}, link(child.key))))),
    doubtsOn(source.key),
  ];
}

function showBody(body) {
  const roles = rolesTo(body.key).toSorted((a, b) => items.get(a.rec).n - items.get(b.rec).n);
  const said = inBody(mentionsOf(body.key));
  return [
    heading(body.name, body.acronym ?? ""),
    facts(["nature", body.nature], ["aliases", (body.aliases ?? []).join(" ; ")], ["part_of", body.part && items.has(body.part) ? link(body.part) : ""]),
    roles.length ? part("asked", loadOf(body).size, roles.map((role) => roleCard(role, role.rec))) : el("p", { class: "none" }, say("never_asked")),
    part("named", said.length, el("ul", { class: "places" }, said.map((mention) => el("li", {}, el("a", { href: `#${mention.key}` }, where(mention.unit)))))),
  ];
}

function showCite(cite) {
  const source = items.get(cite.to), proved = basesProvedBy(cite.key).filter(isFirm);
  return [
    heading(wordsAt(cite), say("citation")),
    facts(["source", link(cite.to)], ["where", link(cite.unit)], ["relation", say(`relation_${cite.relation}`)], ["antecedent", cite.antecedent], ["pinpoint", cite.pinpoint], ["written", cite.meant], ["page", cite.page]),
    passage(cite), publicLink(source),
    proved.length ? part("proves", proved.length, proved.map((basis) => basisCard(basis, basis.rec))) : el("p", { class: "none" }, say("proves_nothing")),
    doubtsOn(cite.to, cite.unit),
  ];
}

function showMention(mention) {
  const body = items.get(mention.to), place = markedAt(mention.key);
  const roles = rolesTo(body.key).filter((role) => role.rec === mention.unit);
  return [
    heading(byId(mention.key).textContent, say("kind_Institution")), facts(["institution", link(body.key)], ["where", link(mention.unit)]),
    passage(place), part("asked", roles.length, roles.map((role) => roleCard(role, role.rec))),
    el("p", {}, link(body.key, counted("n_recs", loadOf(body).size))),
  ];
}

const showFinding = (finding) => [heading(say("to_check"), say(`certainty_${finding.certainty}`)), findingCard(finding), finding.unit ? passage(finding) : []];
const showLink = (item) => [
  heading(items.get(item.rec).name), item.type === "basis" ? basisCard(item, item.to) : roleCard(item, item.to), el("p", {}, link(item.rec, say("whole_rec"))),
];

function showUnit(unit) {
  const cites = citesIn(unit.key), named = mentionsIn(unit.key), leads = basesVia(unit.key).filter(isFirm);
  return [
    heading(unit.name), el("p", { class: "actions" }, toPassage(unit.key), copyButton(textOf(unit.key), unit.key)),
    part("leads_to", leads.length, leads.map((basis) => basisCard(basis, basis.rec))),
    part("cites", cites.length, el("ul", {}, cites.map((cite) => el("li", {}, link(cite.key, wordsAt(cite)), " → ", link(cite.to))))),
    part("names", new Set(named.map((m) => m.to)).size, el("ul", {}, [...new Set(named.map((m) => m.to))].map((key) => el("li", {}, link(key))))),
    doubtsOn(unit.key), cites.length + named.length + leads.length ? [] : el("p", { class: "none" }, say("nothing_here")),
  ];
}

/** One link to a source: its grade, why, the path, the passage with the words shared on both sides. */
function basisCard(basis, towards) {
  const own = (basis.own ?? []).filter(([unit]) => unit === basis.rec), lead = basis.lead ?? [];
  const unit = lead[0]?.[0] ?? basis.unit, spans = lead.filter(([u]) => u === unit).map(([, a, b]) => [a, b]);
  const text = unit ? textOf(unit) : "", at = basis.unit === unit && basis.at ? basis.at : [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
  const target = basis.cites?.[0] ?? basis.unit;
  return el("article", { class: `card basis g-${basis.grade}${basis.strength === "weak" ? " weak" : ""}` },
    el("p", { class: "card-title" }, el("strong", { class: "grade", title: say(`grade_${basis.grade}`) }, gradeName(basis)), " ", link(towards)),
    el("p", { class: "why" }, basis.why, basis.via ? el("span", { class: "via" }, basis.via) : null),
    unit && unit !== basis.rec ? [el("p", { class: "side" }, where(unit)), quoted(unit, widened(text, ...at), spans.length ? spans : [at], "lead")] : null,
    own.length || unit === basis.rec ? [el("p", { class: "side" }, items.get(basis.rec).name), ownWords(basis, own)] : null,
    (basis.words ?? []).length ? el("p", { class: "words" }, `${say("shared_words")} ${basis.words.join(", ")}`) : null,
    el("p", { class: "actions" }, target ? toPassage(target) : null, unit ? copyButton(text.slice(...widened(text, ...at, 0)), unit) : null));
}
function ownWords(basis, own) {
  const text = textOf(basis.rec), spans = own.length ? own.map(([, a, b]) => [a, b]) : [basis.at];
  return quoted(basis.rec, widened(text, spans[0][0], spans.at(-1)[1], 60), spans, "own");
}

const roleCard = (role, towards) => el("article", { class: `card role${role.explicit ? "" : " weak"}` },
  el("p", { class: "card-title" }, el("strong", { class: "grade" }, say(`role_${role.role}`), role.explicit ? "" : ` (${say("inferred")})`), " ", link(towards)),
  role.why ? el("p", { class: "why" }, role.why) : null, passage(role));

const citeCard = (cite) => el("article", { class: "card" },
  el("p", { class: "card-title" }, link(cite.key, where(cite.unit)), cite.relation === "explicit" ? "" : el("span", { class: "via" }, say(`relation_${cite.relation}`))), passage(cite));

function passage(item) {
  if (!item.unit) return item.quote ? el("blockquote", {}, el("p", {}, item.quote)) : null;
  const text = textOf(item.unit), range = widened(text, ...item.at);
  return [quoted(item.unit, range, [item.at]), el("p", { class: "actions" }, toPassage(item.key && byId(item.key) ? item.key : item.unit), copyButton(text.slice(...range), item.unit))];
}

const findingCard = (finding) => el("div", { class: "card doubt" },
  el("p", {}, el("strong", {}, `${say("to_check")} (${say(`certainty_${finding.certainty}`)}) `), finding.message), finding.suggestion ? el("p", {}, finding.suggestion) : null,
  finding.unit ? el("p", { class: "actions" }, toPassage(finding.key)) : null);
function doubtsOn(...keys) {
  const found = [...new Set(keys.flatMap(findingsAbout))];
  return part("to_check", found.length, found.map(findingCard));
}
