"""The table of the coach's own development."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from coachlog.journal.common.column_types import Day, Instant


class GrowthRow(SQLModel, table=True):
    """A row of `growth`: a training, supervision, intervision, something read or thought over."""

    __tablename__ = "growth"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    kind: str = Field(sa_type=Text)
    done_on: date = Field(sa_type=Day)
    minutes: int | None = None
    provider: str | None = Field(default=None, sa_type=Text)
    learned: str | None = Field(default=None, sa_type=Text)
    applied: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)
