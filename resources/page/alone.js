// One change at a time: of the texts there is the current change, every end of it, and a little around.

const AROUND = 1; // bands before and behind
const aloneButton = byId("page-alone");
let bands = null; // all of them in their order, when first asked
let cameFrom = null; // the change and the place on the page when the rest was hidden
const isAlone = () => main.classList.contains("alone");

let around = []; // what bears marks of it
const showAlone = () => {
  for (const element of around) element.classList.remove("near", "cut");
  around = [];
  if (!isAlone()) return;
  later.all();
  bands ??= [...main.querySelectorAll(".b")];
  const near = new Set();
  for (const own of new Set(elementsOf(current).map((element) => element.closest(".b")))) {
    const at = bands.indexOf(own);
    for (let i = at - AROUND; i <= at + AROUND; i += 1) if (bands[i]) near.add(i);
  }
  for (const i of near) {
    for (let part = bands[i]; part !== main; part = part.parentNode) {
      part.classList.add("near");
      around.push(part);
    }
    bands[i].classList.toggle("cut", i > Math.min(...near) && !near.has(i - 1));
  }
};

// With `leaving` one is on the way to somewhere else.
const setAlone = (alone, leaving = false) => {
  if (alone === isAlone()) return;
  if (alone) {
    cameFrom = { current, place: scrollY };
    if (current < 0) step(1);
    if (current < 0) return;
  }
  main.classList.toggle("alone", alone);
  aloneButton.ariaPressed = alone;
  showAlone();
  if (alone) scrollTo(0, main.offsetTop);
  if (alone || (!leaving && cameFrom.current !== current)) bringIntoSight(shown(here) ?? here);
  else if (!leaving) scrollTo(0, cameFrom.place);
  changed();
};
aloneButton.addEventListener("click", () => setAlone(!isAlone()));
aloneButton.ariaPressed = false;
aloneButton.disabled = !items.length;
