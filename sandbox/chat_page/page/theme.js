/* Runs before the first paint, so that a chosen theme does not flash. */
try {
  const theme = localStorage.getItem("sandbox.theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
  /* a browser that keeps nothing follows the system */
}
