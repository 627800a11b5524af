
// The two ends of a move: what lights up together under the mouse or the keys, and the line from one
// to the other between the texts.

const wayLine = main.querySelector(".way > path");
let lit = -1; // the move under the mouse or the keys

// The change that an element, or a way in a gap, belongs to; -1 when it is no move.
const moveAt = (node) => {
  const link = node.closest?.(".move[href]");
  if (link) later.withId(link.hash.slice(1));
  const element = link ? byId(link.getAttribute("href").slice(1)) : node.closest?.("[data-n], [data-c]");
  const index = element && main.contains(element) ? numberOf(element) - 1 : -1;
  return items[index]?.classList.contains("moved") ? index : -1;
};

// Draws the line for what is lit, or else for the current change; between the texts, from the first
// line of one end to that of the other, wherever these are.
const drawWay = () => {
  const index = lit >= 0 ? lit : current >= 0 && items[current].classList.contains("moved") ? current : -1;
  wayLine.removeAttribute("d");
  if (index < 0 || view() !== "side") return;
  const ends = elementsOf(index).filter((element) => element.dataset.n);
  const left = ends.find((element) => element.closest(".l"));
  const right = ends.find((element) => element.closest(".r"));
  if (!left || !right) return;
  const frame = main.getBoundingClientRect();
  const columns = [left, right].map((element) => element.closest(".l, .r").getBoundingClientRect());
  // One above the other, on a narrow screen, there is no room for a line between them.
  if (columns[0].right > columns[1].left) return;
  const placeOf = places();
  const heightOf = (element) => {
    const seen = element.checkVisibility({ contentVisibilityAuto: true });
    const { top } = seen ? element.getClientRects()[0] ?? placeOf(element.closest(".b")) : placeOf(element.closest(".b"));
    return top - frame.top + 13;
  };
  const [x, end] = [columns[0].right - frame.left - 6, columns[1].left - frame.left + 6];
  const [y, below] = [heightOf(left), heightOf(right)];
  // It goes up or down beside the figures, which stand in the middle.
  const beside = (end - x) * 0.84;
  wayLine.setAttribute("d", `M${x} ${y}h${beside}V${below}H${end}`);
};

const light = (index) => {
  if (index === lit) return;
  if (lit >= 0) for (const element of elementsOf(lit)) element.classList.remove("lit");
  lit = index;
  if (index >= 0) for (const element of elementsOf(index)) element.classList.add("lit");
  drawWay();
};
main.addEventListener("pointerover", (event) => light(moveAt(event.target)));
main.addEventListener("pointerleave", () => light(-1));
main.addEventListener("focusin", (event) => light(moveAt(event.target)));
main.addEventListener("focusout", () => light(-1));
window.addEventListener("resize", drawWay);
window.addEventListener("scrollend", drawWay);
watchers.push(() => requestAnimationFrame(drawWay));
