// Two texts lined up: sentences that tell the same stand side by side, each text in its own order.
const board = document.querySelector(".lined");
const twins = new Map();
const make = (tag, name, ...inside) => {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...inside);
  return made;
};
// A copy has no ids, which must be one each in a page: it is known by the id of what it was made of.
const copy = (node, deep = true) => {
  const made = node.cloneNode(deep);
  for (const item of [made, ...all("[id]", made)]) {
    if (!item.id) continue;
    twins.set(item.id, item);
    item.dataset.twin = item.id;
    item.removeAttribute("id");
  }
  return made;
};
// A dateline goes with the paragraph that it opens, and is no unit of its own there.
const datelineOf = (block) => block.matches(".role-dateline + .role-body") && block.previousElementSibling;
const unitsOf = (text) => all(".story > p:not(.role-dateline:has(+ .role-body)), .story > .furniture", text).flatMap((block) =>
  block.matches("p") ? all("[data-s]", block).map((part) => ({ block, part, told: part.dataset.s })) : [{ block, told: "" }]);
// Which units of two texts tell the same: the first that tell it, the second that do, and so on.
const partners = (left, right) => {
  const there = new Map();
  right.forEach((unit, at) => { if (unit.told) there.set(unit.told, [...(there.get(unit.told) || []), at]); });
  return left.flatMap((unit, at) => {
    const other = unit.told && (there.get(unit.told) || []).shift();
    return Number.isInteger(other) ? [[at, other]] : [];
  });
};
// As many of these pairs as can stand in the order of both texts: the longest rising run of their right places.
const inOrder = (pairs) => {
  const ends = [];
  const before = pairs.map(() => -1);
  pairs.forEach(([, place], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]][1] < place) low = middle + 1; else high = middle;
    }
    if (low > 0) before[at] = ends[low - 1];
    ends[low] = at;
  });
  const rising = [];
  for (let at = ends.length ? ends.at(-1) : -1; at >= 0; at = before[at]) rising.push(pairs[at]);
  return rising.reverse();
};
// Units of one text, drawn as the paragraphs that they are of.
const paragraphs = (units) => {
  const drawn = [];
  let last = null;
  for (const { block, part } of units) {
    if (!part) drawn.push(copy(block));
    else if (last === block) drawn.at(-1).append(copy(part));
    else {
      const made = copy(block, false);
      if (block.querySelector("[data-s]") === part) {
        made.classList.add("opens");
        const dateline = datelineOf(block);
        if (dateline) drawn.push(copy(dateline));
        const role = block.querySelector(".role");
        if (role) made.append(copy(role), " ");
      }
      made.append(copy(part));
      drawn.push(made);
    }
    last = block;
  }
  return drawn;
};
const sideOf = (text, units, ...before) => {
  const story = make("div", "story", ...before, ...paragraphs(units));
  story.lang = text.querySelector(".story").lang;
  return make("div", "side", make("span", "number", text.id.slice(1)), story);
};
const headOf = (text) => {
  const head = make("div", "side head", copy(text.querySelector("h3")), copy(text.querySelector(".facts")));
  twins.set(text.id, head);
  head.tabIndex = -1;
  return head;
};
// Lines two texts up. Where a sentence has its like out of order, a link leads there.
const lineUp = (left, right, withWords) => {
  twins.clear();
  board.textContent = "";
  const sides = [left, right];
  const units = sides.map(unitsOf);
  const told = partners(...units);
  const pairs = inOrder(told);
  const moved = [new Map(told), new Map(told.map(([a, b]) => [b, a]))];
  const number = (side) => sides[side].id.slice(1);
  const alone = [0, 0];
  const rows = [];
  const noteOf = (side, other, told) => {
    if (!told) return [];
    if (other === undefined) return [make("p", "note", fill(board.dataset.alone, { version: number(side) }))];
    const note = make("button", "note", fill(board.dataset.moved, { version: number(1 - side) }));
    note.type = "button";
    note.dataset.other = `${1 - side}.${other}`;
    return [note];
  };
  // Units without their like stand together; one that has it out of order stands by itself, with a way there.
  const putAlone = (side, from, to) => {
    for (let at = from; at < to;) {
      const other = moved[side].get(at);
      let next = at + 1;
      if (other === undefined) while (next < to && !moved[side].has(next)) next += 1;
      const run = units[side].slice(at, next);
      const told = run.filter((unit) => unit.part).length;
      alone[side] += other === undefined ? told : 0;
      const drawn = sideOf(sides[side], run, ...noteOf(side, other, told));
      drawn.dataset.unit = `${side}.${at}`;
      const none = make("div", "side none");
      rows.push(make("div", "pair alone", ...(side ? [none, drawn] : [drawn, none])));
      at = next;
    }
  };
  let [a, b] = [0, 0];
  for (const [i, j] of [...pairs, [units[0].length, units[1].length]]) {
    putAlone(0, a, i);
    putAlone(1, b, j);
    if (i < units[0].length) {
      const both = [sideOf(left, [units[0][i]]), sideOf(right, [units[1][j]])];
      if (withWords && !markChanged(...both)) both[0].append(make("p", "note", board.dataset.long));
      rows.push(make("div", "pair", ...both));
    }
    [a, b] = [i + 1, j + 1];
  }
  const said = { both: told.length, left: alone[0], right: alone[1], first: number(0), second: number(1) };
  const tally = make("p", "tally hint", fill(board.dataset.tally, said));
  if (withWords) tally.append(" ", make("del", "", fill(board.dataset.alone, { version: number(0) })), " ", make("ins", "", fill(board.dataset.alone, { version: number(1) })));
  board.append(tally, make("div", "pair heads", ...sides.map(headOf)), ...rows);
};
