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

// "side", "inline", "left" or "right".
const view = () => main.dataset.view || "side";

// Called when something else is to be seen: another view, other colours, another filter.
const watchers = [];
const changed = () => watchers.forEach((watcher) => watcher());
