// The bar: how far the work is, which finding is the current one, and how that stands.
const act = desk.querySelector(".act");
const meter = desk.querySelector("progress");
const metered = desk.querySelector("#desk-progress");
const nowLink = desk.querySelector(".now a");
const nowHow = desk.querySelector(".now .how");
const standing_line = document.querySelector(".reviewed b");
let now = null;
const nowCard = () => (now && now.isConnected ? now : null);
const counted = { decided: 0, all: 0, open: 0, known: 0 };
const drawCounts = () => {
  Object.assign(counted, { decided: 0, all: 0, open: 0, known: 0 });
  const standings = new Map();
  const add = (value) => standings.set(value, (standings.get(value) || 0) + 1);
  const assigned = new Map();
  for (const card of cards) {
    const review = howOf(idOf(card));
    add(standingOf(review));
    assigned.set(review.assignee || "-", (assigned.get(review.assignee || "-") || 0) + 1);
    if (!calls(card, review)) continue;
    counted.all += 1;
    if (isOpenNow(review)) {
      counted.open += 1;
      add("open");
    } else counted[review.status === "known" ? "known" : "decided"] += 1;
  }
  meter.max = Math.max(counted.all, 1);
  meter.value = counted.all - counted.open;
  metered.textContent = progressSaid();
  if (standing_line) {
    const lines = [count("review.open", counted.open)];
    for (const key of ["decided", "known"]) if (counted[key]) lines.push(count(`review.${key}`, counted[key]));
    if (goneCount) lines.push(count("review.resolved", goneCount));
    standing_line.textContent = lines.join(say("list"));
  }
  relabel(deciding, standings, (value) => say(`review.is.${value}`));
  relabel(assigning, assigned, (value) => (value === "-" ? say("review.nobody") : value));
};
const goneCount = document.querySelectorAll(".resolved li").length;
const progressSaid = () => (counted.all ? say("desk.progress", { decided: counted.all - counted.open, all: counted.all }) : say("desk.all_done"));
const relabel = (select, tally, name) => {
  if (!select) return;
  for (const option of Array.from(select.options).slice(1)) {
    const n = tally.get(option.value) || 0;
    const text = plain(n ? `${name(option.value)} (${n.toLocaleString(tongue)})` : name(option.value));
    if (option.textContent !== text) option.textContent = text;
  }
};
const drawNow = () => {
  const card = nowCard();
  nowLink.textContent = card ? titleOf(card) : say("desk.none");
  nowLink.hash = card ? card.id : "findings";
  if (!card) { nowHow.replaceChildren(); return; }
  const review = howOf(idOf(card));
  nowHow.className = `how r-${standingOf(review)}`;
  nowHow.replaceChildren(chipOf(standingOf(review)));
  if (document.activeElement !== act.elements.assignee) act.elements.assignee.value = review.assignee;
  drawPast();
};
const setNow = (card) => {
  if (card === now) return;
  if (now) now.removeAttribute("aria-current");
  now = card;
  now.setAttribute("aria-current", "true");
  closeReasons();
  act.elements.assignee.value = "";
  readNote();
  drawNow();
};
// Whatever a reader goes to in a finding makes it the current one.
for (const kind of ["focusin", "pointerdown"]) {
  document.addEventListener(kind, (event) => {
    const card = event.target.closest && event.target.closest(".card");
    if (card) setNow(card);
  });
}
const namesThere = () => {
  const names = new Set(myName ? [myName] : []);
  for (const review of reviews.values()) {
    for (const name of [review.who, review.assignee, ...review.comments.map((each) => each.who)]) if (name && name !== "discrepancy") names.add(name);
  }
  return [...names].sort((one, other) => one.localeCompare(other, tongue));
};
const drawNames = () => {
  desk.querySelector("datalist").replaceChildren(...namesThere().map((name) => new Option(name, name)));
};
// What a link leads to, and the focus, must not end up behind the bar.
const room = () => { document.documentElement.style.scrollPaddingBlockEnd = matchMedia("(max-height: 30rem)").matches ? "" : `${desk.offsetHeight + 12}px`; };
new ResizeObserver(room).observe(desk);
