
// The notes in the margin: from one to the next, and the passage that one is about, which is lit while
// the mouse or the keys are at its note.

const notes = [...main.querySelectorAll(".note")];
let note = -1;

// The pieces of a passage, from the one that bears its address to the one that ends with its letter;
// those of other passages between them lie in it, too. In the inline view each piece says its letter.
const piecesOfPassage = (own) => {
  const way = own?.querySelector(".letter[href]");
  const first = way && byId(way.hash.slice(1));
  if (!first) return [];
  const side = first.closest(".l") ? ".l" : ".r";
  const pieces = [...main.querySelectorAll(`.b > ${side} mark`)];
  const end = pieces.findIndex(({ dataset }) => dataset.p === letterOf(first));
  const inline = main.querySelectorAll(`.i mark[data-of="${letterOf(first)}"]`);
  return [...pieces.slice(pieces.indexOf(first), end + 1), ...inline];
};
let lightOf = null; // the note whose passage is lit
let litPieces = [];
const lightPassage = (own) => {
  const wanted = own ?? notes[note];
  if (wanted === lightOf) return;
  lightOf = wanted;
  for (const piece of litPieces) piece.classList.remove("told");
  litPieces = piecesOfPassage(wanted);
  for (const piece of litPieces) piece.classList.add("told");
};
// What comes to lie under a mouse that rests, because the page was scrolled, is not what it points at.
let rests = false;
main.addEventListener("pointermove", () => { rests = false; });
main.addEventListener("pointerover", ({ target }) => {
  if (!rests) lightPassage(target.closest(".note"));
});
main.addEventListener("focusin", ({ target }) => lightPassage(target.closest(".note")));

const markNote = (index) => {
  notes[note]?.classList.remove("now");
  note = index;
  notes[note].classList.add("now");
  rests = true;
  lightPassage(null);
};
main.addEventListener("click", ({ target }) => {
  if (target.matches(".note .letter[href]")) markNote(notes.indexOf(target.closest(".note")));
});

// A view that leaves a paragraph out leaves its notes out, too.
const stepNote = (by) => {
  let next = note < 0 && by < 0 ? notes.length - 1 : note + by;
  while (notes[next] && !isAlone() && !canBeSeen(notes[next])) next += by;
  if (!notes[next]) next = note;
  if (!notes[next]) return;
  markNote(next);
  bringIntoSight(notes[note]);
};
const canBeSeen = (own) => own.closest("details:not([open])") || own.checkVisibility();
ownKeys.c = () => stepNote(1);
ownKeys.C = () => stepNote(-1);
