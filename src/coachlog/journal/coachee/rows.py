"""The tables of coachees, of their earlier handles and of their talents."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from coachlog.journal.common.column_types import Day, Flag, Instant


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
    agreement: str | None = Field(default=None, sa_type=Text)
    agreement_basis: str | None = Field(default=None, sa_type=Text)
    controller: str | None = Field(default=None, sa_type=Text)
    retention_on: date | None = Field(default=None, sa_type=Day)


class FormerHandleRow(SQLModel, table=True):
    """A row of `former_handle`: by this handle, too, the coachee is found."""

    __tablename__ = "former_handle"

    id: str = Field(primary_key=True, sa_type=Text)
    handle: str = Field(sa_type=Text)
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)


class TalentRow(SQLModel, table=True):
    """A row of `talent`: a strength of a coachee, where it shows, whether it gives energy."""

    __tablename__ = "talent"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    strength: str = Field(sa_type=Text)
    shows: str | None = Field(default=None, sa_type=Text)
    gives_energy: bool | None = Field(default=None, sa_type=Flag)
    created_at: datetime = Field(sa_type=Instant)
    wanted_context: str | None = Field(default=None, sa_type=Text)


class ConsentRow(SQLModel, table=True):
    """A row of `consent`: what a coachee agreed to in so many words, until it was withdrawn."""

    __tablename__ = "consent"

    id: str = Field(primary_key=True, sa_type=Text)
    coachee_id: str = Field(foreign_key="coachee.id", sa_type=Text)
    about: str = Field(sa_type=Text)
    agreed_on: date = Field(sa_type=Day)
    withdrawn_on: date | None = Field(default=None, sa_type=Day)
    created_at: datetime = Field(sa_type=Instant)
