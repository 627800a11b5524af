
// Next and previous change, by button and by the keys of the program's window. The page is
// complete without this script.
"use strict";

(() => {
  const items = [...document.querySelectorAll(".changes li")];
  const walk = document.querySelector(".walk");
  if (!items.length || !walk) return;

  const position = document.getElementById("page-position");
  const target = (index) => document.getElementById(address(index));
  const address = (index) => items[index].querySelector("a").getAttribute("href").slice(1);
  let current = items.findIndex((_, index) => `#${address(index)}` === location.hash);

  // Scrolls the list alone: `scrollIntoView` would take the whole page back to it where it stands
  // above the texts.
  const bringIntoList = (item) => {
    const list = item.parentElement;
    const own = item.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (own.top < frame.top) list.scrollTop -= frame.top - own.top;
    else if (own.bottom > frame.bottom) list.scrollTop += own.bottom - frame.bottom;
  };

  const show = () => {
    for (const marked of document.querySelectorAll(".current")) marked.classList.remove("current");
    position.textContent = current < 0 ? `${items.length}` : `${current + 1} / ${items.length}`;
    if (current < 0) return;
    items[current].classList.add("current");
    bringIntoList(items[current]);
    for (const number of document.querySelectorAll(`.n[href="#${items[current].id}"]`)) {
      number.closest(".s")?.classList.add("current");
    }
  };

  const go = (index) => {
    current = Math.max(0, Math.min(items.length - 1, index));
    show();
    history.replaceState(null, "", `#${address(current)}`);
    target(current)?.scrollIntoView({ block: "center" });
  };

  // Without a current change, the nearest one below or above what is on the screen.
  const step = (by) => {
    if (current >= 0) return go(current + by);
    const below = items.findIndex((_, index) => target(index)?.getBoundingClientRect().top > 0);
    return go(below < 0 ? items.length - 1 : by > 0 ? below : below - 1);
  };

  document.getElementById("page-next").addEventListener("click", () => step(1));
  document.getElementById("page-previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const down = event.key === "F8" ? !event.shiftKey : event.altKey && event.key === "ArrowDown";
    const up = event.key === "F8" ? event.shiftKey : event.altKey && event.key === "ArrowUp";
    if (!down && !up) return;
    event.preventDefault();
    step(down ? 1 : -1);
  });
  window.addEventListener("hashchange", () => {
    const found = items.findIndex((_, index) => `#${address(index)}` === location.hash);
    if (found >= 0) { current = found; show(); }
  });

  walk.hidden = false;
  show();
})();
