"""The table of actions."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.goal.rows
import coachlog.journal.session.rows  # noqa: F401
from coachlog.journal.columns import Day, Instant


class ActionRow(SQLModel, table=True):
    """A row of `action`; build it from a checked input only."""

    __tablename__ = "action"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    goal_id: str | None = Field(default=None, foreign_key="goal.id", sa_type=Text)
    what: str = Field(sa_type=Text)
    due_on: date | None = Field(default=None, sa_type=Day)
    confidence: int | None = None
    obstacle: str | None = Field(default=None, sa_type=Text)
    plan: str | None = Field(default=None, sa_type=Text)
    helper: str | None = Field(default=None, sa_type=Text)
    status: str = Field(sa_type=Text)
    outcome: str | None = Field(default=None, sa_type=Text)
    agreed_on: date = Field(sa_type=Day)
    closed_on: date | None = Field(default=None, sa_type=Day)
    created_at: datetime = Field(sa_type=Instant)
