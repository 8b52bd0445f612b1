"""The tables of goals and their scores."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.session.rows
import coachlog.journal.trajectory.rows  # noqa: F401
from coachlog.journal.columns import Day, Instant


class GoalRow(SQLModel, table=True):
    """A row of `goal`; build it from a checked input only."""

    __tablename__ = "goal"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    trajectory_id: str = Field(foreign_key="trajectory.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    statement: str = Field(sa_type=Text)
    why: str | None = Field(default=None, sa_type=Text)
    signs: str | None = Field(default=None, sa_type=Text)
    anti_goal: str | None = Field(default=None, sa_type=Text)
    milestone: str | None = Field(default=None, sa_type=Text)
    talents: str | None = Field(default=None, sa_type=Text)
    serves: str | None = Field(default=None, sa_type=Text)
    target_on: date | None = Field(default=None, sa_type=Day)
    baseline: int | None = None
    target: int | None = None
    set_on: date = Field(sa_type=Day)
    status: str = Field(sa_type=Text)
    closed_on: date | None = Field(default=None, sa_type=Day)
    created_at: datetime = Field(sa_type=Instant)


class GoalScoreRow(SQLModel, table=True):
    """A row of `goal_score`."""

    __tablename__ = "goal_score"

    id: str = Field(primary_key=True, sa_type=Text)
    goal_id: str = Field(foreign_key="goal.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    scored_on: date = Field(sa_type=Day)
    score: int
    created_at: datetime = Field(sa_type=Instant)
