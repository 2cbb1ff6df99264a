// What is sent goes into a kept box first, and leaves it only when the laptop has it on its disk.
const box = () => kept("out", []);
const here = (message) => message.activity === $("main").dataset.activity;
let pushing = false, pushLater = 0, tries = 0;

document.addEventListener("submit", (event) => {
  const form = event.target, verb = form.dataset.verb;
  if (!verb) return;
  event.preventDefault();
  const message = read(form, event.submitter || form.querySelector("button[name]"));
  keep("out", [...box(), { verb, message, speaks }]);
  dropDrafts(form);
  error("");
  if (form.dataset.more !== undefined) {
    all("textarea,input:not([type=hidden]):not([type=radio]):not([type=checkbox])", form).forEach((one) => { one.value = ""; });
    all(":checked", form).forEach((one) => { one.checked = false; });
    count();
  }
  if (failures < 2) say(words.sending, true);
  notes();
  push();
});

async function push() {
  const first = box()[0], mine = turn;
  if (pushing || !first) return;
  pushing = true;
  clearTimeout(pushLater);
  try {
    const headers = { "Content-Type": "application/json" }, body = JSON.stringify(first.message);
    const answer = await request(`/api/${first.verb}${first.speaks ? `?${first.speaks}` : ""}`, { method: "POST", headers, body }, failures ? 4000 : 8000);
    if (mine !== turn) return;
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    tries = 0;
    done(first, answer, answer.json());
    pushing = false;
    if (box().length) push();
  } catch (later) {
    if (mine !== turn) return;
    pushing = false;
    tries += 1;
    if (!document.hidden) pushLater = setTimeout(push, Math.min(5000, 500 * 2 ** tries) * (0.6 + 0.4 * Math.random()));
    look();
  }
  notes();
}
function done(sent, answer, told) {
  // Someone else's session by now: come in again, the answer still waits.
  if (answer.status === 401) { location.replace(path); return; }
  keep("out", box().filter((one) => one.message.key !== sent.message.key));
  const message = sent.message, own = `own:${message.activity}`;
  if (answer.ok) {
    say(words.sent);
    // The next one at the table.
    if (sent.speaks && sent.speaks === speaks && /ballot|rating|finished/.test(sent.verb)) { location.replace(path); return; }
    // Nobody can list anonymous notes, so the phone remembers its own.
    if (sent.verb === "card" && here(message) && "blind" in $("main").dataset) keep(own, [...kept(own, []), message.text]);
  } else {
    say("");
    error(told.message);
    giveBack(message, told.message, answer.status);
  }
  look();
}
// Words that can be mended go back into their field; others, and where that is gone or full, are kept beside.
const wordsOf = ({ text, what, who, due, sign }) => [text, what, who, due, sign].filter(Boolean).join(" · ");
function giveBack(message, why, status) {
  const field = $("text") || $("what"), text = message.text || message.what;
  if (!text) return;
  if (status === 422 && field && !field.value && here(message)) {
    field.value = text;
    saveDraft(field);
    count();
  } else keep("not", [...kept("not", []), { text: wordsOf(message), why }]);
}
