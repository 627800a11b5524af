
// Of a long text the browser takes in only the beginning as elements, see later.py. What follows it has as
// text at first, and makes elements of it stretch by stretch: at once where somebody comes near, and by
// and by where nobody does, so that its own search finds all of it soon. Each stretch keeps its text in a
// `noscript`: so a page that a browser saves meanwhile has all of it, too.

const unmade = new Set(); // stretches, in the order of the texts
const withNumber = new Map(); // those of them in which something of a change is, by its number

// Apart from its stretches the text holds folds alone.
const OPENING = /<div class=.?(z\d+).?(?: data-of=.([-\d ]*).)?>\n/g;
const ENDING = "<\/div>\n\n";
const takenApart = (text) => {
  const around = [];
  const inside = [];
  let at = 0;
  for (;;) {
    OPENING.lastIndex = at;
    const found = OPENING.exec(text);
    const end = found ? text.indexOf(`\n${ENDING}`, OPENING.lastIndex) + 1 : 0;
    if (!end) break;
    around.push(text.slice(at, found.index), `<div class="${found[1]} away" data-of="${found[2] ?? ""}">${ENDING}`);
    inside.push(text.slice(OPENING.lastIndex, end));
    at = end + ENDING.length;
  }
  around.push(text.slice(at));
  return { around: around.join(""), inside };
};

const takeApart = (held) => {
  const { textContent } = held;
  const end = textContent.lastIndexOf("<noscript");
  const { around, inside } = takenApart(textContent.slice(0, end));
  if (textContent.includes("data-counted", end)) main.dataset.counted = "";
  held.insertAdjacentHTML("beforebegin", around);
  held.remove();
  for (const [at, stretch] of main.querySelectorAll(".away").entries()) {
    stretch.appendChild(make("noscript")).append(inside[at]);
  }
};

const numbersOf = function* (stretch) {
  for (const told of stretch.dataset.of.split(" ")) {
    const [first, last = first] = told.split("-").map(Number);
    for (let number = first; number <= last; number += 1) yield number;
  }
};

const makeStretch = (stretch) => {
  if (!unmade.delete(stretch)) return;
  nearness.unobserve(stretch);
  stretch.innerHTML = stretch.textContent;
  stretch.classList.remove("away");
  for (const told of later.made) told(stretch);
  if (!unmade.size) for (const told of later.whole.splice(0)) told();
};

// What is to be seen with a stretch is made with it, since it would move that when it comes.
const makeAround = (stretch) => {
  const all = [...unmade];
  const at = all.indexOf(stretch);
  const near = (from, by) => {
    for (let i = from, room = innerHeight; all[i] && room > 0; i += by) {
      room -= all[i].offsetHeight;
      makeStretch(all[i]);
    }
  };
  near(at + 1, 1);
  near(at - 1, -1);
  makeStretch(stretch);
};

const nearness = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) makeStretch(target);
}, { rootMargin: "150%" });

Object.assign(later, {
  all() {
    for (const stretch of unmade) makeStretch(stretch);
  },
  first: (number) => withNumber.get(number)?.find((stretch) => unmade.has(stretch)),
  withChange(number) {
    withNumber.get(number)?.filter((stretch) => unmade.has(stretch)).forEach(makeAround);
    withNumber.delete(number);
  },
  withId(id) {
    if (!unmade.size || byId(id)) return;
    const said = ` id=${id}`;
    const stretch = [...unmade].find(({ textContent }) => textContent.includes(said));
    if (stretch) makeAround(stretch);
  },
  whenWhole(act) {
    if (unmade.size) later.whole.push(act);
    else act();
  },
});

const held = main.querySelector(":scope > noscript");
if (held) takeApart(held);
for (const stretch of main.querySelectorAll(".away")) {
  unmade.add(stretch);
  for (const number of numbersOf(stretch)) {
    if (withNumber.has(number)) withNumber.get(number).push(stretch);
    else withNumber.set(number, [stretch]);
  }
}
// Until it is made a stretch has the height that was expected. No browser saves this rule with the page: it
// would leave the text out where no script runs.
const unseen = new CSSStyleSheet();
unseen.replaceSync(".away{content-visibility:hidden!important}");
document.adoptedStyleSheets.push(unseen);
// Notes are counted from the first one on, short lines that repeat, too; and the last stretch has its true
// height at once.
const COUNTED = main.hasAttribute("data-counted") ? /<(?:mark|div class=.?(?:k|notes))\b/ : /<(?:mark|div class=.?notes)\b/;
const [last] = [...unmade].slice(-1);
for (const stretch of unmade) if (stretch === last || COUNTED.test(stretch.textContent)) makeStretch(stretch);
unmade.forEach((stretch) => nearness.observe(stretch));

const MAKING = 12; // milliseconds at once
const makeSome = () => {
  const end = performance.now() + MAKING;
  for (const stretch of unmade) {
    if (performance.now() > end) break;
    makeStretch(stretch);
  }
  if (unmade.size) setTimeout(makeSome);
};
window.addEventListener("load", () => requestAnimationFrame(() => setTimeout(makeSome)));
window.addEventListener("beforeprint", later.all);
