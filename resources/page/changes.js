
// The changes: the list, its filters, and the ways from one change to another. A change is known by
// its number less one, its place in the list.

const list = document.querySelector(".changes .list");
const numberOf = (element) => Number(element.getAttribute("data-n") ?? element.getAttribute("data-c"));

// A very long list says the kinds of its changes in letters, see `change_list.py`. Where a change begins
// is told from the texts when somebody asks, but for moves, which have two ends.
const LETTERS = { e: "edited", r: "reworded", m: "missing", n: "new", v: "moved", f: "formatted" };
const spell = (parts) => {
  const blank = make("li");
  blank.append(make("a"));
  for (const part of parts) {
    const { kinds, moved = "" } = part.dataset;
    const ends = moved.split(" ").values();
    const spelt = [...kinds].map((letter) => {
      const item = blank.cloneNode(true);
      const kind = LETTERS[letter];
      item.className = kind;
      if (letter === "v") item.firstChild.setAttribute("href", `#${ends.next().value}`);
      item.firstChild.textContent = kind;
      return item;
    });
    part.replaceChildren(...spelt);
    delete part.dataset.kinds;
    delete part.dataset.moved;
  }
};
const inLetters = list?.querySelectorAll("[data-kinds]") ?? [];
if (inLetters.length) spell(inLetters);

const items = [...document.querySelectorAll(".changes li")];
const brief = list?.hasAttribute("data-brief");
// A brief list says the kind in words alone.
if (brief) for (const item of items) if (!item.className) item.className = item.textContent;

// The id of an element that one comes to, and the element of an id; some get theirs here, see names.js.
const idOf = (element) => {
  if (element.dataset.u) giveName(element);
  return element.id;
};
const placeWith = (id) => {
  later.withId(id);
  if (!byId(id)) later.all();
  if (!byId(id) && main.querySelector("[data-u]")) {
    nameIn(main);
    items.forEach((_, index) => rowOf(index));
  }
  return byId(id);
};
const rowOf = (index) => {
  const way = items[index].firstElementChild;
  if (!way.hasAttribute("href")) way.setAttribute("href", `#${idOf(elementsOf(index)[0])}`);
  return way.getAttribute("href").slice(1);
};

// For each change the elements that bear it, left ones first; a table that is made when first asked.
let elements = null;
const gatherElements = (part) => {
  const torn = new Set(); // those of which other parts have some, too
  for (const side of ["l", "r"]) {
    for (const element of part.querySelectorAll(`.${side} :is([data-n], [data-c])`)) {
      const all = elements[numberOf(element) - 1];
      if (all?.length && !part.contains(all[0])) torn.add(all);
      all?.push(element);
    }
  }
  const order = (a, b) => {
    const [left, other] = [a, b].map((element) => Boolean(element.closest(".l")));
    if (left !== other) return left ? -1 : 1;
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  };
  for (const all of torn) all.sort(order);
};
later.made.push((stretch) => { if (elements) gatherElements(stretch); });
const elementsOf = (index) => {
  later.withChange(index + 1);
  if (!elements) {
    elements = items.map(() => []);
    gatherElements(main);
  }
  return elements[index];
};

// The element in the view of now that shows what another element shows: itself, or its like in the
// inline view; null when this view does not have it.
const letterOf = (passage) => passage.id.slice("passage-".length);
const shown = (element) => {
  const band = element.closest(".b");
  const now = view();
  // What comes into sight together with it is parted together with it.
  if (isBySentence()) partIn(band.closest(STRETCH));
  if (now === "inline" && faces(band)) {
    const number = numberOf(element);
    // What comes into sight together with it is written together with it.
    if (prepared) inlineIn(band.closest(STRETCH));
    const like = number ? `[data-n="${number}"], [data-c="${number}"]` : `[data-of="${letterOf(element)}"]`;
    return inlined(band)?.querySelector(like) ?? band;
  }
  if (now === "left" && element.closest(".r")) return null;
  if (now === "right" && element.closest(".l")) return null;
  return element;
};

// Whatever hides a place of the texts gives way to who wants to go there.
const uncover = (element) => {
  const fold = element.closest("details");
  if (fold) fold.open = true;
  if (!element.checkVisibility()) setAlone(false, true);
};

