// Shapes of the states, on the disc that rides the hand; the arc is the time left.
const signs = {
  waiting: "M0-4a4 4 0 1 0 .01 0zM0-2a2 2 0 1 1-.01 0z",
  running: "M-2.5-4L4.5 0-2.5 4z",
  soon: "M0-4.5a4.5 4.5 0 0 1 0 9z",
  last: "M-3.4-3.4h6.8v6.8h-6.8z",
  over: "M-1.2-4.4h2.4v3.2h3.2v2.4h-3.2v3.2h-2.4v-3.2h-3.2v-2.4h3.2z",
  paused: "M-3.4-4h2.4v8h-2.4zM1-4h2.4v8h-2.4z",
  turn: "M-4.5-2h5v-2.5L4.5-.8.5 2.6V.6h-5z",
  hard: "M-4 .5v-3.2h1.6v-1.4h1.6v-.6h1.6v.8h1.6v1.6h1.4V2L1.8 5H-1.6z",
};
function shape(within, name, facts) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(facts).forEach(([key, value]) => made.setAttribute(key, value));
  return within.appendChild(made);
}
function dial(place, now, big) {
  const old = place.querySelector("svg"), angle = 2 * Math.PI * (1 - now.share), n = now.length / 60000;
  if (old) old.remove();
  place.className = `clk${big ? " big" : ""} is-${now.phase}`;
  const arc = now.phase === "over" ? ".03 .02" : `0 ${1 - now.share} ${now.share} 1`;
  const svg = shape(place, "svg", { viewBox: "0 0 100 100", "aria-hidden": "true" });
  const circle = (name, dashes, of) => shape(svg, "circle", {
    class: name, cx: 50, cy: 50, r: name === "marks" ? 48 : 39, pathLength: of || 1, "stroke-dasharray": dashes,
    transform: "rotate(-90 50 50)",
  });
  const each = n > 180 ? 30 : n > 30 ? 5 : 1, mark = n / each;
  if (mark >= 1) circle("marks", `${mark * 0.004} ${1 - mark * 0.004}`, mark).setAttribute("stroke-dashoffset", -(mark % 1));
  circle("track", "1 0");
  circle("edge", arc);
  circle("arc", arc);
  const hand = shape(shape(svg, "g", {
    transform: `translate(${50 + 39 * Math.sin(angle)} ${50 - 39 * Math.cos(angle)})`,
  }), "g", { class: "disc" });
  shape(hand, "circle", { r: 7.5 });
  shape(hand, "path", { d: signs[now.phase] });
}

// The ring of seats: one per person, mine marked.
function ring() {
  const place = $("ring");
  if (!place) return;
  const here = state.counts.present, n = Math.max(here, state.counts.expected, 1);
  all(".seats", place).forEach((old) => old.remove());
  const svg = shape(place, "svg", { class: "seats", viewBox: "0 0 230 230" });
  for (let i = 0; i < n; i += 1) {
    const angle = 2 * Math.PI * i / n, mine = i + 1 === state.you.seat;
    shape(svg, "circle", {
      cx: 115 + 99 * Math.sin(angle), cy: 115 - 99 * Math.cos(angle), r: Math.min(13, 261 / n),
      class: mine ? "me" : i < here ? "" : "free",
    });
  }
}
