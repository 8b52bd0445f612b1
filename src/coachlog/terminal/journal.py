"""Opening the journal of a run, for reading or for a transaction."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coachlog.base.texts import _
from coachlog.store.connection import Reader, open_reader
from coachlog.store.files import open_to_others
from coachlog.store.journals import begin, expect, note
from coachlog.terminal import unsaved
from coachlog.terminal.patience import Patience

if TYPE_CHECKING:
    from coachlog.store.work import Work
    from coachlog.terminal.context import Context

__all__ = ["begin", "open_to_others", "reader", "work"]


def reader(context: "Context") -> Reader:
    """Open the journal of *context* for reading; an empty one if there is none yet."""
    with _opening(context):
        opened = open_reader(context.store)
    context.watches.append(opened.watch)
    return opened


def work(context: "Context", command: str) -> "Work":
    """Begin a transaction on the journal of *context*, which is created if needed."""
    from coachlog.store.work import Work  # most commands only read

    new_work = Work(
        context.store,
        command,
        context.now,
        while_opening=lambda: _opening(context),
        before_retry=unsaved.retry(),
    )
    context.works.append(new_work)
    return new_work


@contextmanager
def _opening(context: "Context") -> Iterator[None]:
    """Show a waiting message while the journal is opened: an old one is migrated first.

    Raises UnavailableError if a journal that has to exist is missing.
    """
    store = context.store
    if not context.thrown_away:
        expect(store, chosen=_is_chosen(context))
    with Patience(_("Opening the journal …")):
        yield
    if not context.thrown_away and store.exists():
        note(store)


def _is_chosen(context: "Context") -> bool:
    """Return whether the path comes from the configuration, not from an option or variable."""
    elsewhere = context.options.store or os.environ.get("COACHLOG_STORE")
    return bool(context.settings.store and not elsewhere)
