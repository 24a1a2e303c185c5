// How each finding stands: on its card, in its row, in the counts and for the filters.
const waitingFor = new Map(); // by finding, what was done here and is not yet sent
const after = (review, item) => {
  const own = { ...review, who: item.body.who, at: item.at, waiting: true };
  if (item.kind === "decisions") return { ...own, status: "decided", ruling: item.body.ruling, note: item.body.note };
  if (item.kind === "withdrawals") return { ...item.before, waiting: true };
  if (item.kind === "assignments") return { ...review, assignee: item.body.assignee, waiting: true };
  return { ...review, waiting: true };
};
const howOf = (finding) => (waitingFor.get(finding) || []).reduce(after, reviews.get(finding) || NEW);
const standingOf = (review) => (review.status === "decided" ? review.ruling : review.status === "resolved" ? "new" : review.status);
const isOpenNow = (review) => review.status === "new" || review.status === "reopened";
// What is explained, or a matter of style, need not be decided, unless it was and is open again.
const calls = (card, review) => card.dataset.state === "conflict" || card.dataset.state === "check" || review.status === "reopened";
const chipOf = (standing) => {
  const glyph = made("span", "glyph", GLYPHS[standing]);
  glyph.setAttribute("aria-hidden", "true");
  return made("span", "chip", glyph, say(`review.is.${standing}`));
};
const bySaid = (who, at) => say("review.by", { who, when: at ? day.format(new Date(at)) : "" });
const own = (kind, text) => {
  const part = made(kind === "reason" ? "q" : "span", kind, text);
  part.dir = "auto";
  return part;
};
const partsOf = (review) => {
  const standing = standingOf(review);
  const parts = [chipOf(standing)];
  if (standing === "reopened") {
    if (review.changed) parts.push(" ", own("reason", review.changed));
    if (review.ruling) {
      const what = `${say(`review.is.${review.ruling}`)} ${bySaid(review.who, review.at)}`;
      parts.push(" ", own("earlier", say("review.earlier", { what: review.note ? `${what}: ${review.note}` : what })));
    }
  } else if (review.status === "decided") {
    parts.push(" ", own("by", bySaid(review.who, review.at)));
    if (review.note) parts.push(made("span", "colon", ":"), " ", own("reason", review.note));
  }
  if (review.assignee) parts.push(" ", own("assigned", say("review.assigned", { who: review.assignee })));
  if (review.comments.length) parts.push(" ", own("assigned", count("desk.comments", review.comments.length)));
  if (review.waiting) parts.push(" ", own("assigned", say("desk.unsent")));
  return parts;
};
const deciding = selects.find((select) => select.name === "decision");
const assigning = selects.find((select) => select.name === "assignee");
const STANDINGS = deciding ? Array.from(deciding.options, (option) => option.value) : [];
const people = () => Array.from(assigning.options, (option) => option.value);
const tagsOf = (card) => {
  const review = howOf(idOf(card));
  if (review.assignee && !people().includes(review.assignee)) assigning.add(new Option(plain(review.assignee), review.assignee));
  const tags = [`d${STANDINGS.indexOf(standingOf(review))}`, `a${people().indexOf(review.assignee || "-")}`];
  return isOpenNow(review) && calls(card, review) ? [...tags, `d${STANDINGS.indexOf("open")}`] : tags;
};
const retag = (item, tags) => {
  const others = (item.dataset.of || "").split(" ").filter((tag) => tag && !/^[da]\d/.test(tag));
  item.dataset.of = [...others, ...new Set(tags)].join(" ");
};
let rowed = null; // by a row's id, the cards that it is the first row of
const rowIdOf = (card) => card.querySelector("[data-go] a").hash.slice(1);
const cardsOfRow = (row) => {
  if (!rowed) {
    rowed = new Map();
    for (const card of cards) {
      const id = rowIdOf(card);
      if (!rowed.has(id)) rowed.set(id, []);
      rowed.get(id).push(card);
    }
  }
  return rowed.get(row) || [];
};
const drawRow = (id) => {
  const row = document.getElementById(id);
  const chip = row && row.querySelector("th > .chip");
  if (!chip) return;
  const all_of = cardsOfRow(id).map((card) => howOf(idOf(card)));
  const called = cardsOfRow(id).filter((card) => calls(card, howOf(idOf(card))));
  const standings = (called.length ? called.map((card) => howOf(idOf(card))) : all_of).map(standingOf);
  const most = MOST.find((standing) => standings.includes(standing));
  const drawn_chip = chipOf(most);
  drawn_chip.classList.add(`r-${most}`);
  chip.replaceWith(drawn_chip);
  retag(row, cardsOfRow(id).flatMap(tagsOf));
};
const drawCard = (card) => {
  const review = howOf(idOf(card));
  const place = card.querySelector(".review");
  place.className = `review r-${standingOf(review)}`;
  place.dataset.last = review.last;
  place.replaceChildren(...partsOf(review));
  retag(card, tagsOf(card));
  words.delete(card);
  drawRow(rowIdOf(card));
};
