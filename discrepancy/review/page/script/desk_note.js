// The note field: one, whose words belong to the current finding and are kept as they are typed.
const note = act.elements.note;
const reasons = desk.querySelector(".reasons");
let wanting = ""; // the ruling that waits for a reason or a question
const drafts = () => recallKept("drafts", {});
const readNote = () => {
  const draft = now && drafts()[idOf(now)];
  note.value = draft ? draft.text : "";
};
const writeDraft = (finding, text) => {
  const all_drafts = drafts();
  if (text) {
    const card = cardOf(finding);
    all_drafts[finding] = { text, matter: (reviews.get(finding) || NEW).matter || "", title: card ? titleOf(card) : "" };
  } else delete all_drafts[finding];
  keep("drafts", all_drafts);
};
const clearNote = (finding) => {
  note.value = "";
  writeDraft(finding, "");
};
const setLabel = (key) => {
  note.placeholder = wanting ? say(key) : `${say("desk.note")}  n`;
  note.setAttribute("aria-label", say(key));
};
const closeReasons = () => {
  if (!wanting) return;
  wanting = "";
  reasons.hidden = true;
  setLabel("desk.note");
};
const askFor = (ruling) => {
  wanting = ruling;
  setLabel(NEEDS_WORDS[ruling]);
  reasons.hidden = ruling !== "dismissed";
  if (ruling === "dismissed") reasons.querySelector("button").focus();
  else note.focus();
};
note.addEventListener("input", () => { if (now) writeDraft(idOf(now), note.value); });
note.addEventListener("keydown", (event) => {
  if (event.isComposing || event.key !== "Enter" || event.shiftKey) return;
  if (wanting) {
    event.preventDefault();
    if (note.value.trim()) decide(wanting);
  } else if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    comment();
  }
});
reasons.addEventListener("click", (event) => {
  const button = event.target.closest("[data-reason]");
  if (button) decide(wanting, button.dataset.reason);
});
// Words on a finding that is no longer there go with its matter; where that is gone too, they are shown.
const mendDrafts = () => {
  const all_drafts = drafts();
  const home = new Map();
  for (const [finding, review] of reviews) if (review.matter && cardOf(finding)) home.set(review.matter, finding);
  for (const [finding, draft] of Object.entries(all_drafts)) {
    const found = !cardOf(finding) && draft.matter && home.get(draft.matter);
    if (!found) continue;
    const there = all_drafts[found];
    all_drafts[found] = { ...draft, text: there ? `${there.text}\n${draft.text}` : draft.text };
    delete all_drafts[finding];
  }
  keep("drafts", all_drafts);
  return Object.entries(all_drafts).filter(([finding]) => !cardOf(finding));
};
