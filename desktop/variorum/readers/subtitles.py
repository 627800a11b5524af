"""Subtitles, SubRip and WebVTT -> paragraphs: what is said, without times and tags.

Imports the ways to decode, the runs of which paragraphs are put together, and the standard library.

A sentence often runs over several cues: cues are joined until one ends a sentence. What another
person says, a cue after a long silence, and sounds in brackets begin paragraphs of their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.engine import EmphasisKind, TextParagraph
from variorum.readers.building import PLAIN, Runs, Tally
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.encodings import decode
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

PAUSE: Final = 3.0
"""In seconds: after such a silence something else begins (cues of one sentence: under 1)."""
EACH: Final = 500
"""The caller is asked whether to go on after so many cues."""

_TIME: Final = r"((?:\d{1,9}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)"
"""Also as programs write it that take no care: without zeros in front, or without thousandths."""
_TIMES: Final = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}")
# Possessive, so that a tag that never ends takes no square of its length.
_TAG: Final = re.compile(r"<(/?)([A-Za-z]*+)[^<>]*+>|\{\\[^{}]*+\}")
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]*+)?[ \t]++([^<>]++)>")
_DASH: Final = re.compile(r"^\s*(?:[-‐–—])\s*(?=\S)")
_SPEAKER: Final = re.compile(r"^(?:>>|[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .'’]{1,24}:)\s")
_SOUND: Final = re.compile(r"^[\[(♪#].*[\])♪#]$", re.DOTALL)
_ENDS: Final = re.compile(r"[.!?…。！？؟][”“\"’'»)\]」』]*$")
_EMPHASIS: Final = {
    "i": EmphasisKind.ITALIC,
    "b": EmphasisKind.BOLD,
    "u": EmphasisKind.UNDERLINE,
}
_WIDE_END: Final = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]$")


class _Cue(NamedTuple):
    """What is on the screen from one time to another, in seconds."""

    start: float
    end: float
    lines: list[str]


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """What is said in the subtitles.

    Raises:
        Unreadable: it is binary.
        Cancelled: the watch said so.
    """
    text, encoding, remark = decode(data, options.encoding)
    tally = Tally()
    speech = _Speech()
    for number, cue in enumerate(_cues(text, tally)):
        if number % EACH == 0:
            watch.check()
        tally.add(LeftOutKind.TIMES)
        speech.take(cue)
    return Content(tuple(speech.ended()), None, encoding, None, tally.left_out(), remark)


def _cues(text: str, tally: Tally) -> Iterator[_Cue]:
    """The cues in their order; notes, styles and numbers are no part of them."""
    cue: _Cue | None = None
    is_note = False
    for line in re.split(r"\r\n|\r|\n", text):
        times = _TIMES.match(line) if "-->" in line else None
        if times is not None:
            if cue is not None:
                _drop_number(cue)
                yield cue
            cue, is_note = _Cue(_seconds(times[1]), _seconds(times[2]), []), False
        elif cue is not None and not line.strip():
            cue.lines.append("")
        elif cue is not None and not (is_note and cue.lines[-1:] != [""]):
            is_note = line.startswith(("NOTE", "STYLE", "REGION")) and cue.lines[-1:] == [""]
            if is_note:
                tally.add(LeftOutKind.COMMENTS)
            else:
                cue.lines.append(line)
    if cue is not None:
        yield cue


def _drop_number(cue: _Cue) -> None:
    """Take away the number of the next cue, which stands between an empty line and its times."""
    if len(cue.lines) > 1 and cue.lines[-1].strip() and not cue.lines[-2].strip():
        cue.lines.pop()


def _seconds(said: str) -> float:
    total = 0.0
    for part in said.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


class _Speech:
    """Paragraphs as they grow."""

    def __init__(self) -> None:
        self._done: list[TextParagraph] = []
        self._runs = Runs()
        self._kinds = PLAIN
        self._voice = ""
        self._tail = ""
        """The last character so far."""
        self._last_end = 0.0

    def take(self, cue: _Cue) -> None:
        """Add what a cue says."""
        lines = [line for line in cue.lines if line.strip()]
        plain = [_plain(line) for line in lines]
        self._kinds = PLAIN
        if cue.start - self._last_end > PAUSE or any(_SOUND.match(line) for line in plain):
            self._end()
        dialogue = sum(bool(_DASH.match(line)) for line in plain) > 1
        for line, bare in zip(lines, plain, strict=True):
            self._take_line(line, bare, is_dialogue=dialogue)
        if plain and (_ENDS.search(plain[-1][-40:]) or _SOUND.match(plain[-1])):
            self._end()
        self._last_end = cue.end

    def _take_line(self, line: str, bare: str, *, is_dialogue: bool) -> None:
        voice = _VOICE.search(line)
        changes = voice is not None and voice[1] != self._voice
        dash = _DASH.match(bare)
        if changes or (dash and (is_dialogue or not self._runs)) or _SPEAKER.match(bare):
            self._end()
        if voice is not None:
            self._voice = voice[1]
        if dash and not self._runs:
            line = re.sub(r"(?:^|(?<=>))\s*[-‐–—]\s*", "", line, count=1)
        if self._runs and not _WIDE_END.search(self._tail):
            self._runs.add(" ")
        self._add(line.strip())
        self._tail = bare[-1:]

    def _add(self, line: str) -> None:
        at = 0
        for tag in _TAG.finditer(line):
            self._runs.add_collapsed(html.unescape(line[at : tag.start()]), self._kinds)
            at = tag.end()
            kind = _EMPHASIS.get((tag[2] or "").lower())
            if kind is not None:
                self._kinds = self._kinds - {kind} if tag[1] else self._kinds | {kind}
        self._runs.add_collapsed(html.unescape(line[at:]), self._kinds)

    def _end(self) -> None:
        if self._runs:
            self._done.append(self._runs.paragraph())
            self._runs = Runs()

    def ended(self) -> list[TextParagraph]:
        """All paragraphs."""
        self._end()
        return self._done


def _plain(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()
