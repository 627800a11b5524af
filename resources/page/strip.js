
// The overview: all changes as small strokes on a strip beside the texts, and where one is.

const strip = document.querySelector(".strip");
const canvas = strip.querySelector("canvas");
const INKS = {
  missing: "--gone-edge", new: "--came-edge", moved: "--moved-edge", edited: "--edited",
  reworded: "--reworded", current: "--focus", here: "--quiet",
};
let picture = null;
let drawnHeight = 0; // of the texts, when it was drawn

const inkOf = (name) => {
  canvas.style.color = `var(${INKS[name]})`;
  return getComputedStyle(canvas).color;
};

const drawMarks = () => {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!width || !height) return;
  const scale = devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = height * scale;
  picture = new OffscreenCanvas(canvas.width, canvas.height);
  const draw = picture.getContext("2d");
  draw.scale(scale, scale);
  const { top, height: whole } = main.getBoundingClientRect();
  drawnHeight = whole;
  const placeOf = places();
  const placed = new Map();
  const inks = Object.fromEntries(Object.keys(INKS).map((name) => [name, inkOf(name)]));
  items.forEach((item, index) => {
    if (item.hidden) return;
    const kind = item.classList[0];
    for (const element of elementsOf(index)) {
      if (!element.dataset.n) continue;
      const band = element.closest(".b");
      if (!placed.has(band)) placed.set(band, placeOf(band));
      const start = placed.get(band).top - top;
      const size = placed.get(band).bottom - placed.get(band).top;
      if (!size) continue;
      const right = element.closest(".r") !== null;
      const alone = kind === "missing" || kind === "new" || kind === "moved";
      draw.fillStyle = inks[kind];
      const y = Math.round(((start + size / 4) / whole) * height);
      const stroke = Math.max(2, (alone && band.matches(".x, .y, .m") ? size / whole : 0) * height);
      if (!alone) draw.fillRect(1, y, width - 2, 2);
      else draw.fillRect(right ? width / 2 : 1, y, width / 2 - 1, stroke);
    }
  });
  drawPlace();
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
