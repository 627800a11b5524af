
// One sentence a line, as in the window: each sentence is level with its counterpart. Its words stay the
// elements that they are; only what they stand in is parted, when a band comes into sight. Which sentences
// belong together is told by the comparison that the page holds.

const sentencesBox = byId("page-sentences");

// For each row the move that carried it, if one did; made when first asked.
let carriers = null;
const carrierOf = (row) => {
  carriers ??= new Map(data.moves.flatMap((move) =>
    [...move.left_rows, ...move.right_rows].map((moved) => [moved, move.id])));
  return carriers.get(row);
};

const SIDES = ["left", "right"];
const paragraphsIn = (band, side) => [...band.querySelectorAll(`:scope > .${side[0]}:not(.empty) > p`)];

// The rows of a band of the page, which may be several bands of the comparison.
const rowsIn = (paragraphs) => {
  const side = paragraphs.left.length ? "left" : "right";
  const first = paragraphs[side][0].dataset.i - 1;
  const bandWith = (index) => data.bands[firstWith(data.bands, (band) => band[side][1] > index)];
  return [bandWith(first).rows[0], bandWith(first + paragraphs[side].length - 1).rows[1]];
};

// Rows that stand together: a row, or several whose sentences are entangled, or that nobody compared yet.
// For each side the first of their sentences and the one behind the last.
const groupsOf = ([start, end]) => {
  const rows = data.rows.slice(start, end);
  const later = Object.fromEntries(SIDES.map((side) => {
    let least = Infinity;
    return [side, rows.map((row) => row[side]).reverse().map((own) => (least = Math.min(least, own[0] ?? Infinity))).reverse()];
  }));
  const groups = [];
  rows.forEach((row, at) => {
    const last = groups.at(-1);
    const isCut = last && SIDES.every((side) => !last[side] || last[side][1] <= later[side][at]) &&
      !(row.kind === "pending" && last.kind === "pending");
    const group = isCut || !last ? { kind: row.kind, move: carrierOf(start + at) } : last;
    if (group !== last) groups.push(group);
    for (const side of SIDES) {
      const own = row[side];
      if (!own.length) continue;
      const [low, high] = group[side] ?? [own[0], 0];
      group[side] = [Math.min(low, own[0]), Math.max(high, own.at(-1) + 1)];
    }
  });
  return groups;
};

// The pieces of one side of a group: one for each paragraph, with the place where it begins in that.
const piecesOfGroup = (group, side) => {
  const pieces = [];
  const { sentences, paragraphs, at } = data[side];
  for (let i = group[side]?.[0]; i < group[side]?.[1]; i += 1) {
    const [start, , paragraph] = sentences[i];
    const from = at(start) - at(paragraphs[paragraph][0]);
    if (pieces.at(-1)?.paragraph !== paragraph) pieces.push({ paragraph, from });
  }
  return pieces;
};

// Gives each piece its lines, and says what is opposite of what: how many lines there are, and where on
// either side nothing stands.
const placed = (groups) => {
  let line = 1;
  const gaps = { left: [], right: [] };
  const pieces = { left: [], right: [] };
  for (const group of groups) {
    const own = Object.fromEntries(SIDES.map((side) => [side, piecesOfGroup(group, side)]));
    const height = Math.max(own.left.length, own.right.length);
    for (const side of SIDES) {
      own[side].forEach((piece, i) => {
        piece.line = line + i;
        piece.end = i + 1 < own[side].length ? piece.line + 1 : line + height;
      });
      pieces[side].push(...own[side]);
      if (own[side].length) continue;
      const gap = gaps[side].at(-1);
      if (gap && gap.end === line && gap.kind === group.kind && gap.move === group.move) gap.end = line + height;
      else gaps[side].push({ line, end: line + height, kind: group.kind, move: group.move });
    }
    line += height;
  }
  return { lines: line - 1, pieces, gaps };
};

const lengthIn = (node) => {
  if (node.nodeType === 3) return node.length;
  return node.matches(".chip, .gap") ? 0 : wordsOf(node).length;
};

// Parts a node at a place in its words. A passage has its address where it begins and its letter where it
// ends.
const partAt = (node, place) => {
  if (node.nodeType === 3) return node.splitText(place);
  const rest = node.cloneNode(false);
  rest.removeAttribute("id");
  delete node.dataset.p;
  let at = 0;
  for (const child of [...node.childNodes]) {
    const length = lengthIn(child);
    if (at >= place) rest.append(child);
    else if (at + length > place) rest.append(partAt(child, place - at));
    at += length;
  }
  node.after(rest);
  return rest;
};

