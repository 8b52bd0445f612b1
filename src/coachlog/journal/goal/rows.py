"""The tables of goals, their scores and levels, and what they are linked with."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.objective.rows
import coachlog.journal.session.rows
import coachlog.journal.trajectory.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Instant


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
    level_minus_2: str | None = Field(default=None, sa_type=Text)
    level_minus_1: str | None = Field(default=None, sa_type=Text)
    level_0: str | None = Field(default=None, sa_type=Text)
    level_plus_1: str | None = Field(default=None, sa_type=Text)
    level_plus_2: str | None = Field(default=None, sa_type=Text)
    level_baseline: int | None = None
    weight: int | None = None
    closed_in_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)


class GoalScoreRow(SQLModel, table=True):
    """A row of `goal_score`."""

    __tablename__ = "goal_score"

    id: str = Field(primary_key=True, sa_type=Text)
    goal_id: str = Field(foreign_key="goal.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    scored_on: date = Field(sa_type=Day)
    score: int
    created_at: datetime = Field(sa_type=Instant)


class GoalLevelRow(SQLModel, table=True):
    """A row of `goal_level`: where a goal stood on its own five levels, -2 to 2."""

    __tablename__ = "goal_level"

    id: str = Field(primary_key=True, sa_type=Text)
    goal_id: str = Field(foreign_key="goal.id", sa_type=Text)
    session_id: str | None = Field(default=None, foreign_key="session.id", sa_type=Text)
    rated_on: date = Field(sa_type=Day)
    level: int
    created_at: datetime = Field(sa_type=Instant)


class GoalObjectiveRow(SQLModel, table=True):
    """A row of `goal_objective`: an objective that the goal serves."""

    __tablename__ = "goal_objective"

    id: str = Field(primary_key=True, sa_type=Text)
    goal_id: str = Field(foreign_key="goal.id", sa_type=Text)
    objective_id: str = Field(foreign_key="objective.id", sa_type=Text)


class GoalTalentRow(SQLModel, table=True):
    """A row of `goal_talent`: a talent that the goal uses."""

    __tablename__ = "goal_talent"

    id: str = Field(primary_key=True, sa_type=Text)
    goal_id: str = Field(foreign_key="goal.id", sa_type=Text)
    talent_id: str = Field(foreign_key="talent.id", sa_type=Text)


class GoalLensRow(SQLModel, table=True):
    """A row of `goal_lens`: a side of workable work that the goal is about."""

    __tablename__ = "goal_lens"

    id: str = Field(primary_key=True, sa_type=Text)
    goal_id: str = Field(foreign_key="goal.id", sa_type=Text)
    lens: str = Field(sa_type=Text)
