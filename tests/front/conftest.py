"""A journal with two people, and somebody at a terminal who answers in lines."""

import pytest

from coachlog.terminal.context import Context
from tests.conftest import talk


@pytest.fixture
def people(keep):
    """Amina El Idrissi has one open action and a goal; Jonas Peeters has two actions and a plan."""
    keep(
        talk(
            coachee="Amina El Idrissi",
            topic="Vergaderen",
            goals=[{"ref": "g", "statement": "Vergaderingen leiden"}],
            actions=[{"what": "Koen aanspreken"}],
        ),
        talk(coachee="Jonas Peeters", topic="Planning", actions=[{"what": "Bart bellen"}]),
        talk(coachee="Jonas Peeters", topic="Verlof", actions=[{"what": "Verlof aanvragen"}]),
    )


@pytest.fixture
def at_terminal(call, monkeypatch):
    """`at_terminal(*words, stdin="2\\n")`: somebody is there to ask."""

    def typed(*words, **more):
        with monkeypatch.context() as patch:
            patch.setattr(Context, "interactive", property(lambda _context: True))
            return call(*words, **more)

    return typed
