"""Damaged and hostile files, grown from sound ones: the same number gives the same file.

Archives are mostly damaged inside and packed again, or else every attempt would end at a wrong
checksum.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from xml.etree import ElementTree as ET

TOKENS = (
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"<",
    b"</",
    b"/>",
    b">",
    b"&#xD800;",
    b"&lt;",
    b"&x;",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b'<!DOCTYPE a [<!ENTITY x "y">]>',
    b"<?xml version='1.0' encoding='utf-16'?>",
    b"{",
    b"}",
    b"{\\*\\",
    b"\\u-10179?",
    b"\\u-8704?",
    b"\\u99999999 ",
    b"\\bin9999999 ",
    b"\\bin-5 ",
    b"\\'8",
    b"\\'e9",
    b"\\uc99999",
    b"\\cell",
    b"\\par",
    b"\\deleted",
    b"\\footnote",
    b"\\upr",
    b"\\ud",
    b"{\\fonttbl",
    b"{\\stylesheet",
    b"999999999999999999999",
    b"-1",
    b"00:00:00,000 --> 00:00:01,000",
    b"WEBVTT",
    b"endobj",
    b"endstream",
    b"startxref",
    b"/Kids",
    b"<<",
    b">>",
    b" R ",
    b"|",
    b"```",
    b"[](",
    b"w:p",
    b"<w:p>",
    b"<w:tbl><w:tr><w:tc>",
    b"<w:del>",
    b"<text:p>",
    b"<table><tr><td>",
    b"<li><li>",
)
"""What parsers stumble over."""

LONGEST = 1 << 20
"""In bytes: no file grows beyond this."""


def mutated(seeds: Sequence[bytes], random: Random) -> bytes:
    """A file made from one of the seeds.

    Args:
        seeds: sound files, mostly of one format.
        random: decides all.
    """
    seed = random.choice(seeds)
    if seed.startswith(b"PK") and random.random() < 0.8:
        return _inside(seed, seeds, random)[:LONGEST]
    return _damaged(seed, seeds, random)[:LONGEST]


def _damaged(data: bytes, seeds: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        data = random.choice(WAYS)(data, random)
    if random.random() < 0.05:
        data = _spliced(data, random.choice(seeds), random)
    return data


def _inside(seed: bytes, seeds: Sequence[bytes], random: Random) -> bytes:
    """Damage one entry of an archive."""
    with zipfile.ZipFile(io.BytesIO(seed)) as file:
        entries = {info.filename: file.read(info) for info in file.infolist()}
    texts = [n for n in entries if n.endswith((".xml", ".rels", ".xhtml", ".html", ".opf", ".ncx"))]
    main = [n for n in texts if n.endswith(("document.xml", "content.xml", ".xhtml"))]
    for _ in range(random.choice((1, 1, 2))):
        name = random.choice(main if main and random.random() < 0.7 else texts or list(entries))
        if name in texts and random.random() < 0.7:
            entries[name] = _rearranged(entries[name], random)
        else:
            entries[name] = _damaged(entries[name], seeds, random)
    if random.random() < 0.05:
        del entries[random.choice(list(entries))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, data in entries.items():
            file.writestr(name, data[:LONGEST])
    return out.getvalue()


def _rearranged(data: bytes, random: Random) -> bytes:
    """XML that is well formed all the same, but whose elements stand where none expects them."""
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, LookupError, ValueError):
        return data
    for _ in range(random.choice((1, 3, 10))):
        random.choice(ARRANGEMENTS)(list(root.iter()), random)
    return ET.tostring(root, encoding="utf-8")


def _rename(elements: Sequence[ET.Element], random: Random) -> None:
    random.choice(elements).tag = random.choice(elements).tag


def _remove(elements: Sequence[ET.Element], random: Random) -> None:
    parent = random.choice(elements)
    if len(parent):
        parent.remove(random.choice(parent))


def _adopt(elements: Sequence[ET.Element], random: Random) -> None:
    random.choice(elements).append(copy.deepcopy(random.choice(elements[len(elements) // 2 :])))


def _attribute(elements: Sequence[ET.Element], random: Random) -> None:
    element = random.choice(elements)
    if element.attrib:
        value = random.choice(("", "-1", "0", "x", "99999999999999999999", "both"))
        element.set(random.choice(list(element.attrib)), value)


def _attributes(elements: Sequence[ET.Element], random: Random) -> None:
    random.choice(elements).attrib = dict(random.choice(elements).attrib)


def _words(elements: Sequence[ET.Element], random: Random) -> None:
    element = random.choice(elements)
    element.text = random.choice(("\u202e", "\u2028\n", "\ufffe", "word " * 9, ""))


def _shuffle(elements: Sequence[ET.Element], random: Random) -> None:
    element = random.choice(elements)
    element[:] = random.sample(list(element), len(element))


ARRANGEMENTS: tuple[Callable[[Sequence[ET.Element], Random], None], ...] = (
    _rename,
    _remove,
    _adopt,
    _attribute,
    _attributes,
    _words,
    _shuffle,
)


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _flip(data: bytes, random: Random) -> bytes:
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 4, 64))):
        if out:
            out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def _truncate(data: bytes, random: Random) -> bytes:
    return data[: _place(data, random)]


def _cut(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + data[at + random.choice((1, 5, 50, 500)) :]


def _insert(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    times = random.choice((1, 1, 1, 3, 50, 5000))
    return data[:at] + (random.choice(TOKENS) * times)[:LONGEST] + data[at:]


def _repeat(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    part = data[at : at + random.choice((3, 30, 300))]
    return data[:at] + (part * random.choice((2, 10, 1000)))[:LONGEST] + data[at:]


def _swap(data: bytes, random: Random) -> bytes:
    first, second = sorted((_place(data, random), _place(data, random)))
    length = random.choice((3, 30))
    head, tail = data[first : first + length], data[second : second + length]
    return data[:first] + tail + data[first + length : second] + head + data[second + length :]


def _number(data: bytes, random: Random) -> bytes:
    """Put another number in the place of one."""
    at = _place(data, random)
    for place in range(at, min(len(data), at + 2000)):
        if 48 <= data[place] <= 57:
            number = random.choice((b"0", b"-1", b"4294967295", b"99999999999999999999"))
            return data[:place] + number + data[place + 1 :]
    return data


def _spliced(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: _place(data, random)] + other[_place(other, random) :]


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip,
    _truncate,
    _cut,
    _insert,
    _insert,
    _repeat,
    _swap,
    _number,
)
