// Panes and theme.
function showPane(name, { only = false } = {}) {
  const narrow = matchMedia("(max-width: 60rem)").matches;
  if (only && !narrow) return;
  document.body.dataset.pane = name;
  document
    .querySelectorAll("[data-pane]")
    .forEach((b) => b.tagName === "BUTTON" && b.setAttribute("aria-pressed", String(b.dataset.pane === name)));
  if (narrow && byId("lanes").checkVisibility()) drawLanes();
  if (narrow && chosen && name !== "evidence") bringToView(chosen);
}
function setUpTheme() {
  const root = document.documentElement;
  const toggle = byId("theme");
  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const tell = () => toggle.setAttribute("aria-pressed", String(isDark()));
  toggle.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("renvois-theme", root.dataset.theme);
    } catch {
      /* a page opened from a file may be refused any storage */
    }
    tell();
  });
  tell();
}
