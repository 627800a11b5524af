
// The ids of rows that a page of short lines does not say: each is a digest of the texts of its row, as in
// the engine's rows.py, and made when somebody comes to it. `data-u` says how many rows had the same
// texts before. The digest is BLAKE2b of five bytes; its numbers of 64 bits are two of 32 here, the lower
// one first.

const BETWEEN = "\x1e"; // the texts of both sides
const START = Uint32Array.of(
  0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a,
  0xade682d1, 0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
);
const ORDERS = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
  "0123456789abcdef", "ea489fd61c02b753",
].map((order) => Array.from(order, (digit) => 2 * parseInt(digit, 16)));
const state = new Uint32Array(32);
const piece = new Uint32Array(32);
const pieceBytes = new Uint8Array(piece.buffer);
const OVER = 0x100000000;

const add = (to, from, low, high) => {
  const sum = state[to] + state[from] + low;
  state[to + 1] += state[from + 1] + high + (sum >= OVER) + (sum >= 2 * OVER);
  state[to] = sum;
};
const turn = (to, from, by) => {
  const low = state[to] ^ state[from];
  const high = state[to + 1] ^ state[from + 1];
  state[to] = (low >>> by) | (high << (32 - by));
  state[to + 1] = (high >>> by) | (low << (32 - by));
};
const swap = (to, from) => {
  const low = state[to] ^ state[from];
  state[to] = state[to + 1] ^ state[from + 1];
  state[to + 1] = low;
};
const mix = (a, b, c, d, first, second) => {
  add(a, b, piece[first], piece[first + 1]);
  swap(d, a);
  add(c, d, 0, 0);
  turn(b, c, 24);
  add(a, b, piece[second], piece[second + 1]);
  turn(d, a, 16);
  add(c, d, 0, 0);
  turn(b, c, 31);
  // 63 to the right is 31, and the halves the other way round.
  [state[b], state[b + 1]] = [state[b + 1], state[b]];
};
const digest = (text) => {
  const bytes = new TextEncoder().encode(text);
  const hash = START.slice();
  hash[0] ^= 0x01010005;
  for (let at = 0; !at || at < bytes.length; at += 128) {
    const end = Math.min(at + 128, bytes.length);
    piece.fill(0);
    pieceBytes.set(bytes.subarray(at, end));
    state.set(hash);
    state.set(START, 16);
    state[24] ^= end;
    if (end === bytes.length) {
      state[28] = ~state[28];
      state[29] = ~state[29];
    }
    for (const order of ORDERS) {
      for (let i = 0; i < 8; i += 2) mix(i, i + 8, i + 16, i + 24, order[i], order[i + 1]);
      for (let i = 0; i < 8; i += 2) {
        mix(i, 8 + ((i + 2) % 8), 16 + ((i + 4) % 8), 24 + ((i + 6) % 8), order[i + 8], order[i + 9]);
      }
    }
    for (let i = 0; i < 16; i += 1) hash[i] ^= state[i] ^ state[i + 16];
  }
  const own = new Uint8Array(hash.buffer, 0, 5);
  return Array.from(own, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

const textsOf = (element) => {
  const band = element.closest(".b");
  if (band.matches(".x")) return `${element.textContent}${BETWEEN}`;
  if (band.matches(".y")) return `${BETWEEN}${element.textContent}`;
  return `${element.textContent}${BETWEEN}${band.querySelector(":scope > .r > p").textContent}`;
};
const giveName = (element) => {
  const count = Number(element.dataset.u);
  const first = digest(textsOf(element));
  element.id = count ? digest(`${first}/${2 * count}`) : first;
  element.removeAttribute("data-u");
  if (element.dataset.n) element.closest(".b").querySelector(".gap:not([href])")?.setAttribute("href", `#${element.id}`);
};
const nameIn = (part) => part.querySelectorAll("[data-u]").forEach(giveName);

// What is in sight has its names.
main.addEventListener("contentvisibilityautostatechange", ({ skipped, target }) => {
  if (!skipped) nameIn(target);
});
requestAnimationFrame(() => {
  if (!main.querySelector("[data-u]")) return;
  const stretches = [...main.querySelectorAll(STRETCH)];
  // No event tells that the last one comes into sight, see texts.css; a stretch is never left out itself.
  const seen = stretches.filter(({ firstElementChild }) => firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
  for (const stretch of [...seen, stretches.at(-1)]) nameIn(stretch);
});
