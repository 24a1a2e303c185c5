// Keys and buttons.
let current = -1;
const step = (by) => {
  const focused = cards.indexOf(document.activeElement.closest(".card"));
  if (focused >= 0) current = focused;
  const ahead = by > 0 ? cards.slice(current + 1) : cards.slice(0, Math.max(current, 0)).reverse();
  const next = ahead.find((card) => !card.hidden);
  if (!next) return;
  current = cards.indexOf(next);
  for (let fold = next.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  next.scrollIntoView({ block: "start" });
  next.focus({ preventScroll: true });
};
const expander = form.querySelector("[data-do=expand]");
const folds = () => all("main details:not(.choices)");
const isOpen = () => folds().every((fold) => fold.open);
const label = () => { expander.firstElementChild.textContent = isOpen() ? expander.dataset.fold : expander.dataset.open; };
const expand = () => {
  const open = !isOpen();
  for (const fold of folds()) fold.open = open;
  label();
};
const help = document.querySelector(".help");
const deeds = {
  next: () => step(1),
  previous: () => step(-1),
  expand,
  help: () => (help.open ? help.close() : help.showModal()),
  close: () => help.close(),
  clear: () => { clear(); find.focus(); },
  filter: () => { find.focus(); find.select(); },
  swap,
};
const keys = { j: "next", k: "previous", e: "expand", "?": "help", "/": "filter" };
// Keyboards of other alphabets have no j, and some write digits with Shift: there the place of the key counts.
const places = { KeyJ: "j", KeyK: "k", KeyE: "e", Slash: "/" };
const keyOf = (event) => {
  const digit = /^Digit([1-9])$/.exec(event.code);
  if (digit && !event.shiftKey) return digit[1];
  return /^[!-~]$/.test(event.key) ? event.key.toLowerCase() : places[event.code] || "";
};
const switched = help.querySelector("[name=keys]");
const isTaken = (event) => event.ctrlKey || event.metaKey || event.altKey || event.isComposing
  || event.target.matches("select, textarea, input:not([type=checkbox], [type=radio])");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target === find) find.blur();
  if (isTaken(event) || !switched.checked) return;
  const key = keyOf(event);
  if (help.open && key !== "?") return;
  const text = /^[1-9]$/.test(key) && texts[Number(key) - 1];
  if (text) {
    const place = seen(text);
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  } else if (keys[key]) {
    event.preventDefault();
    if (!event.repeat || key === "j" || key === "k") deeds[keys[key]]();
  }
});
kept.push({
  write: (query) => { if (!switched.checked) query.set("keys", "0"); },
  read: (query) => { switched.checked = query.get("keys") !== "0"; },
});
switched.addEventListener("change", remember);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) deeds[button.dataset.do]();
  const link = event.target.closest("a[href^='#']");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) leave(link);
  if (link && location.hash === link.hash) reveal(link.hash.slice(1));
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => { sift(); remember(); });
// Each fold that is open as the page loads tells so: of thousands, the button that folds all is told once.
let labelling = 0;
document.addEventListener("toggle", () => {
  labelling = labelling || setTimeout(() => {
    labelling = 0;
    label();
  });
}, true);
addEventListener("popstate", restore);
addEventListener("hashchange", () => aim());
