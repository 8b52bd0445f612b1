"""The fields of a conversation that people give, and its forms of communication."""

from coachlog.interview.fills import FILLS
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER
from coachlog.schema.session import REALITY_PREFIX, SESSION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.values import parse

GIVEN = tuple(each.key for each in SESSION.entries(ALWAYS, AT_FIRST, LATER))

REALITY = tuple(name for name in GIVEN if name.startswith(REALITY_PREFIX))

FILLED = {
    name: name.replace(REALITY_PREFIX, "reality.")
    for name in GIVEN
    if name.replace(REALITY_PREFIX, "reality.") in FILLS
}
"""Those that a question may fill, by what it fills."""

COMMUNICATION = tuple(COMMUNICATION_FORMS)
"""The forms of communication that a coach may have used in a conversation."""


def communication(text: str | int) -> list[str]:
    """Forms of communication by their words, each once, in their own order: `ask, listen`."""
    typed = str(text).replace(",", " ").split()
    found = {parse.choice(word, COMMUNICATION) for word in typed}
    return [form for form in COMMUNICATION if form in found]
