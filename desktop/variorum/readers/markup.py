"""XML, a little at a time: whole elements of chosen kinds, without the rest of the tree.

Imports the standard library. A document type is refused, and with it every entity: no format of
documents has one, and hostile files need one. Elements are named `prefix:name` with prefixes of
our own, so that two namespaces of one thing (OOXML has a strict one) are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, NoReturn, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from variorum.readers.archive import damaged
from variorum.readers.errors import Unreadable

DEEPEST: Final = 200
"""How deep elements may be nested: a text box in a table in a text box is some thirty deep."""


class Names(dict[str, str]):
    """From the names that the parser gives, `{namespace}name`, to `prefix:name`."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Say how namespaces are called.

        Args:
            prefixes: from a namespace to its prefix; others have the prefix `?`.
        """
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, tag: str) -> str:
        namespace, _, name = tag.rpartition("}")
        self[tag] = found = f"{self._prefixes.get(namespace[1:], '?')}:{name}"
        return found


class Found(NamedTuple):
    """An element with what it stands in."""

    element: Element
    name: str
    ancestors: list[Element]
    """From the root on; it changes as the reading goes on, and its elements hold no more than
    what came before, without what was found already."""


def find(pieces: Iterable[bytes], names: Names, wanted: frozenset[str]) -> Iterator[Found]:
    """The outermost elements of some kinds, each when it is complete; then it is forgotten.

    Args:
        pieces: an XML document.
        names: how its elements are called.
        wanted: the names of what is to be found.

    Raises:
        Unreadable: it is damaged, nested too deep, or has a document type.
    """
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    finder = _Finder(names, wanted)
    try:
        for piece in _checked(pieces):
            parser.feed(piece)
            yield from finder.take(parser)
        parser.close()
        yield from finder.take(parser)
    except (ParseError, LookupError, ValueError) as error:
        raise damaged() from error


class _Finder:
    """Follows the elements as they begin and end, and lets go of those that are done with."""

    def __init__(self, names: Names, wanted: frozenset[str]) -> None:
        self._names = names
        self._wanted = wanted
        self._ancestors: list[Element] = []
        # For each ancestor, and what is above them, whether anything was found in it.
        self._held = [False]
        self._inside = 0  # how deep in an element that is wanted

    def take(self, parser: XMLPullParser[Element]) -> Iterator[Found]:
        # Events of other kinds bring other things, but were not asked for.
        for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
            if event == "start":
                self._begin(element)
            elif self._inside > 1:
                self._inside -= 1
            else:
                if self._inside:
                    self._inside = 0
                    yield Found(element, self._names[element.tag], self._ancestors)
                self._end(element)

    def _begin(self, element: Element) -> None:
        _refuse_deep(len(self._ancestors) + self._inside)
        if self._inside or self._names[element.tag] in self._wanted:
            self._inside += 1
        else:
            self._ancestors.append(element)
            self._held.append(False)

    def _end(self, element: Element) -> None:
        """Forget an element that was found, or that held some."""
        held = True
        if self._ancestors and self._ancestors[-1] is element:
            self._ancestors.pop()
            held = self._held.pop()
        if held:
            self._held[-1] = True
            if self._ancestors:
                del self._ancestors[-1][-1]


def _refuse_deep(depth: int) -> None:
    if depth > DEEPEST:
        problem = f"its parts are nested over {DEEPEST} deep, which no text needs"
        raise Unreadable(problem, "Do not trust it; look for another copy.")


class _Root(Exception):  # noqa: N818 - it says that all is well
    """The root element has begun, so that no document type can come any more."""


def _checked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces, each handed on when it is clear that it brings no document type."""
    scout = expat.ParserCreate()
    scout.StartDoctypeDeclHandler = _refuse_type
    scout.StartElementHandler = _stop
    begun = False
    for piece in pieces:
        if not begun:
            begun = _has_begun(scout, piece, last=False)
        yield piece
    # The parser may have put off what it was not sure of; the parser proper will not any more.
    if not begun:
        _has_begun(scout, b"", last=True)


def _has_begun(scout: expat.XMLParserType, piece: bytes, *, last: bool) -> bool:
    """Whether the root element has begun, or never will; raises for a document type."""
    try:
        scout.Parse(piece, last)
    except (_Root, expat.ExpatError):  # of an error the parser proper will tell
        return True
    return False


def _refuse_type(*_: object) -> NoReturn:
    problem = "it declares a document type, as no sound document does"
    raise Unreadable(problem, "Do not trust it; look for another copy.")


def _stop(*_: object) -> NoReturn:
    raise _Root
