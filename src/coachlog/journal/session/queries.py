"""Reading conversations and what belongs to one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.common.conditions import has_status
from coachlog.journal.session.fields import COMMUNICATION, STATUSES

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


class OptionLine(NamedTuple):
    """A row of the view `options`, in its order; *chosen* is 0 or 1."""

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


class SessionNotFoundError(NotFoundError):
    """No conversation of that number."""

    cause = N_("There is no conversation {number}.")
    remedy = N_("See them all: coachlog session list --limit 0")


_COLUMNS = "select " + ", ".join(SessionLine._fields) + " from sessions"  # noqa: S608 - names of our own
_OPTIONS = "select " + ", ".join(OptionLine._fields) + " from options"  # noqa: S608 - names of our own
_ANSWERS = "select " + ", ".join(AnswerLine._fields) + " from "  # noqa: S608 - names of our own
_PRIVATE = "select " + ", ".join(PrivateLine._fields) + " from sessions_private"  # noqa: S608 - names of our own


def sessions(
    reader: "Reader",
    coachee: str | None = None,
    limit: int | None = None,
    *,
    status: str | None = None,
    ahead_of: str | None = None,
) -> Iterator[SessionLine]:
    """Conversations, newest first; of one person, of one status where given.

    *ahead_of* is a local day: then those that are planned from it on, the soonest first.
    """
    order = _NEWEST if ahead_of is None else _SOONEST
    return reader.rows(
        SessionLine,
        _COLUMNS + _chosen(coachee, status, ahead_of) + order + " limit :most",
        coachee=coachee,
        day=ahead_of,
        most=-1 if limit is None else limit,
    )


def line(reader: "Reader", number: int) -> SessionLine:
    """One conversation; raises SessionNotFoundError."""
    found = reader.one(SessionLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise SessionNotFoundError(number=number)
    return found


def options(reader: "Reader", number: int) -> list[OptionLine]:
    """The options of a conversation, in the order in which they came up."""
    sql = _OPTIONS + " where session = :number order by place"
    return list(reader.rows(OptionLine, sql, number=number))


def answers(reader: "Reader", number: int) -> list[AnswerLine]:
    """The shared answers of a conversation, in the order of the questions."""
    sql = _ANSWERS + "answers where session = :number order by place"
    return list(reader.rows(AnswerLine, sql, number=number))


def answers_private(reader: "Reader", number: int) -> list[AnswerLine]:
    """The private answers of a conversation, in the order of the questions."""
    sql = _ANSWERS + "answers_private where session = :number order by place"
    return list(reader.rows(AnswerLine, sql, number=number))


def private(reader: "Reader", number: int) -> PrivateLine | None:
    """The private notes of a conversation."""
    return reader.one(PrivateLine, _PRIVATE + " where number = :number", number=number)


def communication(reader: "Reader", number: int) -> list[str]:
    """The forms of communication that the coach used in a conversation, in their own order."""
    sql = "select form from communication_forms where session = :number"
    return sorted(reader.rows(str, sql, number=number), key=COMMUNICATION.index)


def count(
    reader: "Reader",
    most: int,
    coachee: str | None = None,
    *,
    status: str | None = None,
    ahead_of: str | None = None,
) -> int:
    """How many conversations there are, chosen as by `sessions`; *most* where there are more."""
    whose = "coachee_id = (select id from coachee where handle = :coachee)"
    source = "session" + _chosen(coachee, status, ahead_of, whose) + _NEWEST
    return reader.count(source, most, coachee=coachee, day=ahead_of)


_NEWEST = " order by starts_at desc, number desc"
_SOONEST = " order by starts_at, number"


def _chosen(
    coachee: str | None,
    status: str | None,
    ahead_of: str | None,
    whose: str = "coachee = :coachee",
) -> str:
    """The conditions, and no other: each kind of list reads through the index that suits it."""
    said = {
        whose: coachee,
        has_status(status, STATUSES) if status else "": status,
        "status = 'planned' and held_on >= :day": ahead_of,
    }
    found = [condition for condition, value in said.items() if value is not None]
    return " where " + " and ".join(found) if found else ""


def last_held(reader: "Reader", handle: str) -> int | None:
    """The number of the latest conversation that was held with somebody, if any."""
    sql = (
        "select number from sessions where coachee = :handle and status = 'held'"
        " order by starts_at desc, number desc limit 1"
    )
    found: int | None = reader.value(sql, handle=handle)
    return found
