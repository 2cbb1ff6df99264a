// What a phone keeps by itself, per session and person; in private mode perhaps only until a reload.
const path = location.pathname.replace(/\/$/, ""), shelf = `wd:${(path.split("/")[2] || "").toUpperCase()}:`;
const me = document.body.dataset.me || "", memory = {};
// For whom the phone of a table speaks, as its address says.
const speaks = (/[?&](as=[\w-]+)/.exec(location.search) || ["", ""])[1];

// What waits to be sent, and what is typed at the door, is nobody's yet.
const place = (name) => shelf + (/^(out$|draft:join:)/.test(name) ? "" : `${me}:`) + name;
function keep(name, value) {
  const at = place(name);
  try {
    if (value === null) localStorage.removeItem(at);
    else localStorage.setItem(at, JSON.stringify(value));
    delete memory[at];
  } catch (full) { memory[at] = value; }
}
function kept(name, otherwise) {
  const at = place(name);
  if (at in memory) return memory[at] === null ? otherwise : memory[at];
  try {
    const text = localStorage.getItem(at);
    return text === null ? otherwise : JSON.parse(text);
  } catch (none) { return otherwise; }
}
// Once the session is over nothing stays but what still waits, and what was not taken.
function forget() {
  const stays = [place("out"), place("not")];
  try {
    Object.keys(localStorage).filter((name) => name.startsWith(shelf) && !stays.includes(name))
      .forEach((name) => localStorage.removeItem(name));
  } catch (none) { return; }
}
