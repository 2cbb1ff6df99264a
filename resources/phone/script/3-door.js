// The rest is for who is in; at the door only the typed name is worth keeping.
if (!$("words")) {
  document.addEventListener("submit", (event) => dropDrafts(event.target));
  return;
}
const words = JSON.parse($("words").textContent);
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const say = (text) => set($("say"), text);
let state = null;

function error(text) {
  $("err").hidden = !text;
  set($("err"), text);
  if (text) scrollTo(0, 0);
}
function request(address, options) {
  const stop = new AbortController(), limit = setTimeout(() => stop.abort(), 8000);
  return fetch(address, { credentials: "same-origin", cache: "no-store", signal: stop.signal, ...options })
    .finally(() => clearTimeout(limit));
}
