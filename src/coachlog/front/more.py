"""The line of the front page with the commands that are used seldom."""

from coachlog.base.texts import _

_LINES = 3
"""More of them, and the first page would not fit in a window."""
_LOST = "completion, "
"""What a line may lose at its end, where the next name does not fit."""


def more(names: list[str], width: int) -> str:
    """Return the sentence with the *names* of commands: as many as fit in lines of that *width*."""
    room = (width - len(_LOST)) * _LINES
    text = _("More: {names}.").format(names=", ".join(names))
    shown = names
    while len(text) > room and shown:
        shown = shown[:-1]
        text = _("More: {names}.").format(names=", ".join((*shown, "…")))
    return text
