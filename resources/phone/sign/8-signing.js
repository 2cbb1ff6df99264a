// Drawing a signature: strokes of whole numbers in a field of 1000 by 650, redrawn at any size.
const WIDE = 1000, HIGH = 650, MOST_STROKES = 64, MOST_POINTS = 3000, APART = 6;
const form = $("sign"), pad = $("pad"), pen = pad.getContext("2d"), room = path.replace(/\/sign$/, "");
let strokes = kept("draft:sign", []), stroke = null, sending = false, failures = 0, renewed = false, asking = 0;

document.documentElement.classList.add("js");

// The field is as wide as the page allows; what is drawn keeps its shape.
function fit() {
  const wide = pad.clientWidth, ratio = devicePixelRatio || 1;
  pad.style.height = `${Math.round(wide * HIGH / WIDE)}px`;
  pad.width = Math.round(wide * ratio);
  pad.height = Math.round(wide * HIGH / WIDE * ratio);
  draw();
}
// Curves through the middle of every two points: the hand was rounder than its points are.
function draw() {
  const scale = pad.width / WIDE;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, pad.width, pad.height);
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.lineWidth = 9;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = pen.fillStyle = getComputedStyle(pad).color;
  strokes.concat(stroke ? [stroke] : []).forEach((one) => {
    pen.beginPath();
    if (one.length < 4) { pen.arc(one[0], one[1], 5, 0, 7); pen.fill(); return; }
    pen.moveTo(one[0], one[1]);
    for (let i = 2; i < one.length - 2; i += 2) {
      pen.quadraticCurveTo(one[i], one[i + 1], (one[i] + one[i + 2]) / 2, (one[i + 1] + one[i + 3]) / 2);
    }
    pen.lineTo(one[one.length - 2], one[one.length - 1]);
    pen.stroke();
  });
  $("send").disabled = sending || !strokes.length;
}
const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
function add(event) {
  const box = pad.getBoundingClientRect();
  const x = within((event.clientX - box.left) / box.width * WIDE, WIDE);
  const y = within((event.clientY - box.top) / box.height * HIGH, HIGH);
  const n = stroke.length, far = !n || Math.abs(x - stroke[n - 2]) + Math.abs(y - stroke[n - 1]) >= APART;
  const points = strokes.reduce((sum, one) => sum + one.length, n) / 2;
  if (far && points < MOST_POINTS) stroke.push(x, y);
}
function moved(event) {
  if (!stroke) return;
  event.preventDefault();
  const between = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
  (between.length ? between : [event]).forEach(add);
  draw();
}
function lifted() {
  if (!stroke) return;
  if (stroke.length) strokes.push(stroke);
  stroke = null;
  keep("draft:sign", strokes);
  draw();
}
pad.addEventListener("pointerdown", (event) => {
  if (sending || stroke || event.button > 0 || strokes.length >= MOST_STROKES) return;
  event.preventDefault();
  error("");
  stroke = [];
  if (pad.setPointerCapture) pad.setPointerCapture(event.pointerId);
  add(event);
  draw();
});
pad.addEventListener("pointermove", moved);
["pointerup", "pointercancel", "lostpointercapture"].forEach((name) => pad.addEventListener(name, lifted));
$("clear").addEventListener("click", () => {
  if (sending) return;
  strokes = [];
  stroke = null;
  keep("draft:sign", null);
  draw();
});
addEventListener("resize", fit);

// What is sent waits in the kept box until the laptop has it on its disk: the room's page sends it too.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (sending || !strokes.length) return;
  send();
});
function send() {
  const ink = strokes.map((one) => one.join(" ")).join(";");
  const message = { key: newKey(), half_day: form.dataset.half, mark: form.dataset.mark, ink };
  keep("out", kept("out", []).concat([{ verb: "signature", message }]));
  sending = true;
  say(words.sending, true);
  draw();
  push(message);
}
async function push(message) {
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await request("/api/signature", { method: "POST", headers, body: JSON.stringify(message) });
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    heard(true);
    if (answer.status === 401) { location.replace(room); return; }
    keep("out", kept("out", []).filter((one) => one.message.key !== message.key));
    if (answer.ok) { keep("draft:sign", null); location.reload(); return; }
    refused(await answer.json());
  } catch (later) {
    heard(false);
    if (failures > 1) say(words.waits, true);
    setTimeout(push, Math.min(5000, 700 * failures) * (0.7 + 0.6 * Math.random()), message);
  }
}
async function refused(told) {
  sending = false;
  say("");
  // The page was open for long: it takes a new mark by itself, once.
  if (told.code === "mark_old" && !renewed) {
    renewed = true;
    const page = new DOMParser().parseFromString(await (await request(location.pathname)).text(), "text/html");
    const fresh = page.getElementById("sign");
    if (fresh) { form.dataset.mark = fresh.dataset.mark; form.dataset.half = fresh.dataset.half; send(); return; }
  }
  if (/^(signing_closed|already_signed|session_closed)$/.test(told.code)) { location.reload(); return; }
  error(told.message);
  draw();
}
function heard(well) {
  failures = well ? 0 : failures + 1;
  document.body.classList.toggle("off", failures > 1);
}
// The page asks now and then, so that the desk sees a phone that is awake.
async function look() {
  clearTimeout(asking);
  if (!document.hidden && !sending) {
    try { await request("/api/state"); heard(true); } catch (gone) { heard(false); }
  }
  asking = setTimeout(look, 5000);
}
document.addEventListener("visibilitychange", look);
fit();
look();
