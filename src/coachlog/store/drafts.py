"""Unfinished conversations: each answer is safe on disk before the next question is shown."""

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
from coachlog.store.bare import busy_ms
from coachlog.store.connection import SIGNED, Reader, Writer, open_writer
from coachlog.store.faults import (
    STORE_GONE,
    STORE_REPLACED,
    StoreDamagedError,
    translated,
)
from coachlog.store.files import look
from coachlog.store.lock import FileLock
from coachlog.store.turn import turn_at
from coachlog.store.work import Work

_DEVICE = "select value from meta where key = 'device'"


class DraftBusyError(UnavailableError):
    """Another terminal is in the midst of this draft."""

    cause = N_("This conversation is open in another window.")
    remedy = N_("Continue in that window, or close it first. Every answer given there is saved.")


class Draft(NamedTuple):
    """An unfinished conversation. *coachee* is a handle or a name, when known; instants in UTC."""

    id: str
    coachee: str | None
    method: str
    started_at: datetime
    saved_at: datetime
    state: Mapping[str, object]


class DraftKeeper:
    """Keeps one draft, which no other process can keep meanwhile. Close it when the guide ends."""

    def __init__(self, path: Path, draft: Draft) -> None:
        """For `start` and `resume` only. Makes the store when it is missing."""
        self.draft = draft
        connection = open_writer(path)
        self._store, self._place = Writer(path, connection), connection.place
        self._device = self._store.value(_DEVICE)
        self._closed = False
        try:
            self._lock = _locked(path, draft.id)
        except BaseException:
            self._store.close()
            raise

    @classmethod
    def start(
        cls,
        path: Path,
        method: str,
        state: Mapping[str, object] | None = None,
        coachee: str | None = None,
    ) -> Self:
        """A new draft in the store at *path*, kept at once, before there is any answer."""
        now = clock.now()
        keeper = cls(path, Draft(new_id(), coachee, method, now, now, state or {}))
        with _closed_on_failure(keeper):
            keeper.save(keeper.draft.state)
        return keeper

    @classmethod
    def resume(cls, path: Path, draft: Draft) -> Self:
        """Go on with *draft*; `keeper.draft` is what is kept of it now, which may be further on.

        Raises DraftBusyError when another process keeps it, NotFoundError when it is no more.
        """
        keeper = cls(path, draft)
        with _closed_on_failure(keeper):
            keeper.draft = _find(keeper._store, draft.id)
        return keeper

    def save(
        self, state: Mapping[str, object], coachee: str | None = None, wait_ms: int | None = None
    ) -> None:
        """Keep *state*: it is on disk when this returns. *coachee* None leaves what was known.

        Raises an UnavailableError when it cannot be kept, and StoreLockedError when others write
        for longer than *wait_ms*, 0 for somebody who is typing; what was kept before still is.
        """
        draft = self.draft._replace(
            state=state, saved_at=clock.now(), coachee=coachee or self.draft.coachee
        )
        with self._writing(busy_ms() if wait_ms is None else wait_ms):
            self._write(draft)
        self.draft = draft

    def _write(self, draft: Draft) -> None:
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
            # Escaped, so that half a character, which a terminal may send, is kept too.
            state=json.dumps(draft.state),
        )

    def drop(self) -> None:
        """Throw the draft away, from where it may be taken back for a while, and close."""
        with self._writing(busy_ms()):
            self._store.execute(
                "update draft set dropped_at = :now where id = :id",
                now=clock.instant(clock.now()),
                id=self.draft.id,
            )
        self.close()

    def discard(self) -> None:
        """Remove the draft for good, and close."""
        with self._writing(busy_ms()):
            self._store.execute("delete from draft where id = :id", id=self.draft.id)
        self.close()

    def stay_with_the_store(self) -> None:
        """Where another file came in its place, as a synchroniser does, go on in that one.

        Raises UnavailableError when no journal is there, or when it is another,
        StoreEmptyError when something emptied it, and what was kept before as well.
        """
        path = self._store.path
        with translated(path):
            found = look(path)
        if found is None:
            raise UnavailableError(*STORE_GONE, path=path)
        if found.place == self._place:
            return
        connection = open_writer(path)
        store = Writer(path, connection)
        if store.value(_DEVICE) != self._device:
            store.close()
            raise UnavailableError(*STORE_REPLACED, path=path)
        with suppress(CoachlogError):
            self._store.close()
        self._store, self._place = store, connection.place

    def close(self) -> None:
        """Let others have the draft, or leave no trace of one that is gone. May be repeated."""
        if self._closed:
            return
        self._closed = True
        gone = False
        try:
            # A journal that cannot be read any more tells nothing, and its draft may be there.
            with suppress(UnavailableError):
                sql = "select 1 from draft where id = :id"
                gone = self._store.value(sql, id=self.draft.id) is None
        finally:
            self._lock.release(remove=gone)
            self._store.close()

    @contextmanager
    def _writing(self, wait_ms: int) -> Iterator[None]:
        """In our turn, and with no longer patience than that with other programs."""
        self.stay_with_the_store()
        with turn_at(self._store.path, wait_ms):
            self._store.value(f"PRAGMA busy_timeout={wait_ms:d}")
            self._store.execute("BEGIN IMMEDIATE")
            try:
                self._store.execute(SIGNED)
                yield
                self._store.execute("COMMIT")
            finally:
                self._store.roll_back()

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
    """All unfinished conversations, the one that was saved last first."""
    sql = (
        "select id, coachee, method, started_at, saved_at, state"
        " from draft where dropped_at is null order by saved_at desc, id desc"
    )
    return [draft for line in reader.rows(_DraftRow, sql) if (draft := _draft(line, reader))]


