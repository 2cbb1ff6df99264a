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

let complained = 0;
function error(text) {
  $("err").hidden = !text;
  set($("err"), text);
  complained = Date.now();
  if (text) scrollTo(0, 0);
}
// The answer has come whole, or it has not come: a laptop that falls asleep midway must not hold the page.
const asked = new Set();
async function request(address, options, patience) {
  const stop = new AbortController(), limit = setTimeout(() => stop.abort(), patience || 8000);
  asked.add(stop);
  try {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store", signal: stop.signal, ...options });
    const text = await answer.text();
    return { status: answer.status, ok: answer.ok, text: () => text, json: () => JSON.parse(text) };
  } finally {
    clearTimeout(limit);
    asked.delete(stop);
  }
}
// Whoever slept must not wait for answers to questions from before.
const hangUp = () => asked.forEach((stop) => stop.abort());
