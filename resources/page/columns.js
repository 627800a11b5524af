// The widths of the two columns, side by side: the divider between their names is dragged or moved by
// keys; with a mouse, the gutter below it is dragged, too.

const divider = byId("page-divider");
const EQUAL = 50; // per cent that the left column has of both
const LEAST = 20;
let leftShare = EQUAL;

// A function that gives the left column a share; the line below the head stays where it is now.
const sharing = () => {
  const stays = stayingIn(bandAtTop());
  return (wanted) => {
    leftShare = Math.min(100 - LEAST, Math.max(LEAST, wanted));
    divider.ariaValueNow = Math.round(leftShare);
    main.classList.toggle("uneven", leftShare !== EQUAL);
    main.style.setProperty("--left", `${leftShare / (100 - leftShare)}fr`);
    stays();
    drawWay();
  };
};
// What is drawn by the heights of the texts is drawn anew, as in a window of another width.
const settle = () => window.dispatchEvent(new Event("resize"));
const shareOut = (wanted) => {
  sharing()(wanted);
  settle();
};

// A finger in the gutter scrolls.
const grabs = ({ target, pointerType }) =>
  target === divider ||
  (pointerType !== "touch" && divider.checkVisibility() && target.matches(".b, .g, .g *"));

main.addEventListener("pointerdown", (start) => {
  if (start.button || !grabs(start)) return;
  start.preventDefault();
  const before = leftShare;
  const [left, right] = divider.parentNode.children;
  const room = left.offsetWidth + right.offsetWidth;
  const share = sharing();
  divider.setPointerCapture(start.pointerId);
  divider.onpointermove = ({ clientX }) => share(before + ((clientX - start.clientX) / room) * 100);
  divider.onlostpointercapture = () => {
    divider.onpointermove = null;
    settle();
  };
});
main.addEventListener("dblclick", (event) => { if (grabs(event)) shareOut(EQUAL); });
divider.addEventListener("keydown", (event) => {
  const keys = { ArrowLeft: leftShare - 2, ArrowRight: leftShare + 2, Home: LEAST, End: 100 - LEAST, Enter: EQUAL };
  const wanted = keys[event.key];
  if (!wanted || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  shareOut(wanted);
});
divider.ariaValueNow = EQUAL;
main.classList.add("adjustable");
