() => {
  globalThis.shown = new Set();
  const note = ({ value, max }) => shown.add(Math.floor((100 * value) / max));
  setInterval(() => document.querySelectorAll("progress").forEach(note), 200);
}
