// What is typed survives a reload, by activity and field.
const draft = (field) => `draft:${field.dataset.keep}:${field.name}`;
const drafts = (form) => all("[data-keep][name]").filter((field) => !form || field.form === form);

function saveDraft(field) {
  if (field.type !== "radio") keep(draft(field), field.value || null);
  else if (field.checked) keep(draft(field), field.value);
}
function restoreDrafts() {
  drafts().forEach((field) => {
    const value = kept(draft(field), null);
    if (value === null) return;
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  });
}
const dropDrafts = (form) => drafts(form).forEach((field) => keep(draft(field), null));

document.documentElement.classList.add("js");
restoreDrafts();
document.addEventListener("input", (event) => { if (event.target.dataset.keep) saveDraft(event.target); });
