"""The table of topics that were parked for a later conversation."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.session.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Instant


class TopicRow(SQLModel, table=True):
    """A row of `topic`: in which conversation it came up, and in which it was taken up."""

    __tablename__ = "topic"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    taken_up_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    text: str = Field(sa_type=Text)
    status: str = Field(sa_type=Text)
    parked_on: date = Field(sa_type=Day)
    closed_on: date | None = Field(default=None, sa_type=Day)
    created_at: datetime = Field(sa_type=Instant)
