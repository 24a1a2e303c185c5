// What the address keeps, so that a link restores it: levels and words, and what other parts of the page put into the
// query and take from it again.
const kept = [];
const asQuery = () => {
  const query = new URLSearchParams();
  if (levels().length < boxes.length) query.set("show", levels().join("."));
  if (find.value) query.set("q", find.value);
  for (const part of kept) part.write(query);
  return query.toString();
};
let isKept = true;
const remember = () => {
  const text = asQuery();
  try {
    history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  } catch { isKept = false; } // a page in a sandbox keeps no address
};
const recall = () => {
  const query = new URLSearchParams(location.search);
  if (query.has("show")) {
    const on = query.get("show").split(".");
    for (const box of boxes) box.checked = on.includes(box.value);
  }
  find.value = query.get("q") || "";
  for (const part of kept) part.read(query);
};
