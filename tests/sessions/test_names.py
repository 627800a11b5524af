"""What sessions offer is found where it is, when it is asked for."""

from __future__ import annotations

import pytest

from variorum import sessions


@pytest.mark.parametrize("name", sessions.__all__)
def test_each_public_name_is_there(name):
    assert getattr(sessions, name) is getattr(sessions, name)


def test_another_name_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sessions.nothing
