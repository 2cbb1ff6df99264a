// Looking: on load, on return, on notice, and every few seconds while the page is seen.
let revision = 0, view = "", asking = false, more = false, failures = 0, lostAt = 0, next = 0;
let stream = null, streaming = false, over = false, watch = 0, turn = 0, felt = 0, lived = 0;

async function look() {
  if (over) return;
  if (asking) { more = true; return; }
  const mine = turn, known = revision && !stale ? `&revision=${revision}` : "";
  asking = true;
  clearTimeout(next);
  try {
    const answer = await request(`/api/state?${speaks}${known}`, {}, failures ? 4000 : 8000);
    if (mine !== turn) return;
    if (answer.status === 401) { location.replace(path); return; }
    if (answer.status === 200) await show(answer.json(), mine);
    else if (answer.status !== 304) throw new Error(answer.status);
    if (mine !== turn) return;
    back();
  } catch (gone) {
    if (mine !== turn) return;
    lost();
  }
  asking = false;
  const again = more && !failures;
  more = false;
  if (again) look(); else plan();
}
// For ever, each phone at its own moment; after minutes less often, yet never more than 5 s apart.
function plan() {
  clearTimeout(next);
  if (over || document.hidden) return;
  const most = performance.now() - lostAt < 300000 ? 2500 : 5000;
  const pause = failures ? Math.min(most, 500 * 2 ** (failures - 1)) : streaming ? 16000 : 2500;
  next = setTimeout(look, pause * (0.6 + 0.4 * Math.random()));
}
function lost() {
  failures += 1;
  lostAt = lostAt || performance.now();
  if (failures > 1) {
    stale = true;
    document.body.classList.add("off");
    say("");
    tick();
    notes();
  }
  if (performance.now() - lostAt > 10000) $("help").hidden = false;
}
function back() {
  const was = failures;
  failures = lostAt = 0;
  document.body.classList.remove("off");
  $("help").hidden = true;
  if (!was) return;
  listen();
  notes();
  push();
}
function listen() {
  if (stream) stream.close();
  stream = null;
  streaming = false;
  clearTimeout(watch);
  if (over || document.hidden) return;
  stream = new EventSource("/api/events");
  // What came between the last look and this stream was told to nobody.
  stream.onopen = () => { streaming = true; heard(); look(); };
  stream.onmessage = news;
  stream.addEventListener("here", news);
  stream.addEventListener("moved", moved);
  stream.onerror = () => { streaming = false; clearTimeout(watch); if (!failures) look(); };
}
// The old address may go at any moment: whoever is still here is told where the session is.
function moved(event) {
  const address = JSON.parse(event.data).address, place = $("moved");
  place.hidden = !address || address === location.host;
  place.textContent = fill(words.moved, { address });
}
function news(event) {
  heard();
  if (JSON.parse(event.data).revision > revision) look();
}
// The laptop's heart beats every 10 s. A line without it is dead, though nobody said so.
function heard() {
  clearTimeout(watch);
  watch = setTimeout(() => { failures += 1; listen(); look(); }, 13000);
}
// Sockets of a sleeping phone die without a word, and its clock may have stood: ask for everything.
function wake() {
  turn += 1;
  asking = pushing = more = false;
  hangUp();
  clearTimeout(next);
  clearTimeout(pushLater);
  felt = Date.now();
  lived = performance.now();
  stale = true;
  tick();
  listen();
  if (document.hidden) return;
  look();
  push();
}
// Some phones sleep and wake without an event: only the clocks tell.
function feel() {
  const gap = Math.max(Date.now() - felt, performance.now() - lived);
  felt = Date.now();
  lived = performance.now();
  if (gap > 6000 && !document.hidden) wake();
}

async function show(told, mine) {
  // After a loss the laptop may have begun again with an older file.
  if (told.revision < revision && !stale) return;
  if (told.timer) told.timer.at = performance.now();
  if (told.view !== view) {
    const answer = await request(`${path}/main?${speaks}`);
    if (mine !== turn) return;
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(answer.text(), "text/html");
    replace(page.getElementById("main"));
  }
  state = told;
  revision = told.revision;
  stale = false;
  refresh();
}
// Put in the new page; what is being typed, and where, stays as it is.
function replace(fresh) {
  const old = $("main"), same = old.dataset.screen === fresh.dataset.screen;
  // At another step the phone of a table asks anew who answers.
  if (speaks && old.dataset.activity !== fresh.dataset.activity) { location.replace(path); return; }
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const opened = same ? all("details[open] [id]", old).map((one) => [one.id, one.value]) : [];
  old.replaceWith(document.importNode(fresh, true));
  view = fresh.dataset.view;
  restoreDrafts();
  opened.filter(([id]) => $(id)).forEach(([id, value]) => {
    $(id).value = value;
    $(id).closest("details").open = active !== null && active.id === id;
  });
  if (!same) { all("footer details").forEach((one) => { one.open = false; }); scrollTo(0, 0); if (Date.now() - complained > 8000) error(""); }
  const field = same && active && active.id ? $(active.id) : null;
  if (!field) return;
  field.focus({ preventScroll: true });
  if (field.type.startsWith("text")) field.setSelectionRange(active.selectionStart, active.selectionEnd);
}
function refresh() {
  over = state.session.state === "closed";
  if (over) { listen(); forget(); }
  all("footer form").forEach((one) => { one.hidden = over || !state.you.present; });
  const n = state.counts.present, people = n === 1 ? words.one_here : fill(words.many_here, { n });
  set($("counts"), state.step ? state.counts.sentence : people);
  [ring, tick, notes, count, dots, rate, told].forEach((draw) => draw());
}

view = $("main").dataset.view;
beforeTick = feel;
$("again").addEventListener("click", wake);
document.addEventListener("visibilitychange", wake);
addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
addEventListener("online", wake);
addEventListener("offline", () => look());
// With an open line no browser keeps the page for the way back.
addEventListener("pagehide", () => { if (stream) stream.close(); });
[count, dots, rate, notes, wake].forEach((start) => start());
setInterval(feel, 2000);