// In the middle of the room; what is longer than that is shown from its beginning. The tools never
// cover that: while the keys are in them, the browser scrolls as if they were not there.
const AIR = 8; // pixels
const tools = main.querySelector(".head");
const bringIntoSight = (element) => {
  uncover(element);
  const scroll = () => {
    const room = innerHeight - parseFloat(getComputedStyle(root).scrollPaddingTop);
    const isLong = element.getBoundingClientRect().height > room;
    element.scrollIntoView({ block: isLong ? "start" : isAlone() ? "nearest" : "center" });
    const covered = tools.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
    if (covered > 0) scrollBy(0, -covered - AIR);
  };
  scroll();
  // What came into sight has its true height now, which may not be the one that was expected.
  requestAnimationFrame(scroll);
};

// Scrolls the list alone: `scrollIntoView` would take the whole page back to it where it stands
// above the texts.
const bringIntoList = (item) => {
  const own = item.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (own.top < frame.top) list.scrollTop -= frame.top - own.top;
  else if (own.bottom > frame.bottom) list.scrollTop += own.bottom - frame.bottom;
};

let current = -1;
let marked = []; // what bears its mark
let here = null; // the element of the current change that one is at
const position = byId("page-position");
const otherButton = byId("page-other");

const tell = () => {
  position.textContent = current < 0 ? `${items.length}` : `${current + 1} / ${items.length}`;
  if (otherButton) otherButton.disabled = current < 0 || !otherEnd();
  showViewed();
};

const mark = (index, element) => {
  for (const old of marked) {
    old.classList.remove("current");
    old.removeAttribute("aria-current");
  }
  marked = [];
  current = index;
  here = element ?? elementsOf(index)?.[0];
  tell();
  if (index < 0) return;
  const link = items[index].firstElementChild;
  link.setAttribute("aria-current", "true");
  bringIntoList(items[index]);
  const all = elementsOf(index);
  marked = [items[index], link, ...all, ...all.map(shown).filter((element) => element)];
  for (const element of marked) if (element !== link) element.classList.add("current");
  showAlone();
  drawWay();
};

// In a frame that was given its page as text, as a mail may be shown, an address of this page would lead
// to that of the page around it.
const hasAddress = location.protocol !== "about:";

// Goes to a change, at one of its elements, and puts it into the address. When the browser tells of that
// one may be elsewhere already.
let told = null;
const goTo = (index, element) => {
  mark(index, element);
  const way = `#${element?.id || rowOf(index)}`;
  if (hasAddress && way !== location.hash) {
    told = way;
    const held = document.activeElement;
    location.replace(way);
    // Whoever pressed a button goes on with it: browsers take the keys away with the address.
    if (held !== document.activeElement) held?.focus({ preventScroll: true });
  }
  const seen = element && shown(element);
  if (seen) bringIntoSight(seen);
};

const visible = (index) =>
  !items[index].hidden && elementsOf(index).some((element) => shown(element));
// Its beginning, where this view has it.
const firstShown = (index) => {
  const all = elementsOf(index).filter((element) => shown(element));
  return all.find((element) => element.id === rowOf(index)) ?? all[0];
};

const step = (by) => {
  let index = current + by;
  if (current < 0) {
    // Without a current change, the nearest one below or above what is on the screen.
    const placeOf = places();
    const below = items.findIndex((_, at) => {
      const place = later.first(at + 1) ?? elementsOf(at)[0]?.closest(".b");
      return place && placeOf(place).bottom > innerHeight / 3;
    });
    index = below < 0 ? (by > 0 ? items.length : items.length - 1) : by > 0 ? below : below - 1;
  }
  while (index >= 0 && index < items.length && !visible(index)) index += by;
  if (index >= 0 && index < items.length) goTo(index, firstShown(index));
  else if (current >= 0) goTo(current, firstShown(current));
};

// The other end of the current move: where the end that one is at leads to.
const otherEnd = () => {
  if (!items[current].classList.contains("moved")) return null;
  const ends = elementsOf(current).filter((element) => element.dataset.n && shown(element));
  const way = here?.querySelector(".chip.move")?.getAttribute("href").slice(1);
  const side = here?.closest(".l") ? ".r" : ".l";
  return ends.find((end) => end.id === way) ?? ends.find((end) => end.closest(side)) ?? null;
};
const goToOtherEnd = () => {
  const end = current < 0 ? null : otherEnd();
  if (end) goTo(current, end);
};

