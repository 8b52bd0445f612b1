"""Reading goals, and the change of one of their fields."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.ids import new_id
from coachlog.base.texts import N_
from coachlog.journal.common.conditions import TABLE, VIEW, where
from coachlog.journal.goal.fields import STATUSES
from coachlog.journal.trajectory.queries import coach_appraises
from coachlog.journal.workability.fields import LENSES

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
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


class LinkLine(NamedTuple):
    """A row of the view `goal_links`, in its order: one of *objective* and *talent* is there."""

    goal: int
    coachee: str
    objective: int | None
    talent: int | None
    text: str


class LensLine(NamedTuple):
    """A row of the view `goal_lenses`, in its order: a side of workable work."""

    goal: int
    coachee: str
    lens: str


class GoalNotFoundError(NotFoundError):
    """No goal of that number."""

    cause = N_("There is no goal {number}.")
    remedy = N_("See them all: coachlog goal list --limit 0")


_COLUMNS = "select " + ", ".join(GoalLine._fields) + " from goals"  # noqa: S608 - names of our own


def goals(
    reader: "Reader",
    coachee: str | None = None,
    status: str | None = None,
    limit: int | None = None,
    lens: str | None = None,
) -> Iterator[GoalLine]:
    """Goals, newest first; of one person, of one status, about one lens where given.

    Active ones of somebody in the archive only where the person is named.
    """
    return reader.rows(
        GoalLine,
        _COLUMNS
        + where(coachee, status, STATUSES, VIEW)
        + (_ABOUT if lens else "")
        + " order by number desc limit :most",
        coachee=coachee,
        lens=lens,
        most=-1 if limit is None else limit,
    )


_ABOUT = " and number in (select goal from goal_lenses where lens = :lens)"


def count(
    reader: "Reader",
    most: int,
    coachee: str | None = None,
    status: str | None = None,
    lens: str | None = None,
) -> int:
    """How many goals there are; *most* where there are more."""
    about = _ABOUT if lens else ""
    source = "goal" + where(coachee, status, STATUSES, TABLE) + about + " order by number desc"
    return reader.count(source, most, coachee=coachee, lens=lens)


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


def at_start(start: int | None, set_on: str, figures: Sequence[tuple[str, int]]) -> int | None:
    """The figure at the *start*, where it says more than the first of the *figures* by day."""
    return None if figures and figures[0] == (set_on, start) else start


_LINKS = "select " + ", ".join(LinkLine._fields) + " from goal_links"  # noqa: S608 - names of our own


def links(reader: "Reader", number: int) -> list[LinkLine]:
    """What a goal is linked with: objectives, then talents, each by number."""
    sql = _LINKS + " where goal = :number order by objective nulls last, talent"
    return list(reader.rows(LinkLine, sql, number=number))


def links_of(reader: "Reader", coachee: str) -> list[LinkLine]:
    """What all goals of a person are linked with."""
    sql = _LINKS + " where coachee = :coachee order by goal, objective nulls last, talent"
    return list(reader.rows(LinkLine, sql, coachee=coachee))


def numbers(links: Iterable[LinkLine]) -> dict[str, list[int]]:
    """The numbers of the objectives and of the talents among *links*, as an input has them."""
    found = list(links)
    return {
        "objectives": [each.objective for each in found if each.objective is not None],
        "talent_numbers": [each.talent for each in found if each.talent is not None],
    }


_LENSES = "select " + ", ".join(LensLine._fields) + " from goal_lenses"  # noqa: S608 - names of our own


def lenses(reader: "Reader", number: int) -> list[str]:
    """The sides of workable work that a goal is about, in their usual order."""
    found = reader.rows(LensLine, _LENSES + " where goal = :number", number=number)
    return in_order(each.lens for each in found)


def lenses_of(reader: "Reader", coachee: str) -> list[LensLine]:
    """The same of all goals of a person."""
    sql = _LENSES + " where coachee = :coachee order by goal, lens"
    return list(reader.rows(LensLine, sql, coachee=coachee))


def in_order(lenses: Iterable[str]) -> list[str]:
    """*lenses* as they are usually told: indicators first."""
    return sorted(lenses, key=list(LENSES).index)


def may_have_lenses(reader: "Reader", person: "Person") -> bool:
    """Whether to offer lenses: this person talked about workable work, and may do so here."""
    sql = "select 1 from checkins where coachee = :coachee limit 1"
    talked = reader.value(sql, coachee=person.handle)
    return bool(talked) and not coach_appraises(reader, person.id)


def scores_of_session(reader: "Reader", number: int) -> list[ScoreLine]:
    """The scores given in a conversation, by goal."""
    sql = _SCORES + " where session = :number order by goal"
    return list(reader.rows(ScoreLine, sql, number=number))


def score(work: "Work", number: int, figure: int, day: str, created_at: str) -> None:
    """Keep the *figure* of a goal on *day*.

    Another figure of the same day, outside a conversation, is replaced.
    """
    goal_id = work.value("select id from goal where number = :number", number=number)
    if goal_id is None:
        raise GoalNotFoundError(number=number)
    keep_of_day(work, "goal_score", goal_id, figure, day, created_at)


_OF_DAY = {"goal_score": ("scored_on", "score"), "goal_level": ("rated_on", "level")}


def keep_of_day(
    work: "Work",
    table: str,
    goal_id: str,
    figure: int,
    day: str,
    created_at: str,
) -> None:
    """Keep a score or level of *day* in its *table*; another one of that day is replaced.

    What was said in a conversation stays.
    """
    on, kind = _OF_DAY[table]
    same_day = (
        f"update {table} set {kind} = :figure"  # noqa: S608 - names of our own
        f" where goal_id = :goal and {on} = :day and session_id is null"
    )
    if work.execute(same_day, figure=figure, goal=goal_id, day=day).rowcount == 0:
        work.execute(
            f"insert into {table} (id, goal_id, session_id, {on}, {kind}, created_at)"  # noqa: S608 - as above
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
        "update goal set status = :status, closed_on = :day, closed_in_id = null"
        " where number = :number",
        status=status,
        day=day,
        number=number,
    )
    if changed.rowcount == 0:
        raise GoalNotFoundError(number=number)
