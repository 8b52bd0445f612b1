"""Opening the journal of a run, for reading or for a transaction."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coachlog.base.texts import _
from coachlog.settings import Settings
from coachlog.store import connection
from coachlog.store.connection import Reader, open_reader
from coachlog.store.files import copies_wait, is_under_way, note_of_conversion, open_to_others
from coachlog.store.journals import SWITCH, create_journal, expect_journal, note_check, note_journal
from coachlog.terminal import unsaved
from coachlog.terminal.patience import Patience

if TYPE_CHECKING:
    from coachlog.store.integrity import Watch
    from coachlog.store.work import Work

__all__ = [
    "back_up_before",
    "back_up_today",
    "check_whole",
    "create_journal",
    "open_to_others",
    "reader",
    "work",
]


class Run(Protocol):
    """What opening the journal needs to know of a run, and where it notes what it opened."""

    now: datetime
    settings: Settings
    thrown_away: bool
    works: "list[Work]"
    watches: "list[Watch]"

    @property
    def store(self) -> Path:
        """Return the path of the journal."""

    @property
    def is_store_chosen(self) -> bool:
        """Return whether the path comes from the configuration."""

    @property
    def local_now(self) -> datetime:
        """Return the present moment on the clock of the coach."""

    def tell(self, text: str) -> None:
        """Say something that is no result."""

    @property
    def second_place(self) -> str | None:
        """Return the folder for copies of backups; None if none was chosen."""


def reader(context: Run) -> Reader:
    """Open the journal of *context* for reading; an empty one if there is none yet."""
    with _opening(context):
        opened = open_reader(context.store)
    context.watches.append(opened.watch)
    return opened


def work(context: Run, command: str) -> "Work":
    """Begin a transaction on the journal of *context*, which is created if needed."""
    from coachlog.store.work import Work  # most commands only read

    new_work = Work(
        context.store,
        command,
        context.now,
        while_opening=lambda: _opening(context),
        before_retry=unsaved.retry(),
        kept_days=context.settings.log_days,
    )
    context.works.append(new_work)
    return new_work


def back_up_today(context: Run) -> list[str]:
    """Make the backup of the day if it is due; return lines to say."""
    if context.thrown_away:
        return []
    note_check(context.store, context.now.date().isoformat())  # a backup is checked as well
    opened = work(context, "backup")  # not entered
    with Patience(_("Making the backup of today …")):
        _finish_copies(context.store)
        return opened.back_up_today(context.local_now, context.second_place)


def check_whole(context: Run) -> list[str]:
    """Look once a day whether the journal is whole, for who only reads; return lines to say."""
    is_off = os.environ.get(SWITCH) == "no" or context.thrown_away or not context.store.is_file()
    if is_off or not note_check(context.store, context.now.date().isoformat()):
        return []
    with Patience(_("Looking whether the journal is whole …")):
        return connection.check_whole(context.store)


def back_up_before(context: Run, kind: str) -> list[str]:
    """Make a backup before something large is done, such as a merge; return lines to say."""
    if context.thrown_away:
        return []
    opened = work(context, "backup")  # not entered
    with Patience(_("Making a backup first …")):
        return opened.back_up_before(kind, context.local_now, context.second_place)


def _finish_erasing(store: Path) -> None:
    """Finish an erasure that was under way when a program ended, if there is one."""
    if is_under_way(store):
        from coachlog.store.erasing import work as erasing  # seldom wanted

        erasing.resume(store)


def _finish_copies(store: Path) -> None:
    """Erase what is still to be erased in copies in a place that is back, if there are any."""
    if copies_wait(store):
        from coachlog.store.erasing import work as erasing  # seldom wanted

        erasing.finish_copies(store)


def _finish_conversion(context: Run) -> None:
    """Finish protecting the journal, or the opposite, where that was interrupted; say so."""
    from coachlog.store.protection import conversion  # only after a crash

    with Patience(_("Finishing what was interrupted …")):
        done = conversion.finish_interrupted(context.store)
    if done is not None:
        context.tell(
            _("Protecting the journal, or the opposite, was interrupted. It was finished now.")
            if done.is_done
            else _("Protecting the journal was interrupted: it is as it was. Try again.")
        )


@contextmanager
def _opening(context: Run) -> Iterator[None]:
    """Show a waiting message while the journal is opened: an old one is migrated first.

    Raises UnavailableError if a journal that has to exist is missing.
    """
    store = context.store
    is_registered = not context.thrown_away  # a temporary journal is not
    if is_registered:
        expect_journal(store, chosen=context.is_store_chosen)
    if note_of_conversion(store).exists():
        _finish_conversion(context)
    with Patience(_("Opening the journal …")):
        _finish_erasing(store)
        yield
    if is_registered and store.exists():
        note_journal(store)
