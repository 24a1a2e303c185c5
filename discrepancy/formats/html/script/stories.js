// The index of many stories: which of them are shown. The state is kept in the address, so that a link restores it.
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const form = document.querySelector(".tools");
const find = form.elements.q;
const boxes = all("input[name=show]", form);
const shown = form.querySelector(".shown");
const parts = all(".stories tbody").map((part) => ({ part, rows: all(".story", part).map((row) => ({ row, text: row.textContent.toLowerCase() })) }));
const nothing = document.querySelector(".stories .nothing");
const levels = () => boxes.filter((box) => box.checked).map((box) => box.value);
const sift = () => {
  const on = new Set(levels());
  const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let [left, count] = [0, 0];
  for (const { part, rows } of parts) {
    const open = on.has(part.dataset.state);
    let here = 0;
    for (const { row, text } of rows) {
      row.hidden = !open || !wanted.every((word) => text.includes(word));
      here += row.hidden ? 0 : 1;
    }
    part.hidden = here === 0;
    left += here;
    count += rows.length;
  }
  if (nothing) nothing.hidden = left > 0;
  shown.textContent = shown.dataset.text.replace("{shown}", left).replace("{all}", count);
};
const remember = () => {
  const query = new URLSearchParams();
  if (levels().length < boxes.length) query.set("show", levels().join("."));
  if (find.value) query.set("q", find.value);
  const text = query.toString();
  try {
    history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  } catch { /* a page in a sandbox keeps no address */ }
};
const query = new URLSearchParams(location.search);
if (query.has("show")) {
  const on = query.get("show").split(".");
  for (const box of boxes) box.checked = on.includes(box.value);
}
find.value = query.get("q") || "";
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
sift();
