"""A unit of work: one connection, one transaction, one operation in the change log."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from coachlog.base import clock
from coachlog.base.errors import UnavailableError
from coachlog.base.ids import new_id
from coachlog.store import upkeep
from coachlog.store.bare import SIGN_LOG
from coachlog.store.connection import Writer, open_writer
from coachlog.store.expected import SCHEMA
from coachlog.store.expiry import KEPT_DAYS, expire, next_stamp
from coachlog.store.faults import fault_of, translate_errors
from coachlog.store.integrity import Watch
from coachlog.store.turn import turn_at
from coachlog.store.wordforms import fold_documents

if TYPE_CHECKING:
    from sqlmodel import Session


class NewRecord(NamedTuple):
    """The id and the number of a new record."""

    id: str
    number: int


class Work(Writer):
    """A transaction: all that is written in `with Work(...) as work:` is saved, or none of it.

    Makes the store when it is missing. Reads see what was written before in the same block, rows
    of `orm` only after `orm.flush()`. May be entered again once it was left, as a new operation.
    """

    def __init__(
        self,
        path: Path,
        command: str,
        now: datetime | None = None,
        while_opening: Callable[[], AbstractContextManager[object]] = nullcontext,
        before_retry: Callable[[UnavailableError], None] | None = None,
        kept_days: int | None = None,
    ) -> None:
        """Prepare the work; the store is only opened by `with`.

        *command* goes into the log; *now* is the moment of the work, by default the present.
        *while_opening* makes a context in which the store is opened, and brought up to date if need
        be. *before_retry* is called with the error when the store cannot be written; unless it
        raises, that is tried again. Steps with more than *kept_days* days of use after them, by
        default KEPT_DAYS, are deleted.
        """
        self.path = path
        self.watch = Watch()
        self.command = command
        self.operation_id = ""
        self.has_saved = False
        """Whether something was changed, and is on disk."""
        self._fixed_now = now
        self._while_opening = while_opening
        self._before_retry = before_retry
        self._kept_days = kept_days or KEPT_DAYS
        self._orm: Session | None = None

    @property
    def now(self) -> datetime:
        """The moment of this work, aware; the same until it is left."""
        return self._now

    @property
    def orm(self) -> "Session":
        """A SQLModel session in the same transaction, which this work ends: do not commit it."""
        if self._orm is None:
            # Imported here: loading SQLModel takes longer than a small change as a whole.
            from coachlog.store.orm import session_on

            self._orm = session_on(self._connection)
        return self._orm

    def next_number(self, noun: str) -> int:
        """Return the next number for a new record of *noun*, from 1 on, never the same twice."""
        number: int = self.value(
            "insert into counter(noun, last) values (:noun, 1)"
            " on conflict (noun) do update set last = last + 1 returning last",
            noun=noun,
        )
        return number

    def add(self, noun: str, values: Mapping[str, object]) -> NewRecord:
        """Insert a record of *noun*, with the next number, created at the moment of this work."""
        number = self.next_number(noun)
        row = {"number": number, "created_at": self.now, **values}
        return NewRecord(self.insert(noun, row), number)

    def insert(self, table: str, values: Mapping[str, object]) -> str:
        """Insert a row, and return its id: a new one, unless *values* has it.

        The names are our own, never typed.
        """
        row = {"id": new_id(), **_to_sql_values(values)}
        columns = ", ".join(map(_quoted, row))
        parameters = ", ".join(f":{name}" for name in row)
        self.execute(f"insert into {_quoted(table)} ({columns}) values ({parameters})", **row)  # noqa: S608 - names of our own
        return str(row["id"])

    def update(self, table: str, row_id: str, values: Mapping[str, object]) -> None:
        """Set some columns of a row. The names are our own, never typed."""
        if values:
            assignments = ", ".join(f"{_quoted(name)} = :{name}" for name in values)
            sql = f"update {_quoted(table)} set {assignments} where id = :row_id"  # noqa: S608 - names of our own
            self.execute(sql, row_id=row_id, **_to_sql_values(values))

    def set_links(
        self, table: str, owner_column: str, owner_id: str, column: str, wanted: Sequence[str]
    ) -> None:
        """Make *wanted* what *column* has in the rows of an owner; delete others, add the missing.

        A row that links the owner with a record of another kind, in another column, stays.
        """
        of_owner = f"from {_quoted(table)} where {_quoted(owner_column)} = :owner"
        sql = f"select {_quoted(column)} {of_owner} and {_quoted(column)} is not null"
        current = list(self.rows(str, sql, owner=owner_id))
        for link in sorted(set(current) - set(wanted)):
            sql = f"delete {of_owner} and {_quoted(column)} = :link"
            self.execute(sql, owner=owner_id, link=link)
        for link in dict.fromkeys(wanted):
            if link not in current:
                self.insert(table, {owner_column: owner_id, column: link})

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Within the block, what is written is kept as a whole, or not at all after an error."""
        self.execute("SAVEPOINT part")
        try:
            yield
            self._flush()
        except BaseException:
            if self._orm is not None:
                self._orm.expunge_all()
            if self._connection.in_transaction:  # SQLite itself rolls back after some errors
                self.execute("ROLLBACK TO part")
                self.execute("RELEASE part")
            raise
        self.execute("RELEASE part")

    def record(self, noun: str, number: int) -> dict[str, Any] | None:
        """Return the row with this number as the store has it, by column; None without one."""
        sql = f"select * from {_quoted(noun)} where number = :number"  # noqa: S608 - a name of our own
        with closing(self.execute(sql, number=number)) as cursor:
            row = cursor.fetchone()
            names = [column[0] for column in cursor.description]
            return dict(zip(names, row, strict=True)) if row else None

    def back_up_today(self, moment: datetime, place: str | None) -> list[str]:
        """Make the backup of the day if it is due; see `upkeep`. For a work that is not entered."""
        return upkeep.back_up_today(self.path, moment, place)

    def back_up_before(self, kind: str, moment: datetime, place: str | None) -> list[str]:
        """Make a backup before something large is done; see `upkeep`."""
        return upkeep.back_up_before(self.path, kind, moment, place)

    def __enter__(self) -> Self:
        while True:
            try:
                return self._enter()
            except UnavailableError as error:
                if self._before_retry is None:
                    raise
                self._before_retry(error)

    def _enter(self) -> Self:
        """Take the turn to write, open the store and begin; a failure closes all of it again."""
        with ExitStack() as resources:
            with self._while_opening():
                resources.enter_context(turn_at(self.path))
                self._connection = resources.enter_context(closing(open_writer(self.path)))
            self._now = self._fixed_now or clock.now()
            self.execute("BEGIN IMMEDIATE")
            # SQLModel writes rows in its own order, so SQLite checks references at the end.
            self.execute("PRAGMA defer_foreign_keys=ON")
            self._begin_operation()
            self._resources = resources.pop_all()  # to be closed in _release
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._commit()
            else:
                self._raise_translated(error)
        finally:
            self._release()

    def _begin_operation(self) -> None:
        """Log this work as an operation, to which the triggers of the log add each change."""
        self.operation_id = new_id()
        self.execute(
            "insert into operation(id, device_id, stamp, command, schema, origin)"
            " select :id, value, :stamp, :command, :schema, 'coachlog'"
            " from meta where key = 'device'",
            id=self.operation_id,
            stamp=next_stamp(self, self._now),
            command=self.command,
            schema=SCHEMA,
        )
        self.execute(SIGN_LOG)
        self.execute("insert into acting(one, operation) values (1, :id)", id=self.operation_id)

    def _commit(self) -> None:
        """Fold new documents, delete expired steps, and commit.

        An operation that changed nothing is deleted from the log again, and makes nothing expire.
        """
        self._flush()
        with translate_errors(self.path):
            fold_documents(self._connection)
        self.execute("delete from acting")
        deletion = self.execute(
            "delete from operation where id = :id"
            " and not exists (select 1 from change where operation = :id)",
            id=self.operation_id,
        )
        was_unchanged = deletion.rowcount > 0
        if not was_unchanged:
            expire(self, self._now, self._kept_days)
        self.execute("COMMIT")
        self.has_saved = not was_unchanged

    def _flush(self) -> None:
        """Write the rows of `orm`, if it was used; raises the CoachlogError that an error means."""
        if self._orm is not None:
            try:
                self._orm.flush()
            except BaseException as error:
                self._raise_translated(error)
                raise

    def _raise_translated(self, error: BaseException) -> None:
        """Raise the CoachlogError that *error* means; return when it is no error of SQLite."""
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps what SQLite raised
        if isinstance(cause, sqlite3.Error):
            raise fault_of(cause, self.path) from error

    def _release(self) -> None:
        """Close all that was opened, after rolling back what was not committed."""
        with translate_errors(self.path):
            try:
                self.roll_back()
            finally:
                self._close_orm()
                self._resources.close()

    def _close_orm(self) -> None:
        if self._orm is not None:
            from coachlog.store.orm import close

            close(self._orm)
            self._orm = None


def _quoted(name: str) -> str:
    """Return the name of a table or column in quotes; raises ValueError for what cannot be one."""
    if not (name.isascii() and name.isidentifier()):
        raise ValueError(f"not a name of a table or column: {name}")
    return f'"{name}"'


def _to_sql_values(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: to_sql(value) for name, value in values.items()}


def to_sql(value: object) -> object:
    """Return a value as the store has it: dates and aware instants as text, booleans as 0 or 1."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return clock.instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
