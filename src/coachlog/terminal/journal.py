"""The journal of a run: opened for reading or for work, and missed where it has to be there."""

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
    """The journal of *context*, for reading; an empty one where there is none yet."""
    with _opening(context):
        opened = open_reader(context.store)
    context.watches.append(opened.watch)
    return opened


def work(context: "Context", command: str) -> "Work":
    """One transaction on the journal of *context*, which is made where there is none yet."""
    from coachlog.store.work import Work  # most commands only read

    begun = Work(
        context.store,
        command,
        context.now,
        opening=lambda: _opening(context),
        again=unsaved.retry(),
    )
    context.works.append(begun)
    return begun


@contextmanager
def _opening(context: "Context") -> Iterator[None]:
    """A journal of an earlier version is brought up to date first, which may take a while.

    Raises UnavailableError for one that has to be there and is not.
    """
    store = context.store
    if not context.thrown_away:
        expect(store, chosen=_is_chosen(context))
    with Patience(_("Opening the journal …")):
        yield
    if not context.thrown_away and store.exists():
        note(store)


def _is_chosen(context: "Context") -> bool:
    """Whether the journal is the one that the configuration names."""
    elsewhere = context.options.store or os.environ.get("COACHLOG_STORE")
    return bool(context.settings.store and not elsewhere)
