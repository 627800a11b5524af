
// What a change is about, in a few words: those that changed, with a little around them. A short list
// has them already; of a long one they are made here, of the texts, where one looks at them. The
// lengths are those of `excerpts.py` and `change_list.py`.

const LONGEST = 96;
const LEAD = 24;
const KEPT = 40;
const NO_WORDS = ".chip, .gap, .far";
// Signs that stand close to what is before them.
const CLOSING = /^[.,;:!?)\]}'"’”»…、。，；：！？）」』】》]/;
const SHOWN = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;

// The words of some elements of one text, with `changed` for those that stand on this side alone: true, or
// "v" where they stand elsewhere in the sentence on the other one.
const stretchesOf = (elements) => {
  const out = [];
  const add = (text, changed) => {
    const last = out.at(-1);
    if (last && last.changed === changed) last.text += text;
    else out.push({ text, changed });
  };
  for (const element of elements) {
    if (out.length) add(" ", false);
    const walker = document.createTreeWalker(element, SHOWN, (node) =>
      node.nodeType === 1 && node.matches(NO_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const mark = node.nodeType === 3 && node.parentElement.closest("del, ins");
      const changed = Boolean(mark) && element.contains(mark) && mark !== element;
      if (node.nodeType === 3) add(node.data, changed && mark.matches(".v") ? "v" : changed);
    }
  }
  for (const one of out) one.text = one.text.replace(/\s+/g, " ");
  return out;
};

// Takes some characters from the beginning of what is left of a text.
const takeOff = (side, length) => {
  const text = side[0].text.slice(0, length);
  side[0].text = side[0].text.slice(length);
  if (!side[0].text) side.shift();
  return text;
};

// How much of two texts is the same at their beginnings.
const alike = (one, other) => {
  let at = 0;
  while (at < one.length && one.codePointAt(at) === other.codePointAt(at)) at += 1;
  return at;
};

// Both texts in one: what changed from either side, what did not from the right one. What counts as no
// change may differ in a few characters; there the two part, and the excerpt ends.
const merged = (left, right) => {
  const out = [];
  const put = (text) => {
    if (out.length && !out.at(-1).tag) out.at(-1).text += text;
    else out.push({ tag: "", text });
  };
  while (left.length || right.length) {
    for (const [side, tag] of [[left, "del"], [right, "ins"]]) {
      for (; side[0]?.changed; side.shift()) out.push({ tag, text: side[0].text, moved: side[0].changed === "v" });
    }
    if (!left.length || !right.length) break;
    // The space beside a word that stands on one side alone bears no mark.
    const loose = [left, right].find((side) => side[0].text.startsWith(" "));
    if (loose && ![left, right].every((side) => side[0].text.startsWith(" "))) {
      put(takeOff(loose, 1));
      continue;
    }
    const length = alike(left[0].text, right[0].text);
    if (!length) break;
    takeOff(left, length);
    put(takeOff(right, length));
  }
  return out;
};

// The first and the last whole words of a text; of one that is written without spaces, what fits of it
// in whole signs: see `cutting.py`.
const JOINED = /^[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}\u0e33\u0eb3\u200d\udc00-\udfff]/u;
const isJoined = (text, at) => text[at - 1] === "\u200d" || JOINED.test(text.slice(at, at + 2));
const headOf = (text, length) => {
  const words = text.slice(0, length + 1).replace(/[\s…]*\S*$/, "");
  if (words || text.search(/\s|$/) <= LEAD) return words;
  let end = length;
  while (end && isJoined(text, end)) end -= 1;
  return text.slice(0, end);
};
const tailOf = (text, length) => {
  let start = Math.max(0, text.length - length);
  const words = text.slice(start).replace(/^\S* (?=\S)/, "");
  if (words.length < text.length - start) return words;
  while (start && isJoined(text, start)) start += 1;
  return text.slice(start);
};

// Unchanged words before, between or behind changed ones, cut where they are many.
const shortened = (text, atStart) => {
  if (atStart) return text.length <= LEAD ? text : `…${tailOf(text, LEAD)}`;
  return text.length <= KEPT ? text : `${headOf(text, KEPT / 2)} … ${tailOf(text, KEPT / 2)}`;
};

// Words that look otherwise on the other side, with a little around them; null where there are none.
const formattedIn = (elements) => {
  const out = [];
  for (const element of elements) {
    const walker = document.createTreeWalker(element, SHOWN, (node) =>
      node.nodeType === 1 && node.matches(NO_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType !== 3) continue;
      const tag = node.parentElement.closest(".f") ? "span" : "";
      if (out.at(-1)?.tag === tag) out.at(-1).text += node.data;
      else out.push({ tag, text: node.data });
    }
  }
  if (!out.some(({ tag }) => tag)) return null;
  for (const one of out) one.text = one.text.replace(/\s+/g, " ");
  return out.map((one, at) => (one.tag ? one : { tag: "", text: shortened(one.text, at === 0) }));
};

// The words of a change, as elements and text that can stand in the list.
const drawn = (index) => {
  const of = (side) => elementsOf(index).filter((element) => element.closest(side));
  const left = stretchesOf(of(".l"));
  const right = stretchesOf(of(".r"));
  const plain = (left.length ? left : right).map(({ text }) => text).join("").trim();
  let pieces = left.length && right.length ? merged(left, right) : [];
  if (pieces.some(({ tag }) => tag)) {
    pieces = pieces.map((piece, at) => (piece.tag ? piece : { tag: "", text: shortened(piece.text, at === 0) }));
  } else pieces = formattedIn(of(".r")) ?? [{ tag: "", text: plain }];
  const out = [];
  let room = LONGEST;
  for (const [at, { tag, text, moved }] of pieces.entries()) {
    // The words of one side stand apart from those of the other.
    if (tag && tag !== "span" && pieces[at - 1]?.tag && !CLOSING.test(text)) {
      out.push(" ");
      room -= 1;
    }
    const place = tag ? make(tag, tag === "span" ? "f" : moved ? "v" : "") : null;
    const fits = text.length <= room;
    const words = fits ? text : headOf(text, room);
    if (place) place.textContent = words;
    if (words) out.push(place ?? words);
    if (!fits) {
      out.push("…");
      break;
    }
    room -= text.length;
  }
  return out;
};
