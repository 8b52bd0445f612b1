"""A unit of work: one connection, one transaction, one operation in the change log."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from coachlog.base import clock
from coachlog.base.errors import UnavailableError
from coachlog.base.ids import new_id
from coachlog.store.connection import SIGNED, Writer, open_writer
from coachlog.store.expected import SCHEMA
from coachlog.store.expiry import expire, next_stamp
from coachlog.store.faults import fault_of, translated
from coachlog.store.integrity import Watch
from coachlog.store.turn import turn_at
from coachlog.store.wordforms import fold

if TYPE_CHECKING:
    from sqlmodel import Session


class NewRecord(NamedTuple):
    """The id and the number that a new record was given."""

    id: str
    number: int


class Work(Writer):
    """Everything written within `with Work(...) as work:` is kept, or nothing of it is.

    Makes the store when it is missing. What is read within sees what was written within; rows
    of `orm` only after `orm.flush()`. May be entered again once it was left: a new operation then.
    """

    def __init__(
        self,
        path: Path,
        command: str,
        now: datetime | None = None,
        opening: Callable[[], AbstractContextManager[object]] = nullcontext,
        again: Callable[[UnavailableError], None] | None = None,
    ) -> None:
        """*command* goes into the log; *now* is the moment of the work, by default the present.

        *opening* goes round the opening of the store, which may have to be brought up to date.
        *again* is called when the store cannot be written: it is tried again unless that raises.
        """
        self.path = path
        self.watch = Watch()
        self.command = command
        self.operation_id = ""
        self.kept = False
        """Whether something was changed, and is on disk."""
        self._given = now
        self._opening = opening
        self._again = again
        self._orm: Session | None = None

    @property
    def now(self) -> datetime:
        """The moment of this work, aware; the same all through it."""
        return self._now

    @property
    def orm(self) -> "Session":
        """A SQLModel session in the same transaction, which this work ends: do not commit it."""
        if self._orm is None:
            # Imported here: it takes longer than a light change as a whole.
            from coachlog.store.orm import session_on

            self._orm = session_on(self._connection)
        return self._orm

    def next_number(self, noun: str) -> int:
        """A number for a new record of *noun*, from 1 on, never given before."""
        number: int = self.value(
            "insert into counter(noun, last) values (:noun, 1)"
            " on conflict (noun) do update set last = last + 1 returning last",
            noun=noun,
        )
        return number

    def add(self, noun: str, values: Mapping[str, object]) -> NewRecord:
        """Write a record of *noun*, numbered and dated by the moment of this work."""
        number = self.next_number(noun)
        row = {"number": number, "created_at": self.now, **values}
        return NewRecord(self.insert(noun, row), number)

    def insert(self, table: str, values: Mapping[str, object]) -> str:
        """Write a row; the result is the id that it got. Names are our own, never typed."""
        row_id = new_id()
        row = {"id": row_id, **_stored(values)}
        columns, places = ", ".join(map(_name, row)), ", ".join(f":{name}" for name in row)
        self.execute(f"insert into {_name(table)} ({columns}) values ({places})", **row)  # noqa: S608 - names of our own
        return row_id

    def update(self, table: str, row_id: str, values: Mapping[str, object]) -> None:
        """Change the given columns of a row. Names are our own, never typed."""
        if values:
            changes = ", ".join(f"{_name(name)} = :{name}" for name in values)
            sql = f"update {_name(table)} set {changes} where id = :row_id"  # noqa: S608 - names of our own
            self.execute(sql, row_id=row_id, **_stored(values))

    def record(self, noun: str, number: int) -> dict[str, Any] | None:
        """The row with this number as it stands in the store, by column."""
        sql = f"select * from {_name(noun)} where number = :number"  # noqa: S608 - a name of our own
        with closing(self.execute(sql, number=number)) as cursor:
            row = cursor.fetchone()
            return row and {
                column[0]: value for column, value in zip(cursor.description, row, strict=True)
            }

    def __enter__(self) -> Self:
        while True:
            try:
                return self._enter()
            except UnavailableError as error:
                if self._again is None:
                    raise
                self._again(error)

    def _enter(self) -> Self:
        with ExitStack() as opened:
            with self._opening():
                opened.enter_context(turn_at(self.path))
                self._connection = opened.enter_context(closing(open_writer(self.path)))
            self._now = self._given or clock.now()
            self.execute("BEGIN IMMEDIATE")
            # SQLModel writes rows in an order of its own, so references are checked at the end.
            self.execute("PRAGMA defer_foreign_keys=ON")
            self._begin_operation()
            self._opened = opened.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._commit()
            else:
                self._raise_translated(error)
        finally:
            self._leave()

    def _begin_operation(self) -> None:
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
        self.execute(SIGNED)
        self.execute("insert into acting(one, operation) values (1, :id)", id=self.operation_id)

    def _commit(self) -> None:
        self._flush()
        with translated(self.path):
            fold(self._connection)
        self.execute("delete from acting")
        unchanged = self.execute(
            "delete from operation where id = :id"
            " and not exists (select 1 from change where operation = :id)",
            id=self.operation_id,
        )
        expire(self, self._now)
        self.execute("COMMIT")
        self.kept = not unchanged.rowcount

    def _flush(self) -> None:
        if self._orm is not None:
            try:
                self._orm.flush()
            except BaseException as error:
                self._raise_translated(error)
                raise

    def _raise_translated(self, error: BaseException) -> None:
        """Raise what *error* means for the store; return when it is no error of SQLite."""
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps what SQLite raised
        if isinstance(cause, sqlite3.Error):
            raise fault_of(cause, self.path) from error

    def _leave(self) -> None:
        with translated(self.path):
            try:
                self.roll_back()
            finally:
                self._close_orm()
                self._opened.close()

    def _close_orm(self) -> None:
        if self._orm is not None:
            from coachlog.store.orm import close

            close(self._orm)
            self._orm = None


def _name(name: str) -> str:
    """A table or column for a statement; raises ValueError for what cannot be one of ours."""
    if not (name.isascii() and name.isidentifier()):
        raise ValueError(f"not a name of a table or column: {name}")
    return f'"{name}"'


def _stored(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: stored(value) for name, value in values.items()}


def stored(value: object) -> object:
    """A Python value as it stands in the store: TEXT and INTEGER only."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return clock.instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
