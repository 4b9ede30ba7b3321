// What the page knows, as it stands in it.
const data = JSON.parse(document.getElementById("data").textContent);
