// Files that are dropped on the page, or picked, become versions of the story.
const dropping = document.querySelector(".drop");
const picked = document.querySelector(".picked");
const holdsFiles = (event) => Boolean(event.dataTransfer) && Array.from(event.dataTransfer.types).includes("Files");
const sendFiles = async (list) => {
  const files = Array.from(list);
  if (!files.length) return;
  const names = files.map((file) => file.name).join(say("list"));
  tellDone(say("desk.adding", { names }));
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  const got = await changing("/api/1/files", { body });
  if (got.status === 201) {
    tellDone(say("desk.added", { names }));
    watch();
    return;
  }
  heard(got.status === 0 || got.status === 401 ? got.status : 200);
  const line = made("p", "", say("desk.add_failed", { names }), " ", got.status === 0 ? "" : sentenceOf(got), " ");
  line.append(pressable(say("desk.add_again"), () => { line.remove(); sendFiles(files); }), " ", pressable(say("desk.discard"), () => line.remove()));
  news.append(line);
};
document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  dropping.hidden = false;
});
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) dropping.hidden = true; });
document.addEventListener("drop", (event) => {
  dropping.hidden = true;
  if (!holdsFiles(event)) return;
  event.preventDefault();
  sendFiles(event.dataTransfer.files);
});
picked.addEventListener("change", () => {
  sendFiles(picked.files);
  picked.value = "";
});
deeds.add = () => picked.click();
