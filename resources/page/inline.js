
// The inline view: both texts in one, as tracked changes. It is made of the comparison that the page
// holds, band by band, when a band comes into sight. Positions in it are code points; `at` turns
// them into those of JavaScript.

let prepared = false;
const prepare = async () => {
  await loadData();
  if (prepared) return;
  prepared = true;
  const over = [data.left, data.right].map((side) =>
    (side.emphasis ?? []).map(([start, end, kind]) => ({ start, end, tag: TAGS[kind] ?? "span" })));
  // The letter that a note on a passage ends with is what the margin calls it.
  const passages = passagesInOrder();
  for (const letter of main.querySelectorAll(".b > :is(.l, .r) mark[data-p]")) {
    const { side, span } = passages[lettersBefore(letter.dataset.p)] ?? {};
    if (!span) continue;
    let end = span[1];
    while (end > span[0] && /\s/.test(textOf(data[side], end - 1, end))) end -= 1;
    over[side === "left" ? 0 : 1].push({ start: span[0], end, tag: "mark", letter: letter.dataset.p });
  }
  for (const { row, move, pair, changes } of data.formatting ?? []) {
    for (const each of row === undefined ? rowsOfPair(move, pair) : [data.rows[row]]) formatted.add(each);
    for (const [, , start, end] of changes) over[1].push({ start, end, tag: "span", name: "f" });
  }
  data.left.over = overlaysOf(over[0]);
  data.right.over = overlaysOf(over[1]);
  data.left.pins = [];
  data.right.pins = [];
  for (const [left, , right, , kind] of data.session?.pins ?? []) {
    const sign = make("span", kind === "align" ? "chip pin" : "chip pin apart");
    sign.textContent = kind === "align" ? "aligned by hand " : "kept apart by hand ";
    sign.lang = "en";
    data.left.pins.push({ start: left, sign });
    data.right.pins.push({ start: right, sign });
  }
  for (const side of [data.left, data.right]) side.pins.sort((a, b) => a.start - b.start);
  findElements();
  // The bands of the page one by one, by the first right paragraph; only those with both sides are
  // written.
  const known = new Map();
  for (const band of data.bands) {
    if (band.left[0] < band.left[1] && band.right[0] < band.right[1]) known.set(band.right[0], band);
  }
  for (const element of main.querySelectorAll(FACING)) {
    bandOf.set(element, known.get(element.querySelector(":scope > .r > p").dataset.i - 1));
  }
};

// The first place in a list for which something holds, which then holds for all after it.
const firstWith = (list, holds) => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
};

// What lies over a text, in its order, and a function from a stretch to what shares a character with
// it. The furthest end of each and those before it ascends, as their own ends need not.
const overlaysOf = (found) => {
  const marks = found.sort((a, b) => a.start - b.start);
  let furthest = 0;
  for (const mark of marks) mark.furthest = furthest = Math.max(furthest, mark.end);
  return (start, end) => {
    const low = firstWith(marks, (mark) => mark.furthest > start);
    const high = firstWith(marks, (mark) => mark.start >= end);
    return marks.slice(low, high).filter((mark) => mark.end > start);
  };
};

// The passages with notes as one meets them, see noted.py.
const passagesInOrder = () => {
  const placed = (data.review?.passages ?? []).map((passage) => {
    const { side, span } = passage;
    const paragraph = Math.max(0, firstWith(data[side].paragraphs, ([start]) => start > span[0]) - 1);
    return { ...passage, band: firstWith(data.bands, (band) => band[side][1] > paragraph) };
  });
  const order = (a, b) => a.band - b.band || (a.side > b.side) - (a.side < b.side) || a.span[0] - b.span[0] || a.span[1] - b.span[1];
  return placed.sort(order);
};

// `a` is the first, `z` the 26th, `aa` the next.
const lettersBefore = (name) =>
  [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 96, 0) - 1;

