
// The overview: all changes as small strokes on a strip beside the texts, and where one is.

const strip = document.querySelector(".strip");
const canvas = strip.querySelector("canvas");
const INKS = {
  missing: "--gone-edge", new: "--came-edge", moved: "--moved-edge", edited: "--edited",
  reworded: "--reworded", formatted: "--formatted", current: "--focus", here: "--quiet",
};
let picture = null;
let drawnHeight = 0; // of the texts, when it was drawn

const inkOf = (name) => {
  canvas.style.color = `var(${INKS[name]})`;
  return getComputedStyle(canvas).color;
};

// Ten thousands of changes are drawn by and by, so that nobody waits for them.
const AT_A_TIME = 12; // milliseconds
const PATIENCE = 100; // of what is not there yet
let toDraw = null; // what is left to be drawn
const drawMarks = () => {
  const { clientWidth: width, clientHeight: height } = canvas;
  toDraw = null;
  if (!width || !height) return;
  const scale = devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = height * scale;
  picture = new OffscreenCanvas(canvas.width, canvas.height);
  const draw = picture.getContext("2d");
  draw.scale(scale, scale);
  drawnHeight = main.offsetHeight;
  const inks = Object.fromEntries(Object.keys(INKS).map((name) => [name, inkOf(name)]));
  toDraw = strokes(draw, width, height, inks);
  drawSome();
};
const drawSome = () => {
  if (!toDraw) return;
  const end = performance.now() + AT_A_TIME;
  let waits = false;
  while (performance.now() < end) {
    const { done, value } = toDraw.next();
    waits = value;
    if (done) toDraw = null;
    if (done || waits) break;
  }
  drawPlace();
  if (toDraw) setTimeout(drawSome, waits ? PATIENCE : 0);
};

// Draws the changes, and stops after some of them; true where the next one is not there yet.
const STROKES = 50;
const strokes = function* (draw, width, height, inks) {
  const { top, height: whole } = main.getBoundingClientRect();
  const above = top + scrollY;
  let placeOf = places();
  let scrolled = scrollY;
  let placed = new Map();
  const drawn = new Set(); // most strokes of a long text fall on others
  for (const [index, item] of items.entries()) {
    if (index % STROKES === STROKES - 1) {
      yield false;
      if (scrolled !== scrollY) [placeOf, scrolled, placed] = [places(), scrollY, new Map()];
    }
    if (item.hidden) continue;
    while (later.first(index + 1)) yield true;
    const kind = item.classList[0];
    for (const element of elementsOf(index)) {
      if (!element.hasAttribute("data-n")) continue;
      const cell = element.closest(".l, .r");
      const band = cell.parentNode;
      if (!placed.has(band)) placed.set(band, placeOf(band));
      const start = placed.get(band).top + scrolled - above;
      const size = placed.get(band).bottom - placed.get(band).top;
      if (!size) continue;
      const right = cell.classList.contains("r");
      const alone = kind === "missing" || kind === "new" || kind === "moved";
      const y = Math.round(((start + size / 4) / whole) * height);
      const stroke = Math.max(2, (alone && band.matches(".x, .y, .m") ? size / whole : 0) * height);
      const place = `${kind} ${alone && right} ${y}`;
      if (stroke === 2 && drawn.has(place)) continue;
      drawn.add(place);
      draw.fillStyle = inks[kind];
      if (!alone) draw.fillRect(1, y, width - 2, 2);
      else draw.fillRect(right ? width / 2 : 1, y, width / 2 - 1, stroke);
    }
  }
};

const drawPlace = () => {
  if (!picture) return;
  const draw = canvas.getContext("2d");
  draw.clearRect(0, 0, canvas.width, canvas.height);
  draw.drawImage(picture, 0, 0);
  const box = main.getBoundingClientRect();
  const from = Math.max(0, -box.top / box.height) * canvas.height;
  const to = Math.min(1, (innerHeight - box.top) / box.height) * canvas.height;
  if (to <= from) return;
  draw.strokeStyle = inkOf("here");
  draw.lineWidth = 2;
  draw.strokeRect(1, from + 1, canvas.width - 2, Math.max(6, to - from - 2));
};

let drawing = 0;
const soon = (what) => {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(what);
};
const goByStrip = (event) => {
  const box = canvas.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
  scrollTo(0, scrollY + main.getBoundingClientRect().top + share * main.offsetHeight - innerHeight / 2);
};
canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  goByStrip(event);
});
canvas.addEventListener("pointermove", (event) => { if (event.buttons & 1) goByStrip(event); });
window.addEventListener("scroll", () => soon(drawPlace), { passive: true });
// What was seen has its true height now; only a difference that can be seen is worth a new picture.
window.addEventListener("scrollend", () => {
  if (Math.abs(main.offsetHeight - drawnHeight) * strip.clientHeight > drawnHeight) soon(drawMarks);
});
window.addEventListener("resize", () => soon(drawMarks));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => soon(drawMarks));
watchers.push(() => soon(drawMarks));
