"""The fields of a conversation that people fill in, and its forms of communication."""

from coachlog.interview.fills import FILLS
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER
from coachlog.schema.session import REALITY_PREFIX, SESSION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.values import parse

GIVEN = tuple(field.key for field in SESSION.entries(ALWAYS, AT_FIRST, LATER))

REALITY = tuple(name for name in GIVEN if name.startswith(REALITY_PREFIX))

FILLED = {
    name: name.replace(REALITY_PREFIX, "reality.")
    for name in GIVEN
    if name.replace(REALITY_PREFIX, "reality.") in FILLS
}
"""What a question fills, such as `reality.now`, by the column, such as `reality_now`."""

COMMUNICATION = tuple(COMMUNICATION_FORMS)
"""The forms of communication that a coach may have used in a conversation."""


def communication(text: str) -> list[str]:
    """Return the forms of communication in *text*, each once, in the order of `COMMUNICATION`.

    Words are separated by commas or spaces. Raises a KindError for one that is no form.
    """
    words = text.replace(",", " ").split()
    chosen_forms = {parse.choice(word, COMMUNICATION) for word in words}
    return [form for form in COMMUNICATION if form in chosen_forms]
