// What happened to the current finding: who, when, what; its comments are among it.
const past = desk.querySelector(".past");
const pastButton = act.querySelector("[data-do=history]");
const whatWasDone = (event) => {
  if (event.action === "decided" && event.ruling) return say(`review.is.${event.ruling}`);
  if (event.action === "assigned") return event.assignee ? say("desk.did.assigned", { who: event.assignee }) : say("desk.did.unassigned");
  return SAID[`desk.did.${event.action}`] ? say(`desk.did.${event.action}`) : event.action;
};
const lineOf = (event) => {
  const when = made("time", "", moment.format(new Date(event.at)));
  when.dateTime = event.at;
  const who = own("who", event.who === "discrepancy" ? say("desk.program") : event.who);
  const line = made("li", "", when, " ", who, " ", made("b", "", whatWasDone(event)));
  if (event.note) line.append(made("span", "colon", ":"), " ", own("reason", event.note));
  return line;
};
const drawPast = () => {
  if (past.hidden) return;
  const card = nowCard();
  const review = card ? howOf(idOf(card)) : NEW;
  const events = review.history || [];
  past.replaceChildren(events.length ? made("ol", "", ...events.map(lineOf)) : made("p", "hint", say("desk.no_history")));
  past.scrollTop = past.scrollHeight;
};
deeds.history = () => {
  past.hidden = !past.hidden;
  pastButton.setAttribute("aria-expanded", String(!past.hidden));
  drawPast();
};
