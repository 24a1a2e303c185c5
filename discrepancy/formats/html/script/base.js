const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const form = document.querySelector(".tools");
const find = form.elements.q;
const boxes = all("input[name=show]", form);
const shown = form.querySelector(".shown");
const cards = all(".card");
const words = new Map();
const wordsOf = (item) => {
  if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
  return words.get(item);
};
// What the address keeps: each part of the page puts its own state into a query, and takes it from there again.
const kept = [];
