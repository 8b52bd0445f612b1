"""A journal with two people, and somebody at a terminal who answers in lines."""

import pytest

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
def at_terminal(call):
    """`at_terminal(*words, typed="2\\n")`: somebody is there to ask."""
    return lambda *words, typed="", **more: call(*words, typed=typed, **more)