const partsOf = (paragraph, pieces) => {
  let at = 0;
  const starts = pieces.map(({ from }) => from);
  for (let node = paragraph.firstChild; node; node = node.nextSibling) {
    const length = lengthIn(node);
    const border = starts.find((start) => start > at && start < at + length);
    if (border !== undefined) partAt(node, border - at);
    at += lengthIn(node);
  }
};

// What goes into which row of a paragraph; what is said of a gap goes where the gap is.
const placesIn = (paragraph, pieces, gaps) => {
  pieces[0].from = 0;
  partsOf(paragraph, pieces);
  const found = [];
  let at = 0;
  let now = -1; // the piece that the words before are in
  for (const node of [...paragraph.childNodes]) {
    while (now >= 0 && gaps[0]?.end <= pieces[now].line) gaps.shift();
    const gap = node.nodeType === 1 && node.matches(".gap") && gaps[0];
    const follows = pieces[now + 1];
    // It stands after what is before it, and before what follows.
    if (gap && (now < 0 || gap.line >= pieces[now].end) && (!follows || gap.line < follows.line)) {
      found.push({ ...gaps.shift(), nodes: [node] });
      continue;
    }
    const length = lengthIn(node);
    const opens = length || (node.nodeType === 1 && node.matches(".pin")) || now < 0;
    while (opens && pieces[now + 1] && pieces[now + 1].from <= at) {
      now += 1;
      found.push({ ...pieces[now], nodes: [] });
    }
    found.findLast(({ from }) => from !== undefined).nodes.push(node);
    at += length;
  }
  return found;
};

// The lines of a row count in its band on paper, and in its paragraph on the screen.
const layOut = (paragraph, places, opening) => {
  const [{ line: first }] = places;
  paragraph.style.gridRow = `${first} / ${places.at(-1).end}`;
  for (const { line, end, nodes } of places) {
    const row = make("span", opening.has(line) ? "row opens" : "row");
    row.style.setProperty("--in-band", `${line} / ${end}`);
    row.style.setProperty("--in-paragraph", `${line - first + 1} / ${end - first + 1}`);
    if (line === first) row.dataset.i = paragraph.dataset.i ?? "";
    row.append(...nodes);
    paragraph.append(row);
  }
};

const part = (band) => {
  if (band.matches(".parted")) return;
  const paragraphs = Object.fromEntries(SIDES.map((side) => [side, paragraphsIn(band, side)]));
  const { lines, pieces, gaps } = placed(groupsOf(rowsIn(paragraphs)));
  const own = (side) => Map.groupBy(pieces[side], ({ paragraph }) => paragraph);
  const parts = SIDES.flatMap((side) => [...own(side).values()].map((its, i) => [paragraphs[side][i], placesIn(paragraphs[side][i], its, gaps[side])]));
  const opening = new Set(parts.map(([, [{ line }]]) => line));
  for (const [paragraph, places] of parts) layOut(paragraph, places, opening);
  band.style.setProperty("--rows", lines);
  band.classList.add("parted");
};

const partIn = (place) => {
  const bands = [...place.querySelectorAll(".b:not(.parted)")];
  bands.forEach(part);
  // What was painted over words that stand elsewhere now is painted anew.
  if (bands.length && hits.length) paint();
};
const partInSight = () => {
  for (const stretch of main.querySelectorAll(STRETCH)) {
    const { top, bottom } = stretch.getBoundingClientRect();
    if (bottom > -innerHeight && top < 2 * innerHeight) partIn(stretch);
  }
  // No event tells that the last one comes into sight, see texts.css.
  const last = [...main.children].findLast((child) => child.matches(STRETCH));
  if (last) partIn(last);
};
main.addEventListener("contentvisibilityautostatechange", ({ skipped, target }) => {
  if (!skipped && isBySentence()) partIn(target);
});
window.addEventListener("beforeprint", () => { if (isBySentence()) partIn(main); });

const setBySentence = async (wanted) => {
  if (wanted) await loadData();
  const stays = stayingIn(bandAtTop());
  main.classList.toggle("sentences", wanted);
  sentencesBox.checked = wanted;
  if (wanted) partInSight();
  stays();
  changed();
};
ownKeys.s = () => setBySentence(!isBySentence());
sentencesBox.checked = false;
sentencesBox.addEventListener("change", () => setBySentence(sentencesBox.checked));
