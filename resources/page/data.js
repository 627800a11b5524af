
// The comparison that the page holds. Of longer texts it is packed: what the page shows anyway is
// left out of it. The texts are always those that the page shows. All places are code points.

let data = null;
const loadData = async () => {
  if (data) return;
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
  found.rows = unpackRows(found.rows);
  const after = { left: 0, right: 0, rows: 0 };
  const next = (name, count) => [after[name], (after[name] += count)];
  found.bands = found.bands.map(([kind, left, right, rows, changed = 0, moves = []]) => ({
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
    let at = side.paragraphs[i]?.[0];
    return told.split(" ").map((word, j) => {
      const [length, gap = j ? 1 : 0] = word.split(":").map(Number).reverse();
      const start = at + gap;
      at = start + length;
      return [start, at, i];
    });
  });
};

const KINDS = { e: "equal", d: "edited", r: "reworded", m: "missing", n: "new", p: "pending" };

const unpackRows = ({ ids, kinds, left, right, edits }) => {
  const [lefts, rights] = [left, right].map(unpackMembers);
  const at = { left: 0, right: 0 };
  const told = edits.split(";");
  return ids.split(" ").slice(0, kinds.length).map((id, i) => ({
    id, kind: KINDS[kinds[i]], left: lefts[i], right: rights[i], edits: unpackEdits(told[i], at),
  }));
};

const unpackMembers = (told) => {
  let after = 0;
  return told.split(" ").map((group) => {
    const members = group.startsWith(".")
      ? group.slice(1).split(".").map(Number)
      : Array.from({ length: Number(group) }, (_, i) => after + i);
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
