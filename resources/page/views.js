
// How the texts are shown: side by side, inline, one text alone; folded or not; in which colours.

const bandAtTop = () => {
  const edge = main.querySelector(".head").getBoundingClientRect().bottom;
  const middle = (main.getBoundingClientRect().left + main.getBoundingClientRect().right) / 2;
  return document.elementFromPoint(middle, edge + 4)?.closest(".b") ?? null;
};

// Puts something right below the head of the texts, where that stands.
const bringToTop = (element) => {
  if (!element) return;
  scrollBy(0, element.getBoundingClientRect().top - main.querySelector(".head").getBoundingClientRect().bottom);
};

// A function that brings the line below the head, as it is now, back there, when a band is of another height.
const stayingIn = (band) => {
  if (!band) return () => {};
  const box = () => band.getBoundingClientRect();
  const edge = () => main.querySelector(".head").getBoundingClientRect().bottom;
  const passed = (edge() - box().top) / box().height;
  return () => scrollBy(0, box().top + passed * box().height - edge());
};

// Whether each sentence has a line, see sentences.js, which not every page has.
const isBySentence = () => main.classList.contains("sentences");

const setView = async (name) => {
  const top = bandAtTop();
  if (name === "inline") await prepare();
  if (name === "side") delete main.dataset.view;
  else main.dataset.view = name;
  for (const radio of document.querySelectorAll('input[name="view"]')) {
    radio.checked = radio.value === name;
  }
  if (name === "inline") {
    inlineInSight();
    inlineByAndBy();
  }
  const element = current < 0 ? null : here && shown(here) ? here : firstShown(current);
  if (current >= 0) mark(current, element);
  // What was on the screen stays there: the current change, or else the band at the top.
  if (element) bringIntoSight(shown(element));
  else bringToTop(top);
  changed();
};
for (const radio of document.querySelectorAll('input[name="view"]')) {
  radio.addEventListener("change", () => setView(radio.value));
}

const foldsIn = (part) => part.querySelectorAll(".fold");
for (const fold of foldsIn(main)) fold.open = true;
const foldBox = byId("page-fold");
const setFolded = (folded) => {
  const top = bandAtTop();
  for (const fold of foldsIn(main)) fold.open = !folded;
  bringToTop(top?.checkVisibility() ? top : top?.closest("details"));
  if (foldBox) foldBox.checked = folded;
  changed();
};
foldBox?.addEventListener("change", () => setFolded(foldBox.checked));
later.made.push((stretch) => {
  for (const fold of foldsIn(stretch)) fold.open = !foldBox.checked;
});
// Paper cannot be unfolded: it gets all of it.
let foldedBefore = [];
window.addEventListener("beforeprint", () => {
  foldedBefore = [...foldsIn(main)].filter((fold) => !fold.open);
  for (const fold of foldedBefore) fold.open = true;
  if (view() === "inline") inlineAll();
});
window.addEventListener("afterprint", () => {
  for (const fold of foldedBefore) fold.open = false;
});

for (const radio of document.querySelectorAll('input[name="scheme"]')) {
  radio.addEventListener("change", () => {
    if (radio.value) root.dataset.scheme = radio.value;
    else delete root.dataset.scheme;
    changed();
  });
}
// Does what may set the texts anew, and keeps the band at the top where it is.
const keepingPlace = (act) => {
  const top = bandAtTop();
  act();
  bringToTop(top);
  changed();
};
for (const name of ["spacing", "size"]) {
  for (const radio of document.querySelectorAll(`input[name="${name}"]`)) {
    radio.addEventListener("change", () => keepingPlace(() => {
      if (radio.value) root.dataset[name] = radio.value;
      else delete root.dataset[name];
    }));
  }
}
const marksBox = byId("page-marks");
const setMarked = (marked) => keepingPlace(() => {
  root.toggleAttribute("data-plain", !marked);
  marksBox.checked = marked;
});
marksBox.addEventListener("change", () => setMarked(marksBox.checked));
byId("page-colour-blind").addEventListener("change", (event) => {
  root.toggleAttribute("data-colour-blind", event.target.checked);
  changed();
});
