// What is folded or put aside is printed all the same.
let before = [];
addEventListener("beforeprint", () => {
  before = folds().filter((fold) => !fold.open);
  for (const fold of before) fold.open = true;
});
addEventListener("afterprint", () => { for (const fold of before) fold.open = false; });
