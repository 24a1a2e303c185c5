// The index of many stories: which of them are shown.
const parts = all(".stories tbody").map((part) => ({ part, rows: all(".story", part).map((row) => ({ row, text: row.textContent.toLowerCase() })) }));
const nothing = document.querySelector(".stories .nothing");
const sift = () => {
  const on = new Set(levels());
  const asked = sought();
  const left = { shown: 0, all: 0 };
  for (const { part, rows } of parts) {
    const open = on.has(part.dataset.state);
    let here = 0;
    for (const { row, text } of rows) {
      row.hidden = !open || !asked.every((word) => text.includes(word));
      here += row.hidden ? 0 : 1;
    }
    part.hidden = here === 0;
    left.shown += here;
    left.all += rows.length;
  }
  if (nothing) nothing.hidden = left.shown > 0;
  tellLeft(left);
};
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => { sift(); remember(); });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === find) {
    if (event.key === "Escape") find.blur();
  } else if (event.key === "/") {
    event.preventDefault();
    find.focus();
    find.select();
  }
});
form.hidden = parts.length === 0;
recall();
sift();
