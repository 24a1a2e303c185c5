"use strict";
(() => {
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

  // The texts: one or two of them side by side.
  const texts = all(".text");
  const choosers = all(".chooser button");
  let chosen = texts.slice(0, 2).map((text) => text.id);
  const choose = () => {
    for (const text of texts) text.hidden = !chosen.includes(text.id);
    for (const button of choosers) button.setAttribute("aria-pressed", chosen.includes(button.dataset.text));
  };
  const toggle = (id) => {
    if (!chosen.includes(id)) chosen = [...chosen, id].slice(-2);
    else if (chosen.length > 1) chosen = chosen.filter((other) => other !== id);
    choose();
  };

  // A link leads to its place even where that is filtered out, folded or not chosen.
  const reveal = (id) => {
    const place = id && document.getElementById(id);
    if (!place) return;
    const text = place.closest(".text");
    if (text && text.hidden) toggle(text.id);
    const item = place.closest(".card, .row");
    if (item && item.hidden) {
      find.value = "";
      for (const box of boxes) box.checked = true;
      sift();
      remember();
    }
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView({ block: place.matches(".card, .text") ? "start" : "center" });
  };

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

  // What is folded or put aside is printed all the same.
  let before = [];
  addEventListener("beforeprint", () => {
    before = folds.filter((fold) => !fold.open);
    for (const fold of before) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of before) fold.open = false; });

  form.hidden = false;
  document.querySelector(".chooser").hidden = texts.length < 2;
  recall();
  sift();
  choose();
  label();
  if (location.hash) reveal(decodeURIComponent(location.hash.slice(1)));
})();
