
// What is selected from one of the two texts on stays in it, so that this text alone is copied. Who
// begins elsewhere, or selects all, gets all.

document.addEventListener("selectstart", ({ target }) => {
  const side = (target.closest ? target : target.parentElement)?.closest(".b > :is(.l, .r)");
  if (side) main.dataset.from = side.classList[0];
  else delete main.dataset.from;
});
