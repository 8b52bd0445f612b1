"""What came of a period with each person, as things stood at its end."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.goal.queries import GoalLine, ScoreLine, at_start
from coachlog.journal.growth.queries import GrowthFilter, GrowthLine, growths
from coachlog.journal.session.mirror import Ideas, altogether
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.fields import mirrored
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.views.momentum import moves_by_goal
from coachlog.views.review import reading
from coachlog.views.review.period import ReviewPeriod
from coachlog.views.review.reading import Raw, Reflection, ReviewTalk, Spoken, Whom

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.journal.goal.momentum import Momentum
    from coachlog.store.connection import Reader


class GoalReview(NamedTuple):
    """A goal as it stood at the end of the period.

    *points* and *levels* begin with where it stood at the start, where that is known. *moves* tells
    how it moved, as long as it was active.
    """

    goal: GoalLine
    points: list[int]
    levels: list[int]
    moves: "Momentum | None" = None


class PersonReview(NamedTuple):
    """One person: what happened in the period, and what was open at its end.

    *ideas* is None where the mirror is off or nothing was gathered. *touched* tells whether
    anything happened at all.
    """

    whom: Whom
    talks: list[ReviewTalk]
    goals: list[GoalReview]
    actions: list[ActionLine]
    ideas: Ideas | None
    observations: int
    checkins: int
    reflections: list[Reflection]
    spoken: list[Spoken]
    touched: bool


class PeriodReview(NamedTuple):
    """People by name, the period, and the day on which it is judged: its end, or today.

    *trajectory* is the one that it is about; *moments* are the coach's own reflections where it is
    about everybody.
    """

    period: ReviewPeriod
    as_of: date
    people: list[PersonReview]
    everybody: bool
    trajectory: TrajectoryLine | None = None
    moments: Sequence[GrowthLine] = ()


def read(
    reader: "Reader",
    person: "Person | None",
    course: TrajectoryLine | None,
    period: ReviewPeriod,
    today: date,
    usual: bool | None,
) -> PeriodReview:
    """The look back on *person* or everybody, or on the trajectory *course* of that person.

    *usual* is the setting of the mirror.
    """
    handle = person and person.handle
    found = reading.raw(reader, handle, period)
    if course:
        found = reading.of_trajectory(reader, course, found)
    as_of = min(date.fromisoformat(period.until), today)
    shares = _shares(found)
    everyone = [
        _reviewed(whom, shares.get(whom.handle, NOTHING), period, as_of, usual)
        for whom in reading.people(reader, handle, period)
    ]
    if person:
        return PeriodReview(period, as_of, everyone, everybody=False, trajectory=course)
    moments = list(growths(reader, GrowthFilter("reflection", period.since or None, period.until)))
    return PeriodReview(
        period, as_of, [one for one in everyone if _waits(one)], everybody=True, moments=moments
    )


def owned(reader: "Reader", number: int, person: "Person | None") -> TrajectoryLine:
    """A trajectory; raises NotFoundError where it is not one of *person*."""
    found = trajectories.line(reader, number)
    if person and found.coachee != person.handle:
        raise NotFoundError(
            N_("Trajectory {number} belongs to {owner}."),
            N_("See which trajectory belongs to whom: coachlog trajectory list --limit 0"),
            number=number,
            owner=found.coachee,
        )
    return found


NOTHING = Raw(*([] for _field in Raw._fields))


def _shares(found: Raw) -> dict[str, Raw]:
    """What was read, by the handle of the person; ideas by that of their conversation."""
    whose = {talk.number: talk.coachee for talk in found.talks}
    shares: dict[str, Raw] = {}
    columns: Sequence[list[Any]] = found
    for place, lines in enumerate(columns):
        for line in lines:
            handle = whose.get(line.session) if isinstance(line, Ideas) else line.coachee
            if handle:
                own = shares.setdefault(handle, Raw(*([] for _field in Raw._fields)))
                own[place].append(line)
    return shares


def _waits(one: PersonReview) -> bool:
    """Whether somebody belongs in a look back on everybody: things happened, or are open."""
    going = any(each.goal.status == "active" for each in one.goals)
    return one.touched or going or any(each.status == "open" for each in one.actions)


def _reviewed(
    whom: Whom, own: Raw, period: ReviewPeriod, as_of: date, usual: bool | None
) -> PersonReview:
    since = period.since
    then = [_then(action, period, "open") for action in own.actions]
    actions = [each for each in then if each.closed_on is None or each.closed_on >= since]
    goals = _courses(own, then, period, as_of)
    observations = sum(each.observed_on >= since for each in own.seen)
    days = [
        *(day for each in goals for day in (each.goal.set_on, each.goal.closed_on)),
        *(day for each in actions for day in (each.agreed_on, each.closed_on)),
        *(score.scored_on for score in own.scores),
        *(level.rated_on for level in own.levels),
    ]
    touched = any(day >= since for day in days if day)
    return PersonReview(
        whom,
        own.talks,
        goals,
        actions,
        _ideas(own, usual),
        observations,
        len(own.checkins),
        own.reflections,
        own.spoken,
        touched or bool(own.talks or observations or own.checkins),
    )


def _then(line: Any, period: ReviewPeriod, before: str) -> Any:
    """A goal or action as it stood at the end of the period: what came later was not yet so."""
    came_later = line.closed_on and line.closed_on > period.until
    return line._replace(status=before, closed_on=None) if came_later else line


def _courses(
    own: Raw, actions: list[ActionLine], period: ReviewPeriod, as_of: date
) -> list[GoalReview]:
    goals = [_then(goal, period, "active") for goal in own.goals]
    scores = {goal.number: [one for one in own.scores if one.goal == goal.number] for goal in goals}
    rhythms = [each.rhythm_days for each in own.agreed if each.status == "active"]
    moves = moves_by_goal(
        [(goal, scores[goal.number]) for goal in goals],
        actions,
        own.seen,
        rhythms[-1] if rhythms else None,
        as_of,
    )
    return [_course(goal, scores[goal.number], own, period, moves) for goal in goals]


def _course(
    goal: GoalLine,
    scores: list[ScoreLine],
    own: Raw,
    period: ReviewPeriod,
    moves: "dict[int, Momentum]",
) -> GoalReview:
    figures = [(one.scored_on, one.score) for one in scores]
    levels = [(one.rated_on, one.level) for one in own.levels if one.goal == goal.number]
    return GoalReview(
        goal,
        _since(period, at_start(goal.baseline, goal.set_on, figures), figures),
        _since(period, goal.level_baseline, levels),
        moves.get(goal.number),
    )


def _since(period: ReviewPeriod, start: int | None, known: Sequence[tuple[str, int]]) -> list[int]:
    """Where it stood at the start of the period, if that is known, and the figures in it."""
    before = [figure for day, figure in known if day < period.since]
    first = before[-1] if before else start
    within = [figure for day, figure in known if day >= period.since]
    return within if first is None else [first, *within]


def _ideas(own: Raw, usual: bool | None) -> Ideas | None:
    """Whose ideas the options were, in the trajectories where the coach is shown that."""
    shown = {each.number for each in own.agreed if mirrored(each.kind, each.mirror, usual)}
    talks = {talk.number for talk in own.talks if talk.trajectory in shown}
    counted = [each for each in own.ideas if each.session in talks]
    return altogether(counted) if counted else None
