// The tools of the page. It is complete without them: this script only walks, hides, colours and
// searches what stands here already. All parts share one scope; this one names what they share.
"use strict";

const main = document.getElementById("page-texts");
const byId = (id) => document.getElementById(id);
const make = (tag, name = "") => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
};

// A page that a browser saved as it was seen begins anew all the same.
const root = document.documentElement;
for (const name of Object.keys(root.dataset)) delete root.dataset[name];
delete main.dataset.view;
delete main.dataset.from;
main.classList.remove("alone", "uneven", "sentences");
for (const made of document.querySelectorAll(".ticks, .lost")) made.remove();
for (const row of main.querySelectorAll(".row")) row.replaceWith(...row.childNodes);
for (const band of main.querySelectorAll(".parted")) band.classList.remove("parted");
for (const told of main.querySelectorAll(".tools output")) told.textContent = "";
for (const panel of main.querySelectorAll(".more")) panel.open = false;
const LEFT_OVER = ["current", "lit", "now", "told", "viewed", "near", "cut", "at-tools"];
for (const old of document.querySelectorAll(`.${LEFT_OVER.join(", .")}`)) old.classList.remove(...LEFT_OVER);

// "side", "inline", "left" or "right".
const view = () => main.dataset.view || "side";

// Of a long text most is made of text when somebody needs it, or by and by, see later.js; of all others
// everything is there.
const later = {
  made: [], // called with each stretch that was made, and
  whole: [], // when all of them are
  all() {},
  first: () => undefined, // a stretch that has something of a change, by its number, and was not made yet
  withChange() {},
  withId() {},
  whenWhole: (act) => act(),
};

// What parts that not every page has do at a key, by key.
const ownKeys = {};

// Called when something else is to be seen: another view, other colours, another filter.
const watchers = [];
const changed = () => watchers.forEach((watcher) => watcher());

// Where bands stand on the screen: a function from a band to its top and bottom. What the browser
// leaves out is not measured, since it would have to be set for that: such a band stands where its
// number in its stretch says.
const STRETCH = '[class^="z"]';
const places = () => {
  const known = new Map();
  return (band) => {
    if (band.checkVisibility({ contentVisibilityAuto: true })) return band.getBoundingClientRect();
    const stretch = band.closest(STRETCH);
    if (!known.has(stretch)) {
      const { top, height } = stretch.getBoundingClientRect();
      const bands = [...stretch.querySelectorAll(".b")];
      // Unchanged lines stand together in one band: it counts as many as there are.
      const counts = bands.map((one) => (one.matches(".u") ? one.firstElementChild.childElementCount : 1));
      const share = height / counts.reduce((sum, count) => sum + count, 0);
      let at = top;
      known.set(stretch, new Map(bands.map((one, i) => [one, { top: at, bottom: (at += counts[i] * share) }])));
    }
    return known.get(stretch).get(band);
  };
};
