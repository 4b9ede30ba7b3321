// Copying words with their reference, so that what is copied can be cited.
const PLAIN = { p: "unit_paragraph", n: "unit_note", r: "unit_recommendation" };
/** The name of a block: § 24 for p24, unless the page's data gives another. */
const where = (unit = "") => data.units[unit] ?? (/^[pnr]\d+$/.test(unit) ? say(PLAIN[unit[0]], { n: unit.slice(1) }) : "");
const reference = (unit, page = data.pages?.[unit]) =>
  [data.doc.canonical || data.doc.title, where(unit), page ? say("at_page", { n: page }) : ""].filter(Boolean).join(", ");
const linkTo = (key) => `${location.href.split("#")[0]}#${key}`;

/** Puts words on the clipboard; where what is pasted into takes links, as `linked`, an element. */
async function copy(text, linked) {
  const as = (type, content) => ({ [type]: new Blob([content], { type }) });
  try {
    await navigator.clipboard.write([new ClipboardItem({ ...as("text/plain", text), ...(linked && as("text/html", linked.innerHTML)) })]);
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
const linkButton = (key) => button(say("copy_link"), () => copy(linkTo(key)));
const announce = (text) => {
  byId("announce").textContent = text;
};
/** Words as a quotation with their reference, which is a link to the passage. */
function copyQuotation(words, unit, page) {
  const quoted = ["« ", words.trim(), " » ("];
  const named = reference(unit, page);
  return copy(`${quoted.join("")}${named})`, el("p", {}, quoted, el("a", { href: linkTo(unit) }, named), ")"));
}
const copyButton = (words, unit, page) => button(say("copy"), () => copyQuotation(words, unit, page), { class: "copy" });
