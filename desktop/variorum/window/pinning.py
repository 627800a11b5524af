"""Aligning by hand: what is to be aligned with what, what is to be kept apart, and since when.

Imports Qt, the review and the parts of the window that are asked and told. One first says which
passage is meant, then which one of the other text belongs to it; both are framed meanwhile.
Passages are whole sentences; positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from variorum.engine import Document, Pin, PinKind, Side, Span
from variorum.review import pins_on, sentences_in, span_of, whole_sentences, with_pins
from variorum.window.actions import Actions
from variorum.window.aligning_bar import AligningBar
from variorum.window.comparing import Comparing
from variorum.window.navigation import Navigation
from variorum.window.reviewing import Reviewing
from variorum.window.state import Opened
from variorum.window.view import ComparisonView, Half


class Pinning(QObject):
    """Takes decisions about passages, and shows those that were taken."""

    told = Signal(str)
    """Something is to be said in passing."""
    announced = Signal(str)
    """The bar shows this; who does not see it is to hear it."""

    def __init__(
        self,
        reviewing: Reviewing,
        comparing: Comparing,
        view: ComparisonView,
        navigation: Navigation,
        actions: Actions,
        bar: AligningBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reviewing = reviewing
        self._comparing = comparing
        self._view = view
        self._navigation = navigation
        self._actions = actions
        self._bar = bar
        self._opened: Opened | None = None
        self._chosen: Half | None = None
        self._decided: tuple[Pin, Side] | None = None
        self._words = actions["align"].text()
        self._keys = [
            self._key(Qt.Key.Key_Return, self._take),
            self._key(Qt.Key.Key_Enter, self._take),
        ]
        comparing.ended.connect(reviewing.give_up_pins)
        view.selection_changed.connect(self._follow)
        bar.align_wanted.connect(self._take)
        bar.apart_wanted.connect(self.keep_apart)
        bar.cancel_wanted.connect(self.cancel)
        slots: dict[str, Callable[[], None]] = {
            "align": self.align,
            "keep_apart": self.keep_apart,
            "unpin": self.unpin,
            "unpin_all": self.unpin_all,
            "next_pin": self.go_to_next,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)

    def _key(self, key: Qt.Key, slot: Callable[[], None]) -> QShortcut:
        """A key that means something in the texts while one aligns."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(key), self._view, context=context)
        shortcut.activated.connect(slot)
        shortcut.setEnabled(False)
        return shortcut

    # What is open

    def set_opened(self, opened: Opened | None) -> None:
        """Show what was decided about this, and go on deciding if the texts are the same."""
        before, self._opened = self._opened, opened
        if opened is None or before is None or not _same_texts(before, opened):
            self._end()
        if opened is None:
            return
        self._view.set_pins(opened.marks.comparison.pins)
        self._follow()
        if opened.complete:
            self._tell_decided(opened)

    def _tell_decided(self, opened: Opened) -> None:
        """Make the change that came of a decision the current one."""
        decided, self._decided = self._decided, None
        if decided is None or decided[0] not in opened.marks.comparison.pins:
            return
        pin, side = decided
        marks = opened.marks
        sentence = marks.sentence_at(side, span_of(pin, side).start)
        row = None if sentence is None else marks.row_of_sentence(side, sentence)
        number = None if row is None else marks.change_of_row.get(row)
        self._view.set_current_change(number, reveal=False)
        if number is not None:
            self._navigation.went.emit(number)
        self._view.place_caret(side, span_of(pin, side).start)
        if pin.kind is PinKind.ALIGN:
            self.told.emit(self.tr("Aligned by hand"))
        else:
            self.told.emit(self.tr("Kept apart by hand"))

    def update_actions(self) -> None:
        """Enable what does something just now."""
        can = self._can_decide
        some = can and bool(self._reviewing.pins)
        here = self._meant() if some else None
        self._actions.set_enabled(
            {
                "align": can,
                "keep_apart": can,
                "unpin": here is not None and bool(self._pins_on(*here)),
                "unpin_all": some,
                "next_pin": some,
            }
        )
        ready = self._chosen is not None and self._counterpart() is not None
        self._actions["align"].setText(self.tr("&Align These") if ready else self._words)

    @property
    def _can_decide(self) -> bool:
        return self._reviewing.ready and not self._comparing.busy

    @property
    def _documents(self) -> tuple[Document, Document]:
        assert self._opened is not None, "nothing can be decided about nothing"
        return self._opened.left.document, self._opened.right.document

    def _document(self, side: Side) -> Document:
        return self._documents[0] if side is Side.LEFT else self._documents[1]

    # Deciding

    @Slot()
    def align(self) -> None:
        """Say what is to be aligned; with that said, align it with what is gone to now."""
        here = self._meant()
        if here is None:
            self._ask_for_place()
        else:
            self.align_at(*here)

    def align_at(self, side: Side, span: Span) -> None:
        """The same for a passage that the mouse points at."""
        whole = self._whole(side, span) if self._can_decide else None
        if whole is None:
            return
        if self._chosen is None or self._chosen.side is side:
            self._begin(side, whole)
        else:
            self._decide(self._chosen, whole, PinKind.ALIGN)

    @Slot()
    def keep_apart(self) -> None:
        """Keep what was said apart from what is gone to; or the pair that is gone to."""
        here = self._meant()
        if here is None:
            self._ask_for_place()
        else:
            self.keep_apart_at(*here)

    def keep_apart_at(self, side: Side, span: Span) -> None:
        """The same for a passage that the mouse points at."""
        if not self._can_decide or self._opened is None:
            return
        chosen = self._chosen
        whole = self._whole(side, span)
        if chosen is not None and chosen.side is not side and whole is not None:
            self._decide(chosen, whole, PinKind.FORBID)
            return
        pins = list(self._apart(side, span))
        if pins:
            self._end()
            self._decided = pins[0], side
            self._reviewing.pin(with_pins(self._reviewing.pins, pins, self._documents))
        else:
            self.told.emit(self.tr("This belongs to nothing on the other side"))

    def _apart(self, side: Side, span: Span) -> Iterator[Pin]:
        """The decisions that keep a passage apart from all that belongs to it now."""
        assert self._opened is not None
        touched = set(sentences_in(self._document(side), self._seized(side, span)))
        comparison, marks = self._opened.marks.comparison, self._opened.marks
        numbers = sorted({marks.row_of_sentence(side, sentence) for sentence in touched})
        rows = (comparison.rows[number] for number in numbers)
        linked = [(row.left, row.right) for row in rows if row.two_sided]
        linked += [(pair.left, pair.right) for move in comparison.moves for pair in move.pairs]
        for left, right in linked:
            if touched.intersection(left if side is Side.LEFT else right):
                for here in _runs(self._documents[0], left):
                    for there in _runs(self._documents[1], right):
                        yield Pin(here, there, PinKind.FORBID)

    @Slot()
    def unpin(self) -> None:
        """Take back what was decided about what is gone to."""
        here = self._meant()
        if here is not None:
            self.unpin_at(*here)

    def unpin_at(self, side: Side, span: Span) -> None:
        """The same for a passage that the mouse points at."""
        if self._can_decide:
            gone = set(self._pins_on(side, span))
            self._reviewing.pin(tuple(pin for pin in self._reviewing.pins if pin not in gone))

    @Slot()
    def unpin_all(self) -> None:
        """Take back all that was decided."""
        if self._can_decide:
            self._reviewing.pin(())

    @Slot()
    def go_to_next(self) -> None:
        """Go to the next passage that was decided about; after the last, to the first one."""
        pins = self._reviewing.pins
        if not pins or self._opened is None:
            return
        side = self._view.active_side()
        caret = self._view.caret()
        at = -1 if caret is None else caret[1].start
        ordered = sorted(pins, key=partial(span_of, side=side))
        number = next((n for n, pin in enumerate(ordered) if span_of(pin, side).start > at), 0)
        pin = ordered[number]
        self._navigation.leave()
        self._view.place_caret(side, span_of(pin, side).start)
        self._view.reveal_span(side, span_of(pin, side))
        self._navigation.moved.emit()
        aligned = self.tr("Pin {number} of {count}: aligned by hand")
        apart = self.tr("Pin {number} of {count}: kept apart by hand")
        told = aligned if pin.kind is PinKind.ALIGN else apart
        self.told.emit(told.format(number=number + 1, count=len(pins)))

    def fill(self, menu: QMenu, side: Side, span: Span) -> None:
        """Offer in a menu what can be done with a passage."""
        second = self._chosen is not None and self._chosen.side is not side
        align = menu.addAction(self.tr("&Align With This") if second else self._words)
        align.triggered.connect(partial(self._of_menu, self.align_at, side, span))
        apart = menu.addAction(self.tr("&Keep Apart"))
        apart.triggered.connect(partial(self._of_menu, self.keep_apart_at, side, span))
        for action in (align, apart):
            action.setEnabled(self._can_decide)
        if self._pins_on(side, span):
            unpin = menu.addAction(self.tr("&Remove Pin"))
            unpin.triggered.connect(partial(self._of_menu, self.unpin_at, side, span))
            unpin.setEnabled(self._can_decide)

    @Slot()
    def _of_menu(
        self,
        do: Callable[[Side, Span], None],
        side: Side,
        span: Span,
        _checked: bool = False,  # noqa: FBT001, FBT002 - Qt hands it over so
    ) -> None:
        do(side, span)

    # Steps

    def _begin(self, side: Side, span: Span) -> None:
        """Look for the counterpart of a passage, and begin where it is likely to be."""
        self._chosen = Half(side, span, chosen=True)
        for key in self._keys:
            key.setEnabled(True)
        # No shortcut: while texts are compared, that would be one of two that mean Esc, so none.
        self._view.on_escape(self.cancel)
        self._bar.show()
        self._view.reveal_span(side, span)
        self._view.set_active_side(side.other)
        self._view.show_caret(shown=True)
        self._view.place_caret(side.other, self._facing(side, span))
        self.announced.emit(self._bar.said)

    def _facing(self, side: Side, span: Span) -> int:
        """Where the other text goes on that faces a passage."""
        assert self._opened is not None
        marks, sentence = self._opened.marks, sentences_in(self._document(side), span)[0]
        rows = marks.comparison.rows
        begin = marks.row_of_sentence(side, sentence)
        behind, before = range(begin, len(rows)), range(begin - 1, -1, -1)
        for number in (*behind, *before):
            there = rows[number].sentences(side.other)
            if there:
                start: int = self._document(side.other).sentences[there[0]].span.start
                return start
        return 0

    @Slot()
    def _follow(self) -> None:
        """Frame what is chosen, and what would be its counterpart."""
        chosen = self._chosen
        if chosen is None:
            return
        there = self._counterpart()
        halves = (chosen,) if there is None else (chosen, there)
        self._view.set_halves(*halves)
        words = "" if there is None else self._text(there)
        self._bar.tell(self._text(chosen), words, chosen.side.other)

    def _counterpart(self) -> Half | None:
        """What is gone to on the side where the counterpart is looked for."""
        caret = self._view.caret()
        if self._chosen is None or caret is None or caret[0] is self._chosen.side:
            return None
        whole = self._whole(*caret)
        return None if whole is None else Half(caret[0], whole, chosen=False)

    def _text(self, half: Half) -> str:
        return self._document(half.side).text[half.span.start : half.span.end]

    @Slot()
    def _take(self) -> None:
        """Align what is framed."""
        there = self._counterpart()
        if self._chosen is not None and there is not None and self._can_decide:
            self._decide(self._chosen, there.span, PinKind.ALIGN)

    def _decide(self, chosen: Half, span: Span, kind: PinKind) -> None:
        left, right = (chosen.span, span) if chosen.side is Side.LEFT else (span, chosen.span)
        pin = Pin(left, right, kind)
        self._end()
        self._decided = pin, chosen.side.other
        self._reviewing.pin(with_pins(self._reviewing.pins, (pin,), self._documents))

    @Slot()
    def cancel(self) -> None:
        """Decide nothing."""
        self._end()
        self._navigation.moved.emit()

    def _end(self) -> None:
        if self._chosen is None:
            return
        self._chosen = None
        for key in self._keys:
            key.setEnabled(False)
        self._view.on_escape(None)
        self._view.set_halves()
        self._view.show_caret(shown=self._actions["text_cursor"].isChecked())
        focus = QApplication.focusWidget()
        if focus is not None and self._bar.isAncestorOf(focus):
            self._view.setFocus()
        self._bar.hide()

    # Places

    def _meant(self) -> tuple[Side, Span] | None:
        """The passage that is gone to: what is selected, or where the caret is."""
        caret = self._view.caret()
        if caret is not None:
            return caret
        change = self._navigation.current
        side = self._view.active_side()
        for each in (side, side.other):
            span = None if change is None else change.span(each)
            if span is not None:
                return each, span
        return None

    def _ask_for_place(self) -> None:
        self.told.emit(self.tr("Click on a sentence first, or select some"))

    def _pins_on(self, side: Side, span: Span) -> tuple[Pin, ...]:
        if self._opened is None:
            return ()
        return pins_on(self._reviewing.pins, side, self._seized(side, span), self._documents)

    def _whole(self, side: Side, span: Span) -> Span | None:
        """The extent of the sentences of a passage; None where there is none."""
        return whole_sentences(self._document(side), self._seized(side, span))

    def _seized(self, side: Side, span: Span) -> Span:
        """A passage; where a caret stands right behind a sentence, the end of that sentence."""
        if span.length or sentences_in(self._document(side), span):
            return span
        return Span(max(0, span.start - 1), span.start)


def _same_texts(one: Opened, other: Opened) -> bool:
    return all(one.source(s).document.text == other.source(s).document.text for s in Side)


def _runs(document: Document, sentences: tuple[int, ...]) -> Iterator[Span]:
    """The extents of some sentences, which ascend; neighbours are one."""
    first = last = sentences[0]
    for number in (*sentences[1:], None):
        if number is not None and number == last + 1:
            last = number
            continue
        yield Span(document.sentences[first].span.start, document.sentences[last].span.end)
        if number is not None:
            first = last = number
