"""Errors that name the line of JSON Lines they are about."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachlog.base.errors import NOT_FOUND, REFUSED, CoachlogError, InputRefusedError
from coachlog.base.texts import N_, _


class AtLineError(CoachlogError):
    """One line of several is wrong, so that none of them was saved."""

    cause = N_("Line {line}: {problem}")
    remedy = N_("Nothing was saved. {remedy}")

    def __init__(self, line: int, error: CoachlogError) -> None:
        super().__init__(line=line, problem=error.cause_text(), remedy=error.remedy_text())
        self.code = error.code


@contextmanager
def at_line(line: int | None) -> Iterator[None]:
    """Add the *line* to errors that are raised inside; None leaves them as they are."""
    try:
        yield
    except InputRefusedError as error:  # it names the wrong field: the line comes before it
        if line is None:
            raise
        path = _("line {n}, {path}").format(n=line, path=error.values["path"])
        raise type(error)(path, str(error.values["problem"])) from error
    except CoachlogError as error:
        is_about_input = error.code in (NOT_FOUND, REFUSED)  # and not about a disk that is full
        if line is None or not is_about_input:
            raise
        raise AtLineError(line, error) from error