// The element that one comes to by a change of a row, by its first sentence: for each side, those of its
// sentences in which something changed, one by one.
const elementOf = { left: new Map(), right: new Map() };
const formatted = new Set(); // rows with words that look otherwise
const CHANGED = ["edited", "reworded", "missing", "new"];
const findElements = () => {
  const changed = { left: [], right: [] };
  for (const row of data.rows) {
    if (CHANGED.includes(row.kind) || formatted.has(row)) for (const side in changed) changed[side].push(...row[side]);
  }
  for (const [side, sentences] of Object.entries(changed)) {
    const found = main.querySelectorAll(`.b > .${side[0]} :is([data-n], [data-c])`);
    sentences.sort((a, b) => a - b).forEach((sentence, i) => elementOf[side].set(sentence, found[i]));
  }
};
const elementOfRow = ({ left, right }) => elementOf.left.get(left[0]) ?? elementOf.right.get(right[0]);

// The rows that the pair of a move has on the right.
const rowsOfPair = (move, pair) => {
  const { right_rows: numbers, pairs } = data.moves.find(({ id }) => id === move);
  return numbers.map((number) => data.rows[number]).filter((row) => pairs[pair].right.includes(row.right[0]));
};

// What is said of the looks of a row, behind its last right sentence.
const formatChipOf = ({ right }) => {
  let next = elementOf.right.get(right.at(-1));
  while (next && !next.matches(".chip.f")) next = next.nextElementSibling?.matches(".chip, .gap") && next.nextElementSibling;
  return next;
};

const bandOf = new Map();
// The bands that have both sides, and in which something changed or a note is on the left text.
const FACING = ".b:not(.u, .x, .y, .m), .u:has(> .l mark)";
const faces = (band) => band.matches(FACING);

const textOf = (side, start, end) => side.text.slice(side.at(start), side.at(end));

const TAGS = { italic: "em", bold: "strong", underline: "u", strike: "s", superscript: "sup", subscript: "sub", code: "code" };

// The passages with notes in a stretch of the left text, as they lie over the same words of the right one.
const noted = (left, right) => {
  const placed = (place) => {
    if (place < left[0]) return right[0] - 1;
    return place > left[1] ? right[1] + 1 : place === left[1] ? right[1] : Math.min(right[1], right[0] + place - left[0]);
  };
  const marks = data.left.over(...left).filter((mark) => mark.letter);
  return marks.map((mark) => ({ ...mark, start: placed(mark.start), end: placed(mark.end) }));
};

