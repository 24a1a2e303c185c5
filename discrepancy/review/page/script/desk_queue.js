// What was done here goes to the server in order, one at a time, and waits in this browser until it is there.
let queue = [];
const byFinding = () => {
  waitingFor.clear();
  for (const item of queue) waitingFor.set(item.finding, [...(waitingFor.get(item.finding) || []), item]);
};
const readQueue = () => { queue = recallKept("queue", []); byFinding(); };
const writeQueue = () => { keep("queue", queue); byFinding(); };
const redraw = (...findings) => {
  for (const finding of new Set(findings)) {
    const card = cardOf(finding);
    if (card) drawCard(card);
  }
  drawCounts();
  drawNow();
  if (isSet()) sift();
};
// An answer that was lost on the way: what we sent again stands there already.
const isOurs = (item, review) => {
  const last = [...(review.history || [])].reverse().find((event) => event.who === item.body.who);
  const did = { decisions: "decided", withdrawals: "withdrawn", assignments: "assigned", comments: "commented" }[item.kind];
  return Boolean(item.tried && last && last.action === did && (last.ruling || null) === (item.body.ruling || null)
    && (last.note || "") === (item.body.note || "") && (last.assignee || "") === (item.body.assignee || ""));
};
const settle = (item, review) => {
  reviews.set(item.finding, review);
  queue = queue.filter((other) => other.id !== item.id);
  for (const other of queue) if (other.finding === item.finding && "seen" in other.body) other.body.seen = review.last;
  writeQueue();
  redraw(item.finding);
};
// What can not be done as it is goes, with all that builds on it, to where a reviewer sees it.
const putAside = (item, got) => {
  const theirs = queue.filter((other) => other.finding === item.finding);
  queue = queue.filter((other) => other.finding !== item.finding);
  if (got.body && got.body.review) reviews.set(item.finding, got.body.review);
  writeQueue();
  addConflict(theirs, got);
  redraw(item.finding);
};
const echoed = async (item) => {
  if (!item.tried || item.kind !== "comments") return null;
  const got = await asked(`/api/1/findings/${encodeURIComponent(item.finding)}`);
  return got.status === 200 && got.body.review && isOurs(item, got.body.review) ? { status: 201, body: got.body.review } : null;
};
const sendFirst = async () => {
  readQueue();
  const item = queue[0];
  if (!item) return false;
  const again = await echoed(item);
  const path = `/api/1/findings/${encodeURIComponent(item.finding)}/${item.kind}`;
  const got = again || await posted(path, item.body);
  if (got.status === 201 || got.status === 200) settle(item, got.body);
  else if (got.status === 409 && got.body && got.body.review && isOurs(item, got.body.review)) settle(item, got.body.review);
  else if (got.status === 0 || got.status === 401 || got.status === 429 || got.status >= 500) {
    item.tried = true;
    writeQueue();
    heard(got.status === 401 ? 401 : got.status === 0 ? 0 : 200);
    if (got.status > 401) drawLost([sentenceOf(got)]);
    return false;
  } else putAside(item, got);
  heard(200);
  return queue.length > 0;
};
const RETRY = 1500;
let pumping = false;
let retrying = 0;
const alone = (work) => (navigator.locks ? navigator.locks.request(`discrepancy.${told.story}`, work) : work());
const pump = async () => {
  if (pumping) return;
  pumping = true;
  clearTimeout(retrying);
  try {
    await alone(async () => { while (await sendFirst()); });
  } finally { pumping = false; }
  if (queue.length) retrying = setTimeout(pump, RETRY);
};
const enqueue = (finding, kind, body, before) => {
  const seen = kind === "comments" ? {} : { seen: howOf(finding).last };
  const id = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  readQueue();
  queue.push({ id, finding, kind, at: new Date().toISOString(), before, title: titleOf(cardOf(finding)), body: { ...body, who: myName, ...seen } });
  writeQueue();
  redraw(finding);
  pump();
  return id;
};
