// Building elements: text is always set as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";
const byId = (id) => document.getElementById(id);

function fill(element, attributes, children) {
  for (const name in attributes) {
    const value = attributes[name];
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== "") element.append(child);
  return element;
}
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const button = (label, onclick, attributes = {}) => el("button", { type: "button", onclick, ...attributes }, label);

/** The element shown for a key in a pane: r18 → its block, c17 → its mark. */
const goTo = (key) => {
  const target = byId(key);
  if (!target) return;
  showPane("text");
  target.scrollIntoView({ block: "center" });
};
/** What can wait until something is seen and nothing else is to do; a page opened in a tab behind never paints, and does not wait. */
const afterPaint = (work) => {
  const whenIdle = () => (globalThis.requestIdleCallback ? requestIdleCallback(work, { timeout: 300 }) : setTimeout(work));
  document.hidden ? setTimeout(work) : requestAnimationFrame(whenIdle);
};
/** What comes as soon as a frame is made, before the rest of the page is read. */
function afterFrame(work) {
  const next = () => (globalThis.scheduler?.postTask ? scheduler.postTask(work, { priority: "user-blocking" }) : setTimeout(work));
  if (document.hidden) return void next();
  requestAnimationFrame(() => {
    next();
    requestAnimationFrame(() => {}); // asks for the frame that will show it, which then begins no later than the work ends
  });
}
