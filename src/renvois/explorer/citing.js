// Copying words with their reference, so that what is copied can be cited.
const PLAIN = { p: "unit_paragraph", n: "unit_note", r: "unit_recommendation" };
/** The name of a block: § 24 for p24, unless the page's data gives another. */
const where = (unit = "") => data.units[unit] ?? (/^[pnr]\d+$/.test(unit) ? say(PLAIN[unit[0]], { n: unit.slice(1) }) : "");
const reference = (unit, page) =>
  [data.doc.canonical || data.doc.title, where(unit), page ? say("page_of", { n: page }) : ""].filter(Boolean).join(", ");
const quotation = (words, unit, page) => `« ${words.trim()} » (${reference(unit, page)})`;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy"); // the only way left where the clipboard is refused to a page opened from a file
    area.remove();
  }
  announce(say("copied"));
}
const linkButton = (key) => button(say("copy_link"), () => copy(`${location.href.split("#")[0]}#${key}`));
const announce = (text) => {
  byId("announce").textContent = text;
};
const copyButton = (words, unit, page) => button(say("copy"), () => copy(quotation(words, unit, page)), { class: "copy" });
