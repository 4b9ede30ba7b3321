// Search: lists what it finds and waits for a choice; accents and case do not count.
let index = null;
const LIMIT = 60;

/** Something to find: by its name, its other names (the first is its short name), its text. */
function entry(key, kind, name, others = [], text = "") {
  const said = fold(text);
  return { key, kind, name, text, folded: fold(name), short: fold(others[0] ?? ""), said, words: fold([name, ...others].filter(Boolean).join(" ")) + " " + said };
}

/** What holds every word typed: first what has it for short name (ASE, R18), then names that begin with it, names, texts. */
function search(typed) {
  index ??= entries();
  const words = fold(typed).trim().split(" ").filter(Boolean);
  if (!words.length) return [];
  const place = ({ folded, short }) => {
    if (short === words.join(" ")) return 0;
    return folded.startsWith(words[0]) ? 1 : words.every((word) => folded.includes(word)) ? 2 : 3;
  };
  return index
    .filter((entry) => words.every((word) => entry.words.includes(word)))
    .map((entry) => [place(entry), entry])
    .sort((a, b) => a[0] - b[0])
    .map(([, entry]) => entry);
}

function setUpSearch() {
  const box = byId("q");
  const list = byId("hits");
  const holder = box.parentElement.querySelector(".hits");
  let active = -1;
  const options = () => [...list.children];
  const close = () => {
    holder.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    close();
    choose(option.dataset.key);
  };
  const show = () => {
    const found = search(box.value);
    if (!box.value.trim()) return close();
    byId("hit-count").textContent =
      found.length > LIMIT ? say("n_hits_shown", { n: found.length, shown: LIMIT }) : counted("n_hits", found.length);
    list.replaceChildren(
      ...found
        .slice(0, LIMIT)
        .map((entry, n) =>
          el(
            "li",
            { role: "option", id: `hit-${n}`, "aria-selected": "false", "data-key": entry.key, class: entry.kind },
            el("span", { class: "kind" }, say(`hit_${entry.kind}`)),
            el("span", { class: "isolate" }, entry.name),
            snippet(entry),
          ),
        ),
    );
    holder.hidden = false;
    active = -1;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
  };
  const snippet = (entry) => {
    if (!entry.text) return null;
    const at = Math.max(0, entry.said.indexOf(fold(box.value).trim().split(" ").at(-1)) - 30);
    const from = at ? entry.text.indexOf(" ", at) + 1 : 0;
    return el("span", { class: "snippet isolate" }, (from ? "… " : "") + entry.text.slice(from, from + 90));
  };
  const move = (step) => {
    const all = options();
    if (!all.length) return;
    all[active]?.setAttribute("aria-selected", "false");
    active = (active + step + all.length + (active < 0 && step < 0 ? 1 : 0)) % all.length;
    all[active].setAttribute("aria-selected", "true");
    all[active].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", all[active].id);
  };
  box.addEventListener("input", show);
  box.addEventListener("focus", () => {
    index ??= entries(); // before the first letter, which then waits for nothing
    if (box.value) show();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (holder.hidden) show();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (active >= 0) take(options()[active]);
      else show();
    } else if (event.key === "Escape") close();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!box.parentElement.contains(event.target)) close();
  });
  box.addEventListener("blur", () => setTimeout(() => document.activeElement !== box && close()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea, select")) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
}
