"""Drafts of unfinished conversations: each answer is on disk before the next question is shown."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, NotFoundError, UnavailableError
from coachlog.base.ids import new_id
from coachlog.base.texts import N_, _
from coachlog.store.bare import SIGN_LOG, busy_ms
from coachlog.store.connection import Reader, Writer, open_writer
from coachlog.store.faults import (
    STORE_GONE,
    STORE_REPLACED,
    StoreDamagedError,
    close_on_failure,
    translate_errors,
)
from coachlog.store.files import file_facts
from coachlog.store.lock import FileLock
from coachlog.store.turn import turn_at
from coachlog.store.work import Work

_DEVICE = "select value from meta where key = 'device'"
_DRAFTS = (
    "select id, coachee, method, started_at, saved_at, state from draft where dropped_at is null"
)


class DraftBusyError(UnavailableError):
    """Another process has this draft open."""

    cause = N_("This conversation is open in another window.")
    remedy = N_("Continue in that window, or close it first. Every answer given there is saved.")


class Draft(NamedTuple):
    """An unfinished conversation. *coachee* is a handle or a name, or None; instants are in UTC.

    *state* is what the guide needs to go on with it.
    """

    id: str
    coachee: str | None
    method: str
    started_at: datetime
    saved_at: datetime
    state: Mapping[str, object]


class DraftKeeper:
    """Saves one draft, which is locked for other processes until `close`."""

    def __init__(self, path: Path, draft: Draft) -> None:
        """Lock *draft*; only for `start` and `resume`. Makes the store when it is missing."""
        self.draft = draft
        connection = open_writer(path)
        self._store, self._file_id = Writer(path, connection), connection.file_id
        self._device = self._store.value(_DEVICE)
        self._closed = False
        with close_on_failure(self._store):
            self._lock = _lock_draft(path, draft.id)

    @classmethod
    def start(
        cls,
        path: Path,
        method: str,
        state: Mapping[str, object] | None = None,
        coachee: str | None = None,
    ) -> Self:
        """Begin a new draft in the store at *path*, and save it at once."""
        now = clock.now()
        keeper = cls(path, Draft(new_id(), coachee, method, now, now, state or {}))
        with close_on_failure(keeper):
            keeper.save(keeper.draft.state)
        return keeper

    @classmethod
    def resume(cls, path: Path, draft: Draft) -> Self:
        """Go on with *draft*, read again from the store: another process may have saved more of it.

        Raises DraftBusyError when another process has it open, NotFoundError when it is gone.
        """
        keeper = cls(path, draft)
        with close_on_failure(keeper):
            keeper.draft = _find_draft(keeper._store, draft.id)
        return keeper

    def save(
        self, state: Mapping[str, object], coachee: str | None = None, wait_ms: int | None = None
    ) -> None:
        """Save *state*: it is on disk when this returns. *coachee* None changes no coachee.

        Raises an UnavailableError when it cannot be saved, StoreLockedError when others write for
        longer than *wait_ms* (0 while somebody is typing). What was saved before stays then.
        """
        draft = self.draft._replace(
            state=state, saved_at=clock.now(), coachee=coachee or self.draft.coachee
        )
        with self._transaction(busy_ms() if wait_ms is None else wait_ms):
            self._write_row(draft)
        self.draft = draft

    def _write_row(self, draft: Draft) -> None:
        """Insert the row of *draft*, or update what changes of it after the first time."""
        self._store.execute(
            "insert into draft(id, coachee, method, started_at, saved_at, state)"
            " values (:id, :coachee, :method, :started_at, :saved_at, :state)"
            " on conflict (id) do update set"
            " coachee = excluded.coachee, saved_at = excluded.saved_at, state = excluded.state",
            id=draft.id,
            coachee=draft.coachee,
            method=draft.method,
            started_at=clock.instant(draft.started_at),
            saved_at=clock.instant(draft.saved_at),
            # Escaped, so that half of a surrogate pair, which a terminal may send, is saved too.
            state=json.dumps(draft.state),
        )

    def drop(self) -> None:
        """Mark the draft as dropped, and close. `take_back` undoes that until the draft expires."""
        with self._transaction(busy_ms()):
            self._store.execute(
                # A clock that is behind must not make it older than all that was done before.
                "update draft set dropped_at ="
                " max(:now, coalesce((select max(stamp) from operation), '')) where id = :id",
                now=clock.instant(clock.now()),
                id=self.draft.id,
            )
        self.close()

    def discard(self) -> None:
        """Delete the draft for good, and close."""
        with self._transaction(busy_ms()):
            self._store.execute("delete from draft where id = :id", id=self.draft.id)
        self.close()

    def follow_replaced_store(self) -> None:
        """Open the store again if its file was replaced, as a program that synchronises does.

        Raises UnavailableError when no journal is there or it is of another device, StoreEmptyError
        when something emptied it.
        """
        path = self._store.path
        with translate_errors(path):
            facts = file_facts(path)
        if facts is None:
            raise UnavailableError(*STORE_GONE, path=path)
        if facts.file_id == self._file_id:
            return
        connection = open_writer(path)
        store = Writer(path, connection)
        if store.value(_DEVICE) != self._device:
            store.close()
            raise UnavailableError(*STORE_REPLACED, path=path)
        with suppress(CoachlogError):  # its file is gone, and nothing more is read from it
            self._store.close()
        self._store, self._file_id = store, connection.file_id

    def close(self) -> None:
        """Unlock the draft and close the store. May be called again."""
        if self._closed:
            return
        self._closed = True
        is_draft_gone = False
        try:
            # Where the journal cannot be read, the draft may still be there: keep its lock file.
            with suppress(UnavailableError):
                sql = "select 1 from draft where id = :id"
                is_draft_gone = self._store.value(sql, id=self.draft.id) is None
        finally:
            self._lock.release(remove=is_draft_gone)
            self._store.close()

    @contextmanager
    def _transaction(self, wait_ms: int) -> Iterator[None]:
        """Run the block in a transaction, rolled back if it fails.

        Waits *wait_ms* at most for our turn, and as long again for other programs.
        """
        self.follow_replaced_store()
        with turn_at(self._store.path, wait_ms):
            self._store.value(f"PRAGMA busy_timeout={wait_ms:d}")
            self._store.execute("BEGIN IMMEDIATE")
            try:
                self._store.execute(SIGN_LOG)
                yield
                self._store.execute("COMMIT")
            finally:
                self._store.roll_back()  # nothing is left to roll back after a commit

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def drafts(reader: Reader) -> list[Draft]:
    """Return the unfinished conversations that can be read, the last saved first."""
    rows = reader.rows(_DraftRow, f"{_DRAFTS} order by saved_at desc, id desc")
    parsed = [_parse_draft(row, reader) for row in rows]
    return [draft for draft in parsed if draft]


def remove_draft(work: Work, draft_id: str) -> None:
    """Delete a draft in the transaction that saves the conversation it became.

    Its keeper may only be closed after this. Raises UnavailableError where the journal has no such
    draft: then it is not the journal in which the conversation began.
    """
    if not work.execute("delete from draft where id = :id", id=draft_id).rowcount:
        raise UnavailableError(*STORE_REPLACED, path=work.path)


def take_back(work: Work, draft_id: str) -> None:
    """Take back the dropping of a draft."""
    work.execute("update draft set dropped_at = null where id = :id", id=draft_id)


class _DraftRow(NamedTuple):
    id: str
    coachee: str | None
    method: str
    started_at: str
    saved_at: str
    state: str


def _find_draft(reader: Reader, draft_id: str) -> Draft:
    """Return the draft of that id; raises NotFoundError where it is gone or was dropped."""
    row = reader.one(_DraftRow, f"{_DRAFTS} and id = :id", id=draft_id)
    if row is None:
        raise NotFoundError(
            N_("This draft is no longer there: it was saved or discarded."),
            N_("See what there is: coachlog session list"),
        )
    draft = _parse_draft(row, reader)
    if draft is None:
        raise StoreDamagedError(path=reader.path, problem=_("what was answered cannot be read"))
    return draft


def _parse_draft(row: _DraftRow, reader: Reader) -> Draft | None:
    """Return the draft of *row*; None where its answers cannot be read, noted in `reader.watch`."""
    started_at, saved_at = clock.moment_of(row.started_at), clock.moment_of(row.saved_at)
    try:
        state = json.loads(row.state)
    except ValueError:
        reader.watch.damaged = True
        return None
    return Draft(row.id, row.coachee, row.method, started_at, saved_at, state)


def _lock_draft(path: Path, draft_id: str) -> FileLock:
    """Lock the draft for other processes; raises DraftBusyError when one of them has it open."""
    with translate_errors(path):
        try:
            return FileLock(path.with_name(f"{path.name}.draft-{draft_id}.lock"))
        except BlockingIOError as error:
            raise DraftBusyError from error
