
// Search in what the view shows. Hits are painted over the text; nothing of it is touched.

const searchBox = byId("page-search");
const hitsTold = byId("page-hits");
const PAINTED = 100; // hits around the current one: more are not on the screen at once
let hits = [];
let hit = -1;
let searchedIn = ""; // the view that they are in
let searchedFor = "";

// The pieces of text of a paragraph, without the signs of the page itself.
const piecesOf = (paragraph) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".chip, .gap") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const pieces = [];
  while (walker.nextNode()) pieces.push(walker.currentNode);
  return pieces;
};
const wordsOf = (paragraph) =>
  paragraph.querySelector(".chip, .gap")
    ? piecesOf(paragraph).map((node) => node.data).join("")
    : paragraph.textContent;

const searched = () => {
  if (view() === "left") return ".b > .l:not(.empty) p";
  if (view() === "right") return ".b > .r:not(.empty) p";
  if (view() === "side") return ".b > :is(.l, .r):not(.empty) p";
  inlineAll();
  return ".b > .i p, .u:not(:has(> .i)) > .r p, :is(.x, .y, .m) > :is(.l, .r):not(.empty) p";
};

const rangeOf = ({ paragraph, start, end }) => {
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (const node of piecesOf(paragraph)) {
    if (!begun && start < at + node.length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= at + node.length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += node.length;
  }
  return range;
};

const paint = () => {
  if (!CSS.highlights) return;
  CSS.highlights.delete("page-hits");
  CSS.highlights.delete("page-hit");
  if (!hits.length) return;
  const first = Math.max(0, hit - PAINTED);
  const around = hits.slice(first, Math.max(hit, 0) + PAINTED);
  CSS.highlights.set("page-hits", new Highlight(...around.map(rangeOf)));
  if (hit >= 0) {
    const now = new Highlight(rangeOf(hits[hit]));
    now.priority = 1;
    CSS.highlights.set("page-hit", now);
  }
};

// What is typed in one way and printed in several; and what stands unseen between letters, or need not
// be typed: soft hyphens, joiners, vowel points. The same as in the window, see find/folding.py.
const ALIKE = ["\u2018\u2019\u201a\u201b\u02bc\u2032'", "\u201c\u201d\u201e\u201f\u2033\"", "\u2010\u2011-",
  "\u06a9\u0643", "\u06cc\u064a\u0649", "\u06c1\u0647"];
const UNSEEN = "[\\u00ad\\u0640\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff" +
  "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u0652\\u0656-\\u065f\\u0670]*";
const patternOf = (wanted) => {
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const signs = wanted.normalize("NFC").match(/\s+|\S/gu).map((sign) => {
    if (/\s/.test(sign)) return "\\s+";
    const alike = ALIKE.find((all) => all.includes(sign));
    if (alike) return `[${alike}]`;
    const apart = sign.normalize("NFD");
    return apart === sign ? escaped(sign) : `(?:${sign}|${apart})`;
  });
  return new RegExp(signs.join(UNSEEN), "giu");
};

const search = () => {
  const wanted = searchBox.value.trim();
  hits = [];
  hit = -1;
  searchedIn = view();
  searchedFor = searchBox.value;
  if (wanted) {
    later.all();
    const pattern = patternOf(wanted);
    for (const paragraph of main.querySelectorAll(searched())) {
      for (const found of wordsOf(paragraph).matchAll(pattern)) {
        hits.push({ paragraph, start: found.index, end: found.index + found[0].length });
      }
    }
  }
  hitsTold.textContent = !wanted ? "" : hits.length ? `${hits.length.toLocaleString("en")} found` : "not found";
  paint();
};

// What was typed a moment ago is looked for before anybody goes to it.
let waiting = 0;
const searchIfTyped = () => {
  clearTimeout(waiting);
  if (searchedFor !== searchBox.value) search();
};

const goToHit = (by) => {
  searchIfTyped();
  if (!hits.length) return;
  if (hit < 0) {
    // From what is on the screen on.
    const placeOf = places();
    hit = by < 0 ? hits.length - 1 : hits.findIndex(({ paragraph }) => placeOf(paragraph.closest(".b")).bottom > innerHeight / 3);
    if (hit < 0) hit = 0;
  } else hit = (hit + by + hits.length) % hits.length;
  hitsTold.textContent = `${(hit + 1).toLocaleString("en")} of ${hits.length.toLocaleString("en")}`;
  const { paragraph } = hits[hit];
  uncover(paragraph);
  paragraph.scrollIntoView({ block: "center" });
  const place = rangeOf(hits[hit]).getBoundingClientRect();
  if (place.top < 140 || place.bottom > innerHeight - 20) scrollBy(0, place.top - innerHeight / 2);
  paint();
};

searchBox.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(searchIfTyped, 120);
});
searchBox.form.addEventListener("submit", (event) => event.preventDefault());
searchBox.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  goToHit(event.shiftKey ? -1 : 1);
});
// What hides or uncovers places leaves the hits, and which of them one is at, as they are.
watchers.push(() => { if (searchBox.value && searchedIn !== view()) search(); });
