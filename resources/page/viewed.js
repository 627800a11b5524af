
// What the reader has viewed: ticks of their own, which this browser alone keeps, by the names of the
// texts and the rows. Where it keeps nothing they last as long as the page is open.

const viewedButton = byId("page-viewed");
const TICKS = `variorum-viewed ${document.title}`;
let ticks = new Set();
const loadTicks = () => {
  try {
    ticks = new Set(localStorage.getItem(TICKS)?.split(" "));
  } catch {
    // A frame without an origin of its own has no storage.
  }
};
const keepTicks = () => {
  try {
    if (ticks.size) localStorage.setItem(TICKS, [...ticks].join(" "));
    else localStorage.removeItem(TICKS);
  } catch {
    // Nor one in which there is no room.
  }
};
const isViewed = (index) => ticks.has(rowOf(index));

const showViewed = () => {
  viewedButton.ariaPressed = current >= 0 && isViewed(current);
};
const filterTo = (value, told) => {
  const [label, box, words, count] = ["label", "input", "span", "span"].map((tag) => make(tag));
  box.type = "checkbox";
  box.value = value;
  box.checked = true;
  box.addEventListener("change", filter);
  boxes.push(box);
  words.textContent = told;
  count.className = "count";
  label.append(box, words, " ", count);
  return label;
};
let tickBoxes = null; // the filters, when there is anything to filter
const makeTickBoxes = () => {
  tickBoxes = make("fieldset", "ticks");
  const legend = make("legend", "far");
  legend.textContent = "Viewed or not";
  tickBoxes.append(legend, filterTo("viewed", "Viewed"), filterTo("unviewed", "Not viewed"));
  document.querySelector(".filters").append(tickBoxes);
};
const showTicks = () => {
  items.forEach((item, index) => item.classList.toggle("viewed", isViewed(index)));
  showViewed();
  const count = items.filter((item) => item.classList.contains("viewed")).length;
  if (!tickBoxes && count) makeTickBoxes();
  if (!tickBoxes) return;
  const counts = [count, items.length - count].map((number) => number.toLocaleString("en"));
  tickBoxes.querySelectorAll(".count").forEach((told, i) => { told.textContent = counts[i]; });
  const off = [...tickBoxes.querySelectorAll("input")].some((box) => !box.checked);
  tickBoxes.hidden = !count && !off;
  if (off) filter();
};

// From the last one it goes on at the top.
const goToUnviewed = () => {
  if (current < 0) step(1);
  if (current < 0) return;
  for (let by = 1; by <= items.length; by += 1) {
    const index = (current + by) % items.length;
    if (!isViewed(index) && visible(index)) return void goTo(index, firstShown(index));
  }
};

// Ticks the current change and goes on; who does it again where a tick is takes it away and stays.
const tick = () => {
  if (current < 0) return step(1);
  loadTicks(); // another window may have ticked something
  const before = isViewed(current);
  if (before) ticks.delete(rowOf(current));
  else ticks.add(rowOf(current));
  keepTicks();
  showTicks();
  if (!before) goToUnviewed();
};

viewedButton.addEventListener("click", tick);
viewedButton.disabled = !items.length;
const catchUp = () => {
  loadTicks();
  showTicks();
};
window.addEventListener("storage", ({ key }) => {
  if (key === TICKS || key === null) catchUp();
});
// A browser may lose what another window says while this one sleeps, or has just come.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) catchUp();
});
loadTicks();
