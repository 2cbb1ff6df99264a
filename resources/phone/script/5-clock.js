// The clock counts from what was left when it was told, by a clock that nobody sets.
// While the page cannot know whether it still holds, it shows no time at all.
let ticking = 0, announced = "", afterTick = null, beforeTick = null, stale = false;

const two = (x) => String(x).padStart(2, "0");
function digits(seconds) {
  const n = Math.abs(seconds), h = Math.floor(n / 3600), m = Math.floor(n / 60) % 60;
  return (seconds < 0 ? "+" : "") + (h ? `${h}:${two(m)}` : m) + `:${two(n % 60)}`;
}
function announce(what, text) {
  if (announced === what) return;
  announced = what;
  say(text);
}
// Where the rounds stand after some time more; past the end it is the last one.
function roundAt(told, gone) {
  let { number, changing } = told, left = told.left_ms - gone;
  while (left <= 0 && number < told.count) {
    if (!changing && told.change_ms) { changing = true; left += told.change_ms; }
    else { changing = false; left += told.lengths_ms[number]; number += 1; }
  }
  return { number, changing, left, length: changing ? told.change_ms : told.lengths_ms[number - 1] };
}
// What the clock says now, in milliseconds: what is left, and in its words what else there is to know.
function reading(clock) {
  const runs = clock.state === "running", gone = clock.still ? 0 : performance.now() - clock.at, more = [];
  let waits = 0;
  const ran = clock.elapsed_ms + (runs ? gone : 0), up = clock.mode === "up", turn = clock.turn;
  const round = clock.round && roundAt(clock.round, runs ? gone : 0);
  let left = clock.remaining_ms - (runs || clock.mode === "until" ? gone : 0), length = clock.length_ms;
  if (round) ({ left, length } = round);
  if (clock.at_zero === "hold" && !up) left = Math.max(0, left);
  let phase = clock.state === "waiting" ? "waiting" : !runs ? "paused" : up && !length ? "running"
    : left <= 0 ? "over" : left <= clock.last_ms ? "last" : left <= clock.soon_ms ? "soon" : "running";
  let word = phase === "last" && clock.last_ms < 60000 ? words.wrap_up : words[phase];
  if (round && round.changing) [phase, word] = ["turn", words.change];
  if (clock.name) more.push(clock.name);
  if (round) more.push(fill(words.round, { n: round.number + round.changing, count: clock.round.count }));
  if (turn && (turn.yours || turn.speaker)) more.push(turn.yours ? words.your_turn : fill(words.speaks, { name: turn.speaker }));
  if (turn && turn.next) more.push(turn.next_is_you ? words.you_next : fill(words.next, { name: turn.next }));
  if (phase === "over") {
    const done = left + (clock.hard ? clock.questions_ms : 0), notice = clock.notice_ms + done;
    if (clock.notice_ms && done <= 0 && notice > 0) {
      waits = Math.ceil(notice / 1000);
      more.push(fill(words.next_in, { n: waits }));
    }
    if (clock.at_zero === "hold") word = words.zero;
    if (clock.back_at) word = words.break_over;
    if (clock.hard) {
      word = words[phase = "hard"];
      left = Math.max(0, left + clock.questions_ms);
      length = clock.questions_ms;
      if (left) more.push(words.questions);
    }
  }
  const share = length ? Math.min(1, Math.max(0, left / length)) : up && runs ? 1 : 0;
  return { phase, word, more, waits, share, length, shown: up ? ran : left, up };
}
// The digits change on the boundary of the second, and 0 lasts one.
function shownSeconds(now) {
  const seconds = now.shown / 1000;
  return now.up ? Math.floor(seconds) : seconds > 0 ? Math.ceil(seconds) : -Math.floor(-seconds);
}
function unknown(place) {
  const old = place.querySelector("svg"), none = ["phase", "more"];
  if (old) old.remove();
  place.className = `clk${place.classList.contains("big") ? " big" : ""}`;
  $("left").style.fontSize = "";
  set($("left"), words.again);
  none.forEach((id) => set($(id), ""));
}
function tick() {
  clearTimeout(ticking);
  const place = $("clock"), clock = state && state.timer;
  if (!place || !clock) return;
  if (beforeTick) beforeTick();
  if (stale) { unknown(place); return; }
  const now = reading(clock), whole = shownSeconds(now), big = place.classList.contains("big");
  const bare = big || /over|hard|turn|waiting/.test(now.phase), time = digits(whole), of = clock.name + now.more + state.step.id;
  set($("left"), bare ? time : fill(now.up ? words.so_far : words.left, { time }));
  if (big) $("left").style.fontSize = `${Math.min(50, 260 / time.length)}px`;
  set($("phase"), now.word);
  set($("more"), now.more.join(" · "));
  if ($("back")) {
    const back = new Date(clock.back_at), over = /over/.test(now.phase);
    $("back").hidden = !clock.back_at;
    set($("back"), over ? words.come_back : fill(words.back, { time: `${two(back.getHours())}:${two(back.getMinutes())}` }));
  }
  dial(place, now, big);
  if (afterTick) afterTick(now, time);
  if (clock.state !== "running" && clock.mode !== "until") return;
  if (whole === 60 && now.length > 90000 && !now.up) announce(`minute${of}`, words.minute);
  if (now.phase === "turn") announce(`turn${of}`, words.change);
  if (/over|hard/.test(now.phase) && (clock.hard || whole > -2)) announce(`zero${clock.name}${state.step.id}`, clock.hard ? words.hard : words.zero);
  const past = ((now.shown % 1000) + 1000) % 1000;
  ticking = setTimeout(tick, (now.up ? 1000 - past : past || 1000) + 1);
}
