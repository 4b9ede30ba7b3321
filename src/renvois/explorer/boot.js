(() => {
  // Before the first paint, so that nothing that needs scripts is shown to a reader without them, and no theme flashes.
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("renvois-theme");
    if (theme) root.dataset.theme = theme;
  } catch {
    /* a page opened from a file may be refused any storage */
  }
})();
