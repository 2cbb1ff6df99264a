// The clocks besides the one that matters most: those of groups, and the one on the side.
let besideTick = 0;

function beside(stage) {
  clearTimeout(besideTick);
  let wait = 0;
  all("[data-clock]").forEach((place) => {
    const clock = place.dataset.clock === "side" ? stage.side : stage.clocks[place.dataset.clock];
    if (!clock) return;
    const now = reading(clock), kind = `clk is-${now.phase}`, bar = place.querySelector("s");
    if (place.className !== kind) place.className = kind;
    set(place.querySelector("b"), digits(shownSeconds(now)));
    set(place.querySelector("em"), now.word);
    if (bar) bar.style.width = `${100 * now.share}%`;
    if (clock.still || (clock.state !== "running" && clock.mode !== "until")) return;
    const past = ((now.shown % 1000) + 1000) % 1000, left = now.up ? 1000 - past : past || 1000;
    // Those that end within a quarter of a second of each other change at once.
    wait = wait && Math.abs(wait - left) > 250 ? Math.min(wait, left) : Math.max(wait, left);
  });
  if (wait) besideTick = setTimeout(beside, wait + 1, stage);
}
