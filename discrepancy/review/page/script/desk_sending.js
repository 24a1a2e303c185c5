// Asking the server. What it answers is told apart from its not answering at all.
let csrf = told.csrf;
let isGone = false;
const GONE = { status: 0, body: null };
const asked = async (path, options = {}) => {
  try {
    const got = await fetch(path, { cache: "no-store", credentials: "same-origin", ...options });
    const body = await got.json().catch(() => null);
    return { status: got.status, body };
  } catch { return GONE; }
};
// After a restart the token of the page may be an old one: a new one is taken, and the same is sent again.
const changing = async (path, options) => {
  const send = () => asked(path, { ...options, method: "POST", headers: { ...options.headers, "X-CSRF-Token": csrf } });
  const got = await send();
  if (got.status !== 403) return got;
  const session = await asked("/api/1/session");
  if (session.status !== 200 || !session.body) return session.status === 200 ? got : session;
  csrf = session.body.csrf;
  return send();
};
const posted = (path, body) => changing(path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const sentenceOf = (got) => {
  const error = got.body && got.body.error;
  return error ? [error.what, error.remedy].filter(Boolean).join(" ") : say("desk.problem", { n: got.status });
};
const lost = desk.querySelector(".gone");
const drawLost = (parts) => {
  const text = parts.map((part) => (typeof part === "string" ? part : part.textContent)).join(" ");
  if (lost.dataset.text === text) return;
  lost.dataset.text = text;
  lost.hidden = parts.length === 0;
  lost.replaceChildren(...parts.flatMap((part) => [typeof part === "string" ? plain(part) : part, " "]));
};
// How the server is: 0 it does not answer, 401 it wants a token, else it works.
const heard = (status) => {
  const waiting_now = queue.length;
  const was = isGone;
  isGone = status === 0 || status === 401;
  if (status === 401) {
    const link = made("a", "", say("desk.login.to"));
    link.href = "/login";
    link.target = "_blank";
    drawLost([say("desk.login"), link]);
  } else if (status === 0) drawLost([say("desk.gone"), waiting_now ? count("desk.gone.waiting", waiting_now) : ""].filter(Boolean));
  else {
    drawLost([]);
    if (was) tellDone(say("desk.back"));
  }
};
