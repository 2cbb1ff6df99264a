// The stage: nothing to press, only to be seen from afar. What does not fit turns pages.
const pageMs = 12000;
let laid = null, laidFor = "", pages = [], page = 0, pageKey = "", pageSince = 0, pageTurn = 0;

const fits = (box) => box.scrollHeight <= box.clientHeight + 1;
function showItems(items, from, count) {
  items.forEach((one, at) => { one.hidden = at < from || at >= from + count; });
}
// As many as fit on one page, by halves.
function fitting(box, items, from) {
  let low = 0, high = Math.min(items.length - from, 40);
  showItems(items, from, high);
  if (fits(box)) return high;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    showItems(items, from, middle);
    if (fits(box)) low = middle; else high = middle;
  }
  return low;
}
// One that is higher than a page goes on in another.
function split(box, item) {
  const within = (one) => one.querySelector(".words") || one, text = within(item), all = text.textContent.split(" ");
  const put = (count) => { text.textContent = all.slice(0, count).join(" "); return fits(box); };
  let low = 1, high = all.length;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (put(middle)) low = middle; else high = middle;
  }
  put(low);
  if (low >= all.length) return null;
  const rest = item.cloneNode(true);
  within(rest).textContent = all.slice(low).join(" ");
  return item.parentNode.insertBefore(rest, item.nextSibling);
}
function cut(box) {
  const items = [...box.children], found = [];
  for (let from = 0; from < items.length;) {
    let count = fitting(box, items, from);
    if (!count) {
      showItems(items, from, count = 1);
      const rest = split(box, items[from]);
      if (rest) items.splice(from + 1, 0, rest);
    }
    found.push([from, count]);
    from += count;
  }
  return found;
}
// The first size or arrangement that puts all on one page, else the one that takes the fewest.
function lay() {
  const whole = document.querySelector(".pages");
  pages = [];
  if (!whole || fits(whole)) return;
  // Its own words take their room too.
  set($("pages"), fill(words.page, { page: 10, pages: 10 }));
  let now = whole, best = null;
  const put = (box) => { now.parentNode.replaceChild(box, now); now = box; };
  for (const way of (whole.dataset.ways || "").split(" ")) {
    put(whole.cloneNode(true));
    if (way) now.classList.add(way);
    if (fits(now)) return;
    const found = cut(now);
    if (!best || found.length < best.found.length) best = { box: now, found };
  }
  put(best.box);
  pages = best.found;
}
function turn() {
  clearTimeout(pageTurn);
  const box = document.querySelector(".pages"), key = box ? box.closest(".stage").dataset.key : "";
  if (key !== pageKey) {
    pageKey = key;
    pageSince = performance.now();
    page = 0;
  }
  const count = pages.length, gone = performance.now() - pageSince;
  if (!state.frozen) page = Math.floor(gone / pageMs);
  if (count < 2) { set($("pages"), ""); return; }
  showItems([...box.children], ...pages[page % count]);
  set($("pages"), fill(words.page, { page: (page % count) + 1, pages: count }));
  if (!state.frozen) pageTurn = setTimeout(turn, pageMs - (gone % pageMs) + 20);
}
// The digits are as large as the ring lets them be, and keep their size until there are more of them.
afterTick = (now, time) => {
  const clock = $("clock"), digit = $("left");
  set($("onward"), now.waits ? fill(words.onward_in, { time: now.waits }) : words.onward);
  if (!clock.classList.contains("big") || clock.dataset.wide === String(time.length)) return;
  clock.dataset.wide = time.length;
  clock.style.setProperty("--d", 22);
  clock.style.setProperty("--d", Math.min(22, 22 * 0.6 * clock.clientWidth / digit.offsetWidth).toFixed(2));
};
drawn = () => {
  set($("hour"), state.hour);
  beside(state);
  if (laid !== $("main")) {
    laid = $("main");
    laidFor = `${innerWidth}x${innerHeight}`;
    lay();
  }
  turn();
  if (!document.fonts || document.fonts.status === "loaded") document.body.dataset.laid = laidFor;
};
function again() {
  view = "";
  look();
}
addEventListener("resize", again);
// Other letters are as wide as others.
if (document.fonts && document.fonts.addEventListener) document.fonts.addEventListener("loadingdone", again);
wake();
