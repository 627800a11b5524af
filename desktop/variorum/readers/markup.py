"""XML, a little at a time: whole elements of chosen kinds, without the rest of the tree.

Imports the archive and the errors of this room. A document type is refused, and with it every
entity: no format of documents has one, and hostile files need one. Elements are named
`prefix:name` with prefixes of our own, so that two namespaces of one thing (OOXML has a strict one)
are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
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
    ancestors: tuple[Element, ...]
    """From the root on; they hold what comes before, without what was found already."""


def find(
    pieces: Iterable[bytes],
    names: Names,
    wanted: frozenset[str],
    *,
    empty: frozenset[str] = frozenset(),
) -> Iterator[Found]:
    """The outermost elements of some kinds, each when it is complete; then it is forgotten.

    Args:
        pieces: an XML document.
        names: how its elements are called.
        wanted: the names of what is to be found.
        empty: the names of what is to be found where nothing that is wanted stands in it.

    Raises:
        Unreadable: it is damaged, nested too deep, or has a document type.
    """
    finder = _Finder(names, wanted, empty)
    parser = XMLParser(target=finder)  # noqa: S314 - document types, hence entities, are refused
    try:
        for piece in _checked(pieces):
            parser.feed(piece)
            yield from finder.taken()
        parser.close()
        yield from finder.taken()
    except (ParseError, LookupError, ValueError) as error:
        raise damaged() from error


class _Finder:
    """Follows the elements as they begin and end, and lets go of those that are done with.

    The parser calls `start` and `end` for each element of a long text: they do as little as can be.
    """

    def __init__(self, names: Names, wanted: frozenset[str], empty: frozenset[str]) -> None:
        self._names = names
        self._wanted = wanted
        self._empty = empty
        builder = TreeBuilder()
        self._begin, self._finish = builder.start, builder.end
        self.data = builder.data
        """Takes text."""
        self._found: list[Found] = []
        self._ancestors: list[Element] = []
        # For each ancestor, and what is above them, whether anything was found in it.
        self._held = [False]
        self._depth = 0
        self._inside = 0  # how deep in an element that is wanted

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        element = self._begin(tag, attributes)
        self._depth += 1
        if self._depth > DEEPEST:
            _refuse_deep()
        if self._inside or self._names[tag] in self._wanted:
            self._inside += 1
        else:
            self._ancestors.append(element)
            self._held.append(False)

    def end(self, tag: str) -> None:
        """The element that was begun last ends."""
        element = self._finish(tag)
        self._depth -= 1
        if self._inside > 1:
            self._inside -= 1
            return
        if self._inside:
            self._inside = 0
            self._found.append(Found(element, self._names[tag], tuple(self._ancestors)))
        self._forget(element)

    def _is_empty(self, element: Element) -> bool:
        """Whether an element in which nothing was found is to be found itself; if so, it is."""
        name = self._names[element.tag]
        if name not in self._empty:
            return False
        self._found.append(Found(element, name, tuple(self._ancestors)))
        return True

    def taken(self) -> Iterator[Found]:
        """What was found since the last time."""
        found, self._found = self._found, []
        yield from found

    def _forget(self, element: Element) -> None:
        """Forget an element that was found, or that held some."""
        held = True
        if self._ancestors and self._ancestors[-1] is element:
            self._ancestors.pop()
            held = self._held.pop() or self._is_empty(element)
        if held:
            self._held[-1] = True
            if self._ancestors:
                del self._ancestors[-1][-1]


def _refuse_deep() -> NoReturn:
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
