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
  const first = openFrom(cards[cards.length - 1]) || cards[0];
  if (first) setNow(location.hash && document.querySelector(".card:target") ? document.querySelector(".card:target") : first);
}
drawNow();
watch();
if (queue.length) pump();
