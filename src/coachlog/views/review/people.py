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
from coachlog.views.review.reading import (
    NO_RECORDS,
    CommunicationForm,
    PeriodRecords,
    PersonName,
    Reflection,
    ReviewTalk,
)

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.journal.goal.momentum import Momentum
    from coachlog.store.connection import Reader


class GoalReview(NamedTuple):
    """A goal as it stood at the end of the period.

    *points* (scores, 0 to 10) and *levels* (-2 to 2) are those of the period, oldest first, after
    the one at its start if that is known. *moves* is None for a goal that was no longer active.
    """

    goal: GoalLine
    points: list[int]
    levels: list[int]
    moves: "Momentum | None" = None


class PersonReview(NamedTuple):
    """One person: what happened in the period, and what was open at its end.

    *ideas* is None if the mirror is off or no options were gathered. *observations* and *checkins*
    are counts. *has_events* tells whether anything happened in the period.
    """

    person: PersonName
    talks: list[ReviewTalk]
    goals: list[GoalReview]
    actions: list[ActionLine]
    ideas: Ideas | None
    observations: int
    checkins: int
    reflections: list[Reflection]
    communication: list[CommunicationForm]
    has_events: bool


class PeriodReview(NamedTuple):
    """A look back on *people*, by name, as things stood on the day *as_of*.

    That day is the end of the period, or today if that is earlier. *trajectory* is given if the
    look back is about one only. *own_reflections* of the coach are read for *everybody* only.
    """

    period: ReviewPeriod
    as_of: date
    people: list[PersonReview]
    everybody: bool
    trajectory: TrajectoryLine | None = None
    own_reflections: Sequence[GrowthLine] = ()


def read(
    reader: "Reader",
    person: "Person | None",
    trajectory: TrajectoryLine | None,
    period: ReviewPeriod,
    today: date,
    mirror: bool | None,
) -> PeriodReview:
    """Read the look back on *person*, or on everybody if None; of *person* on one *trajectory* too.

    *mirror* is the setting that decides for trajectories without a choice of their own.
    """
    handle = person and person.handle
    records = reading.read(reader, handle, period)
    if trajectory:
        records = reading.of_trajectory(reader, trajectory, records)
    as_of = min(date.fromisoformat(period.until), today)
    records_of = _by_person(records)
    people = [
        _review(name, records_of.get(name.handle, NO_RECORDS), period, as_of, mirror)
        for name in reading.people(reader, handle, period)
    ]
    if person:
        return PeriodReview(period, as_of, people, everybody=False, trajectory=trajectory)
    wish = GrowthFilter("reflection", period.since or None, period.until)
    return PeriodReview(
        period,
        as_of,
        [review for review in people if _has_something_to_show(review)],
        everybody=True,
        own_reflections=list(growths(reader, wish)),
    )


def trajectory_of(reader: "Reader", number: int, person: "Person | None") -> TrajectoryLine:
    """Return trajectory *number*; raises NotFoundError if it is not one of *person*."""
    line = trajectories.line(reader, number)
    if person and line.coachee != person.handle:
        raise NotFoundError(
            N_("Trajectory {number} belongs to {owner}."),
            N_("See which trajectory belongs to whom: coachlog trajectory list --limit 0"),
            number=number,
            owner=line.coachee,
        )
    return line


def _by_person(records: PeriodRecords) -> dict[str, PeriodRecords]:
    """Split *records* by the handle of the person; ideas are those of whose conversation it was."""
    handle_of_talk = {talk.number: talk.coachee for talk in records.talks}
    records_of: dict[str, PeriodRecords] = {}
    kinds: Sequence[list[Any]] = records
    for index, lines in enumerate(kinds):
        for line in lines:
            is_ideas = isinstance(line, Ideas)
            handle = handle_of_talk.get(line.session) if is_ideas else line.coachee
            if handle:
                own = records_of.setdefault(handle, PeriodRecords.empty())
                own[index].append(line)
    return records_of


