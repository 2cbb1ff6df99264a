// The facilitator's words go when their time is up, without a notice.
let telling = 0;

function told() {
  clearTimeout(telling);
  if ($("told") && state.message_ms) telling = setTimeout(() => { if ($("told")) $("told").hidden = true; }, state.message_ms);
}
