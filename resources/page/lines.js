
// Runs of short lines are written short, see lines.py: left and right paragraphs by turns, and between
// them what faces nothing. They become bands like all others here, before anything else looks at the
// texts. There may be ten thousands: what is made often is copied, and nothing is changed while it
// stands in the page.

const TOGETHER = 8; // unchanged lines in one band, and
const SHORT = 60; // more code points than each of these has, see bands.py
const isShort = ({ textContent }) => textContent.length < SHORT || [...textContent].length < SHORT;

// The language and the direction of a run go for the cells that its lines stand in.
const say = (cell, { lang, dir }) => {
  if (lang) cell.lang = lang;
  if (dir) cell.dir = dir;
};
const cellsOf = (name, run) => {
  const band = make("div", name);
  for (const side of ["l", "r"]) say(band.appendChild(make("div", side)), run);
  return band;
};
// The band of lines that face nothing, and the way to them in the gap.
const [GONE, CAME] = ["b x", "b y"].map((name, side) => {
  const band = cellsOf(name, {});
  const empty = band.children[1 - side];
  empty.className += " empty";
  empty.appendChild(make("p")).appendChild(make("a", "gap"));
  return band;
});
const loneBand = (side, run) => {
  const band = (side ? CAME : GONE).cloneNode(true);
  say(band.children[side], run);
  return band;
};

// What is said of a sentence: whether a change begins with it, and its number.
const saysOf = (element) => ["data-n", "data-c"].find((name) => element.hasAttribute(name));

// The element of a sentence that is all of its line, with what the line says of it.
const SENTENCE = make("a");
const wrap = (line, sentence) => {
  sentence.append(...line.childNodes);
  line.appendChild(sentence);
  return sentence;
};
const SAID = ["id", "data-n", "data-c"];
const hand = (line, sentence) => {
  for (const name of SAID) {
    const value = line.getAttribute(name);
    if (value === null) continue;
    line.removeAttribute(name);
    sentence.setAttribute(name, value);
  }
};

// A row whose id goes without saying: how many rows had the same texts before is kept, see names.js.
const met = new Map();
const leaveUnnamed = (sentence, texts) => {
  const count = met.get(texts) ?? 0;
  met.set(texts, count + 1);
  sentence.setAttribute("data-u", count);
};

// The number of the last change that a line says; nothing is less than 0.
const lastIn = (line) => {
  const saying = saysOf(line) ? [line] : [...line.querySelectorAll("[data-n], [data-c]")];
  return Math.max(...saying.map(({ dataset }) => Number(dataset.n || dataset.c)));
};

// One run, which says for each side the number of its first line, and for some the number of a change:
// all others are counted on.
class Run {
  constructor(run) {
    this.run = run;
    this.name = run.className.slice(2);
    this.unchanged = cellsOf("b u", run);
    this.changed = cellsOf("b", run);
    this.changed.firstChild.after(make("div", "g"));
    this.numbers = [0, 0];
    this.last = 0; // the number of the last change
    this.bands = document.createDocumentFragment();
    this.cells = null; // those of the unchanged lines before
    this.held = 0; // lines in them
  }

  write() {
    for (let line = this.run.firstChild; line; line = this.run.firstChild) {
      if (line.localName === "p") this.pair(line, line.nextSibling);
      else this.lone(line, line.localName === "del" ? 0 : 1);
    }
    return this.bands;
  }

  number(line, side) {
    const number = Number(line.getAttribute("data-i")) || this.numbers[side];
    this.numbers[side] = number + 1;
    return number;
  }

  pair(left, right) {
    const beside = left.getAttribute("data-w");
    const exact = left.getAttribute("data-g");
    const counted = exact === null && (beside !== null || left.hasAttribute("data-e"));
    const share = exact ?? (counted ? left.getAttribute("data-e") || "100" : null);
    const alone = share !== null || !isShort(left) || !isShort(right);
    const opens = alone || !this.cells || this.held === TOGETHER;
    if (opens) {
      const band = (share === null ? this.unchanged : this.changed).cloneNode(true);
      this.bands.appendChild(band);
      this.cells = [band.firstChild, band.lastChild];
      this.held = 0;
    }
    if (share !== null) {
      this.cells[0].nextSibling.textContent = `${share}%`;
      this.say(left, right, counted, beside && `w${beside}`);
    }
    for (const [side, line] of [left, right].entries()) {
      const number = this.number(line, side);
      if (this.name) line.className = this.name;
      if (opens) line.setAttribute("data-i", number);
      else line.removeAttribute("data-i");
      this.cells[side].appendChild(line);
    }
    this.held += 1;
    if (alone) this.cells = null;
  }

  // What a changed line and its counterpart say, and leave out.
  say(left, right, counted, name) {
    for (const gone of ["data-g", "data-e", "data-w"]) left.removeAttribute(gone);
    const said = counted ? String(this.last + 1) : left.getAttribute("data-n");
    const texts = counted && `${left.textContent}${BETWEEN}${right.textContent}`;
    const isWhole = counted || saysOf(left);
    const own = isWhole ? wrap(left, SENTENCE.cloneNode()) : left;
    if (isWhole && name) own.className = name;
    if (counted) {
      own.setAttribute("data-n", said);
      leaveUnnamed(own, texts);
    } else if (isWhole) hand(left, own);
    // What the left line says goes for its counterpart, which says nothing then.
    const isSaid = saysOf(right);
    if (isSaid || (said !== null && !right.querySelector("[data-n], [data-c]"))) {
      const other = wrap(right, SENTENCE.cloneNode());
      const beside = right.getAttribute("data-w") ?? "";
      if (name || beside) other.className = name || `w${beside}`;
      if (isSaid) hand(right, other);
      else other.setAttribute("data-n", said);
    }
    right.removeAttribute("data-w");
    const last = counted ? Number(said) : lastIn(left);
    if (last > 0) this.last = last;
  }

  // Lines that face nothing, which are in one element.
  lone(element, side) {
    const band = loneBand(side, this.run);
    const words = element.dataset.w ? `${element.dataset.w} words` : "1 word";
    const way = band.querySelector(".gap");
    way.textContent = `${words} not in the ${side ? "left" : "right"} text`;
    const lines = element.firstElementChild?.localName === "p" ? [...element.children] : [element];
    for (const [at, line] of lines.entries()) {
      const paragraph = make("p", this.name);
      paragraph.setAttribute("data-i", this.number(line, side));
      if (line.dir) paragraph.dir = line.dir;
      const sentence = paragraph.appendChild(make(element.localName, "s"));
      sentence.append(...line.childNodes);
      const text = sentence.textContent;
      const isUnnamed = !line.id;
      if (!saysOf(line)) line.setAttribute(at ? "data-c" : "data-n", at ? this.last : this.last + 1);
      this.last = lastIn(line);
      hand(line, sentence);
      if (isUnnamed) leaveUnnamed(sentence, side ? `${BETWEEN}${text}` : `${text}${BETWEEN}`);
      if (!at && sentence.id) way.href = `#${sentence.id}`;
      band.children[side].append(paragraph);
    }
    element.remove();
    this.bands.append(band);
    this.cells = null;
  }
}

const writeRuns = (part) => {
  for (const run of part.querySelectorAll(".k")) {
    const { parentNode, nextSibling } = run;
    run.remove();
    parentNode.insertBefore(new Run(run).write(), nextSibling);
  }
};
writeRuns(main);
later.made.push(writeRuns);
