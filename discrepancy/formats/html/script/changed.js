// The words that two sentences do not share. A word is struck out of its own text node, so that marks and links stay.
const MOST_COMPARED = 1000000;
const wordsIn = (side) => {
  const found = [];
  const walk = document.createTreeWalker(side, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("[data-s]") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (const match of node.data.matchAll(/[\p{L}\p{M}\p{N}%$€£¥]+(?:[.,:/'’\-‑–][\p{L}\p{M}\p{N}]+)*%?/gu)) {
      found.push({ node, start: match.index, end: match.index + match[0].length, key: match[0].toLowerCase().replaceAll("’", "'") });
    }
  }
  return found;
};
// Takes the words that both have, in one order, out of the two lists; false where there are too many to compare.
const onlyOnes = (left, right) => {
  let head = 0;
  while (head < left.length && head < right.length && left[head].key === right[head].key) head += 1;
  let tail = 0;
  while (tail < left.length - head && tail < right.length - head && left.at(-1 - tail).key === right.at(-1 - tail).key) tail += 1;
  const a = left.slice(head, left.length - tail);
  const b = right.slice(head, right.length - tail);
  if (a.length * b.length > MOST_COMPARED) return null;
  const wide = b.length + 1;
  const best = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i * wide + j] = a[i].key === b[j].key
        ? best[(i + 1) * wide + j + 1] + 1
        : Math.max(best[(i + 1) * wide + j], best[i * wide + j + 1]);
    }
  }
  const only = [[], []];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i].key === b[j].key) { i += 1; j += 1; }
    else if (j === b.length || (i < a.length && best[(i + 1) * wide + j] >= best[i * wide + j + 1])) { only[0].push(a[i]); i += 1; }
    else { only[1].push(b[j]); j += 1; }
  }
  return only;
};
// Puts words into an element each; those that stand next to each other share one.
const wrap = (found, words, tag) => {
  const gone = new Set(words);
  const runs = [];
  found.forEach((word, at) => {
    if (!gone.has(word)) return;
    const last = runs.at(-1);
    if (last && last.at === at - 1 && last.node === word.node) { last.end = word.end; last.at = at; }
    else runs.push({ node: word.node, start: word.start, end: word.end, at });
  });
  for (const run of runs.reverse()) {
    const range = document.createRange();
    range.setStart(run.node, run.start);
    range.setEnd(run.node, run.end);
    range.surroundContents(document.createElement(tag));
  }
};
const markChanged = (left, right) => {
  const found = [wordsIn(left), wordsIn(right)];
  const only = onlyOnes(...found);
  if (only) ["del", "ins"].forEach((tag, side) => wrap(found[side], only[side], tag));
  return Boolean(only);
};
