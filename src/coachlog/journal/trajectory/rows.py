"""The tables of coaching trajectories and of the themes they belong to."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Flag, Instant


class TrajectoryRow(SQLModel, table=True):
    """A row of `trajectory`; build it from a checked input only."""

    __tablename__ = "trajectory"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    kind: str = Field(sa_type=Text)
    purpose: str | None = Field(default=None, sa_type=Text)
    starts_on: date = Field(sa_type=Day)
    ends_on: date | None = Field(default=None, sa_type=Day)
    status: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)
    rhythm_days: int | None = None
    planned_sessions: int | None = None
    sponsor: str | None = Field(default=None, sa_type=Text)
    sharing: str | None = Field(default=None, sa_type=Text)
    closing: str | None = Field(default=None, sa_type=Text)
    closed_on: date | None = Field(default=None, sa_type=Day)
    appraises: bool | None = Field(default=None, sa_type=Flag)
    asked_for_opinion: bool | None = Field(default=None, sa_type=Flag)
    close_or_in_conflict: bool | None = Field(default=None, sa_type=Flag)
    hard_to_tell: str | None = Field(default=None, sa_type=Text)
    kept_out: str | None = Field(default=None, sa_type=Text)
    freely_chosen: bool | None = Field(default=None, sa_type=Flag)
    turn_to: str | None = Field(default=None, sa_type=Text)
    mirror: bool | None = Field(default=None, sa_type=Flag)
    project: str | None = Field(default=None, sa_type=Text)


class TrajectoryThemeRow(SQLModel, table=True):
    """A row of `trajectory_theme`: a theme of the fund that the trajectory belongs to."""

    __tablename__ = "trajectory_theme"

    id: str = Field(primary_key=True, sa_type=Text)
    trajectory_id: str = Field(foreign_key="trajectory.id", sa_type=Text)
    theme: str = Field(sa_type=Text)