def remove_draft(work: Work, draft_id: str) -> None:
    """Remove a draft in the transaction that keeps the conversation it became.

    Whoever keeps it saves no more after this, and closes. Raises UnavailableError where the
    journal has none of it, and so is not the one that the conversation began in.
    """
    if not work.execute("delete from draft where id = :id", id=draft_id).rowcount:
        raise UnavailableError(*STORE_REPLACED, path=work.path)


def take_back(work: Work, draft_id: str) -> None:
    """Make a draft that was thrown away one of those that are unfinished."""
    work.execute("update draft set dropped_at = null where id = :id", id=draft_id)


class _DraftRow(NamedTuple):
    id: str
    coachee: str | None
    method: str
    started_at: str
    saved_at: str
    state: str


def _find(reader: Reader, draft_id: str) -> Draft:
    sql = (
        "select id, coachee, method, started_at, saved_at, state from draft"
        " where id = :id and dropped_at is null"
    )
    line = reader.one(_DraftRow, sql, id=draft_id)
    if line is None:
        raise NotFoundError(
            N_("This draft is no longer there: it was saved or discarded."),
            N_("See what there is: coachlog session list"),
        )
    draft = _draft(line, reader)
    if draft is None:
        raise StoreDamagedError(path=reader.path, problem=_("what was answered cannot be read"))
    return draft


def _draft(line: _DraftRow, reader: Reader) -> Draft | None:
    """The draft; None where its answers cannot be read."""
    started_at, saved_at = clock.moment_of(line.started_at), clock.moment_of(line.saved_at)
    try:
        state = json.loads(line.state)
    except ValueError:
        reader.watch.damaged = True
        return None
    return Draft(line.id, line.coachee, line.method, started_at, saved_at, state)


def _locked(path: Path, draft_id: str) -> FileLock:
    with translated(path):
        try:
            return FileLock(path.with_name(f"{path.name}.draft-{draft_id}.lock"))
        except BlockingIOError as error:
            raise DraftBusyError from error


@contextmanager
def _closed_on_failure(keeper: DraftKeeper) -> Iterator[None]:
    try:
        yield
    except BaseException:
        keeper.close()
        raise
