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
const titled = (title, ...children) => [el("h4", {}, title), ...children];
const part = (key, n, ...children) => (n ? titled(`${say(key)} (${n})`, ...children) : []);
const publicLink = (source) =>
  source.url && el("p", {}, el("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, `${say("open")} : ${source.name}`));

/** Where the index of several opinions shows the same source or institution. */
const elsewhere = (item) => item.index && el("p", {}, el("a", { href: item.index }, counted("n_others", item.others)));

/** What a jurist said of a link, and when. */
function reviewOf({ review }) {
  if (!review) return null;
  const signed = [review.by, review.on].filter(Boolean).join(", ");
  return el(
    "p",
    { class: "read" },
    el("strong", {}, `✓ ${say(`review_${review.verdict}`)}`),
    signed ? ` (${signed})` : "",
    review.why ? ` : ${review.why}` : "",
    review.was ? ` – ${say("review_was")} ${review.was}` : "",
  );
}

const gradeOf = (basis) => el("strong", { class: "grade", title: say(`grade_${basis.grade}`) }, gradeName(basis));
const weakness = ({ strength }) => (strength === "weak" ? " weak" : "");
/** So many entries, and passages where they are more. */
const tally = (key, entries) => {
  const ways = entries.flat().length;
  return `${counted(key, entries.length)}${ways > entries.length ? ` (${counted("n_passages", ways)})` : ""}`;
};
/** A source, or from its side a recommendation (`towards`: to, rec), once: its surest grade, then every passage that ties it. */
function basisCard(ways, towards) {
  const [surest] = ways;
  const beside = towards === "to" ? "rec" : "to";
  const isMixed = ways.some((basis) => basis[beside] !== surest[beside]);
  return el(
    "article",
    { class: `card basis g-${surest.grade}${weakness(surest)}`, "data-k": ways.map((basis) => basis.key).join(" ") },
    el("p", { class: "card-title" }, gradeOf(surest), link(surest[towards])),
    ways.map((basis, n) =>
      el(
        "div",
        { class: `way${weakness(basis)}`, "data-k": basis.key },
        n || isMixed ? el("p", { class: "card-title" }, gradeOf(basis), isMixed ? link(basis[beside]) : say("further")) : null,
        proofOf(basis),
      ),
    ),
  );
}
/** One passage: why it ties, the citation, the words that lead to the recommendation and those shared on both sides. */
function proofOf(basis) {
  const inRec = basis.unit === basis.rec;
  const cite = items.get(basis.cites?.[0]);
  const text = basis.unit ? textOf(basis.unit) : "";
  return [
    reviewOf(basis),
    el("p", { class: "why" }, basis.why ?? say("grade_C")),
    cite && !inRec ? [side(cite.unit, cite.key), quoted(cite.unit, widened(textOf(cite.unit), ...cite.at, 40), [cite.at])] : null,
    basis.unit && !inRec
      ? [side(basis.unit), quoted(basis.unit, widened(text, ...basis.at), basis.lead ?? [basis.at], basis.lead ? "lead" : "")]
      : null,
    inRec || basis.own ? [side(basis.rec), ownWords(basis)] : null,
    el(
      "p",
      { class: "actions" },
      toPassage(cite?.key ?? basis.unit ?? basis.rec),
      basis.unit ? copyButton(text.slice(...basis.at), basis.unit, basis.page) : null,
    ),
  ];
}
const side = (unit, key = "") => el("p", { class: "side" }, key ? link(key, where(unit)) : where(unit));
function ownWords(basis) {
  const spans = basis.own ?? [basis.at];
  const starts = spans.map(([start]) => start);
  const ends = spans.map(([, end]) => end);
  return quoted(basis.rec, widened(textOf(basis.rec), Math.min(...starts), Math.max(...ends), 60), spans, "own");
}
/** Paints in the text the words that some links share with what they rest on. */
function paintBases(bases) {
  const spread = (unitOf, spansOf) => bases.flatMap((basis) => (spansOf(basis) ?? []).map((span) => [unitOf(basis), ...span]));
  paint(
    "own",
    spread(
      (basis) => basis.rec,
      (basis) => basis.own,
    ),
  );
  paint(
    "lead",
    spread(
      (basis) => basis.unit,
      (basis) => basis.lead,
    ),
  );
}

const doubtOf = (role) => (certaintyOf(role) ? " weak" : "");
const roleOf = (role) => el("strong", { class: "grade" }, roleName(role));
/** An institution, or from its side a recommendation, once: each role that it has there, with its words. */
const roleCard = (roles, towards) =>
  el(
    "article",
    { class: `card role${doubtOf(roles[0])}`, "data-k": roles.map((role) => role.key).join(" ") },
    el("p", { class: "card-title" }, roleOf(roles[0]), link(roles[0][towards])),
    roles.map((role, n) =>
      el(
        "div",
        { class: `way${doubtOf(role)}`, "data-k": role.key },
        n ? el("p", { class: "card-title" }, roleOf(role)) : null,
        reviewOf(role),
        role.why ? el("p", { class: "why" }, role.why) : null,
        passage(role),
      ),
    ),
  );

const citeCard = (cite) =>
  el(
    "article",
    { class: "card", "data-k": cite.key },
    el(
      "p",
      { class: "card-title" },
      link(cite.key, where(cite.unit)),
      !cite.relation ? "" : el("span", { class: "via" }, say(`relation_${cite.relation}`)),
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
      copyButton(text.slice(...range), item.unit, item.page),
    ),
  ];
}

const findingCard = (finding) =>
  el(
    "div",
    { class: "card doubt" },
    el("p", {}, el("strong", {}, `${say("to_check")} (${say(`certainty_${finding.certainty}`)}) `), finding.message),
    finding.suggestion ? el("p", {}, say("suggested", { words: finding.suggestion })) : null,
    finding.unit ? el("p", { class: "actions" }, toPassage(finding.key)) : null,
  );
function doubtsOn(...keys) {
  const found = [...new Set(keys.flatMap(findingsAbout))];
  return part("to_check", found.length, found.map(findingCard));
}
