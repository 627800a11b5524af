"""Subtitles: what is said, by whom, and where one thing ends."""

from __future__ import annotations

import time

import pytest

from variorum.engine import EmphasisKind
from variorum.readers import ReadOptions
from variorum.readers import subtitles as reader
from variorum.readers.content import Content
from variorum.readers.watch import Watch


def read(text: str) -> Content:
    return reader.read(text.encode(), ReadOptions(), Watch())


def srt(*cues: str, step: float = 2.0) -> str:
    """Cues that follow each other without a pause."""
    out = []
    for number, cue in enumerate(cues):
        start, end = number * step, number * step + 2 - 0.1
        times = f"00:00:{start:06.3f} --> 00:00:{end:06.3f}".replace(".", ",")
        out.append(f"{number + 1}\n{times}\n{cue}\n")
    return "\n".join(out)


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["The boat", "never came", "back."], ["The boat never came back."]),
        (["One line\nand another."], ["One line and another."]),
        (["First. ", "Second."], ["First.", "Second."]),
        (["- Who is it?\n- Nobody."], ["Who is it?", "Nobody."]),
        (["<i>Later</i>, he said,", "{\\an8}he left."], ["Later, he said, he left."]),
        (["ANNA: Stop!", "BEN: No", "way."], ["ANNA: Stop!", "BEN: No way."]),
        (["Well", "[door slams]", "now."], ["Well", "[door slams]", "now."]),
        (["我们在这里", "等他。"], ["我们在这里等他。"]),
        (["1984", "was the year."], ["1984 was the year."]),
        (["Tom &amp; Jerry <3 cheese."], ["Tom & Jerry <3 cheese."]),
        ([""], []),
    ],
)
def test_cues_become_paragraphs(cues: list[str], expected: list[str]) -> None:
    assert [p.text.strip() for p in read(srt(*cues)).paragraphs] == expected


def test_a_long_silence_ends_a_paragraph() -> None:
    assert len(read(srt("One", "two", step=6)).paragraphs) == 2


def test_voices_notes_and_settings_of_webvtt() -> None:
    content = read(
        "WEBVTT - made by hand\n\nSTYLE\n::cue { color: red }\n\nNOTE not for you\nnor this\n\n"
        "intro\n00:01.000 --> 00:02.000 align:start\n<v Ann>Who is\n\n"
        "00:02.000 --> 00:03.000\n<v Ann>there?\n\nNOTE again\n\n"
        "00:03.000 --> 00:04.000\n<v Ben><b>Nobody</b>.</v>\n"
    )
    assert [p.text for p in content.paragraphs] == ["Who is there?", "Nobody."]
    assert content.paragraphs[1].emphasis[0].kind is EmphasisKind.BOLD
    assert {item.kind.value: item.number for item in content.left_out} == {
        "times": 3,
        "comments": 1,
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_marks(end: str) -> None:
    data = ("\ufeff" + srt("One.", "Two.")).replace("\n", end).encode("utf-16-le")
    content = reader.read(data, ReadOptions(), Watch())
    assert [p.text for p in content.paragraphs] == ["One.", "Two."]
    assert content.encoding == "utf-16"


@pytest.mark.parametrize("part", ["<" + "a" * 200_000, "<v " * 50_000, "<v" + " " * 200_000])
def test_a_tag_without_end_takes_no_square_of_its_length(part: str) -> None:
    begun = time.process_time()
    read(srt(part))
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    "times",
    [
        ("0:0:0.0 --> 0:0:3.54", "0:0:3.54 --> 0:0:7.2"),  # as programs for meetings write them
        ("00:00:01 --> 00:00:03", "00:00:03 --> 00:00:05"),
        ("0:1,5 --> 0:2,25", "0:2,25 --> 0:3"),
    ],
)
def test_times_written_without_care(times: tuple[str, str]) -> None:
    content = read(f"WEBVTT\n\n{times[0]}\nThe boat\n\n{times[1]}\nnever came.\n")
    assert [p.text for p in content.paragraphs] == ["The boat never came."]
    assert content.left_out[0].number == 2
