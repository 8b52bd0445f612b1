"""The fields of a conversation that people fill in, and its forms of communication."""

from coachlog.interview.fills import FILLS
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER
from coachlog.schema.session import REALITY_PREFIX, SESSION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.values.typed import choice

ENTERED_COLUMNS = tuple(field.key for field in SESSION.entries(ALWAYS, AT_FIRST, LATER))

REALITY = tuple(name for name in ENTERED_COLUMNS if name.startswith(REALITY_PREFIX))

QUESTION_FIELDS = {
    name: name.replace(REALITY_PREFIX, "reality.")
    for name in ENTERED_COLUMNS
    if name.replace(REALITY_PREFIX, "reality.") in FILLS
}
"""What a question fills, such as `reality.now`, by the column, such as `reality_now`."""

COMMUNICATION = tuple(COMMUNICATION_FORMS)
"""The forms of communication that a coach may have used in a conversation."""


def communication(text: str) -> list[str]:
    """Return the forms of communication in *text*, each once, in the order of `COMMUNICATION`.

    They are separated by commas, and codes also by spaces. Raises a KindError for one that is no
    form.
    """
    parts = [part for part in text.split(",") if part.strip()]
    words = [word for part in parts for word in _codes_or_words(part)]
    chosen_forms = {choice(word, COMMUNICATION_FORMS) for word in words}
    return [form for form in COMMUNICATION if form in chosen_forms]


def _codes_or_words(part: str) -> list[str]:
    """Return the codes in *part* one by one, or else *part* whole, as a form in words."""
    codes = part.casefold().split()
    return codes if any(code in COMMUNICATION_FORMS for code in codes) else [part]
