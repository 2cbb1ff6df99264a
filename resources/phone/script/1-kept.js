// What a phone keeps by itself, per session; in private mode it may keep it only until a reload.
const path = location.pathname.replace(/\/$/, ""), shelf = `wd:${(path.split("/")[2] || "").toUpperCase()}:`;
const memory = {};

function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(shelf + name);
    else localStorage.setItem(shelf + name, JSON.stringify(value));
  } catch (full) { memory[name] = value; }
}
function kept(name, otherwise) {
  if (name in memory) return memory[name] === null ? otherwise : memory[name];
  try {
    const text = localStorage.getItem(shelf + name);
    return text === null ? otherwise : JSON.parse(text);
  } catch (none) { return otherwise; }
}
// Once the session is over nothing stays but answers that still wait.
function forget() {
  try {
    Object.keys(localStorage).filter((name) => name.startsWith(shelf) && name !== `${shelf}out`)
      .forEach((name) => localStorage.removeItem(name));
  } catch (none) { return; }
}
