// The texts: one, or two side by side, as they stand or lined up.
const texts = all(".text");
const picker = document.querySelector(".chooser");
const usual = texts.slice(0, 2).map((text) => text.id);
let chosen = usual;
let wanted = null; // whether to line up, where the reader has said so
let drawn = "";
let near = false; // texts are lined up when a reader comes near them
const isLined = () => chosen.length === 2 && (wanted ?? (wide.matches || picker.elements.words.checked));
const textOf = (id) => texts.find((text) => text.id === id);
const draw = () => {
  const state = `${chosen.join()} ${picker.elements.words.checked}`;
  if (drawn !== state) lineUp(...chosen.map(textOf), picker.elements.words.checked);
  drawn = state;
};
const choose = () => {
  if (!picker) return;
  const on = isLined() && near;
  if (on) draw();
  board.hidden = !on;
  for (const text of texts) {
    text.hidden = on || !chosen.includes(text.id);
    text.style.order = chosen.indexOf(text.id);
  }
  const { left, right, lined, words: changed } = picker.elements;
  [left.value, right.value] = [chosen[0] || "", chosen[1] || ""];
  lined.checked = isLined();
  lined.disabled = picker.querySelector(".swap").disabled = chosen.length < 2;
  changed.disabled = lined.disabled;
  changed.checked &&= isLined();
};
// Shows a text where it is not shown: beside the left one.
const show = (id) => {
  if (chosen.includes(id)) return;
  chosen = [chosen[0], id];
  choose();
  remember();
};
const swap = () => {
  chosen = [...chosen].reverse();
  choose();
  remember();
};
const come = () => {
  near = true;
  choose();
};
// Where a reader sees a place of the page: in a text, the text is chosen, and its lined-up copy is meant.
const seen = (place) => {
  const text = place.closest(".text");
  if (!text) return place;
  if (!near) come();
  show(text.id);
  return (isLined() && twins.get(place.id)) || place;
};
const point = (place) => {
  for (const old of all(".here")) old.classList.remove("here");
  place.classList.add("here");
};
kept.push({
  write: (query) => {
    if (chosen.join() !== usual.join()) query.set("texts", chosen.map((id) => id.slice(1)).join("."));
    if (wanted !== null) query.set("lined", wanted ? "1" : "0");
    if (picker && picker.elements.words.checked) query.set("words", "1");
  },
  read: (query) => {
    if (!picker) return;
    const asked = (query.get("texts") || "").split(".").map((number) => `v${number}`).filter(textOf);
    chosen = asked.length ? [...new Set(asked)].slice(0, 2) : usual;
    wanted = query.has("lined") ? query.get("lined") === "1" : null;
    picker.elements.words.checked = query.get("words") === "1";
  },
});
// What sticks below the filters, and where a link leads to, must know how high they are.
new ResizeObserver(() => document.documentElement.style.setProperty("--tools", `${form.offsetHeight}px`)).observe(form);
if (picker) {
  wide.addEventListener("change", choose);
  new IntersectionObserver((entries, watching) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watching.disconnect();
    come();
  }, { rootMargin: "100%" }).observe(picker);
  picker.addEventListener("submit", (event) => event.preventDefault());
  picker.addEventListener("change", (event) => {
    const { left, right, lined, words: changed } = picker.elements;
    if (event.target === lined) wanted = lined.checked;
    else if (event.target === changed) wanted = changed.checked && !lined.checked ? true : wanted;
    else if (event.target.matches("select")) {
      const [was, other] = event.target === left ? [chosen[0], right] : [chosen[1], left];
      if (event.target.value && event.target.value === other.value) other.value = was || usual.find((id) => id !== event.target.value) || "";
      chosen = [left.value, right.value].filter(Boolean);
    }
    choose();
    remember();
  });
  board.addEventListener("click", (event) => {
    const note = event.target.closest(".note[data-other]");
    const other = note && board.querySelector(`[data-unit="${note.dataset.other}"]`);
    if (!other) return;
    other.scrollIntoView({ block: "center" });
    point(other);
    other.querySelector(".note").focus({ preventScroll: true });
  });
}
