// What is sent goes into a kept box first, and leaves it only when the laptop has it on its disk.
const box = () => kept("out", []);
const here = (message) => message.activity === $("main").dataset.activity;
let pushing = false, pushLater = 0;

document.addEventListener("submit", (event) => {
  const form = event.target, verb = form.dataset.verb;
  if (!verb) return;
  event.preventDefault();
  const message = read(form, event.submitter || form.querySelector("button[name]"));
  keep("out", [...box(), { verb, message }]);
  dropDrafts(form);
  error("");
  if (form.dataset.more !== undefined) {
    all("textarea,input:not([type=hidden]):not([type=radio]):not([type=checkbox])", form).forEach((one) => { one.value = ""; });
    all(":checked", form).forEach((one) => { one.checked = false; });
    count();
  }
  say(words.sending, true);
  notes();
  push();
});

async function push() {
  const first = box()[0];
  if (pushing || !first) return;
  pushing = true;
  clearTimeout(pushLater);
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await request(`/api/${first.verb}`, { method: "POST", headers, body: JSON.stringify(first.message) });
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    done(first, answer, await answer.json());
    pushing = false;
    if (box().length) push();
  } catch (later) {
    pushing = false;
    lost();
    pushLater = setTimeout(push, Math.min(5000, 700 * failures) * (0.7 + 0.6 * Math.random()));
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
    // Nobody can list anonymous notes, so the phone remembers its own.
    if (sent.verb === "card" && here(message) && "blind" in $("main").dataset) keep(own, [...kept(own, []), message.text]);
  } else {
    say("");
    error(told.message);
    const field = $("text") || $("what"), text = message.text || message.what;
    if (field && text && !field.value && here(message)) { field.value = text; saveDraft(field); count(); }
  }
  look();
}
function notes() {
  const list = $("notes"), main = $("main"), waiting = box().filter((one) => here(one.message));
  if (!list) return;
  all(".wait,.sent", list).forEach((one) => one.remove());
  const add = (text, kind) => {
    const item = document.importNode($("note").content, true).firstElementChild;
    item.className = `note ${kind}`;
    set(item.firstElementChild, text);
    list.appendChild(item);
  };
  if ("blind" in main.dataset) kept(`own:${main.dataset.activity}`, []).forEach((text) => add(text, "sent"));
  waiting.map((one) => one.message.text || one.message.what).filter(Boolean).forEach((text) => add(text, "wait"));
}
