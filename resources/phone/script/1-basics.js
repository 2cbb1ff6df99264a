// What every script needs.
const $ = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const set = (element, text) => { if (element && element.textContent !== text) element.textContent = text; };
// randomUUID needs https; this does not.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
