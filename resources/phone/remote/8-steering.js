// A press counts once the laptop has it on its disk; a lost answer is asked for with the same key.
const presses = [], pressed = {}, patience = 10000;
let pushing = false, pushLater = 0;

const name = (form, button) => `${form.dataset.verb} ${(button && button.value) || ""}`;
function mark() {
  all("form[data-verb] button").forEach((one) => {
    one.setAttribute("aria-busy", presses.some((press) => press.name === name(one.form, one)));
  });
}
function complain(text) {
  $("err").hidden = !text;
  set($("err"), text);
}
document.addEventListener("submit", (event) => {
  const form = event.target, verb = form.dataset.verb, now = performance.now();
  if (!verb) return;
  event.preventDefault();
  const button = event.submitter || form.querySelector("button");
  // Time is given again and again on purpose; everything else bounces.
  const bounced = now - (pressed[verb] || -patience) < 300 || presses.some((one) => one.verb === verb);
  if (verb !== "time" && bounced) return;
  pressed[verb] = now;
  presses.push({ verb, name: name(form, button), message: read(form, button), at: now });
  complain("");
  mark();
  push();
});
async function push() {
  const first = presses[0];
  if (pushing || !first) return;
  pushing = true;
  clearTimeout(pushLater);
  try {
    const headers = { "Content-Type": "application/json" }, body = JSON.stringify(first.message);
    const answer = await request(`/api/remote/${first.verb}`, { method: "POST", headers, body }, 3000);
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    const told = answer.json();
    presses.shift();
    done(first, answer, told);
  } catch (later) {
    lost();
    // A press that comes too late would surprise everyone.
    if (performance.now() - first.at > patience) {
      presses.length = 0;
      complain(words.lost);
      look();
    }
    pushLater = setTimeout(push, 500);
  }
  pushing = false;
  mark();
  if (!failures) push();
}
function done(press, answer, told) {
  if (answer.status === 401 || told.code === "not_steering") { location.reload(); return; }
  failures = 0;
  if (!answer.ok) complain(told.message);
  else {
    say(words.done);
    if (navigator.vibrate) navigator.vibrate(20);
    // What was typed is stored: the page may show what the laptop says.
    all(`form[data-verb=${press.verb}] .in`).forEach((one) => { one.value = one.defaultValue; });
  }
  look();
}
// The small picture of the stage has a clock too.
afterTick = () => {
  const small = $("mirror"), timer = state.stage.timer;
  if (!small || !timer) return;
  const now = reading(timer), time = digits(shownSeconds(now));
  dial(small, now, true);
  small.classList.toggle("w7", time.length > 4);
  set(small.querySelector("b"), time);
};
drawn = () => {
  set($("late"), state.late);
  beside(state.stage);
  mark();
};
document.addEventListener("click", (event) => {
  if (event.target.closest('a[href="#say-it"]')) setTimeout(() => $("text").focus(), 50);
});
wake();
