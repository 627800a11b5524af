"""Comparisons for the tests of the panes: written by hand, or made up in any length."""

from __future__ import annotations

import random

from variorum.engine import Comparison, Document, compare
from variorum.reports.marks import Marks

LEFT = """The lamps along the canal were lit at four, and by five it was dark.

The watchman kept a ledger of every boat. He wrote the names in green ink, and the weather in red.

My aunt, who had never learned to swim, walked there every evening with two dogs and a lantern. \
She counted the bridges aloud. Nobody ever asked her why she counted them, and she never said.

In spring the council drained the canal. They found eleven bicycles, a piano and a brass bell.

The piano was carried to the school, where it stands to this day."""

RIGHT = """My aunt, who had never learned to swim, walked there every morning with two dogs and a \
lantern. She counted the bridges aloud. Nobody ever asked her why she counted them, and she never \
said.

The lamps along the canal were lit at six, and by seven it was dark.

The watchman kept a ledger of every boat. He wrote the names in blue ink. He wrote the weather in \
red.

A museum of the canal will open next year, in the old house of the watchman, they say.

In spring the council drained the canal. They found eleven bicycles, a piano and a brass bell.

The piano was carried to the school, where it stands to this day."""

ARABIC = """كان البحر هادئا في ذلك الصباح، وكانت السفينة Aurora تقترب ببطء من الميناء القديم.

لم ينتظرها أحد على الرصيف سوى 3 رجال وطفل صغير يحمل مصباحا."""

ARABIC_LATER = """كان البحر هائجا في ذلك المساء، وكانت السفينة Aurora تقترب ببطء من الميناء القديم.

لم ينتظرها أحد على الرصيف سوى 5 رجال وطفلة صغيرة تحمل مصباحا."""

CHINESE = """老人每天早上都去河边散步，带着一只黑色的狗。他从来不说话，只是看着水面。"""
CHINESE_LATER = """老人每天晚上都去湖边散步，带着一只白色的狗。他从来不说话，只是看着水面。"""

EMOJI = "We sailed 🚢 past the 🏝 island, and 👩‍🚀 waved at us from the shore. It rained 🌧."
EMOJI_LATER = "We rowed 🚣 past the 🏝 island, and 👩‍🚀 sang to us from the beach. It rained 🌧."


def compared(left: str = LEFT, right: str = RIGHT) -> Comparison:
    return compare(Document.from_text(left), Document.from_text(right))


def marks(left: str = LEFT, right: str = RIGHT) -> Marks:
    return Marks(compared(left, right))


def story(paragraphs: int, seed: int = 1) -> tuple[str, str]:
    """A text of so many paragraphs, and the same with changes of every kind."""
    dice = random.Random(seed)  # noqa: S311 - a story, no secret
    words = ["".join(dice.choices("abdegiklmnoprstuvz", k=dice.randint(2, 9))) for _ in range(900)]
    left = [_paragraph(dice, words) for _ in range(paragraphs)]
    right = [_changed(dice, words, paragraph) for paragraph in left if dice.random() > 0.1]
    for _ in range(paragraphs // 12):
        right.insert(dice.randrange(len(right) + 1), _paragraph(dice, words))
    return "\n\n".join(left), "\n\n".join(right)


def _paragraph(dice: random.Random, words: list[str]) -> str:
    return " ".join(_sentence(dice, words) for _ in range(dice.randint(1, 7)))


def _sentence(dice: random.Random, words: list[str]) -> str:
    return " ".join(dice.choices(words, k=dice.randint(4, 24))).capitalize() + "."


def _changed(dice: random.Random, words: list[str], paragraph: str) -> str:
    if dice.random() < 0.5:
        return paragraph
    return " ".join(
        dice.choice(words) if dice.random() < 0.12 and word.islower() else word
        for word in paragraph.split(" ")
    )
