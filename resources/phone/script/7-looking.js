// Looking: on load, on return, on notice, and every few seconds while the page is seen.
let revision = 0, view = "", asking = false, more = "", failures = 0, lostAt = 0, next = 0;
let stream = null, streaming = false, over = false;

async function look(fresh) {
  if (over) return;
  if (asking) { more = fresh || more === "fresh" ? "fresh" : "more"; return; }
  asking = true;
  clearTimeout(next);
  try {
    const answer = await request(`/api/state${fresh || !revision ? "" : `?revision=${revision}`}`);
    if (answer.status === 401) { location.replace(path); return; }
    if (answer.status === 200) await show(await answer.json());
    else if (answer.status !== 304) throw new Error(answer.status);
    back();
  } catch (gone) { lost(); }
  asking = false;
  const how = more;
  more = "";
  if (how && !failures) look(how === "fresh"); else plan();
}
function plan() {
  clearTimeout(next);
  if (over || document.hidden) return;
  const pause = failures ? Math.min(5000, 500 * 2 ** (failures - 1)) : streaming ? 12000 : 2500;
  next = setTimeout(look, pause * (0.7 + 0.6 * Math.random()));
}
function lost() {
  failures += 1;
  lostAt = lostAt || performance.now();
  document.body.classList.toggle("off", failures > 1);
  if (performance.now() - lostAt > 10000) $("help").hidden = false;
}
function back() {
  const was = failures;
  failures = lostAt = 0;
  document.body.classList.remove("off");
  $("help").hidden = true;
  if (was) listen();
  push();
}
function listen() {
  if (stream) stream.close();
  stream = null;
  streaming = false;
  if (over || document.hidden) return;
  stream = new EventSource("/api/events");
  // What came between the last look and this stream was told to nobody.
  stream.onopen = () => { streaming = true; look(); };
  stream.onmessage = (event) => { if (JSON.parse(event.data).revision > revision) look(); };
  stream.onerror = () => { streaming = false; if (!failures) look(); };
}
// Sockets of a sleeping phone die without a word, and its clock may have stood: ask for everything.
function wake() {
  listen();
  if (document.hidden) clearTimeout(next); else look(true);
}

async function show(told) {
  if (told.revision < revision) return;
  if (told.timer) told.timer.at = performance.now();
  if (told.view !== view) {
    const answer = await request(`${path}/main`);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    replace(page.getElementById("main"));
  }
  state = told;
  revision = told.revision;
  refresh();
}
// Put in the new page; what is being typed, and where, stays as it is.
function replace(fresh) {
  const old = $("main"), same = old.dataset.screen === fresh.dataset.screen;
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const opened = same ? all("details[open] [id]", old).map((one) => [one.id, one.value]) : [];
  old.replaceWith(document.importNode(fresh, true));
  view = fresh.dataset.view;
  restoreDrafts();
  opened.filter(([id]) => $(id)).forEach(([id, value]) => {
    $(id).value = value;
    $(id).closest("details").open = active !== null && active.id === id;
  });
  if (!same) { all("footer details").forEach((one) => { one.open = false; }); scrollTo(0, 0); error(""); }
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
  [ring, tick, notes, count, dots, rate].forEach((draw) => draw());
}

view = $("main").dataset.view;
$("again").addEventListener("click", () => { look(true); push(); });
document.addEventListener("visibilitychange", wake);
addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
addEventListener("online", wake);
[count, dots, rate, notes, wake].forEach((start) => start());