def _has_something_to_show(review: PersonReview) -> bool:
    """Whether anything happened in the period, or a goal or an action was open at its end."""
    has_active_goal = any(goal_review.goal.status == "active" for goal_review in review.goals)
    has_open_action = any(action.status == "open" for action in review.actions)
    return review.has_events or has_active_goal or has_open_action


def _review(
    person: PersonName,
    records: PeriodRecords,
    period: ReviewPeriod,
    as_of: date,
    mirror: bool | None,
) -> PersonReview:
    since = period.since
    all_actions = [_at_end(action, period, "open") for action in records.actions]
    actions = [
        action for action in all_actions if action.closed_on is None or action.closed_on >= since
    ]
    goals = _goals(records, all_actions, period, as_of)
    observations = sum(seen.observed_on >= since for seen in records.observations)
    days = [
        *(day for goal, *_rest in goals for day in (goal.set_on, goal.closed_on)),
        *(day for action in actions for day in (action.agreed_on, action.closed_on)),
        *(score.scored_on for score in records.scores),
        *(level.rated_on for level in records.levels),
    ]
    has_changes = any(day >= since for day in days if day)
    return PersonReview(
        person=person,
        talks=records.talks,
        goals=goals,
        actions=actions,
        ideas=_ideas(records, mirror),
        observations=observations,
        checkins=len(records.checkins),
        reflections=records.reflections,
        communication=records.communication,
        has_events=has_changes or bool(records.talks or observations or records.checkins),
    )


def _at_end(line: Any, period: ReviewPeriod, open_status: str) -> Any:
    """Return a goal or action as it stood at the end of *period*.

    One that was closed after it gets *open_status* again, and no closing day.
    """
    closed_later = line.closed_on and line.closed_on > period.until
    return line._replace(status=open_status, closed_on=None) if closed_later else line


def _goals(
    records: PeriodRecords, actions: list[ActionLine], period: ReviewPeriod, as_of: date
) -> list[GoalReview]:
    goals = [_at_end(goal, period, "active") for goal in records.goals]
    scores_of = {
        goal.number: [score for score in records.scores if score.goal == goal.number]
        for goal in goals
    }
    rhythms = [line.rhythm_days for line in records.trajectories if line.status == "active"]
    moves = moves_by_goal(
        [(goal, scores_of[goal.number]) for goal in goals],
        actions,
        records.observations,
        rhythms[-1] if rhythms else None,
        as_of,
    )
    return [
        _goal(goal, scores_of[goal.number], records, period, moves.get(goal.number))
        for goal in goals
    ]


def _goal(
    goal: GoalLine,
    goal_scores: list[ScoreLine],
    records: PeriodRecords,
    period: ReviewPeriod,
    moves: "Momentum | None",
) -> GoalReview:
    scores = [(line.scored_on, line.score) for line in goal_scores]
    levels = [(line.rated_on, line.level) for line in records.levels if line.goal == goal.number]
    baseline = at_start(goal.baseline, goal.set_on, scores)
    return GoalReview(
        goal=goal,
        points=_course_in(period, baseline, scores),
        levels=_course_in(period, goal.level_baseline, levels),
        moves=moves,
    )


def _course_in(
    period: ReviewPeriod, baseline: int | None, dated_figures: Sequence[tuple[str, int]]
) -> list[int]:
    """Return the figure at the start of *period*, if there was one, and those within it.

    The one at the start is the last of the *dated_figures* before it, or else *baseline*.
    """
    before = [figure for day, figure in dated_figures if day < period.since]
    within = [figure for day, figure in dated_figures if day >= period.since]
    start = before[-1] if before else baseline
    return within if start is None else [start, *within]


def _ideas(records: PeriodRecords, mirror: bool | None) -> Ideas | None:
    """Whose ideas the options were, in total over the trajectories with a mirror; None if none."""
    mirrored_trajectories = {
        line.number for line in records.trajectories if mirrored(line.kind, line.mirror, mirror)
    }
    talks = {talk.number for talk in records.talks if talk.trajectory in mirrored_trajectories}
    counted = [ideas for ideas in records.ideas if ideas.session in talks]
    return altogether(counted) if counted else None
