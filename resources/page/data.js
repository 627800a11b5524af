
// The comparison that the page holds. Of longer texts it is packed: what the page shows anyway is
// left out of it. The texts are always those that the page shows. All places are code points.

let data = null;
const loadData = async () => {
  if (data) return;
  later.all();
  const packed = atob(byId("variorum-comparison").textContent);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i += 1) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const found = await new Response(stream).json();
  const shown = Object.fromEntries(["left", "right"].map((name) => [name, paragraphsOf(name[0])]));
  if (found.format === "variorum-comparison-packed") unpack(found, shown);
  for (const name of ["left", "right"]) {
    found[name].text = textOfPage(found[name].paragraphs, shown[name]);
    found[name].at = positions(found[name].text);
  }
  data = found;
};

const paragraphsOf = (letter) =>
  [...main.querySelectorAll(`.b > .${letter}:not(.empty) > p`)].map(wordsOf);

// Paragraphs at their places; whatever white space was between them is a line break here.
const textOfPage = (paragraphs, shown) => {
  let end = 0;
  const parts = paragraphs.map(([start, stop], i) => {
    const gap = "\n".repeat(start - end);
    end = stop;
    return gap + shown[i];
  });
  return parts.join("");
};

const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]/;
const lengthOf = (text) => (SURROGATES.test(text) ? [...text].length : text.length);

// From a place of a text in code points to that of JavaScript.
const positions = (text) => {
  if (!SURROGATES.test(text)) return (place) => place;
  const table = [];
  for (let i = 0; i < text.length; i += 1) {
    table.push(i);
    if (text.codePointAt(i) > 0xffff) i += 1;
  }
  table.push(text.length);
  return (place) => table[place];
};

// What the packed form says in short, see packed_json.py.

const unpack = (found, shown) => {
  for (const name of ["left", "right"]) unpackSide(found[name], shown[name].map(lengthOf));
  found.rows = unpackRows(found);
  const after = { left: 0, right: 0, rows: 0 };
  const next = (name, count) => [after[name], (after[name] += count)];
  const plain = ["same", 1, 1, 1];
  const told = found.bands.flatMap((entry) => (Array.isArray(entry) ? [entry] : Array(entry).fill(plain)));
  found.bands = told.map(([kind, left, right, rows, changed = 0, moves = []]) => ({
    kind, left: next("left", left), right: next("right", right), rows: next("rows", rows), changed, moves,
  }));
};

const repeated = (runs) => runs.flatMap(([count, ...entry]) => Array.from({ length: count }, () => entry));

const unpackSide = (side, lengths) => {
  const between = repeated(side.between);
  let end = 0;
  side.paragraphs = repeated(side.styles).map((style, i) => {
    const start = end + lengthOf(between[i][0]);
    end = start + lengths[i];
    return [start, end, ...style];
  });
  side.sentences = side.sentences.split(";").flatMap((told, i) => {
    const [start, end] = side.paragraphs[i] ?? [];
    if (!told) return [[start, end, i]];
    let at = start;
    return told === "-" ? [] : told.split(" ").map((word, j) => {
      const [length, gap = j ? 1 : 0] = word.split(":").map(Number).reverse();
      const first = at + gap;
      at = first + length;
      return [first, at, i];
    });
  });
};

// What each kind of row is, how many sentences it usually has, and the sign of an edit that is all of it.
const KINDS = {
  e: ["equal", 1, 1, "="], d: ["edited", 1, 1, "/"], r: ["reworded", 1, 1, "/"],
  m: ["missing", 1, 0, "-"], n: ["new", 0, 1, "+"], p: ["pending"],
};

const unpackRows = ({ left, right, rows }) => {
  const kinds = [...rows.kinds].map((letter) => KINDS[letter]);
  const lefts = unpackMembers(rows.left, kinds.map((kind) => kind[1]));
  const rights = unpackMembers(rows.right, kinds.map((kind) => kind[2]));
  const at = { left: 0, right: 0 };
  const told = rows.edits.split(";");
  return kinds.map(([kind, , , sign], i) => {
    const row = { kind, left: lefts[i], right: rights[i] };
    if (told[i] || !sign) row.edits = unpackEdits(told[i], at);
    else {
      const spans = [extent(left, row.left, at.left), extent(right, row.right, at.right)];
      [[, at.left], [, at.right]] = spans;
      row.edits = [[SIGNS[sign], ...spans.flat()]];
    }
    return row;
  });
};

const extent = ({ sentences }, members, at) =>
  members.length ? [sentences[members[0]][0], sentences[members.at(-1)][1]] : [at, at];

const unpackMembers = (told, usual) => {
  let after = 0;
  return told.split(" ").slice(0, usual.length).map((group, i) => {
    const members = group.startsWith(".")
      ? group.slice(1).split(".").map(Number)
      : Array.from({ length: Number(group || usual[i]) }, (_, j) => after + j);
    if (members.length) after = members.at(-1) + 1;
    return members;
  });
};

const SIGNS = { "=": "equal", "/": "replace", "-": "delete", "+": "insert" };
const EDIT = /(?:>(-?\d+):(-?\d+))?([=/+-])(\d+)(?::(\d+))?(?:m(\d+))?(?:\([^)]*\))?/g;

const unpackEdits = (told, at) =>
  [...told.matchAll(EDIT)].map(([, skipLeft = 0, skipRight = 0, sign, first, second, move]) => {
    const left = at.left + Number(skipLeft);
    const right = at.right + Number(skipRight);
    at.left = left + (second === undefined && sign === "+" ? 0 : Number(first));
    at.right = right + Number(second ?? (sign === "-" ? 0 : first));
    return [SIGNS[sign], left, at.left, right, at.right, { move: move === undefined ? null : Number(move) }];
  });
