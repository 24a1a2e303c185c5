desk.hidden = false;
history.scrollRestoration = "manual";
readQueue();
// The findings were drawn when they were checked: those on which something was done since are drawn anew.
for (const finding of new Set([...reviews.keys(), ...waitingFor.keys()])) {
  const card = cardOf(finding);
  if (!card) continue;
  const review = howOf(finding);
  const place = card.querySelector(".review");
  if (review.waiting || review.comments.length || (place.dataset.last || "") !== review.last || !place.classList.contains(`r-${standingOf(review)}`)) drawCard(card);
}
drawCounts();
drawNames();
drawOrphans(mendDrafts());
drawConflict();
recall();
if (isSet()) sift();
if (!comeBack()) {
  const first = openFrom(cards[cards.length - 1]);
  if (location.hash || !first) {
    const aimed = document.querySelector(".card:target") || first || cards[0];
    if (aimed) setNow(aimed);
  } else {
    go(first); // a reviewer comes to decide: the first open finding is in sight, with what it says
    const again_there = () => { if (now === first) first.scrollIntoView({ block: "start" }); };
    requestAnimationFrame(() => requestAnimationFrame(again_there)); // what is above it was laid out only now
  }
}
drawNow();
if (counted.all && !counted.open) tellDone(say("desk.all_done"));
watch();
if (queue.length) pump();
