"""What came of a period with each person, as things stood at its end."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.contact.solutions import Solutions, solutions
from coachlog.journal.goal.queries import GoalLine, ScoreLine, separate_baseline
from coachlog.journal.growth.queries import GrowthFilter, growths
from coachlog.journal.network_meeting.ideas import UsedIdea, used_ideas
from coachlog.journal.session.mirror import Ideas, total_ideas
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.fields import shows_mirror
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.store.connection import Reader
from coachlog.views.momentum import momentum_by_goal
from coachlog.views.review.period import ReviewPeriod
from coachlog.views.review.records import (
    NO_RECORDS,
    CommunicationForm,
    PeriodRecords,
    PersonName,
    Reflection,
    ReviewTalk,
    of_trajectory,
    people_in,
    read_records,
)

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.journal.goal.momentum import Momentum


class GoalReview(NamedTuple):
    """A goal as it stood at the end of the period.

    *points* (scores, 0 to 10) and *levels* (-2 to 2) are those of the period, oldest first, after
    the one at its start if that is known. *momentum* is None for a goal that was no longer active.
    """

    goal: GoalLine
    points: list[int]
    levels: list[int]
    momentum: "Momentum | None" = None


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
    *solutions* are those that contacts brought, inside and outside; *used_ideas* what meetings of
    the coach's networks in this period brought.
    """

    period: ReviewPeriod
    as_of: date
    people: list[PersonReview]
    everybody: bool
    trajectory: TrajectoryLine | None = None
    own_reflections: Sequence[Any] = ()
    solutions: Solutions = Solutions(0, 0)
    used_ideas: Sequence[UsedIdea] = ()


def read(
    reader: Reader,
    person: "Person | None",
    trajectory: TrajectoryLine | None,
    period: ReviewPeriod,
    today: date,
    mirror: bool | None,
) -> PeriodReview:
    """Read the look back on *person*, or on everybody if None.

    With a *trajectory* of that person, only what belongs to it. *mirror* is the setting that
    decides for trajectories without a choice of their own.
    """
    handle = person.handle if person else None
    records = read_records(reader, handle, period)
    if trajectory:
        records = of_trajectory(reader, trajectory, records)
    as_of = min(date.fromisoformat(period.until), today)
    records_by_handle = _by_person(records)
    people = [
        _review(name, records_by_handle.get(name.handle, NO_RECORDS), period, as_of, mirror)
        for name in people_in(reader, handle, period)
    ]
    number = trajectory and trajectory.number
    look_back = PeriodReview(
        period,
        as_of,
        people,
        everybody=person is None,
        trajectory=trajectory,
        solutions=solutions(reader, period.since, period.until, handle, number),
        used_ideas=used_ideas(reader, handle, period.since, period.until, number),
    )
    if person:
        return look_back
    reflections = GrowthFilter("reflection", period.since or None, period.until)
    return look_back._replace(
        people=[review for review in people if _has_something_to_show(review)],
        own_reflections=list(growths(reader, reflections)),
    )


def trajectory_of(reader: Reader, number: int, person: "Person | None") -> TrajectoryLine:
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
    """Split *records* by the handle of the person they are about."""
    handle_by_talk = {talk.number: talk.coachee for talk in records.talks}
    records_by_handle: dict[str, PeriodRecords] = {}
    fields: Sequence[list[Any]] = records
    for field_index, lines in enumerate(fields):
        for line in lines:
            # Ideas only have the number of their conversation, which may not be in the records.
            is_ideas = isinstance(line, Ideas)
            handle = handle_by_talk.get(line.session) if is_ideas else line.coachee
            if handle:
                own_records = records_by_handle.setdefault(handle, PeriodRecords.empty())
                own_records[field_index].append(line)
    return records_by_handle


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
    """Return the look back on one *person*, made of the *records* of that person.

    The records may be older than *period*: they are needed to tell how goals stood at its start.
    """
    since = period.since
    all_actions = [_at_end(action, period, "open") for action in records.actions]
    actions = [
        action for action in all_actions if action.closed_on is None or action.closed_on >= since
    ]
    goals = _goals(records, all_actions, period, as_of)
    observation_count = sum(line.observed_on >= since for line in records.observations)
    has_changes = any(day >= since for day in _days_of_changes(goals, actions, records))
    return PersonReview(
        person=person,
        talks=records.talks,
        goals=goals,
        actions=actions,
        ideas=_ideas(records, mirror),
        observations=observation_count,
        checkins=len(records.checkins),
        reflections=records.reflections,
        communication=records.communication,
        has_events=has_changes or bool(records.talks or observation_count or records.checkins),
    )


