// Canned questions, answered in the page from its own data.
const ranked = (list, count) =>
  list
    .map((item) => [item, count(item)])
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1] || (a[0].name < b[0].name ? -1 : 1));
const firmKeys = (list, of) => [...new Set(list.filter(isFirm).map(of))];

const asChoice = (item) => (item.type === "body" && item.acronym ? `${item.acronym} – ${item.name}` : item.name);

/** A list for each group, under its name; a question about something has its choice beside it. */
function questionList() {
  const shown = [];
  for (const [id, question] of Object.entries(QUESTIONS)) {
    const { group } = question;
    if (group) shown.push(el("p", { class: "group", id: group }, say(group)));
    if (group || !shown.length) shown.push(el("ul", { class: "questions", "aria-labelledby": group }));
    shown.at(-1).append(asking(id, question));
  }
  return shown;
}
function asking(id, question) {
  if (!question.param) return el("li", {}, button(say(`q_${id}`), () => showAnswer(id)));
  const choices = question.param().map((item) => [item.key, asChoice(item)]);
  if (id === "body_recs" || id === "companions") choices.sort(([, a], [, b]) => a.localeCompare(b, data.doc.lang));
  const options = choices.map(([value, label]) => el("option", { value }, label));
  const select = el("select", { "aria-label": say(`q_${id}`) }, options);
  return el("li", {}, button(say(`q_${id}`), () => showAnswer(id, select.value), { disabled: !choices.length }), choices.length ? select : null);
}

function showAnswer(id, param) {
  const rows = QUESTIONS[id].answer(param);
  const title = param ? say("asked_of", { question: say(`q_${id}`), name: items.get(param)?.name ?? param }) : say(`q_${id}`);
  unchoose();
  prove(
    toQuestions(),
    heading(title),
    el("p", { class: "count" }, counted("n_answers", rows.length)),
    el(
      "ul",
      { class: "answers" },
      rows.map(([key, words, text]) => el("li", { "data-k": key }, key ? link(key, text || undefined) : el("span", {}, text), words ? el("span", { class: "said" }, words) : null)),
    ),
  );
  announce(`${title} : ${counted("n_answers", rows.length)}`);
  hold(between([...(param ? [param] : []), ...rows.map(([key]) => key)]));
  showPane("evidence", { only: true });
}

/** Some items, what citations among them cite, and the links that join two of them. */
function between(keys) {
  const found = new Set(keys.flatMap((key) => (items.get(key)?.type === "cite" ? [key, items.get(key).to] : key)));
  const joins = [...data.bases, ...data.roles].filter((link) => isShown(link) && found.has(link.rec) && found.has(link.to));
  return new Set([...found, ...joins.map((link) => link.key)]);
}
