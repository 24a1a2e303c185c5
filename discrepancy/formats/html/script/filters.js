// Filters. Nothing is looked at before one is set.
const cards = all(".card");
const words = new Map();
// What is searched: words of the articles and of the findings, without the page's own that stand among them.
const TOLD = "h3, .why, h4, .sources, blockquote, th, td a, td .words";
const LABELS = ".label, .letter, .glyph, .draft, small";
const toldIn = (part) => Array.from(part.childNodes, (node) => (node.nodeType === Node.ELEMENT_NODE && node.matches(LABELS) ? "" : node.textContent)).join("");
const wordsOf = (item) => {
  if (!words.has(item)) words.set(item, all(TOLD, item).map(toldIn).join("\n").toLowerCase());
  return words.get(item);
};
const choices = form.querySelector(".choices");
const selects = all(".choices select", form);
const clearer = form.querySelector(".clear");
const matrix = document.querySelector(".scroll table");
const long = matrix && matrix.matches(".many");
let rows = null;
const isSet = () => levels().length < boxes.length || find.value.trim() !== "" || selects.some((select) => select.value);
const bears = (item, select) => {
  if (item.cells && select.name === "source") return !item.cells[Number(select.value)].matches(".s-absent");
  return ` ${item.dataset.of} `.includes(` ${select.name[0]}${select.selectedIndex} `);
};
const siftRows = (keeps) => {
  const alive = new Set();
  let left = 0;
  for (const row of rows) {
    const part = row.parentElement;
    row.hidden = !keeps(row, part.dataset.state);
    if (row.hidden) continue;
    left += 1;
    alive.add(part).add(part.dataset.state);
  }
  for (const part of matrix ? matrix.tBodies : []) {
    part.hidden = !alive.has(part) && !(part.rows[0].matches(".over") && alive.has(part.dataset.state));
  }
  // Parts of a few rows each are far lower than what a browser is told to expect of them.
  if (long) matrix.classList.toggle("many", left * 2 > rows.length);
  return left;
};
const tell = (part, left, items) => {
  const nothing = document.querySelector(`${part} .nothing`);
  if (nothing) nothing.hidden = left > 0 || items === 0;
};
const sift = () => {
  clearer.hidden = !isSet();
  if (!rows && !isSet()) return;
  rows = rows || all(".row");
  const on = new Set(levels());
  const chosen = selects.filter((select) => select.value);
  const asked = sought();
  const led = new Set(); // rows that a finding in sight leads to: its words count as theirs
  const says = (item) => asked.every((word) => wordsOf(item).includes(word)) || led.has(item.id);
  const keeps = (item, state) => on.has(state) && chosen.every((select) => bears(item, select)) && says(item);
  for (const card of cards) {
    card.hidden = !keeps(card, card.dataset.state);
    if (!card.hidden) led.add(card.querySelector("[data-go] a").hash.slice(1));
  }
  const left = { shown: cards.filter((card) => !card.hidden).length, all: cards.length, rows: siftRows(keeps), all_rows: rows.length };
  tell(".findings", left.shown, left.all);
  tell(".matrix", left.rows, left.all_rows);
  tellLeft(left);
};
const clear = () => {
  find.value = "";
  for (const box of boxes) box.checked = true;
  for (const select of selects) select.value = "";
  sift();
  remember();
};
// On a narrow screen the choices are folded, unless one is made.
const wide = matchMedia("(min-width: 46.01rem)");
const unfold = () => {
  if (choices) choices.open = wide.matches || selects.some((select) => select.value);
};
wide.addEventListener("change", unfold);
kept.push({
  write: (query) => {
    for (const select of selects) if (select.value) query.set(select.name, select.value);
  },
  read: (query) => {
    for (const select of selects) {
      select.value = query.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    unfold();
  },
});
