"""Reading goals, and the change of one of their fields."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.errors import NotFoundError
from coachlog.ids import new_id
from coachlog.journal.coachee.queries import ID_IN_ARCHIVE, IN_ARCHIVE
from coachlog.journal.goal.fields import STATUSES
from coachlog.texts import N_

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class GoalLine(NamedTuple):
    """A row of the view `goals`, in its order."""

    number: int
    coachee: str
    statement: str
    anti_goal: str | None
    target_on: str | None
    baseline: int | None
    target: int | None
    score: int | None
    scored_on: str | None
    status: str
    why: str | None
    signs: str | None
    milestone: str | None
    talents: str | None
    serves: str | None
    set_on: str
    closed_on: str | None
    session: int | None
    trajectory: int
    level_minus_2: str | None
    level_minus_1: str | None
    level_0: str | None
    level_plus_1: str | None
    level_plus_2: str | None
    level_baseline: int | None
    weight: int | None
    level: int | None
    rated_on: str | None


class ScoreLine(NamedTuple):
    """A row of the view `goal_scores`, in its order."""

    goal: int
    scored_on: str
    score: int
    session: int | None
    coachee: str
    created_at: str


class GoalNotFoundError(NotFoundError):
    """No goal of that number."""

    cause = N_("There is no goal {number}.")
    remedy = N_("See them all: coachlog goal list --limit 0")


_COLUMNS = "select " + ", ".join(GoalLine._fields) + " from goals"  # noqa: S608 - names of our own

_OF_STATUS = {word: f"status = '{word}'" for word in STATUSES}
"""In words of our own: a value bound to it would not let SQLite take the index of that status."""


def goals(
    reader: "Reader",
    coachee: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> Iterator[GoalLine]:
    """Goals, newest first; of one person, of one status where given.

    Active ones of somebody in the archive only where the person is named.
    """
    return reader.rows(
        GoalLine,
        _COLUMNS + _where(coachee, status) + " order by number desc limit :most",
        coachee=coachee,
        most=-1 if limit is None else limit,
    )


def count(
    reader: "Reader", most: int, coachee: str | None = None, status: str | None = None
) -> int:
    """How many goals there are; *most* where there are more."""
    whose = "coachee_id = (select id from coachee where handle = :coachee)"
    source = "goal" + _where(coachee, status, whose, ID_IN_ARCHIVE) + " order by number desc"
    return reader.count(source, most, coachee=coachee)


def _where(
    coachee: str | None,
    status: str | None,
    whose: str = "coachee = :coachee",
    in_archive: str = IN_ARCHIVE,
) -> str:
    """What is given, and only that: no index serves a condition that may be empty."""
    given = [whose if coachee is not None else f"not (status = 'active' and {in_archive})"]
    return " where " + " and ".join(given + ([_OF_STATUS[status]] if status else []))


def active(reader: "Reader", coachee: str) -> list[GoalLine]:
    """The active goals of a person, oldest first."""
    sql = _COLUMNS + " where coachee = :coachee and status = 'active' order by number"
    return list(reader.rows(GoalLine, sql, coachee=coachee))


def set_in(reader: "Reader", session: int) -> list[GoalLine]:
    """The goals set in a conversation, in their order."""
    sql = _COLUMNS + " where session = :session order by number"
    return list(reader.rows(GoalLine, sql, session=session))


def of_trajectory(reader: "Reader", trajectory: int) -> list[GoalLine]:
    """The goals of a trajectory, oldest first."""
    sql = _COLUMNS + " where trajectory = :trajectory order by number"
    return list(reader.rows(GoalLine, sql, trajectory=trajectory))


def line(reader: "Reader", number: int) -> GoalLine:
    """One goal; raises GoalNotFoundError."""
    found = reader.one(GoalLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise GoalNotFoundError(number=number)
    return found


_SCORES = "select " + ", ".join(ScoreLine._fields) + " from goal_scores"  # noqa: S608 - names of our own


def scores(reader: "Reader", number: int) -> list[ScoreLine]:
    """The scores of a goal, oldest first."""
    sql = _SCORES + " where goal = :number order by scored_on, created_at"
    return list(reader.rows(ScoreLine, sql, number=number))


def scores_of_session(reader: "Reader", number: int) -> list[ScoreLine]:
    """The scores given in a conversation, by goal."""
    sql = _SCORES + " where session = :number order by goal"
    return list(reader.rows(ScoreLine, sql, number=number))


def statements_scored_in(reader: "Reader", session: int) -> dict[int, str]:
    """The statements, by number, of the goals that were scored in a conversation."""
    sql = (
        "select g.number, g.statement from goal_score s join goal g on g.id = s.goal_id"
        " where s.session_id = (select id from session where number = :session)"
    )
    return dict(reader.rows(_Statement, sql, session=session))


class _Statement(NamedTuple):
    number: int
    statement: str


def score(work: "Work", number: int, figure: int, day: str, created_at: str) -> None:
    """Keep the *figure* of a goal on *day*.

    Another figure of the same day, outside a conversation, is replaced.
    """
    goal_id = work.value("select id from goal where number = :number", number=number)
    if goal_id is None:
        raise GoalNotFoundError(number=number)
    same_day = (
        "update goal_score set score = :figure"
        " where goal_id = :goal and scored_on = :day and session_id is null"
    )
    if work.execute(same_day, figure=figure, goal=goal_id, day=day).rowcount == 0:
        work.execute(
            "insert into goal_score (id, goal_id, session_id, scored_on, score, created_at)"
            " values (:id, :goal, null, :day, :figure, :now)",
            id=new_id(),
            goal=goal_id,
            day=day,
            figure=figure,
            now=created_at,
        )


def close(work: "Work", number: int, status: str, day: str) -> None:
    """Give a goal its *status*, achieved or dropped, as it was on *day*."""
    changed = work.execute(
        "update goal set status = :status, closed_on = :day where number = :number",
        status=status,
        day=day,
        number=number,
    )
    if changed.rowcount == 0:
        raise GoalNotFoundError(number=number)
