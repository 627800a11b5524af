"""The same on screens whose pixels are fractions of ours: the scale is read when Qt starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LEVEL = Path(__file__).with_name("test_panes_level.py")


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_bands_and_scrolling_are_exact_at_every_scale(factor):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(LEVEL)]
    done = subprocess.run(
        [*command, "-k", "scrolled or begins_and_ends or base_line"],
        env={**os.environ, "QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
