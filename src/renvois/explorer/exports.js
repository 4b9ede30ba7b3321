// Taking it away: the lanes as SVG or PNG.
const fileName = () => (data.doc.cote ?? data.doc.name).replace(/[^\p{L}\p{N}-]+/gu, "-");
function download(content, name, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** A copy of the drawing that carries its looks itself, on the page's background. */
function standalone() {
  const drawing = document.querySelector("svg.lanes");
  const copied = drawing.cloneNode(true);
  const looks = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
    "stroke-opacity",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-weight",
    "visibility",
    "display",
  ];
  const originals = drawing.querySelectorAll("*");
  const copies = copied.querySelectorAll("*");
  copies.forEach((copy, n) => {
    const style = getComputedStyle(originals[n]);
    looks.forEach((look) => copy.setAttribute(look, style.getPropertyValue(look)));
  });
  const { width, height } = drawing.viewBox.baseVal;
  copied.prepend(svg("rect", { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  copied.setAttribute("xmlns", SVG);
  return { text: new XMLSerializer().serializeToString(copied), width, height };
}
async function asPng({ text, width, height }, scale = 2) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = el("canvas", { width: width * scale, height: height * scale });
  canvas.getContext("2d").drawImage(picture, 0, 0, width * scale, height * scale);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
const EXPORTS = {
  svg: () => download(standalone().text, `${fileName()}.svg`, "image/svg+xml"),
  png: async () => download(await asPng(standalone()), `${fileName()}.png`, "image/png"),
};
function setUpExports() {
  document.querySelectorAll("[data-export]").forEach((b) => b.addEventListener("click", () => EXPORTS[b.dataset.export]()));
}
