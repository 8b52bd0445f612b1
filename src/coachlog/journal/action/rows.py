"""The tables of actions, of what came of them, and of how sure people were."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.goal.rows
import coachlog.journal.session.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Flag, Instant


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
    done_by: str | None = Field(default=None, sa_type=Text)
    talent_id: str | None = Field(default=None, foreign_key="talent.id", sa_type=Text)


class ReviewRow(SQLModel, table=True):
    """A row of `review`: what a later conversation told about an action."""

    __tablename__ = "review"

    id: str = Field(primary_key=True, sa_type=Text)
    session_id: str = Field(foreign_key="session.id", sa_type=Text)
    action_id: str = Field(foreign_key="action.id", sa_type=Text)
    status: str = Field(sa_type=Text)
    outcome: str | None = Field(default=None, sa_type=Text)
    obstacle_came: bool | None = Field(default=None, sa_type=Flag)
    plan_helped: str | None = Field(default=None, sa_type=Text)


class ConfidenceRow(SQLModel, table=True):
    """A row of `confidence`: how sure somebody was of an action on a day, 1 to 10."""

    __tablename__ = "confidence"

    id: str = Field(primary_key=True, sa_type=Text)
    action_id: str = Field(foreign_key="action.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    said_on: date = Field(sa_type=Day)
    figure: int
    created_at: datetime = Field(sa_type=Instant)
