"""The table of what a coach saw at work."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

# A key is only known to SQLAlchemy when the table it leads to is.
import coachlog.journal.coachee.rows
import coachlog.journal.goal.rows  # noqa: F401
from coachlog.journal.common.column_types import Day, Instant


class ObservationRow(SQLModel, table=True):
    """A row of `observation`: a fact, its effect and a wish."""

    __tablename__ = "observation"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    goal_id: str | None = Field(default=None, foreign_key="goal.id", sa_type=Text)
    observed_on: date = Field(sa_type=Day)
    own_view: str | None = Field(default=None, sa_type=Text)
    fact: str = Field(sa_type=Text)
    effect: str | None = Field(default=None, sa_type=Text)
    wish: str | None = Field(default=None, sa_type=Text)
    taken: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)
