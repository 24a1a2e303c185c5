// A link leads to its place even where that is filtered out, folded or not chosen.
const reveal = (id) => {
  const place = id && document.getElementById(id);
  if (!place) return;
  const text = place.closest(".text");
  if (text && text.hidden) toggle(text.id);
  const item = place.closest(".card, .row");
  if (item && item.hidden) {
    find.value = "";
    for (const box of boxes) box.checked = true;
    sift();
    remember();
  }
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  place.scrollIntoView({ block: place.matches(".card, .text") ? "start" : "center" });
};
