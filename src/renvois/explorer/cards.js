// The pieces of the evidence pane: a link with its proof, a passage, a doubt.
const heading = (text, kind) => el("h3", { class: "isolate" }, text, kind ? el("span", { class: "kind" }, kind) : null);
const link = (key, text) => el("a", { href: `#${key}`, class: "isolate" }, text ?? items.get(key)?.name ?? where(key));
const facts = (...rows) =>
  el(
    "dl",
    {},
    rows.filter(([, value]) => value).map(([key, value]) => [el("dt", {}, say(key)), el("dd", { class: "isolate" }, value)]),
  );
const toQuestions = (...more) => el("p", { class: "actions" }, button(`‹ ${say("questions")}`, showStart, { class: "quiet-button" }), more);
const toPassage = (key) => button(say("to_passage"), () => goTo(key), { class: "go" });
const part = (key, n, ...children) => (n ? [el("h4", {}, `${say(key)} (${n})`), ...children] : []);
const publicLink = (source) =>
  source.url && el("p", {}, el("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, `${say("open")} : ${source.name}`));

/** One link to a source: its grade, why, the path, the passage with the words shared on both sides. */
function basisCard(basis, towards) {
  const own = (basis.own ?? []).filter(([unit]) => unit === basis.rec);
  const lead = basis.lead ?? [];
  const unit = lead[0]?.[0] ?? basis.unit;
  const spans = lead.filter(([u]) => u === unit).map(([, a, b]) => [a, b]);
  const text = unit ? textOf(unit) : "";
  const at = basis.unit === unit && basis.at ? basis.at : [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
  const target = basis.cites?.[0] ?? basis.unit;
  return el(
    "article",
    { class: `card basis g-${basis.grade}${basis.strength === "weak" ? " weak" : ""}` },
    el(
      "p",
      { class: "card-title" },
      el("strong", { class: "grade", title: say(`grade_${basis.grade}`) }, gradeName(basis)),
      " ",
      link(towards),
    ),
    el("p", { class: "why" }, basis.why, basis.via ? el("span", { class: "via" }, basis.via) : null),
    unit && unit !== basis.rec
      ? [el("p", { class: "side" }, where(unit)), quoted(unit, widened(text, ...at), spans.length ? spans : [at], "lead")]
      : null,
    own.length || unit === basis.rec ? [el("p", { class: "side" }, items.get(basis.rec).name), ownWords(basis, own)] : null,
    (basis.words ?? []).length ? el("p", { class: "words" }, `${say("shared_words")} ${basis.words.join(", ")}`) : null,
    el("p", { class: "actions" }, target ? toPassage(target) : null, unit ? copyButton(text.slice(...at), unit) : null),
  );
}
function ownWords(basis, own) {
  const text = textOf(basis.rec);
  const spans = own.length ? own.map(([, a, b]) => [a, b]) : [basis.at];
  return quoted(basis.rec, widened(text, spans[0][0], spans.at(-1)[1], 60), spans, "own");
}

const roleCard = (role, towards) =>
  el(
    "article",
    { class: `card role${role.explicit ? "" : " weak"}` },
    el(
      "p",
      { class: "card-title" },
      el("strong", { class: "grade" }, say(`role_${role.role}`), role.explicit ? "" : ` (${say("inferred")})`),
      " ",
      link(towards),
    ),
    role.why ? el("p", { class: "why" }, role.why) : null,
    passage(role),
  );

const citeCard = (cite) =>
  el(
    "article",
    { class: "card" },
    el(
      "p",
      { class: "card-title" },
      link(cite.key, where(cite.unit)),
      cite.relation === "explicit" ? "" : el("span", { class: "via" }, say(`relation_${cite.relation}`)),
    ),
    passage(cite),
  );

function passage(item) {
  if (!item.unit) return item.quote ? el("blockquote", {}, el("p", {}, item.quote)) : null;
  const text = textOf(item.unit);
  const range = widened(text, ...item.at);
  return [
    quoted(item.unit, range, [item.at]),
    el(
      "p",
      { class: "actions" },
      toPassage(item.key && byId(item.key) ? item.key : item.unit),
      copyButton(text.slice(...range), item.unit),
    ),
  ];
}

const findingCard = (finding) =>
  el(
    "div",
    { class: "card doubt" },
    el("p", {}, el("strong", {}, `${say("to_check")} (${say(`certainty_${finding.certainty}`)}) `), finding.message),
    finding.suggestion ? el("p", {}, finding.suggestion) : null,
    finding.unit ? el("p", { class: "actions" }, toPassage(finding.key)) : null,
  );
function doubtsOn(...keys) {
  const found = [...new Set(keys.flatMap(findingsAbout))];
  return part("to_check", found.length, found.map(findingCard));
}
