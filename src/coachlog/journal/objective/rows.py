"""The table of objectives of the organisation or a team."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from coachlog.journal.common.column_types import Day, Instant


class ObjectiveRow(SQLModel, table=True):
    """A row of `objective`; build it from a checked input only."""

    __tablename__ = "objective"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    statement: str = Field(sa_type=Text)
    level: str = Field(sa_type=Text)
    team: str | None = Field(default=None, sa_type=Text)
    plan: str | None = Field(default=None, sa_type=Text)
    owner: str | None = Field(default=None, sa_type=Text)
    signs: str | None = Field(default=None, sa_type=Text)
    starts_on: date | None = Field(default=None, sa_type=Day)
    ends_on: date | None = Field(default=None, sa_type=Day)
    status: str = Field(sa_type=Text)
    closed_on: date | None = Field(default=None, sa_type=Day)
    created_at: datetime = Field(sa_type=Instant)
