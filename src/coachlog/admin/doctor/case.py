"""What all checks of `doctor` look at: a copy of the journal, opened once."""

from typing import NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.store import checkup
from coachlog.store.backup_check import Contents, contents
from coachlog.store.connection import Reader
from coachlog.store.faults import STORE_LINKED, translate_errors
from coachlog.store.files import file_facts
from coachlog.terminal.context import Context


class Case(NamedTuple):
    """A journal to be checked, and what is known of it before.

    *copy* is None where there is no journal, or where it cannot be read: *error* says why.
    *problems* are what SQLite finds wrong in it; *contents* is None where it cannot be read.
    """

    run: Context
    copy: Reader | None = None
    error: CoachlogError | None = None
    problems: tuple[str, ...] = ()
    is_current: bool = False
    contents: Contents | None = None

    @property
    def sound_copy(self) -> Reader | None:
        """Return the copy where SQLite finds nothing wrong in it."""
        return None if self.problems else self.copy

    @property
    def current_copy(self) -> Reader | None:
        """Return the copy where it is sound and as this version of coachlog makes a journal."""
        return self.sound_copy if self.is_current else None


def open_case(run: Context) -> Case:
    """Copy the journal of *run* into memory and look at it as a whole. Nothing is altered."""
    try:
        with translate_errors(run.store):
            facts = file_facts(run.store)
        if facts is None:
            return Case(run)
        copy = checkup.open_copy(run.store)
    except CoachlogError as error:
        return Case(run, error=error)
    try:
        problems = tuple(checkup.integrity_problems(copy))
        is_current = checkup.is_current(copy)
    except CoachlogError as error:
        copy.close()
        return Case(run, error=error)
    linked = CoachlogError(*STORE_LINKED, path=run.store) if facts.is_linked else None
    return Case(run, copy, linked, problems, is_current, _contents(copy))


def _contents(copy: Reader) -> Contents | None:
    """Return what the copy holds; None where it cannot be counted."""
    try:
        with translate_errors(copy.path):
            return contents(copy.connection, copy.path)
    except CoachlogError:
        return None
