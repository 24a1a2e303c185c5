// Filters. Their state is kept in the address, so that a link restores it.
const levels = () => boxes.filter((box) => box.checked).map((box) => box.value);
const sift = () => {
  const on = new Set(levels());
  const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const keeps = (item) => on.has(item.closest("[data-state]").dataset.state) && wanted.every((word) => wordsOf(item).includes(word));
  for (const item of [...cards, ...rows]) item.hidden = !keeps(item);
  for (const part of all(".scroll tbody, .part")) part.hidden = !part.querySelector(".row:not([hidden])");
  for (const part of [".matrix", ".findings"]) {
    const nothing = document.querySelector(`${part} .nothing`);
    const items = part === ".matrix" ? rows : cards;
    if (nothing) nothing.hidden = items.length === 0 || items.some((item) => !item.hidden);
  }
  const left = cards.filter((card) => !card.hidden).length;
  shown.textContent = shown.dataset.text.replace("{shown}", left).replace("{all}", cards.length);
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
const recall = () => {
  const query = new URLSearchParams(location.search);
  if (query.has("show")) {
    const on = query.get("show").split(".");
    for (const box of boxes) box.checked = on.includes(box.value);
  }
  find.value = query.get("q") || "";
};
