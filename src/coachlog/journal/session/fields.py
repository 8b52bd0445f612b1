"""The fields of a conversation: enumerations and bounds."""

from coachlog.values import parse

STATUSES = ("planned", "held", "cancelled", "missed")
FORMS = ("in_person", "video", "phone", "walk", "written")
ORIGINS = ("coachee", "coach", "network")

MINUTES_MOST = parse.MINUTES_MOST

REALITY = ("now", "score", "why_not_lower", "tried", "exceptions", "people", "obstacles")

COMMUNICATION = (
    *("listen", "summarise", "ask", "scale", "feedback", "observe", "show", "rehearse", "share"),
)
"""The forms of communication that a coach may have used in a conversation."""


def communication(text: str | int) -> list[str]:
    """Forms of communication by their words, each once, in their own order: `ask, listen`."""
    typed = str(text).replace(",", " ").split()
    found = {parse.choice(word, COMMUNICATION) for word in typed}
    return [form for form in COMMUNICATION if form in found]
