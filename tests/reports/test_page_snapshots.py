"""Pages as readable text: whoever changes what they say sees it in the difference of a file.

After a wanted change, a test that fails tells where the new text is; look at it, and put it in the
place of the one in `tests/cases/pages`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from page_text import page_text
from test_page_in_chromium import LEFT, RIGHT
from test_page_tools import LONG, judged
from visits import rendered, rendered_review

from variorum.version import VERSION

CASES = Path(__file__).parent.parent / "cases" / "pages"

PAGES = {
    "every kind": lambda: rendered(LEFT, RIGHT),
    "with notes": lambda: rendered_review(LEFT, RIGHT, judged),
    "long and alike": lambda: rendered(*LONG),
    "Arabic": lambda: rendered(
        "ذهب الولد إلى المدرسة. عاد مساءً.", "ذهب الولد إلى السوق. عاد مساءً."
    ),
    "nothing on the right": lambda: rendered("One was here. Two was, too.", ""),
    "the same": lambda: rendered("One is here.\n\nTwo is, too.", "One is here.\n\nTwo is, too."),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_said(name: str, tmp_path: Path) -> None:
    told = page_text(PAGES[name]()).replace(f"Variorum {VERSION}", "Variorum")
    case = CASES / f"{name.replace(' ', '-').lower()}.txt"
    new = tmp_path / case.name
    new.write_text(told, encoding="utf-8")
    assert case.read_text("utf-8") == told, f"{case} is not like {new}"
