// The clock counts from what was left when it was told, by a clock that nobody sets.
let ticking = 0, announced = "";

function digits(seconds) {
  const n = Math.abs(seconds), two = (x) => String(x).padStart(2, "0");
  const h = Math.floor(n / 3600), m = Math.floor(n / 60) % 60;
  return (seconds < 0 ? "+" : "") + (h ? `${h}:${two(m)}` : m) + `:${two(n % 60)}`;
}
function announce(what, text) {
  if (announced === what + state.step.id) return;
  announced = what + state.step.id;
  say(text);
}
function tick() {
  clearTimeout(ticking);
  const place = $("left"), clock = state.timer;
  if (!place || !clock) return;
  const running = clock.state === "running";
  const left = (clock.remaining_ms - (running ? performance.now() - clock.at : 0)) / 1000;
  const whole = left > 0 ? Math.ceil(left) : -Math.floor(-left);
  place.hidden = clock.state === "waiting" || clock.state === "stopped";
  set(place, fill(clock.state === "paused" ? words.paused : whole < 0 ? words.over : words.left, { time: digits(whole) }));
  if (!running) return;
  if (whole === 60 && clock.length_ms > 90000) announce("minute", words.minute);
  if (whole === 0) announce("zero", words.zero);
  ticking = setTimeout(tick, ((left % 1) + 1) % 1 * 1000 + 20);
}

// The ring of seats: one per person, mine marked.
function ring() {
  const place = $("ring");
  if (!place) return;
  const draw = (name, facts) => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(facts).forEach(([key, value]) => shape.setAttribute(key, value));
    return shape;
  };
  const here = state.counts.present, n = Math.max(here, state.counts.expected, 1);
  const svg = draw("svg", { class: "seats", viewBox: "0 0 230 230" });
  for (let i = 0; i < n; i += 1) {
    const angle = 2 * Math.PI * i / n, mine = i + 1 === state.you.seat;
    svg.appendChild(draw("circle", {
      cx: 115 + 99 * Math.sin(angle), cy: 115 - 99 * Math.cos(angle), r: Math.min(13, 261 / n),
      class: mine ? "me" : i < here ? "" : "free",
    }));
  }
  all(".seats", place).forEach((old) => old.remove());
  place.appendChild(svg);
}
