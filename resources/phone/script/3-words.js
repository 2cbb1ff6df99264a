// What every page's script says, and how it asks the laptop.
const words = JSON.parse($("words").textContent);
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
let state = null, silence = 0;

// A word in passing, seen and read aloud; what still goes on stays.
function say(text, stays) {
  clearTimeout(silence);
  set($("say"), text);
  if (text && !stays) silence = setTimeout(say, 3000, "");
}

function error(text) {
  $("err").hidden = !text;
  set($("err"), text);
  if (text) scrollTo(0, 0);
}
function request(address, options, patience) {
  const stop = new AbortController(), limit = setTimeout(() => stop.abort(), patience || 8000);
  return fetch(address, { credentials: "same-origin", cache: "no-store", signal: stop.signal, ...options })
    .finally(() => clearTimeout(limit));
}
