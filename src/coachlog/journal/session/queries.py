"""Reads conversations and the options, answers and notes that belong to one."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import OF_COACH
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.vocabulary import COMMUNICATION_FORMS, STATUSES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class SessionLine(NamedTuple):
    """A row of the view `sessions`, in its order."""

    number: int
    coachee: str
    status: str
    starts_at: str
    time_zone: str
    held_on: str
    minutes: int | None
    form: str | None
    method: str | None
    topic: str | None
    summary: str | None
    options: int
    options_by_coachee: int
    actions: int
    actions_done: int
    next_at: str | None
    better: str | None
    reality_now: str | None
    reality_score: int | None
    reality_why_not_lower: str | None
    reality_tried: str | None
    reality_exceptions: str | None
    reality_people: str | None
    reality_obstacles: str | None
    trajectory: int
    method_version: int | None
    reason: str | None
    people: int | None
    paid: str | None
    activity: str | None


class OptionLine(NamedTuple):
    """A row of the views `options` and `options_private`, in their order; *chosen* is 0 or 1."""

    session: int
    text: str
    origin: str
    contact: str | None
    chosen: int
    pros: str | None
    cons: str | None
    place: int
    coachee: str


class AnswerLine(NamedTuple):
    """A row of the views `answers` and `answers_private`, in their order."""

    session: int
    stage: str
    question: str
    text: str
    asked: str | None
    place: int
    coachee: str


class PrivateLine(NamedTuple):
    """A row of the view `sessions_private`: what only the coach sees."""

    number: int
    coachee: str
    private_note: str | None
    reflection: str | None


class DiscreetLine(NamedTuple):
    """A row of the view `sessions_discreet`: what only the page of the conversation itself has."""

    number: int
    coachee: str
    method: str | None
    method_version: int | None
    topic: str | None
    summary: str | None
    better: str | None
    reality_now: str | None
    reality_score: int | None
    reality_why_not_lower: str | None
    reality_tried: str | None
    reality_exceptions: str | None
    reality_people: str | None
    reality_obstacles: str | None
    reason: str | None
    private_note: str | None
    reflection: str | None


class SessionFilter(NamedTuple):
    """Which conversations to list: those that match every field that is not None.

    *ahead_of* is a local day: planned conversations on that day or later.
    """

    coachee: str | None = None
    status: str | None = None
    ahead_of: str | None = None


def _order(wanted: SessionFilter) -> str:
    """Return the SQL order: newest first, but planned ones soonest first."""
    return "starts_at, number" if wanted.ahead_of else "starts_at desc, number desc"


SESSIONS = View(
    "sessions",
    SessionLine,
    not_found("session", N_("There is no conversation {number}.")),
    SessionFilter(),
    {
        "coachee": "coachee = :coachee",
        "status": [*STATUSES],
        "ahead_of": "status = 'planned' and held_on >= :ahead_of",
    },
    _order,
    hidden=OF_COACH,
    table="session",
)
"""Those of the coach's own trajectory are listed only if the filter names the coach."""
line = SESSIONS.one
OPTIONS, HIDDEN_OPTIONS = View("options", OptionLine), View("options_private", OptionLine)
ANSWERS, HIDDEN_ANSWERS = View("answers", AnswerLine), View("answers_private", AnswerLine)
PRIVATE = View("sessions_private", PrivateLine)
DISCREET = View("sessions_discreet", DiscreetLine)
DISCREET_ANSWERS = View("answers_discreet", AnswerLine)


def options(reader: "Reader", number: int) -> list[OptionLine]:
    """Return the options of a conversation, in the order in which they came up."""
    return OPTIONS.all(reader, "where session = :number order by place", number=number)


def options_private(reader: "Reader", number: int) -> list[OptionLine]:
    """Return those that are for the coach only, in their order."""
    return HIDDEN_OPTIONS.all(reader, "where session = :number order by place", number=number)


def answers(reader: "Reader", number: int) -> list[AnswerLine]:
    """Return the shared answers of a conversation, in the order of the questions."""
    return ANSWERS.all(reader, "where session = :number order by place", number=number)


def answers_private(reader: "Reader", number: int) -> list[AnswerLine]:
    """Return the private answers of a conversation, in the order of the questions."""
    return HIDDEN_ANSWERS.all(reader, "where session = :number order by place", number=number)


def private(reader: "Reader", number: int) -> PrivateLine | None:
    """Return the private notes of a conversation; None if there is no such conversation."""
    return PRIVATE.first(reader, "where number = :number", number=number)


def discreet(reader: "Reader", number: int) -> DiscreetLine | None:
    """Return what no other page has of a conversation; None if the conversation is not discreet."""
    return DISCREET.first(reader, "where number = :number", number=number)


def answers_discreet(reader: "Reader", number: int) -> list[AnswerLine]:
    """Return the answers of a discreet conversation, in the order of the questions."""
    return DISCREET_ANSWERS.all(reader, "where session = :number order by place", number=number)


def communication(reader: "Reader", number: int) -> list[str]:
    """Return the forms of communication used in a conversation, in the order of their list."""
    sql = "select form from communication_forms where session = :number"
    return sorted(reader.rows(str, sql, number=number), key=[*COMMUNICATION_FORMS].index)


def last_held(reader: "Reader", handle: str) -> int | None:
    """Return the number of the latest conversation held with a person, or None."""
    sql = (
        "select number from sessions where coachee = :handle and status = 'held'"
        " order by starts_at desc, number desc limit 1"
    )
    number: int | None = reader.value(sql, handle=handle)
    return number
