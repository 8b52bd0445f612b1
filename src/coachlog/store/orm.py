"""A SQLModel session on the connection of a unit of work; only here is SQLModel imported."""

import sqlite3
from typing import Any

from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine


class _Borrowed:
    """The connection as SQLAlchemy gets it: the unit of work alone ends the transaction and closes.

    SQLAlchemy rolls back when it first connects and whenever it gives a connection back.
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
    """A session that works within the transaction that *connection* is in."""
    borrowed: Any = _Borrowed(connection)
    engine = create_engine("sqlite://", creator=lambda: borrowed, poolclass=StaticPool)
    return Session(bind=engine, autoflush=False)


def close(session: Session) -> None:
    """Let go of the connection, without touching it."""
    engine = session.get_bind()
    session.close()
    if isinstance(engine, Engine):
        engine.dispose()
