// Following: on load, on return, on notice, and every few seconds while the page is seen.
const home = document.body.dataset;
let revision = 0, view = $("main").dataset.view, asking = false, more = false, failures = 0, next = 0;
let stream = null, streaming = false, down = false, lifted = [], drawn = null, due = 0;

async function look() {
  if (asking) { more = true; return; }
  asking = true;
  clearTimeout(next);
  try {
    const answer = await request(home.state);
    if (/^40[134]$|^410$/.test(answer.status)) { location.reload(); return; }
    if (answer.status !== 200) throw new Error(answer.status);
    await show(answer.json());
    back();
  } catch (gone) { lost(); }
  asking = false;
  const again = more && !failures;
  more = false;
  if (again) look(); else plan();
}
function plan() {
  clearTimeout(next);
  if (document.hidden) return;
  const pause = failures ? Math.min(5000, 500 * Math.pow(2, failures - 1)) : streaming ? 12000 : 2000;
  next = setTimeout(look, pause * (0.7 + 0.6 * Math.random()));
}
function lost() {
  failures += 1;
  document.body.classList.toggle("off", failures > 1);
  if ($("away")) $("away").hidden = failures < 2;
}
function back() {
  const was = failures;
  failures = 0;
  document.body.classList.remove("off");
  if ($("away")) $("away").hidden = true;
  if (was) listen();
}
function listen() {
  if (stream) stream.close();
  stream = null;
  streaming = false;
  if (document.hidden) return;
  stream = new EventSource(home.events);
  stream.onopen = () => { streaming = true; look(); };
  stream.addEventListener("moved", look);
  stream.onmessage = (event) => { if (JSON.parse(event.data).revision > revision) look(); };
  stream.onerror = () => { streaming = false; if (!failures) look(); };
}
function wake() {
  hangUp();
  listen();
  if (document.hidden) clearTimeout(next); else look();
}
async function show(told) {
  if (told.revision < revision) return;
  const at = performance.now();
  const stage = told.stage || told, still = stage.frozen;
  [stage.timer, stage.side, ...stage.clocks].forEach((one) => { if (one) Object.assign(one, { at, still }); });
  if (told.stage && told.timer) Object.assign(told.timer, { at, still: false });
  // Some scenes come when the time is up, without a notice.
  clearTimeout(due);
  if (stage.changes_ms) due = setTimeout(look, stage.changes_ms + 20);
  if (told.view !== view) {
    const answer = await request(home.main);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(answer.text(), "text/html");
    // Nothing moves under a finger.
    if (down) await new Promise((done) => lifted.push(done));
    replace(page.getElementById("main"));
  }
  state = told;
  revision = told.revision;
  tick();
  if (drawn) drawn();
}
// Put in the new page; what is being typed, and where, stays as it is.
function replace(fresh) {
  const old = $("main"), typed = all("input.in,textarea", old).filter((one) => one.value !== one.defaultValue);
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  old.parentNode.replaceChild(document.importNode(fresh, true), old);
  view = fresh.dataset.view;
  typed.filter((one) => $(one.id)).forEach((one) => { $(one.id).value = one.value; });
  const field = active && active.id && $(active.id);
  if (!field) return;
  field.focus({ preventScroll: true });
  if (field.selectionStart !== undefined) field.setSelectionRange(active.selectionStart, active.selectionEnd);
}
function lift() {
  down = false;
  // A click comes just after the finger.
  setTimeout(() => lifted.splice(0).forEach((done) => done()), 60);
}
document.addEventListener("pointerdown", () => { down = true; });
["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, lift));
document.addEventListener("visibilitychange", wake);
addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
addEventListener("online", wake);
