"""The table of what was released."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.goal.rows
import coachlog.journal.session.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Flag, Instant


class ReleaseRow(SQLModel, table=True):
    """A row of `release`: what may go to a reader, word for word, and who agreed to it.

    It is a text of a conversation, or a goal with what belongs to it; in both cases a copy.
    """

    __tablename__ = "release"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    goal_id: str | None = Field(default=None, foreign_key="goal.id", sa_type=Text)
    text: str = Field(sa_type=Text)
    why: str | None = Field(default=None, sa_type=Text)
    steps: str | None = Field(default=None, sa_type=Text)
    signs: str | None = Field(default=None, sa_type=Text)
    milestone: str | None = Field(default=None, sa_type=Text)
    provided: str | None = Field(default=None, sa_type=Text)
    starts_on: date | None = Field(default=None, sa_type=Day)
    target_on: date | None = Field(default=None, sa_type=Day)
    to_whom: str = Field(sa_type=Text)
    agreed_by: str = Field(sa_type=Text)
    personnel_file: bool | None = Field(default=None, sa_type=Flag)
    released_on: date = Field(sa_type=Day)
    handed_over_on: date | None = Field(default=None, sa_type=Day)
    withdrawn_on: date | None = Field(default=None, sa_type=Day)
    created_at: datetime = Field(sa_type=Instant)
