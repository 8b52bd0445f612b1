"""Which line of JSON Lines a refusal is about."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachlog.base.errors import NOT_FOUND, REFUSED, CoachlogError, InputRefusedError
from coachlog.base.texts import N_, _


class AtLineError(CoachlogError):
    """What is wrong with one line of several; nothing of any of them was saved."""

    cause = N_("Line {line}: {problem}")
    remedy = N_("Nothing was saved. {remedy}")

    def __init__(self, line: int, error: CoachlogError) -> None:
        super().__init__(line=line, problem=error.cause_text(), remedy=error.remedy_text())
        self.code = error.code


@contextmanager
def at_line(line: int | None) -> Iterator[None]:
    """Within it, an error tells the *line* as well, where there is one."""
    try:
        yield
    except InputRefusedError as error:
        if line is None:
            raise
        path = _("line {n}, {path}").format(n=line, path=error.values["path"])
        raise type(error)(path, str(error.values["problem"])) from error
    except CoachlogError as error:
        if line is None or error.code not in (NOT_FOUND, REFUSED):
            raise
        raise AtLineError(line, error) from error
