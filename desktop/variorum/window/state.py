"""What is open in the window: a frozen value, replaced as a whole.

Imports readers, the view model and the standard library; no Qt. Positions are code points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final

from variorum.engine import Comparison, Document, Options, Side
from variorum.readers import Kind, ReadOptions, Source, read_document, read_stream
from variorum.reports.marks import Marks
from variorum.review import Carried
from variorum.sessions import SUFFIX, Session


@dataclass(frozen=True, slots=True)
class Sample:
    """A text that Variorum brings along."""

    name: str
    """Its name in the folder of samples."""

    def read(self) -> Source:
        """Read it from where Variorum is installed."""
        text = (files("variorum.resources") / "samples" / self.name).read_text("utf-8")
        return Source.from_text(text, self.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that is read as a person said."""

    given: Path | Source
    """Its file, or the text itself where it is plain and has no file."""
    options: ReadOptions

    @property
    def name(self) -> str:
        """What it is called."""
        return self.given.name

    def read(
        self,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Source:
        """Read it; arguments and errors are those of `read_input`."""
        given, options = self.given, self.options
        if isinstance(given, Path):
            return read_document(given, options, progress=progress, cancelled=cancelled)
        text, name = given.document.text, given.document.name
        document = Document.from_text(text, name, options.language, options.layout)
        return replace(given, document=document, options=options)


@dataclass(frozen=True, slots=True)
class Clipping:
    """A text that was on the clipboard."""

    data: bytes = field(repr=False)
    """In UTF-8."""
    kind: Kind
    """What it is: plain text, or a part of a page."""
    name: str
    """What to call it."""

    def read(
        self,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Source:
        """Read it; arguments and errors are those of `read_input`."""
        options = ReadOptions(format=self.kind, encoding="utf-8")
        stream = BytesIO(self.data)
        return read_stream(stream, self.name, options, progress=progress, cancelled=cancelled)


Input = Path | Source | Sample | Reading | Clipping
"""Where a side comes from: a file yet to be read, a text at hand, a sample."""


def file_of(given: Input | None) -> Path | None:
    """The file that is yet to be read; None where there is none."""
    if isinstance(given, Reading):
        given = given.given
    return given if isinstance(given, Path) else None


SAMPLE = (Sample("original.txt"), Sample("reworded.txt"))
"""The left and the right text of Help > Open Sample."""


def read_input(
    given: Input,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Source:
    """The text of a side.

    Args:
        given: where it comes from.
        progress: is told how much is read, 0 to 1.
        cancelled: says whether to stop.

    Raises:
        ReadError: the file cannot be read, or is no text.
        PasswordError: it is encrypted, and the password is missing or wrong.
        Cancelled: `cancelled()` was true.
    """
    match given:
        case Path():
            return read_document(given, progress=progress, cancelled=cancelled)
        case Sample():
            return given.read()
        case Reading() | Clipping():
            return given.read(progress, cancelled)
        case Source():
            return given


USUAL_OPTIONS: Final = Options()
"""How texts are compared unless somebody chooses."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a comparison goes on from."""

    session: Session | None = None
    """How the texts, or earlier versions of them, were compared, and what was said of them; None:
    nothing is known."""
    file: Path | None = None
    """Where the session was saved last; None: nowhere."""
    changed: tuple[Side, ...] = ()
    """The sides whose files read otherwise now than in the session."""
    returns: bool = False
    """The reader comes back to the session, and to the place where it was left."""
    unsaved: bool = False
    """What was said is in no file yet, not even in that of the session."""
    options: Options = USUAL_OPTIONS
    """How texts are compared of which no session says it."""
    stays: bool = False
    """The same texts are compared in another way: the reader stays where they read."""
    stamp: str | None = None
    """Of the session's file when the reader came back to it; None: there was none."""

    @property
    def in_force(self) -> Options:
        """How the texts are compared."""
        return self.options if self.session is None else self.session.options

    def compared_with(self, options: Options) -> Plan:
        """The same, for a comparison in another way."""
        session = None if self.session is None else replace(self.session, options=options)
        return replace(self, session=session, options=options, returns=False, stays=True)


NO_PLAN: Final = Plan()
"""Two texts of which nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Two texts and what became of the left one in the right one."""

    left: Source
    right: Source
    marks: Marks
    plan: Plan = NO_PLAN
    carried: Carried | None = None
    """What was said before, in its places here; None while the result is not complete."""
    two_languages: bool = False
    """Each text tells its language, and they are two."""
    all_pairs: Comparison | None = None
    """The same with no pair taken apart, whatever it kept; None: this is it."""

    @property
    def whole(self) -> Comparison:
        """The comparison to begin from when other thresholds are wanted."""
        return self.marks.comparison if self.all_pairs is None else self.all_pairs

    @property
    def complete(self) -> bool:
        """Whether this is the whole result."""
        return self.marks.comparison.complete

    @property
    def texts(self) -> tuple[str, str]:
        """Left and right, without their paragraphs and whatever else a document knows."""
        return self.left.document.text, self.right.document.text

    def source(self, side: Side) -> Source:
        """The text of a side."""
        return self.left if side is Side.LEFT else self.right

    def input_again(self, side: Side) -> Input:
        """Where to read the text of a side once more: its file, or else the text itself.

        It is read as it was read before.
        """
        source = self.source(side)
        if source.path is None:
            return source
        chosen = source.options != ReadOptions()
        return Reading(source.path, source.options) if chosen else source.path

    def page_path(self, folder: Path) -> Path:
        """Where the annotated page might go: beside the right file, named after it.

        Args:
            folder: where to put it when the right text is no file.
        """
        beside = self.right.path or self.left.path
        return (beside.parent if beside else folder) / page_name(self.right.name)

    def session_path(self, folder: Path) -> Path:
        """Where the session might go: beside the right file, named after it.

        Args:
            folder: where to put it when the right text is no file.
        """
        page = self.page_path(folder)
        return page.with_name(page.name.removesuffix(_PAGE) + SUFFIX)


def page_name(name: str) -> str:
    """What the annotated page is called that goes with the right text of this name.

    `packaging/run.py` names its pages in the same way.
    """
    stem = "".join(c for c in Path(name).stem if c.isprintable())
    return stem.encode()[:_LONGEST_STEM].decode(errors="ignore") + _PAGE


_PAGE: Final = ".annotated.html"


_LONGEST_STEM: Final = 200
"""In bytes: systems take names of 255, and the page is written under a longer one first."""
