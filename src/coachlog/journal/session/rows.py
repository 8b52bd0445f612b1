"""The tables of a conversation: session, answer, option, communication."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from coachlog.journal.common.column_types import Day, Flag, Instant


class SessionRow(SQLModel, table=True):
    """A row of `session`; build it from a checked input only."""

    __tablename__ = "session"

    id: str = Field(primary_key=True, sa_type=Text)
    number: int
    coachee_id: str = Field(sa_type=Text)
    trajectory_id: str = Field(sa_type=Text)
    status: str = Field(sa_type=Text)
    starts_at: datetime = Field(sa_type=Instant)
    time_zone: str = Field(sa_type=Text)
    held_on: date = Field(sa_type=Day)
    minutes: int | None = None
    form: str | None = Field(default=None, sa_type=Text)
    method: str | None = Field(default=None, sa_type=Text)
    method_version: int | None = None
    topic: str | None = Field(default=None, sa_type=Text)
    better: str | None = Field(default=None, sa_type=Text)
    reality_now: str | None = Field(default=None, sa_type=Text)
    reality_score: int | None = None
    reality_why_not_lower: str | None = Field(default=None, sa_type=Text)
    reality_tried: str | None = Field(default=None, sa_type=Text)
    reality_exceptions: str | None = Field(default=None, sa_type=Text)
    reality_people: str | None = Field(default=None, sa_type=Text)
    reality_obstacles: str | None = Field(default=None, sa_type=Text)
    summary: str | None = Field(default=None, sa_type=Text)
    private_note: str | None = Field(default=None, sa_type=Text)
    reflection: str | None = Field(default=None, sa_type=Text)
    next_at: datetime | None = Field(default=None, sa_type=Instant)
    created_at: datetime = Field(sa_type=Instant)
    reason: str | None = Field(default=None, sa_type=Text)


class AnswerRow(SQLModel, table=True):
    """A row of `answer`: what was said to a question that fills no field of its own."""

    __tablename__ = "answer"

    id: str = Field(primary_key=True, sa_type=Text)
    session_id: str = Field(foreign_key="session.id", sa_type=Text)
    place: int
    stage: str = Field(sa_type=Text)
    question: str = Field(sa_type=Text)
    asked: str | None = Field(default=None, sa_type=Text)
    text: str = Field(sa_type=Text)
    layer: str = Field(sa_type=Text)


class OptionRow(SQLModel, table=True):
    """A row of `option`."""

    __tablename__ = "option"

    id: str = Field(primary_key=True, sa_type=Text)
    session_id: str = Field(foreign_key="session.id", sa_type=Text)
    place: int
    text: str = Field(sa_type=Text)
    origin: str = Field(sa_type=Text)
    contact: str | None = Field(default=None, sa_type=Text)
    pros: str | None = Field(default=None, sa_type=Text)
    cons: str | None = Field(default=None, sa_type=Text)
    chosen: bool = Field(sa_type=Flag)


class CommunicationRow(SQLModel, table=True):
    """A row of `communication`: a form of communication that the coach used."""

    __tablename__ = "communication"

    id: str = Field(primary_key=True, sa_type=Text)
    session_id: str = Field(foreign_key="session.id", sa_type=Text)
    form: str = Field(sa_type=Text)
