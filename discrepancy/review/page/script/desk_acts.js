// Decide, take back, assign, comment: each on the current finding.
const done = []; // what undo takes back, the last first
const naming = document.querySelector("dialog.whoami");
let meant = null; // what waits for the reviewer's name
const named = (does) => {
  if (myName) { does(); return; }
  meant = does;
  naming.showModal();
};
naming.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  myName = naming.querySelector("input").value.trim();
  if (!myName) return;
  try { localStorage.setItem(NAME, myName); } catch { memory.set(NAME, myName); }
  naming.close();
  drawNames();
  const does = meant;
  meant = null;
  if (does) does();
});
deeds.unnamed = () => { meant = null; naming.close(); };
deeds.rename = () => { naming.querySelector("input").value = myName; naming.showModal(); };
const go = (card) => {
  for (let fold = card.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  current = cards.indexOf(card);
  setNow(card);
  card.scrollIntoView({ block: "start" });
  card.focus({ preventScroll: true });
};
const openFrom = (card) => {
  const at = cards.indexOf(card);
  const ahead = [...cards.slice(at + 1), ...cards.slice(0, at + 1)];
  return ahead.find((each) => !each.hidden && calls(each, howOf(idOf(each))) && isOpenNow(howOf(idOf(each))));
};
// What is open and hidden by the filters is not done.
const doneSaid = () => (counted.open ? count("desk.hidden_open", counted.open) : say("desk.all_done"));
const NEEDS_WORDS = { dismissed: "desk.why", ask: "desk.question" };
const decide = (ruling, reason) => {
  const card = nowCard();
  if (!card) { tellDone(say("desk.none")); return; }
  // Nobody decides on what a filter hides: what is in sight is next.
  if (card.hidden) { goOpen(); return; }
  const text = (reason ?? note.value).trim();
  if (NEEDS_WORDS[ruling] && !text) { askFor(ruling); return; }
  named(() => {
    const finding = idOf(card);
    const before = howOf(finding);
    // A reason picked from the list leaves what stands in the field as it is.
    if (reason === undefined) clearNote(finding);
    closeReasons();
    const next = openFrom(card) === card ? null : openFrom(card);
    // The same once more, by the same person, says nothing new: the log does not grow.
    const same = before.status === "decided" && before.ruling === ruling && before.who === myName && !text;
    if (!same) done.push({ finding, id: enqueue(finding, "decisions", { ruling, note: text }, before) });
    tellDone(`${same ? say("desk.already") : say(`review.is.${ruling}`)}: ${titleOf(card)}`, progressSaid());
    if (next) go(next);
    else {
      if (!card.hidden) go(card);
      if (!openFrom(card)) tellDone(doneSaid());
    }
  });
};
for (const ruling of ["confirmed", "dismissed", "acceptable", "ask", "corrected"]) deeds[`rule_${ruling}`] = () => decide(ruling);
const lastOwn = () => {
  while (done.length) {
    const act = done.pop();
    if (cardOf(act.finding) && howOf(act.finding).status === "decided") return act;
  }
  const card = nowCard();
  const how = card && howOf(idOf(card));
  return how && how.status === "decided" && how.who === myName ? { finding: idOf(card), id: "" } : null;
};
const undo = () => named(() => {
  const act = lastOwn();
  if (!act) { tellDone(say("desk.nothing_to_undo")); return; }
  readQueue();
  const waits = queue.find((item) => item.id === act.id && !item.tried && queue[0] !== item);
  if (waits) {
    queue = queue.filter((item) => item !== waits);
    writeQueue();
    redraw(act.finding);
  } else enqueue(act.finding, "withdrawals", {}, beforeOf(act.finding));
  const card = cardOf(act.finding);
  if (card.hidden) clear();
  go(card);
  tellDone(say("desk.undone", { what: titleOf(card) }));
});
// How it stood before the decision that holds, as far as this page knows; the server's answer tells it in full.
const beforeOf = (finding) => {
  const waits = (waitingFor.get(finding) || []).filter((item) => item.kind === "decisions").pop();
  return waits ? waits.before : { ...(reviews.get(finding) || NEW), status: "new", ruling: null, note: "", who: "", at: null };
};
const comment = () => {
  const card = nowCard();
  const text = note.value.trim();
  if (!card || !text) { note.focus(); tellDone(say("desk.needs_note")); return; }
  named(() => {
    clearNote(idOf(card));
    enqueue(idOf(card), "comments", { note: text });
    tellDone(say("desk.commented"));
  });
};
const assign = (assignee) => {
  const card = nowCard();
  if (!card || assignee === howOf(idOf(card)).assignee) return;
  named(() => {
    enqueue(idOf(card), "assignments", { assignee });
    tellDone(assignee ? say("desk.assigned_to", { who: assignee }) : say("desk.assigned_nobody"));
  });
};
