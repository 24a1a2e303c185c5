// What others do, and new checks: told, and shown when the reviewer asks.
const news = desk.querySelector(".news");
const line_of_news = made("p", "");
const EVERY = 2000;
const LISTED = 500;
let seenChange = told.change;
let watching = 0;
let heardOf = told.revision;
const merge = (got) => {
  const changed = Object.entries(got).filter(([finding, review]) => (reviews.get(finding) || NEW).last !== review.last || (reviews.get(finding) || NEW).status !== review.status);
  for (const [finding, review] of changed) reviews.set(finding, review);
  if (!changed.length) return;
  drawNames();
  redraw(...changed.map(([finding]) => finding));
  const mine = nowCard() && changed.find(([finding]) => finding === idOf(now));
  const last = mine && [...(mine[1].history || [])].pop();
  if (last && last.who !== myName) tellDone(say("desk.by_other", { who: last.who === "discrepancy" ? say("desk.program") : last.who, what: whatWasDone(last) }));
};
const unknown = async (status) => {
  const got = await asked(`/api/1/findings?status=${status}&limit=${LISTED}`);
  return got.status === 200 ? got.body.findings.filter((each) => !cardOf(each.id)).length : 0;
};
// Before the page is loaded anew, where the reader is: the finding, how high it stands, the field and its caret.
const RETURN = `discrepancy.${told.story}.return`;
const reload = () => {
  const card = nowCard();
  const place = {
    finding: card ? idOf(card) : "", matter: card ? (reviews.get(idOf(card)) || NEW).matter || "" : "",
    top: card ? card.getBoundingClientRect().top : 0, scroll: scrollY,
    typing: document.activeElement === note ? [note.selectionStart, note.selectionEnd] : null,
  };
  remember();
  try { sessionStorage.setItem(RETURN, JSON.stringify(place)); } catch { memory.set(RETURN, place); }
  location.reload();
};
const tellRevision = async (revision) => {
  if (heardOf === revision) return;
  heardOf = revision;
  const [reopened, fresh] = [await unknown("reopened"), await unknown("new")];
  const what = [reopened ? count("desk.changed.reopened", reopened) : "", fresh ? count("desk.changed.new", fresh) : ""].filter(Boolean);
  line_of_news.replaceChildren(say("desk.changed", { what: what.join(say("list")) || say("desk.changed.other") }), " ", pressable(say("desk.show"), reload));
  news.prepend(line_of_news);
};
const hint = made("p", "hint");
const tellChecking = (state) => {
  const text = state.problem ? String(state.problem) : state.checking ? say("desk.checking") : "";
  if (hint.textContent === plain(text)) return;
  hint.textContent = plain(text);
  if (text) news.append(hint);
  else hint.remove();
};
const watch = async () => {
  clearTimeout(watching);
  const got = await asked(`/api/1/state?after=${seenChange}`);
  if (got.status === 200 && got.body) {
    heard(200);
    seenChange = got.body.change;
    merge(got.body.reviews || {});
    tellChecking(got.body);
    if (got.body.revision !== told.revision) await tellRevision(got.body.revision);
    if (queue.length) pump();
  } else heard(got.status === 401 ? 401 : got.status === 0 ? 0 : 200);
  clearTimeout(watching);
  watching = setTimeout(watch, document.hidden ? EVERY * 5 : EVERY);
};
document.addEventListener("visibilitychange", () => { if (!document.hidden) watch(); });
addEventListener("online", () => watch());
const comeBack = () => {
  let place = null;
  try {
    place = JSON.parse(sessionStorage.getItem(RETURN));
    sessionStorage.removeItem(RETURN);
  } catch { place = null; }
  if (!place) return false;
  const moved = [...reviews].find(([finding, review]) => review.matter && review.matter === place.matter && cardOf(finding));
  const card = cardOf(place.finding) || (moved && cardOf(moved[0]));
  if (!card) { scrollTo(0, place.scroll); return false; }
  setNow(card);
  current = cards.indexOf(card);
  const settleHeight = () => scrollBy(0, card.getBoundingClientRect().top - place.top);
  settleHeight();
  requestAnimationFrame(() => requestAnimationFrame(settleHeight)); // findings above it were laid out only now
  if (place.typing) {
    note.focus({ preventScroll: true });
    note.setSelectionRange(...place.typing);
  } else card.focus({ preventScroll: true });
  return true;
};
