// The stage: nothing to press, only to be seen from afar.
afterTick = (now, time) => {
  const clock = $("clock");
  if (!clock) return;
  clock.classList.toggle("w5", time.length === 5);
  clock.classList.toggle("w7", time.length > 5);
  clock.closest(".stage").classList.toggle("red", now.phase === "hard");
};
drawn = () => {
  set($("sentence"), state.sentence);
  set($("present"), String(state.present));
};
wake();
