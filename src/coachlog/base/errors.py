"""The classes of errors. A service raises one; `main` alone turns it into text and an exit code."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from coachlog.base.days import show_day
from coachlog.base.texts import N_, _, language

DONE, UNEXPECTED, USAGE, NOT_FOUND, REFUSED, UNAVAILABLE, STOPPED = 0, 1, 2, 3, 4, 5, 130


class CoachlogError(Exception):
    """An error that a person can understand and put right.

    *cause* and *remedy* are message ids, of the class or given where it is raised; they are
    translated when they are shown, with the keyword values of the constructor filled in.
    """

    cause: str
    remedy: str
    code: int = UNEXPECTED

    def __init__(
        self, cause: str | None = None, remedy: str | None = None, /, **values: object
    ) -> None:
        if cause is not None:
            self.cause = cause
        if remedy is not None:
            self.remedy = remedy
        super().__init__(self.cause, values)
        self.values = values

    def cause_text(self) -> str:
        """Return the cause of the error, one line, in the language of the user."""
        return _(self.cause).format(**self._shown_values())

    def remedy_text(self) -> str:
        """Return the remedy, one line, in the language of the user; may be empty."""
        return _(self.remedy).format(**self._shown_values()) if self.remedy else ""

    def _shown_values(self) -> dict[str, object]:
        """Return the values as people read them: days as `ma 14 sep 2026`, in their language."""
        shown = dict(self.values)
        for name, value in self.values.items():
            day = _as_day(name, value)
            if day:
                shown[name] = show_day(day, language())
        return shown

    def __str__(self) -> str:
        return self.cause_text()


def _as_day(name: str, value: object) -> date | None:
    """Return *value* as a day; None where it is none.

    A text counts as one only if its *name* is `day`: another may just look like a stored day.
    """
    if type(value) is date:  # not a datetime, which is a date too
        return value
    if name == "day" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    return None


class UsageError(CoachlogError):
    """The command line itself is wrong, or an answer is missing where nobody can be asked."""

    code = USAGE


class NotFoundError(CoachlogError):
    """A name or number that is not in the journal."""

    code = NOT_FOUND


class RefusedError(CoachlogError):
    """An answer that the journal cannot save as it is."""

    code = REFUSED


class UnavailableError(CoachlogError):
    """The store cannot be read or written now."""

    code = UNAVAILABLE


class StoppedError(CoachlogError):
    """The person stopped; nothing is wrong and nothing is lost."""

    cause = N_("Stopped.")
    remedy = ""
    code = STOPPED


class InputRefusedError(RefusedError):
    """One field of an input is wrong.

    *path* names the field in the input (`goals.0.target_on`), *problem* says what was expected.
    """

    cause = N_("{path}: {problem}")
    remedy = N_("Nothing was saved. For the format of the input: coachlog schema session")

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path=path, problem=problem)


class MissingAnswersError(UsageError):
    """Answers are missing and there is nobody to ask."""

    cause = N_("Missing: {missing}")
    remedy = N_("Give them as options or with --from FILE, or run it in a terminal.")

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(missing=", ".join(missing))


class MissingWordsError(UsageError):
    """Arguments are missing, named as on the help page, and there is nobody to ask."""

    cause = N_("Missing: {missing}")
    remedy = N_("For example: {example}")

    def __init__(self, missing: Sequence[str], example: str) -> None:
        # The help page shows `[COACHEE]`, or `NUMBER...`: the name alone is told.
        names = (_(HELP_WORDS.get(word, word)).strip("[]. ") for word in missing)
        super().__init__(missing=", ".join(names), example=example)


HELP_WORDS = {"COACHEE": N_("[COACHEE]")}
"""What the help page calls an argument, where that differs from its name."""


def trace_lines(error: BaseException) -> Iterator[str]:
    """Yield the classes of an error and its causes, each with the places where it came through.

    No message and no value: both may hold words of the journal, and the file may be sent.
    """
    cause: BaseException | None = error
    while cause is not None:
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        frame = cause.__traceback__
        while frame is not None:
            code = frame.tb_frame.f_code
            yield f"  {_short_path(code.co_filename)}:{frame.tb_lineno} {code.co_name}"
            frame = frame.tb_next
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _short_path(path: str) -> str:
    """Return the end of the path of a module: its beginning may have the name of a person."""
    parts = path.replace("\\", "/").split("/")
    names = [place for place, part in enumerate(parts) if part == "coachlog"]
    return "/".join(parts[names[-1] :] if names else parts[-2:])


def system_problem(error: OSError) -> str:
    """Return the message of an OSError: translated if it is a usual one, else in English."""
    return _(error.strerror) if error.strerror else str(error)


def unwritable(path: Path, error: OSError) -> UnavailableError:
    """Return the error for a file that could not be written."""
    return UnavailableError(
        N_("The file {path} cannot be written: {problem}."),
        N_("Free some space, or check who may write there."),
        path=path,
        problem=system_problem(error),
    )


_USUAL_PROBLEMS = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("File too large"),
    N_("Read-only file system"),
    N_("Input/output error"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("Device or resource busy"),
    N_("Exec format error"),
)
