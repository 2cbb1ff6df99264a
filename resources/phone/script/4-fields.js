// Fields that answer while one types, rates or gives dots.
function count() {
  const field = document.querySelector("[data-count]");
  if (field) set($(field.dataset.count), fill(words.count, { n: field.value.length, most: field.maxLength }));
}
function rate() {
  const chosen = document.querySelector(".levels input:checked");
  if (chosen) set($("rate"), fill(words.send_my, { n: chosen.value }));
}
function discs(place, full, free) {
  place.textContent = "";
  for (let i = 0; i < full + free; i += 1) {
    place.appendChild(document.createElement("i")).className = i < full ? "" : "free";
  }
}
function dots() {
  const box = $("dots");
  if (!box) return;
  const most = +box.dataset.dots, inputs = all("input", box);
  const used = inputs.reduce((sum, one) => sum + +one.value, 0);
  inputs.forEach((one) => {
    const option = one.closest(".opt"), n = +one.value;
    option.classList.toggle("has", n > 0);
    discs(option.querySelector(".discs"), n, 0);
    option.querySelector('[data-add="-1"]').disabled = n < 1;
    option.querySelector('[data-add="1"]').disabled = used >= most;
  });
  all(".ft [form]").forEach((one) => { one.disabled = !used; });
  discs($("hand"), used, Math.max(0, most - used));
  set($("placed"), used >= most ? words.all_placed : fill(words.placed, { n: used, most }));
}
document.addEventListener("input", () => { count(); rate(); });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add]");
  if (!button) return;
  const option = button.closest(".opt"), field = option.querySelector("input");
  field.value = Math.max(0, +field.value + +button.dataset.add);
  saveDraft(field);
  dots();
  const other = option.querySelector("button:not(:disabled)");
  if (button.disabled && other) other.focus();
});
