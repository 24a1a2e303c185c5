const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const form = document.querySelector(".tools");
const find = form.elements.q;
const boxes = all("input[name=show]", form);
const shown = form.querySelector(".shown");
// What a filter leaves is told when the reader stops typing, or it would be read out anew at each key.
const PAUSE = 400;
let waiting = 0;
const tellLeft = (left) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { shown.textContent = fill(shown.dataset.text, left); }, PAUSE);
};
const levels = () => boxes.filter((box) => box.checked).map((box) => box.value);
// The words that are looked for, in any order.
const sought = () => find.value.toLowerCase().split(/\s+/).filter(Boolean);
// Puts values into a text of the interface, numbers as its language writes them.
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(document.documentElement.lang));
