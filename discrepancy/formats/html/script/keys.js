// Keys and buttons.
let current = -1;
const step = (by) => {
  const open = cards.filter((card) => !card.hidden);
  if (!open.length) return;
  const at = open.indexOf(cards[current]);
  const next = open[Math.min(open.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  current = cards.indexOf(next);
  next.scrollIntoView({ block: "start" });
  next.focus({ preventScroll: true });
};
const expander = form.querySelector("[data-do=expand]");
const folds = all(".card details, .furniture");
const isOpen = () => folds.every((fold) => fold.open);
const label = () => { expander.firstElementChild.textContent = isOpen() ? expander.dataset.fold : expander.dataset.open; };
const expand = () => {
  const open = !isOpen();
  for (const fold of folds) fold.open = open;
  label();
};
const help = document.querySelector(".help");
const deeds = {
  next: () => step(1),
  previous: () => step(-1),
  expand,
  help: () => (help.open ? help.close() : help.showModal()),
  close: () => help.close(),
  filter: () => { find.focus(); find.select(); },
};
const keys = { j: "next", k: "previous", e: "expand", "?": "help", "/": "filter" };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const text = /^[1-9]$/.test(event.key) && texts[Number(event.key) - 1];
  if (text) {
    if (text.hidden) toggle(text.id);
    text.scrollIntoView({ block: "start" });
    text.focus({ preventScroll: true });
  } else if (keys[event.key]) {
    event.preventDefault();
    deeds[keys[event.key]]();
  }
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do], .chooser button");
  if (button) button.dataset.do ? deeds[button.dataset.do]() : toggle(button.dataset.text);
  const link = event.target.closest("a[href^='#']");
  if (link && location.hash === link.hash) reveal(link.hash.slice(1));
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => { sift(); remember(); });
document.addEventListener("toggle", label, true);
addEventListener("hashchange", () => reveal(decodeURIComponent(location.hash.slice(1))));
