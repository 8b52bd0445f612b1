"""What is drawn here is drawn for a reader of whom no clock is known."""

import pytest

from coachlog.base.clock import set_reader_zone


@pytest.fixture(autouse=True)
def _on_no_clock() -> None:
    """Whatever ran before in this process: a command tells where its reader lives."""
    set_reader_zone(None)
