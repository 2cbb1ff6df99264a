// What is kept on this phone: own notes that the laptop has, what waits for it, and what it did not take.
const hinted = ({ verb, message }) => wordsOf(message) || words.kept[verb] || words.tapped;

function item(list, text, kinds) {
  const parts = document.importNode($("note").content, true);
  set(parts.querySelector(".note span"), text);
  parts.querySelector(".note").classList.add(kinds[0]);
  all(".kp", parts).filter((one) => !kinds.some((kind) => one.classList.contains(kind))).forEach((one) => one.remove());
  list.appendChild(parts);
}
function notes() {
  const list = $("notes"), main = $("main"), off = document.body.classList.contains("off");
  const waiting = box(), refused = kept("not", []), own = (one) => list && here(one.message) && wordsOf(one.message);
  all(".wait,.sent,.not,.kp").forEach((one) => one.remove());
  if (list) {
    // The laptop has what is listed here.
    const received = () => document.importNode($("note").content.querySelector(".sent"), true);
    if (off) all(".note,.act", list).forEach((one) => one.after(received()));
    if ("blind" in main.dataset) kept(`own:${main.dataset.activity}`, []).forEach((text) => item(list, text, ["sent"]));
    waiting.filter(own).forEach((one) => item(list, hinted(one), ["wait"]));
    if ($("own")) $("own").hidden = !list.children.length;
  }
  const rest = off ? waiting.filter((one) => !own(one)) : [], shelf = $("held").querySelector("ul");
  rest.forEach((one) => item(shelf, hinted(one), ["wait"]));
  refused.forEach((one) => {
    item(shelf, one.text, ["not"]);
    set(shelf.lastElementChild.querySelector("span"), one.why);
  });
  $("held").hidden = !shelf.children.length;
}
$("held").addEventListener("click", (event) => {
  if (!event.target.closest("button")) return;
  const places = all(".kp.not", $("held")), at = places.indexOf(event.target.closest(".kp"));
  keep("not", kept("not", []).filter((_, place) => place !== at));
  notes();
});