def _days_of_changes(
    goals: list[GoalReview], actions: list[ActionLine], records: PeriodRecords
) -> list[str]:
    """Return the days on which goals and actions were set, closed, scored or rated."""
    days = [score.scored_on for score in records.scores]
    days += [level.rated_on for level in records.levels]
    for goal_review in goals:
        goal = goal_review.goal
        days += [goal.set_on, goal.closed_on] if goal.closed_on else [goal.set_on]
    for action in actions:
        days += [action.agreed_on, action.closed_on] if action.closed_on else [action.agreed_on]
    return days


_GoalOrAction = TypeVar("_GoalOrAction", GoalLine, ActionLine)


def _at_end(line: _GoalOrAction, period: ReviewPeriod, open_status: str) -> _GoalOrAction:
    """Return a goal or action as it stood at the end of *period*.

    One that was closed after it gets *open_status* again, and no closing day.
    """
    was_closed_later = line.closed_on is not None and line.closed_on > period.until
    return line._replace(status=open_status, closed_on=None) if was_closed_later else line


def _goals(
    records: PeriodRecords, actions: list[ActionLine], period: ReviewPeriod, as_of: date
) -> list[GoalReview]:
    """Return the goals of a person as they stood at the end of *period*, and how they moved.

    The rhythm of conversations is that of the latest active trajectory.
    """
    goals = [_at_end(goal, period, "active") for goal in records.goals]
    scores_by_goal = {
        goal.number: [score for score in records.scores if score.goal == goal.number]
        for goal in goals
    }
    rhythms = [line.rhythm_days for line in records.trajectories if line.status == "active"]
    momentum_by_number = momentum_by_goal(
        [(goal, scores_by_goal[goal.number]) for goal in goals],
        actions,
        records.observations,
        rhythms[-1] if rhythms else None,
        as_of,
    )
    return [
        _goal(
            goal, scores_by_goal[goal.number], records, period, momentum_by_number.get(goal.number)
        )
        for goal in goals
    ]


def _goal(
    goal: GoalLine,
    goal_scores: list[ScoreLine],
    records: PeriodRecords,
    period: ReviewPeriod,
    momentum: "Momentum | None",
) -> GoalReview:
    """Return one goal with the course of its scores and its levels in *period*."""
    scores = [(line.scored_on, line.score) for line in goal_scores]
    levels = [(line.rated_on, line.level) for line in records.levels if line.goal == goal.number]
    baseline = separate_baseline(goal.baseline, goal.set_on, scores)
    return GoalReview(
        goal=goal,
        points=_course_in(period, baseline, scores),
        levels=_course_in(period, goal.level_baseline, levels),
        momentum=momentum,
    )


def _course_in(
    period: ReviewPeriod, baseline: int | None, dated_figures: Sequence[tuple[str, int]]
) -> list[int]:
    """Return the figure at the start of *period*, if there was one, and those within it.

    The one at the start is the last of the *dated_figures* before it, or else *baseline*.
    """
    figures_before = [figure for day, figure in dated_figures if day < period.since]
    figures_within = [figure for day, figure in dated_figures if day >= period.since]
    start = figures_before[-1] if figures_before else baseline
    return figures_within if start is None else [start, *figures_within]


def _ideas(records: PeriodRecords, mirror_setting: bool | None) -> Ideas | None:
    """Return whose ideas the options were, summed over conversations of trajectories with a mirror.

    None if no options were gathered in them.
    """
    trajectories_with_mirror = {
        line.number
        for line in records.trajectories
        if shows_mirror(line.kind, line.mirror, mirror_setting)
    }
    talks = {talk.number for talk in records.talks if talk.trajectory in trajectories_with_mirror}
    counted_ideas = [ideas for ideas in records.ideas if ideas.session in talks]
    return total_ideas(counted_ideas) if counted_ideas else None
