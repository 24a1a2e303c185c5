const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const form = document.querySelector(".tools");
const find = form.elements.q;
const boxes = all("input[name=show]", form);
const shown = form.querySelector(".shown");
const cards = all(".card");
const rows = all(".row");
const words = new Map();
const wordsOf = (item) => {
  if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
  return words.get(item);
};
