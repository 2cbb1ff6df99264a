// A form as the JSON that its verb reads; the page says which fields are no plain text.
function read(form, button) {
  const types = Object.fromEntries(form.dataset.types.split(" ").map((one) => one.split(":")));
  const message = { key: newKey() };
  Object.keys(types).filter((name) => /list|dots/.test(types[name])).forEach((name) => { message[name] = []; });
  const entries = [...new FormData(form)].filter(([name]) => name !== "key");
  if (button && button.name) entries.push([button.name, button.value]);
  entries.forEach(([name, value]) => {
    const [head, card] = name.split(/\.(.+)/), type = types[head];
    if (type === "dots") { if (+value) message[head].push({ card, dots: +value }); }
    else if (type === "list") message[head].push(value);
    else if (type === "int") message[head] = +value;
    else if (type === "bool") message[head] = value === "1";
    else if (type !== "date" || value) message[head] = value;
  });
  return message;
}
