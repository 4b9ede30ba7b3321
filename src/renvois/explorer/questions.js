// Canned questions, answered in the page from its own data: each gives rows of [keys, words beside them].
const ranked = (list, count) =>
  list
    .map((item) => [item, count(item)])
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1] || (a[0].name < b[0].name ? -1 : 1));
const firmKeys = (list, of) => [...new Set(list.filter(isFirm).map(of))];

const QUESTIONS = {
  rec_basis: {
    param: () => data.recs,
    answer: (key) =>
      basesOf(key)
        .filter(isFirm)
        .toSorted(byGrade)
        .map((b) => [b.to, gradeName(b)]),
  },
  source_recs: {
    param: () => data.sources.filter((s) => restOn(s).size),
    answer: (key) =>
      basesOn(key)
        .filter(isFirm)
        .toSorted((a, b) => items.get(a.rec).n - items.get(b.rec).n)
        .map((b) => [b.rec, gradeName(b)]),
  },
  body_recs: { param: () => data.bodies.filter((b) => loadOf(b)), answer: bodyRecs },
  bare_recs: { answer: () => data.recs.filter(isBare).map((rec) => [rec.key, rec.nobasis ?? ""]) },
  idle_sources: {
    answer: () =>
      data.sources
        .filter((s) => !restOn(s).size && inBody(citesOf(s.key)).length)
        .map((s) => [s.key, counted("n_cites", inBody(citesOf(s.key)).length)]),
  },
  top_sources: { answer: () => ranked(data.sources, (s) => restOn(s).size).map(([s, n]) => [s.key, counted("n_recs", n)]) },
  top_bodies: { answer: () => ranked(data.bodies, askedBy).map(([b, n]) => [b.key, counted("n_recs", n)]) },
  nobody: { answer: () => data.recs.filter((rec) => !rolesOf(rec.key).length && !mentionsIn(rec.key).length).map((rec) => [rec.key, ""]) },
  prior: {
    answer: () =>
      ranked(
        data.sources.filter((s) => s.kind === "Avis"),
        (s) => citesOf(s.key).length,
      ).map(([s, n]) => [s.key, counted("n_cites", n)]),
  },
  annexe: { answer: () => data.recs.filter((rec) => rec.difference).map((rec) => [rec.key, rec.difference]) },
  check: { answer: () => data.findings.map((f) => [f.key, f.suggestion ?? f.message]) },
};
function askedBy(body) {
  return loadOf(body).size;
}
function bodyRecs(key) {
  const roles = rolesTo(key).map((role) => [role.rec, `${say(`role_${role.role}`)}${role.explicit ? "" : ` (${say("inferred")})`}`]);
  const asked = new Set(roles.map(([rec]) => rec));
  const named = [...new Set(inBody(mentionsOf(key)).map((mention) => mention.unit))].filter(
    (unit) => items.get(unit)?.type === "rec" && !asked.has(unit),
  );
  return [...roles, ...named.map((rec) => [rec, say("only_named")])].sort((a, b) => items.get(a[0]).n - items.get(b[0]).n);
}

const asChoice = (item) => (item.type === "body" && item.acronym ? `${item.acronym} – ${item.name}` : item.name);

function questionList() {
  return el(
    "ul",
    { class: "questions" },
    Object.entries(QUESTIONS).map(([id, question]) => {
      if (!question.param)
        return el(
          "li",
          {},
          button(say(`q_${id}`), () => showAnswer(id)),
        );
      const choices = question.param().map((item) => [item.key, asChoice(item)]);
      if (id === "body_recs") choices.sort(([, a], [, b]) => a.localeCompare(b, data.doc.lang));
      const select = el(
        "select",
        { "aria-label": say(`q_${id}`) },
        choices.map(([value, label]) => el("option", { value }, label)),
      );
      return el(
        "li",
        {},
        button(say(`q_${id}`), () => showAnswer(id, select.value), { disabled: !choices.length }),
        choices.length ? select : null,
      );
    }),
  );
}

function showAnswer(id, param) {
  const rows = QUESTIONS[id].answer(param);
  const title = param ? say("asked_of", { question: say(`q_${id}`), name: items.get(param).name }) : say(`q_${id}`);
  unchoose();
  byId("proof").replaceChildren(
    toQuestions(),
    heading(title),
    el("p", { class: "count" }, counted("n_answers", rows.length)),
    el(
      "ul",
      { class: "answers" },
      rows.map(([key, words]) => el("li", {}, link(key), words ? el("span", { class: "said" }, words) : null)),
    ),
  );
  announce(`${title} : ${counted("n_answers", rows.length)}`);
  hold(between([...(param ? [param] : []), ...rows.map(([key]) => key)]));
  showPane("evidence", { only: true });
}

/** Some items and the links that join two of them. */
function between(keys) {
  const found = new Set(keys);
  const joins = [...data.bases, ...data.roles].filter((link) => isShown(link) && found.has(link.rec) && found.has(link.to));
  return new Set([...found, ...joins.map((link) => link.key)]);
}
