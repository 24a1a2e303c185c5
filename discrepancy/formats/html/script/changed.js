// The words that two sentences do not share. A word is struck out of its own text node, so that marks and links stay.
const MOST_COMPARED = 1000000;
// A word with the sign before a figure; a sign for "and"; what ends a question or a call. No other punctuation counts.
const WORD = /(?:(?<![^\s\p{Ps}\p{Pi}\x22'—])[+\-‐‑–−±<>≤≥≈~](?=[$€£¥]?\p{N}))?[\p{L}\p{M}\p{N}%$€£¥]+(?:[.,:/'’\-‐‑–−][\p{L}\p{M}\p{N}]+)*%?|&|[?!؟？！]+(?![\p{L}\p{N}])/gu;
const keyOfWord = (word) => word.toLowerCase().replaceAll("’", "'").replace(/[‐‑–−]/g, "-");
// A sentence is read across its text nodes, as a mark may begin or end within a word.
const wordsIn = (side) => {
  const nodes = [];
  let text = "";
  const walk = document.createTreeWalker(side, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("[data-s]") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    nodes.push({ node, from: text.length, to: text.length + node.data.length });
    text += node.data;
  }
  let first = 0;
  return Array.from(text.matchAll(WORD), (match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    while (nodes[first].to <= start) first += 1;
    const pieces = [];
    for (let at = first; at < nodes.length && nodes[at].from < end; at += 1) {
      const { node, from, to } = nodes[at];
      if (to > from) pieces.push({ node, start: Math.max(start, from) - from, end: Math.min(end, to) - from });
    }
    return { pieces, key: keyOfWord(match[0]) };
  });
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
    for (const piece of word.pieces) {
      const last = runs.at(-1);
      if (last && last.at === at - 1 && last.node === piece.node) { last.end = piece.end; last.at = at; }
      else runs.push({ ...piece, at });
    }
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