// Text with its emphasis, and the passages that notes are on; `more` are those of the other text.
const put = (into, side, start, end, more = []) => {
  const overIn = (from, to) => [...side.over(from, to), ...more.filter((mark) => mark.end > from && mark.start < to)];
  const over = overIn(start, end);
  if (!over.length) {
    into.append(textOf(side, start, end));
    return;
  }
  const borders = new Set([start, end]);
  for (const mark of over) {
    borders.add(Math.max(start, mark.start));
    borders.add(Math.min(end, mark.end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    let place = into;
    for (const mark of overIn(sorted[i], sorted[i + 1])) {
      place = place.appendChild(make(mark.tag, mark.name));
      if (mark.letter) place.dataset.of = mark.letter;
      if (mark.letter && sorted[i + 1] === mark.end) place.dataset.p = mark.letter;
    }
    place.append(textOf(side, sorted[i], sorted[i + 1]));
  }
};

// Writes one band, sentence by sentence, into paragraphs like those of the right text.
class InlineWriter {
  constructor(band, side) {
    this.cell = make("div", "i");
    this.cell.lang = data.right.language;
    this.cell.dir = side.dir;
    this.band = band;
    this.index = band.right[0] - 1;
    this.paragraph = null;
    this.place = null; // what the words of the row of now go into
    this.wrapper = null;
  }

  write() {
    this.open(this.band.right[0]);
    for (let i = this.band.rows[0]; i < this.band.rows[1]; i += 1) this.row(data.rows[i]);
    return this.cell;
  }

  open(index) {
    this.index = index;
    this.paragraph = make("p");
    this.paragraph.dataset.i = index + 1;
    const [, , style, level] = data.right.paragraphs[index];
    if (style !== "body") this.paragraph.className = level ? `${style} level-${Math.min(level, 6)}` : style;
    this.cell.append(this.paragraph);
  }

  row(row) {
    const known = elementOfRow(row);
    this.place = null;
    this.wrapper = null;
    this.make = null;
    this.decided = new Set();
    if (known) {
      this.make = () => {
        const wrapper = make("span", known.className === "current" ? "" : known.className.replace(" current", ""));
        if (this.numbered || !known.dataset.n) wrapper.dataset.c = numberOf(known);
        else wrapper.dataset.n = known.dataset.n;
        this.numbered = true;
        return this.line().appendChild(wrapper);
      };
      this.numbered = false;
    }
    if (row.left.length && row.right.length && row.kind !== "equal") this.edits(row);
    else if (row.right.length) this.lone(row, data.right, row.right, row.kind === "equal" ? null : "ins", known);
    else this.lone(row, data.left, row.left, "del", known);
    const chip = formatted.has(row) && formatChipOf(row);
    if (chip) this.paragraph.append(chip.cloneNode(true));
  }

  line() {
    if (this.place?.parentNode !== this.paragraph) this.place = this.paragraph.appendChild(make("span", "row"));
    return this.place;
  }

  // Where the next words go: into the element of their sentence in the paragraph of now.
  sink() {
    if (!this.make) return this.line();
    if (!this.wrapper || this.wrapper.parentNode !== this.line()) this.wrapper = this.make();
    return this.wrapper;
  }

  space(side, place) {
    let last = this.paragraph;
    while (last?.lastChild) last = last.lastChild;
    if (/\S/.test((last.data ?? "").slice(-1)) && /\s/.test(textOf(side, place - 1, place))) this.paragraph.lastChild.append(" ");
  }

  // The signs of what was decided by hand about passages that begin in some sentences of one side.
  pins(side, sentences) {
    for (const sentence of sentences) {
      const [start, end] = side.sentences[sentence];
      const first = firstWith(side.pins, (pin) => pin.start >= start);
      const behind = firstWith(side.pins, (pin) => pin.start >= end);
      for (const { sign } of side.pins.slice(first, behind)) {
        // Both ends of a pair that was aligned stand in one sentence here.
        if (!this.decided.has(sign)) this.sink().append(sign.cloneNode(true));
        this.decided.add(sign);
      }
    }
  }

  // Words of the right text, over as many paragraphs as they have.
  right(start, end, tag, name, more) {
    let at = start;
    while (at < end) {
      let index = this.index;
      while (index + 1 < this.band.right[1] && at >= data.right.paragraphs[index][1]) index += 1;
      if (index !== this.index) this.open(index);
      at = Math.max(at, data.right.paragraphs[index][0]);
      const stop = index + 1 < this.band.right[1] ? Math.min(end, data.right.paragraphs[index][1]) : end;
      if (at >= stop) {
        if (index + 1 >= this.band.right[1]) return;
        at = data.right.paragraphs[index + 1][0];
        continue;
      }
      put(tag ? this.sink().appendChild(make(tag, name)) : this.sink(), data.right, at, stop, more);
      at = stop;
    }
  }

  left(start, end, name) {
    const place = this.sink().appendChild(make("del", name));
    put(place, data.left, start, end);
    for (const node of [...place.childNodes]) {
      if (node.nodeType === 3 && /\n\s*\n/.test(node.data)) node.data = node.data.replace(/\s*\n\s*\n\s*/g, " ¶ ");
    }
  }

  lone(row, side, sentences, tag, known) {
    for (const [i, sentence] of sentences.entries()) {
      const [start, end, paragraph] = side.sentences[sentence];
      if (side === data.right && paragraph !== this.index) this.open(paragraph);
      this.space(side, start);
      const chip = known?.querySelector(".chip.move");
      if (chip && tag && !this.wrapper) this.sink().append(chip.cloneNode(true));
      // What is the same on both sides is written from the right text.
      if (!tag) this.pins(data.left, row.left);
      this.pins(side, [sentence]);
      const like = !tag && data.left.sentences[row.left[i]];
      if (!tag) put(this.sink(), side, start, end, like ? noted(like.slice(0, 2), [start, end]) : []);
      else put(this.sink().appendChild(make(tag, known?.classList.contains("m") ? "m" : "s")), side, start, end);
    }
  }

  edits(row) {
    const [start, , paragraph] = data.right.sentences[row.right[0]];
    if (paragraph !== this.index) this.open(paragraph);
    this.space(data.right, start);
    this.pins(data.left, row.left);
    this.pins(data.right, row.right);
    let end = start;
    for (const { kind, left, right } of joined(row.edits)) {
      if (right[0] !== end) this.space(data.right, right[0]);
      end = right[1];
      const name = kind === "moved" ? "v" : "";
      if (kind !== "equal" && left[0] < left[1]) this.left(left[0], left[1], name);
      const more = kind === "equal" ? noted(left, right) : [];
      if (right[0] < right[1]) this.right(right[0], right[1], kind === "equal" ? null : "ins", name, more);
    }
  }
}

// Edits with only a space between them become one, as they are one mark side by side.
const joined = (edits) => {
  const parts = edits.map(([kind, left, leftEnd, right, rightEnd, more]) => ({
    kind: kind === "equal" ? kind : (more?.move ?? null) === null ? "changed" : "moved",
    left: [left, leftEnd],
    right: [right, rightEnd],
  }));
  const follows = (a, b) => a.left[1] === b.left[0] && a.right[1] === b.right[0];
  const blank = (part) => part.kind === "equal" && /^[^\S\n\t]+$/.test(textOf(data.right, ...part.right));
  const out = [];
  for (const part of parts) {
    const [before, between] = out.slice(-2);
    if (part.kind === "changed" && between && before.kind === "changed" && blank(between) &&
        follows(before, between) && follows(between, part)) {
      out.pop();
      out[out.length - 1] = { kind: "changed", left: [before.left[0], part.left[1]], right: [before.right[0], part.right[1]] };
    } else out.push(part);
  }
  return out;
};

const inlined = (band) => {
  if (!prepared || !faces(band)) return null;
  let cell = band.querySelector(":scope > .i");
  if (!cell) {
    const right = band.querySelector(":scope > .r");
    cell = new InlineWriter(bandOf.get(band), right).write();
    right.after(cell);
  }
  return cell;
};

const inlineIn = (part) => part.querySelectorAll(FACING).forEach(inlined);
const inlineAll = () => inlineIn(main);
const inlineInSight = () => {
  for (const stretch of main.querySelectorAll(STRETCH)) {
    const { top, bottom } = stretch.getBoundingClientRect();
    if (bottom > -innerHeight && top < 2 * innerHeight) inlineIn(stretch);
  }
};
main.addEventListener("contentvisibilityautostatechange", ({ skipped, target }) => {
  if (!skipped && view() === "inline") inlineIn(target);
});

// The rest is written by and by: the browser's own search, and who selects all, find only what is there.
const AT_ONCE = 20; // milliseconds of writing, which the browser may take some more to take in, and
const PAUSE = 40; // of all else in between
let unwritten = null; // the bands that are still to be looked at
const inlineByAndBy = () => {
  const isUnderWay = unwritten !== null;
  unwritten = main.querySelectorAll(FACING).values();
  if (!isUnderWay) setTimeout(inlineSome, PAUSE);
};
const inlineSome = () => {
  const end = performance.now() + AT_ONCE;
  let done = view() !== "inline";
  while (!done && performance.now() < end) {
    const next = unwritten.next();
    done = next.done;
    if (!done) inlined(next.value);
  }
  if (done) unwritten = null;
  else setTimeout(inlineSome, PAUSE);
};
