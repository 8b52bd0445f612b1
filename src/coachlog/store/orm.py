"""A SQLModel session on the connection of a unit of work; only here is SQLModel imported."""

import sqlite3
from typing import Any

from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine


class _BorrowedConnection:
    """A connection whose commit, rollback and close do nothing: the unit of work does those.

    SQLAlchemy rolls back when it first connects, and whenever it returns a connection to its pool.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        pass

    def rollback(self) -> None:
        pass

    def close(self) -> None:
        pass


def session_on(connection: sqlite3.Connection) -> Session:
    """Return a session that works within the transaction that *connection* is in."""
    borrowed: Any = _BorrowedConnection(connection)
    engine = create_engine("sqlite://", creator=lambda: borrowed, poolclass=StaticPool)
    return Session(bind=engine, autoflush=False)


def close(session: Session) -> None:
    """Close *session*, but not the connection that it works on."""
    engine = session.get_bind()
    session.close()
    if isinstance(engine, Engine):
        engine.dispose()
