"""What was typed into the forms of this run, until the journal has it: an error must not eat it."""

from collections.abc import Callable, Mapping

from coachlog.base.errors import UnavailableError

Retry = Callable[[UnavailableError], None]
"""Tells why it is not kept yet, and waits until it may be tried again; raises at a stop."""

_typed: dict[str, str] = {}
_retry: list[Retry] = []


def remember(given: Mapping[str, str], retry: Retry) -> None:
    """Remember what was *given*, by the label of its field, and how to *retry* to keep it."""
    _typed.update(given)
    _retry[:] = [retry]


def retry() -> Retry | None:
    """How to try again to keep what would be lost; None where there is nothing."""
    return _retry[0] if has_answers() else None


def forget() -> None:
    """The journal has it, or nobody wants it."""
    _typed.clear()
    _retry.clear()


def has_answers() -> bool:
    """Whether something was typed that the journal does not have."""
    return bool(_typed)


def take() -> str:
    """Take out what the journal does not have, as text; from now on it is forgotten here."""
    text = format_answers(_typed)
    forget()
    return text


def format_answers(given: Mapping[str, str]) -> str:
    """The text of what was *given*, a line for each field."""
    return "".join(f"{label}: {value}\n" for label, value in given.items())