// Somebody followed a link, or came with one.
const follow = (hash = location.hash) => {
  const target = hash.length > 1 && placeWith(hash.slice(1));
  if (!target || !main.contains(target)) return;
  if (!target.closest(".b")) return void bringIntoSight(target);
  // A view of one text may have another end of a change; where it has none, both texts are shown.
  const number = numberOf(target);
  const place = shown(target) ? target : number ? firstShown(number - 1) : null;
  if (number) mark(number - 1, place ?? target);
  if (!place) setView("side");
  bringIntoSight(shown(place ?? target));
};

// Whoever came by a link to a change of a page that was made of other texts is told why nothing is shown.
const sayWhatIsLost = () => {
  if (location.hash.length < 2 || byId(location.hash.slice(1))) return;
  const told = make("p", "lost");
  told.setAttribute("role", "status");
  document.querySelector(".lead").after(told);
  told.textContent = "The change that the link leads to is not on this page. Its sentence may read otherwise now.";
};

// The filters: a change is left out when a box that it belongs to is empty.
const boxes = [...document.querySelectorAll(".filters input")];
const filter = () => {
  const off = boxes.filter((box) => !box.checked).map((box) => box.value);
  const without = (names, value) => {
    if (value.startsWith("un")) return !names.contains(value.slice(2));
    if (value === "v-") return ![...names].some((name) => /^v\d$/.test(name));
    return names.contains(value);
  };
  let left = 0;
  for (const item of items) {
    item.hidden = off.some((value) => without(item.classList, value));
    if (!item.hidden) left += 1;
  }
  for (const part of list.children) part.hidden = [...part.children].every((item) => item.hidden);
  const all = items.length.toLocaleString("en");
  const noun = items.length === 1 ? "change" : "changes";
  byId("page-changes-title").textContent =
    left === items.length ? `${all} ${noun}` : `${left.toLocaleString("en")} of ${all} ${noun}`;
  changed();
};
for (const box of boxes) box.addEventListener("change", filter);

// A brief list gets its words where one looks at it.
const fill = (item, index) => {
  const link = item.firstElementChild;
  rowOf(index);
  if (link.firstElementChild) return;
  const kind = item.classList[0];
  const number = make("span", "number");
  number.textContent = `${index + 1}`;
  const name = make("span", `kind ${kind}`);
  name.textContent = kind;
  const words = make("bdi");
  words.append(...drawn(index));
  link.replaceChildren(number, " ", name, " ", words);
};
const fillAll = (part) => [...part.children].forEach((item, at) => fill(item, part.start - 1 + at));
const MOST_ON_PAPER = 1000;
if (brief) {
  list.dataset.brief = "filled";
  if (items.length <= MOST_ON_PAPER) {
    window.addEventListener("beforeprint", () => {
      [...list.children].forEach(fillAll);
      list.dataset.brief = "whole";
    });
  }
  list.addEventListener("contentvisibilityautostatechange", ({ skipped, target }) => {
    if (!skipped) fillAll(target);
  });
  // What was painted before this script had come is told by no event.
  requestAnimationFrame(() => {
    // A part is never left out itself, only what it holds.
    const isSeen = ({ firstElementChild }) => firstElementChild.checkVisibility({ contentVisibilityAuto: true });
    [...list.children].filter(isSeen).forEach(fillAll);
  });
}

byId("page-next").addEventListener("click", () => step(1));
byId("page-previous").addEventListener("click", () => step(-1));
otherButton?.addEventListener("click", goToOtherEnd);
window.addEventListener("hashchange", () => {
  if (location.hash !== told) follow();
  told = null;
});
document.addEventListener("click", (event) => {
  // A way to where one is already changes no address, but is to be gone all the same.
  const way = event.target.closest?.('a[href^="#"]')?.getAttribute("href");
  if (!way) return;
  later.withId(way.slice(1));
  if (!hasAddress) event.preventDefault();
  if (!hasAddress || way === location.hash) follow(way);
});
