"""The comparison inside an annotated page: how it gets in, and how it is got out again.

Imports the engine's public names, the review and the standard library. The data are the JSON of
`comparison_json`, with the review under the key `review` and whatever a caller adds, compressed
with gzip and written in base64 into an element that no browser runs:

    <script type="application/gzip" id="variorum-comparison">…</script>

Those of longer texts are `packed_json`, which leaves out what the page shows anyway: a page of a
heavily edited book would be three and a half times as long as its texts, and is twice as long.
`embedded_comparison` and `variorum compare PAGE --json` make the JSON of both.

Reading trusts nothing: a page may come from anybody.
"""

from __future__ import annotations

import binascii
import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from variorum.engine import Comparison
from variorum.reports import comparison_json, packed_json
from variorum.reports.page_texts import page_texts
from variorum.reports.unpacked_json import ChangedTextError, unpack
from variorum.review import Review, to_plain

ELEMENT: Final = "variorum-comparison"
"""The id of the element that holds the data."""

MOST_IN_FULL: Final = 24_000
"""Of so many code points of both texts together the JSON is there in full, for any program that
looks for it: the page of prose stays within 2.2 times the texts and 150 KB."""

FEW_ROWS: Final = 150
"""So many rows may always be there in full: they take 15 to 20 KB, packed a quarter of that."""

_ROW: Final = 200
"""Of so many code points, and more, the rows may be on the average: those of a list of words are
longer in JSON than its words are."""

ROOM: Final = 1 << 20
"""So many bytes the data may have when they are unpacked, however short the page is, and"""

TIMES: Final = 2
"""so many times its own: it shows all that is in them, and they have .1 to .6. What claims to be
more was made to do harm: lists in JSON take twenty times their bytes, so that half a megabyte of a
page would take six gigabytes."""

_PIECE: Final = 3 << 13
"""How many compressed bytes are written at once; three of them are four characters."""

_GZIP: Final = 31
"""What zlib calls the format of gzip, with its largest window."""

_LEVEL: Final = 6
"""How hard to compress: 9 makes it half a per cent smaller and takes twice as long. The
interpreter is free meanwhile."""

_OPENING: Final = f'<script type="application/gzip" id="{ELEMENT}">'
_PLACE: Final = re.compile(re.escape(_OPENING.encode()) + rb"([A-Za-z0-9+/=\s]*)</script>")


class EmbeddedError(ValueError):
    """A file that is no annotated page, or a damaged one; the message says which."""


def embedded(
    comparison: Comparison, review: Review | None, more: Mapping[str, object]
) -> Iterator[str]:
    """The element, in pieces.

    Args:
        comparison: complete or not.
        review: what the reviewer said, if anything.
        more: further keys of the data, with plain values.
    """
    keys = {"review": to_plain(review), **more} if review is not None else more
    yield _OPENING
    encode = comparison_json.encode if _may_be_in_full(comparison) else packed_json.pack
    yield from _base64(_compressed(encode(comparison, keys)))
    yield "</script>\n"


def _may_be_in_full(comparison: Comparison) -> bool:
    length = len(comparison.left.text) + len(comparison.right.text)
    return length <= MOST_IN_FULL and len(comparison.rows) <= FEW_ROWS + length // _ROW


def embedded_comparison(page: bytes) -> dict[str, object]:
    """The data of an annotated page.

    Args:
        page: the whole file.

    Returns:
        What `comparison_json.encode` wrote, or would have written; it is of the right format and
        version, and nothing else is checked.

    Raises:
        EmbeddedError: there are none, or they are damaged, or a newer program wrote them.
    """
    places = _PLACE.findall(page)
    if len(places) != 1:
        message = "it holds no comparison" if not places else "it holds more than one comparison"
        raise EmbeddedError(message)
    data = _unpacked(places[0], ROOM + TIMES * len(page))
    form = data.get("format") if isinstance(data, dict) else None
    versions = {
        comparison_json.FORMAT: comparison_json.VERSION,
        packed_json.FORMAT: packed_json.VERSION,
    }
    if not isinstance(data, dict) or form not in versions:
        message = "what it holds is no comparison"
        raise EmbeddedError(message)
    version = data.get("version")
    if version != versions[form]:
        old = isinstance(version, int) and version < versions[form]
        message = f"{'an early' if old else 'a newer'} Variorum wrote it"
        raise EmbeddedError(message)
    return data if form == comparison_json.FORMAT else _in_full(data, page)


def _in_full(data: dict[str, object], page: bytes) -> dict[str, object]:
    try:
        return unpack(data, page_texts(page.decode("utf-8", "replace")))
    except ChangedTextError as error:
        message = "its texts were changed since it was saved"
        raise EmbeddedError(message) from error
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError) as error:
        message = "the comparison in it is damaged"
        raise EmbeddedError(message) from error


def _unpacked(base64: bytes, most: int) -> object:
    """The data, of so many bytes at most."""
    unpacker = zlib.decompressobj(_GZIP)
    try:
        unpacked = unpacker.decompress(b64decode(base64), most + 1)
        if len(unpacked) > most:
            message = "what it holds is far longer than the page"
            raise EmbeddedError(message)
        if not unpacker.eof or unpacker.unconsumed_tail:
            message = "the comparison in it is cut off"
            raise EmbeddedError(message)
        return json.loads(unpacked)
    except EmbeddedError:
        raise
    # Nesting too deep ends in the last of these.
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        message = "the comparison in it is damaged"
        raise EmbeddedError(message) from error


def _compressed(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces of a text, gathered into steps that are worth it, and compressed."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= _GATHERED:
            yield packer.compress("".join(held).encode())
            held, length = [], 0
    yield packer.compress("".join(held).encode())
    yield packer.flush()


_GATHERED: Final = 1 << 16
"""How many characters of JSON are compressed at once."""


def _base64(parts: Iterable[bytes]) -> Iterator[str]:
    """Base64 in pieces, each of a multiple of three bytes but the last one."""
    held = bytearray()
    for part in parts:
        held += part
        while len(held) >= _PIECE:
            yield b64encode(held[:_PIECE]).decode()
            del held[:_PIECE]
    yield b64encode(held).decode()
