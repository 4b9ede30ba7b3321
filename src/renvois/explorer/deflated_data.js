// What the index knows, deflated: it grows with the corpus, and its names are much alike.
const data = await inflated(document.getElementById("data").textContent);
function inflated(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
}
