// The texts: one or two of them side by side.
const texts = all(".text");
const choosers = all(".chooser button");
let chosen = texts.slice(0, 2).map((text) => text.id);
const choose = () => {
  for (const text of texts) text.hidden = !chosen.includes(text.id);
  for (const button of choosers) button.setAttribute("aria-pressed", chosen.includes(button.dataset.text));
};
const toggle = (id) => {
  if (!chosen.includes(id)) chosen = [...chosen, id].slice(-2);
  else if (chosen.length > 1) chosen = chosen.filter((other) => other !== id);
  choose();
};
