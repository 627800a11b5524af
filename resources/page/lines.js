
// Runs of short lines are written short, see lines.py: left and right paragraphs by turns. They
// become bands like all others here, before anything else looks at the texts. There may be ten
// thousands: what is made often is copied, and nothing is changed while it stands in the page.

const TOGETHER = 8; // unchanged lines in one band, and
const SHORT = 60; // more code points than each of these has, see bands.py
const isShort = ({ textContent }) => textContent.length < SHORT || [...textContent].length < SHORT;

const cellsOf = (name, language) => {
  const band = make("div", name);
  for (const side of ["l", "r"]) {
    const cell = band.appendChild(make("div", side));
    if (language) cell.lang = language;
  }
  return band;
};

// What the paragraph of a line says of a sentence that is all of it gets an element of its own.
const SENTENCE = make("a");
const saysOf = (paragraph) => ["data-n", "data-c"].find((name) => paragraph.hasAttribute(name));
const unfold = (paragraph) => {
  const name = saysOf(paragraph);
  if (!name) return;
  const number = paragraph.getAttribute(name);
  const sentence = SENTENCE.cloneNode();
  const { id } = paragraph;
  if (id) {
    paragraph.removeAttribute("id");
    sentence.id = id;
  }
  paragraph.removeAttribute(name);
  sentence.setAttribute(name, number);
  for (let node = paragraph.firstChild; node; node = paragraph.firstChild) sentence.appendChild(node);
  paragraph.appendChild(sentence);
};

// The ids of rows that a run says for its lines, in their order: ten digits each, two to a byte.
const idsOf = (run) => {
  const packed = atob(run.dataset.ids.replaceAll("-", "+").replaceAll("_", "/"));
  const digits = Array.from(packed, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  return digits.join("").match(/.{10}/g).values();
};

// The number of the last change that a line says; nothing is less than 0.
const lastIn = (line) => {
  const saying = saysOf(line) ? [line] : [...line.querySelectorAll("[data-n], [data-c]")];
  return Math.max(...saying.map(({ dataset }) => Number(dataset.n || dataset.c)));
};

// A line whose change follows that of the line before says neither its number nor its id.
const countOn = (run) => {
  const ids = idsOf(run);
  let last = 0;
  for (let left = run.firstChild; left; left = left.nextSibling.nextSibling) {
    const share = left.getAttribute("data-e");
    if (share !== null) {
      left.removeAttribute("data-e");
      left.setAttribute("data-g", share);
      left.setAttribute("data-n", last + 1);
      left.id = ids.next().value;
    }
    const said = lastIn(left);
    if (said > 0) last = said;
  }
};

const bandsOf = (run) => {
  const name = run.className.slice(2);
  const unchanged = cellsOf("b u", run.lang);
  const changed = cellsOf("b", run.lang);
  changed.firstChild.after(make("div", "g"));
  const bands = document.createDocumentFragment();
  const numbers = [0, 1].map((side) => Number(run.children[side].dataset.i));
  let cells = null; // those of the unchanged lines before
  let held = 0; // lines in them
  for (let left = run.firstChild, line = 0; left; left = run.firstChild, line += 1) {
    const pair = [left, left.nextSibling];
    const share = left.getAttribute("data-g");
    const alone = share !== null || !pair.every(isShort);
    const opens = alone || !cells || held === TOGETHER;
    if (opens) {
      const band = (share === null ? unchanged : changed).cloneNode(true);
      bands.appendChild(band);
      cells = [band.firstChild, band.lastChild];
      held = 0;
      if (share !== null) {
        cells[0].nextSibling.textContent = `${share}%`;
        left.removeAttribute("data-g");
      }
    }
    // What the left line says goes for its counterpart, which says nothing then.
    const said = left.getAttribute("data-n");
    if (said !== null && !saysOf(pair[1]) && !pair[1].querySelector("[data-n], [data-c]")) {
      pair[1].setAttribute("data-n", said);
    }
    for (const side of [0, 1]) {
      const paragraph = pair[side];
      if (name) paragraph.className = name;
      if (opens) paragraph.setAttribute("data-i", numbers[side] + line);
      else paragraph.removeAttribute("data-i");
      if (share !== null) unfold(paragraph);
      cells[side].appendChild(paragraph);
    }
    held += 1;
    if (alone) cells = null;
  }
  return bands;
};

for (const run of main.querySelectorAll(".k")) {
  const { parentNode, nextSibling } = run;
  run.remove();
  if (run.dataset.ids) countOn(run);
  parentNode.insertBefore(bandsOf(run), nextSibling);
}
