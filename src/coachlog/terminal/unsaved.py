"""The answers typed into forms in this run, until the journal has them: no error may lose them."""

from collections.abc import Callable, Mapping

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _

Retry = Callable[[UnavailableError], None]
"""Shows why saving failed, and waits until it may be tried again; raises at a stop."""

_answers: dict[str, str] = {}
_retry: list[Retry] = []


def remember(answers: Mapping[str, str], retry: Retry) -> None:
    """Remember *answers*, by label, and how to *retry* saving them."""
    _answers.update(answers)
    _retry[:] = [retry]


def retry() -> Retry | None:
    """Return how to retry saving; None if there are no unsaved answers."""
    return _retry[0] if has_answers() else None


def forget() -> None:
    """Forget the answers: the journal has them, or nobody wants them."""
    _answers.clear()
    _retry.clear()


def has_answers() -> bool:
    """Return whether there are unsaved answers."""
    return bool(_answers)


def take() -> str:
    """Return the unsaved answers as text, and forget them."""
    text = format_answers(_answers)
    forget()
    return text


def format_answers(answers: Mapping[str, str]) -> str:
    """Return *answers*, by label, as text with a line for each field."""
    line = _("{label}: {text}") + "\n"
    return "".join(line.format(label=label, text=value) for label, value in answers.items())
