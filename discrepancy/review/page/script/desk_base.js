// What the server told, and what this browser keeps: nothing that was typed or decided is in one place only.
const told = JSON.parse(document.getElementById("desk").textContent);
const { words: SAID, glyphs: GLYPHS, order: MOST } = JSON.parse(document.getElementById("desk-said").textContent);
const tongue = document.documentElement.lang;
const reviews = new Map(Object.entries(told.reviews));
const NEW = Object.freeze({ status: "new", ruling: null, note: "", who: "", at: null, assignee: "", comments: [], changed: null, last: "", history: [] });
// Characters that a reader would not see are shown as their codes, as everywhere in the report.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const plain = (text) => String(text).replace(HIDDEN, (each) => `[U+${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
const say = (key, values = {}) => fill(SAID[key][0], values);
const count = (key, n) => fill(SAID[key][n === 1 ? 0 : SAID[key].length - 1], { n });
// An element with text or elements in it; text is never markup.
const made = (tag, kind, ...parts) => {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...parts.map((part) => (typeof part === "string" ? plain(part) : part)).filter((part) => part !== null));
  return element;
};
const pressable = (text, does) => {
  const button = made("button", "", text);
  button.type = "button";
  button.addEventListener("click", does);
  return button;
};
const day = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" });
// Kept per story; where a browser keeps nothing, the page works for as long as it is open.
const memory = new Map();
const keep = (name, value) => {
  const key = `discrepancy.${told.story}.${name}`;
  memory.set(key, value);
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { memory.set(key, value); }
};
const recallKept = (name, otherwise) => {
  const key = `discrepancy.${told.story}.${name}`;
  try {
    const text = localStorage.getItem(key);
    if (text !== null) return JSON.parse(text);
  } catch { return memory.get(key) ?? otherwise; }
  return memory.get(key) ?? otherwise;
};
const NAME = "discrepancy.reviewer";
let myName = "";
try { myName = localStorage.getItem(NAME) || ""; } catch { myName = ""; }
const desk = document.querySelector(".desk");
const idOf = (card) => card.id.slice(2);
const cardOf = (finding) => document.getElementById(`f-${finding}`);
const titleOf = (card) => {
  const title = card.querySelector("h3");
  return Array.from(title.childNodes, (node) => (node.nodeType === Node.TEXT_NODE || !node.matches(".glyph") ? node.textContent : "")).join("").trim();
};
const spoken = desk.querySelector(".told");
// The same sentence twice is told twice: an empty one stands between.
// What stands beside it in sight already is only read out.
const tellDone = (text, unseen = "") => {
  spoken.textContent = "";
  spoken.classList.toggle("all-done", text === say("desk.all_done"));
  requestAnimationFrame(() => { spoken.replaceChildren(plain(text), ...(unseen ? [made("span", "unseen", ` ${unseen}`)] : [])); });
};
