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
    const { group, isAsked } = question;
    if (isAsked && !isAsked()) continue;
    if (group) shown.push(el("p", { class: "group", id: group }, say(group)));
    if (group || !shown.length) shown.push(el("ul", { class: "questions", "aria-labelledby": group }));
    shown.at(-1).append(asking(id, question));
  }
  return shown;
}
function asking(id, question) {
  if (!question.param) return el("li", {}, button(say(`q_${id}`), () => showAnswer(id)));
  const select = choiceOf(question.param(), say(`q_${id}`), id === "body_recs" || id === "companions");
  const other = question.other && choiceOf(question.other(), say(`q_${id}_other`));
  if (other) other.selectedIndex = other.length - 1;
  return el(
    "li",
    {},
    button(say(`q_${id}`), () => showAnswer(id, select.value, other?.value), { disabled: !select.length }),
    select.length ? [select, other] : null,
  );
}
function choiceOf(list, label, isSorted) {
  const choices = list.map((item) => [item.key, asChoice(item)]);
  if (isSorted) choices.sort(([, a], [, b]) => a.localeCompare(b, data.doc.lang));
  return el(
    "select",
    { "aria-label": label },
    choices.map(([value, text]) => el("option", { value }, text)),
  );
}

function showAnswer(id, ...params) {
  const chosenKeys = params.filter(Boolean);
  const rows = QUESTIONS[id].answer(...params);
  const named = chosenKeys.map((key) => items.get(key)?.name ?? key).join(" – ");
  const title = named ? say("asked_of", { question: say(`q_${id}`), name: named }) : say(`q_${id}`);
  unchoose();
  prove(
    toQuestions(),
    heading(title),
    el("p", { class: "count" }, counted("n_answers", rows.length)),
    el(
      "ul",
      { class: "answers" },
      rows.map(answerRow),
    ),
  );
  announce(`${title} : ${counted("n_answers", rows.length)}`);
  hold(between([...chosenKeys, ...rows.flatMap(([key]) => key.split(" "))]));
  showPane("evidence", { only: true });
}

/** An answer: what it is (its first key), and words beside it, or a line of words or elements for each of several. */
const answerRow = ([key, words, text]) =>
  el(
    "li",
    { "data-k": key },
    key ? link(key.split(" ")[0], text || undefined) : el("span", {}, text),
    [words].flat().map((line) => (line ? el("span", { class: "said" }, line) : null)),
  );

/** Some items, what citations among them cite, and the links that join two of them. */
function between(keys) {
  const found = new Set(keys.flatMap((key) => (items.get(key)?.type === "cite" ? [key, items.get(key).to] : key)));
  const joins = [...data.bases, ...data.roles].filter((link) => isShown(link) && found.has(link.rec) && found.has(link.to));
  return new Set([...found, ...joins.map((link) => link.key)]);
}
