"""The table of check-ins on workable work."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.trajectory.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Instant


class WorkabilityRow(SQLModel, table=True):
    """A row of `workability`: ten figures, 0 weighs heavily and 10 is fine, each may be missing."""

    __tablename__ = "workability"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    trajectory_id: str = Field(foreign_key="trajectory.id", sa_type=Text)
    checked_on: date = Field(sa_type=Day)
    stress: int | None = None
    motivation: int | None = None
    learning: int | None = None
    balance: int | None = None
    workload: int | None = None
    emotional: int | None = None
    variety: int | None = None
    autonomy: int | None = None
    support: int | None = None
    conditions: int | None = None
    note: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)
