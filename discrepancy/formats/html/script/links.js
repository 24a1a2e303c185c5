// A link leads to its place even where that is filtered out, folded or not chosen.
const reveal = (id) => {
  const found = id && document.getElementById(id);
  if (!found) return;
  const place = seen(found);
  const item = place.closest(".card, .row");
  if (item && item.hidden) clear();
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  place.scrollIntoView({ block: place.matches(".card, .text, .head") ? "start" : "center" });
  if (place !== found) place.focus({ preventScroll: true });
  point(place);
};
// The way back from a link leads to where it was followed, with what was chosen then.
const leave = (link) => {
  const item = link.closest(".card, .row");
  const from = link.dataset.twin || link.id || (item && item.id);
  try {
    if (from) history.replaceState(null, "", `#${from}`);
  } catch { isKept = false; }
};
const aim = () => reveal(location.hash.slice(1));
// Going back to an address with other choices is no change of its place alone, of which the browser would tell.
const restore = () => {
  if (!isKept || location.search.slice(1) === asQuery()) return;
  recall();
  sift();
  choose();
  setTimeout(aim); // after the browser's own going there, which takes the focus along
};
