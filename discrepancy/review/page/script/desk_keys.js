// The keys of the desk, beside those of the report.
const inBar = (event) => desk.contains(event.target);
const goOpen = () => {
  const card = openFrom(nowCard() || cards[cards.length - 1]);
  if (card) go(card);
  else tellDone(doneSaid());
};
const backToCard = () => { if (nowCard()) now.focus({ preventScroll: true }); };
Object.assign(deeds, {
  open: goOpen,
  note: () => note.focus(),
  assign: () => { act.elements.assignee.focus(); act.elements.assignee.select(); },
  comment,
  undo,
});
Object.assign(keys, {
  c: "rule_confirmed", d: "rule_dismissed", a: "rule_acceptable", q: "rule_ask", x: "rule_corrected",
  o: "open", n: "note", w: "assign", m: "comment", h: "history", u: "undo",
});
for (const letter of "CDAQXONWMHU") places[`Key${letter}`] = letter.toLowerCase();
// Before the report's own: where a reason is asked for, a digit picks one; while a name is, no key decides.
document.addEventListener("keydown", (event) => {
  if (naming.open) {
    event.stopImmediatePropagation();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z" && !event.target.matches("input, textarea")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    undo();
    return;
  }
  if (event.key === "Escape" && (wanting || inBar(event))) {
    closeReasons();
    backToCard();
    return;
  }
  if (isTaken(event) || !switched.checked || !wanting || help.open) return;
  const reason = /^[1-9]$/.test(keyOf(event)) && reasons.querySelectorAll("[data-reason]")[Number(keyOf(event)) - 1];
  if (!reason || reasons.hidden) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  reason.click();
}, true);
act.addEventListener("submit", (event) => event.preventDefault());
act.elements.assignee.addEventListener("change", (event) => assign(event.target.value.trim()));
act.elements.assignee.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    assign(event.target.value.trim());
    backToCard();
  }
});
