"""The table of coachees."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from coachlog.journal.columns import Day, Instant


class CoacheeRow(SQLModel, table=True):
    """A row of `coachee`; build it from a checked input only."""

    __tablename__ = "coachee"

    id: str = Field(primary_key=True, sa_type=Text)
    handle: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    name_sort: str = Field(sa_type=Text)
    role: str | None = Field(default=None, sa_type=Text)
    team: str | None = Field(default=None, sa_type=Text)
    organisation: str | None = Field(default=None, sa_type=Text)
    language: str | None = Field(default=None, sa_type=Text)
    since_on: date | None = Field(default=None, sa_type=Day)
    reach: str | None = Field(default=None, sa_type=Text)
    context: str | None = Field(default=None, sa_type=Text)
    archived_at: datetime | None = Field(default=None, sa_type=Instant)
    created_at: datetime = Field(sa_type=Instant)
