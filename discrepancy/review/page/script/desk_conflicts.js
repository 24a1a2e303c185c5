// What the server did not take: somebody decided in the meantime, or the finding is gone. The reviewer's words stay.
const conflictPanel = desk.querySelector(".conflicts");
const conflicts = () => recallKept("conflicts", []);
const mineOf = (item) => {
  const { ruling, note: text, assignee } = item.body;
  const what = { decisions: () => say(`review.is.${ruling}`), withdrawals: () => say("desk.did.withdrawn"),
    assignments: () => (assignee ? say("desk.did.assigned", { who: assignee }) : say("desk.did.unassigned")), comments: () => say("desk.did.commented") }[item.kind]();
  return text ? `${what}: ${text}` : what;
};
const theirsOf = (review) => {
  const last = [...(review.history || [])].reverse().find((event) => event.who !== "discrepancy");
  return last ? lineOf(last) : made("li", "", ...partsOf(review));
};
const dropFirst = () => {
  const left = conflicts().slice(1);
  keep("conflicts", left);
  drawConflict();
  if (left.length) conflictPanel.focus();
};
const keepWords = ({ items }) => {
  const texts_typed = items.map((item) => item.body.note).filter(Boolean);
  const { finding } = items[0];
  const had = drafts()[finding];
  if (texts_typed.length) writeDraft(finding, [had ? had.text : "", ...texts_typed].filter(Boolean).join("\n"));
  if (now && idOf(now) === finding) readNote();
};
const again = (conflict) => {
  const { finding } = conflict.items[0];
  readQueue();
  const seen = (reviews.get(finding) || NEW).last;
  queue.push(...conflict.items.map((item) => ({ ...item, tried: false, before: reviews.get(finding) || NEW, at: new Date().toISOString(), body: item.kind === "comments" ? item.body : { ...item.body, seen } })));
  writeQueue();
  dropFirst();
  redraw(finding);
  pump();
};
const drawConflict = () => {
  const conflict = conflicts()[0];
  conflictPanel.hidden = !conflict;
  if (!conflict) { conflictPanel.replaceChildren(); return; }
  const { items, review, sentence } = conflict;
  const card = cardOf(items[0].finding);
  const title = made("a", "", items[0].title);
  title.href = card ? `#${card.id}` : "#findings";
  const parts = [made("p", "", made("b", "", say(review ? "desk.conflict" : "desk.refused")), " ", title)];
  if (review) parts.push(made("ul", "theirs", theirsOf(review)));
  else parts.push(own("sentence", sentence));
  parts.push(made("p", "mine", made("span", "label", say("desk.conflict.yours")), " ", ...items.map((item) => own("reason", mineOf(item)))));
  const buttons = [pressable(say("desk.conflict.leave"), () => {
    keepWords(conflict);
    dropFirst();
    if (card && !conflicts().length) go(card);
  })];
  if (card) buttons.unshift(pressable(say("desk.conflict.again"), () => {
    again(conflict);
    if (!conflicts().length) go(card);
  }));
  parts.push(made("p", "buttons", ...buttons));
  conflictPanel.replaceChildren(...parts);
};
const addConflict = (items, got) => {
  const review = got.status === 409 && got.body ? got.body.review || null : null;
  keep("conflicts", [...conflicts(), { items, review, sentence: sentenceOf(got) }]);
  drawConflict();
  tellDone(review ? `${say("desk.conflict")} ${items[0].title}` : sentenceOf(got));
};
// Words whose finding and matter are gone.
const drawOrphans = (orphans) => {
  for (const [finding, draft] of orphans) {
    const line = made("p", "orphan", say("desk.kept"), " ", own("reason", draft.text), " ");
    line.append(pressable(say("desk.discard"), () => { writeDraft(finding, ""); line.remove(); }));
    news.append(line);
  }
};
