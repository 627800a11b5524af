
// The keys. All of them can be switched off, for people whose hands or readers need them otherwise.

const keysBox = byId("page-keys");

const isInList = () => list?.contains(document.activeElement);
const goToTexts = () => main.focus({ preventScroll: true });

const commandOf = (event) => {
  if (event.ctrlKey || event.metaKey) return null;
  const { key } = event;
  if (key === "F8") return () => step(event.shiftKey ? -1 : 1);
  if (key === "F3") return () => (searchBox.value ? goToHit(event.shiftKey ? -1 : 1) : searchBox.focus());
  if (event.altKey) {
    if (key === "ArrowDown") return () => step(1);
    return key === "ArrowUp" ? () => step(-1) : null;
  }
  if (event.target.matches("input:not([type=radio], [type=checkbox])")) return null;
  const views = { 1: "side", 2: "inline", 3: "left", 4: "right" };
  if (views[key]) return () => setView(views[key]);
  switch (key) {
    case "n": return () => step(1);
    case "p": return () => step(-1);
    case "o": return goToOtherEnd;
    case "f": return foldBox ? () => setFolded(!foldBox.checked) : null;
    case "t": return () => setAlone(!isAlone());
    case "v": return tick;
    case "u": return goToUnviewed;
    case "m": return () => setMarked(!marksBox.checked);
    case "/": return () => { searchBox.focus(); searchBox.select(); };
    case "l": return () => {
      const index = current >= 0 ? current : items.findIndex((one) => !one.hidden);
      if (isInList()) goToTexts();
      else if (index >= 0) {
        rowOf(index);
        expectKeys(true);
        items[index].firstElementChild.focus();
      }
    };
    default: return ownKeys[key] ?? null;
  }
};

document.addEventListener("keydown", (event) => {
  const more = event.target.closest?.(".more[open]");
  if (event.key === "Escape" && more) {
    more.open = false;
    more.firstElementChild.focus();
  } else if (event.key === "Escape" && (isInList() || (event.target === searchBox && !searchBox.value))) {
    // What stands in the search goes first; the browser sees to that.
    goToTexts();
  }
  const command = keysBox.checked && commandOf(event);
  if (!command) return;
  event.preventDefault();
  command();
});

// While the keys are in what stays in sight, it hides nothing. No style asks for that with `:has()`: the
// browser would ask anew whenever something in a long text is marked. It scrolls before it tells where the
// keys went, and so it is told before that they may go there.
const STAYS = ".head, .changes";
const expectKeys = (expected) => root.classList.toggle("at-tools", expected);
document.addEventListener("keydown", ({ key }) => {
  if (key === "Tab") expectKeys(true);
}, true);
document.addEventListener("keyup", () => expectKeys(document.activeElement?.matches(`:is(${STAYS}) :focus-visible`) ?? false));
document.addEventListener("focusout", ({ relatedTarget }) => expectKeys(Boolean(relatedTarget?.closest(STAYS))));
document.addEventListener("focusin", ({ target }) => {
  const stays = Boolean(target.closest(STAYS));
  if (stays === root.classList.contains("at-tools")) return;
  expectKeys(stays && target.matches(":focus-visible"));
  if (!stays && main.contains(target) && target !== main) target.scrollIntoView({ block: "nearest" });
});

// A panel that is open closes when one goes elsewhere.
document.addEventListener("pointerdown", (event) => {
  const more = main.querySelector(".more[open]");
  if (more && !more.contains(event.target)) more.open = false;
});

main.querySelector(".tools").hidden = false;
for (const filters of document.querySelectorAll(".filters")) filters.hidden = false;
strip.hidden = !items.length;
if (ticks.size) later.whenWhole(showTicks);
if (list?.querySelector("[hidden]")) filter();
tell();
follow();
sayWhatIsLost();
// In the second frame: in the first one, WebKit has not yet left out what is not in sight, and would set
// all of a long text to tell where its bands stand.
requestAnimationFrame(() => soon(drawMarks));
