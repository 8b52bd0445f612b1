"""Reading the records of a look back, in as many statements for everybody as for one person."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from coachlog.journal.action.queries import ACTIONS, ActionLine
from coachlog.journal.common.reads import View
from coachlog.journal.goal.levels.queries import LEVEL_LINES, LevelLine
from coachlog.journal.goal.queries import GOALS, SCORES, GoalLine, ScoreLine
from coachlog.journal.observation.queries import OBSERVATIONS, ObservationLine
from coachlog.journal.session.mirror import Ideas, ideas_between
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.store.connection import Reader
from coachlog.views.review.period import ReviewPeriod


class PersonName(NamedTuple):
    """The handle and name of a person in the look back."""

    handle: str
    name: str


class ReviewTalk(NamedTuple):
    """A conversation that was held in the period."""

    number: int
    coachee: str
    held_on: str
    minutes: int | None
    topic: str | None
    trajectory: int
    reality_score: int | None


class Reflection(NamedTuple):
    """What the coach wrote for themselves about a conversation; private."""

    number: int
    coachee: str
    held_on: str
    text: str


class CommunicationForm(NamedTuple):
    """A form of communication that the coach used in a conversation."""

    session: int
    coachee: str
    form: str


class CheckIn(NamedTuple):
    """A check-in on workable work, which a look back only counts."""

    coachee: str
    trajectory: int


class ReviewTrajectory(NamedTuple):
    """What a look back uses of a trajectory; *mirror* is its own choice, None for the setting."""

    number: int
    coachee: str
    kind: str
    status: str
    mirror: int | None
    rhythm_days: int | None


class PeriodRecords(NamedTuple):
    """The records that a look back is made of, up to the last day of its period.

    Talks, ideas, check-ins, reflections and communication are those of the period. Goals were
    active in it. The others may be older: they tell how goals stood when it began.
    """

    talks: list[ReviewTalk]
    ideas: list[Ideas]
    goals: list[GoalLine]
    scores: list[ScoreLine]
    levels: list[LevelLine]
    actions: list[ActionLine]
    observations: list[ObservationLine]
    checkins: list[CheckIn]
    trajectories: list[ReviewTrajectory]
    reflections: list[Reflection]
    communication: list[CommunicationForm]

    @classmethod
    def empty(cls) -> "PeriodRecords":
        """Return new lists without any record."""
        return cls(*([] for _field in cls._fields))


NO_RECORDS = PeriodRecords.empty()

_NOT_ARCHIVED_BEFORE = "is_self is not 1 and (archived_at is null or archived_at >= :since)"
"""Of everybody, people archived before the period are left out: they have nothing in it.

So is the coach, who has a page of their own.
"""


def people_in(reader: Reader, handle: str | None, period: ReviewPeriod) -> list[PersonName]:
    """Return the person called *handle*, or everybody not archived before *period*, by name."""
    select = "select handle, name from coachee where "
    if handle:
        return list(reader.rows(PersonName, select + "handle = :handle", handle=handle))
    sql = f"{select}{_NOT_ARCHIVED_BEFORE} order by name_sort, handle"
    return list(reader.rows(PersonName, sql, since=period.since))


def read_records(reader: Reader, handle: str | None, period: ReviewPeriod) -> PeriodRecords:
    """Read the records of one person, or of everybody if *handle* is None."""
    queries = _PeriodQueries(reader, handle, period)
    held_in_period = f"status = 'held' and {_WITHIN} order by starts_at, number"
    first, last = queries.parameters["first"], queries.parameters["last"]
    return PeriodRecords(
        talks=queries.view_lines(View("sessions", ReviewTalk), held_in_period),
        ideas=ideas_between(reader, first, last, handle),
        goals=queries.view_lines(GOALS, f"{_ACTIVE_WITHIN} order by number"),
        scores=queries.view_lines(SCORES, "scored_on <= :until order by scored_on, created_at"),
        levels=queries.view_lines(LEVEL_LINES, "rated_on <= :until order by rated_on, created_at"),
        actions=queries.view_lines(ACTIONS, "agreed_on <= :until order by number"),
        observations=queries.view_lines(OBSERVATIONS, "observed_on <= :until order by observed_on"),
        checkins=queries.view_lines(
            View("checkins", CheckIn), "checked_on between :since and :until"
        ),
        trajectories=queries.view_lines(
            View("trajectories", ReviewTrajectory), "starts_on <= :until order by number"
        ),
        reflections=queries.rows(Reflection, _REFLECTIONS),
        communication=queries.rows(CommunicationForm, _COMMUNICATION),
    )


_WITHIN = "starts_at >= :first and starts_at < :last and held_on between :since and :until"
_ACTIVE_WITHIN = "set_on <= :until and coalesce(closed_on, :until) >= :since"
_REFLECTIONS = (
    "select p.number, p.coachee, s.held_on, p.reflection"  # noqa: S608 - names of our own
    " from sessions s join sessions_private p on p.number = s.number"
    f" where s.{{whose}} and s.status = 'held' and p.reflection is not null and s.{_WITHIN}"
    " order by s.starts_at, p.number"
)
_COMMUNICATION = (
    "select f.session, s.coachee, f.form"  # noqa: S608 - names of our own
    " from sessions s join communication_forms f on f.session = s.number"
    f" where s.{{whose}} and s.status = 'held' and s.{_WITHIN} order by f.session, f.form"
)


class _PeriodQueries:
    """Runs statements for the same people and the same period.

    Statements may name the parameters `:since` and `:until`, the days of the period, and `:first`
    and `:last`, the bounds of instants that may fall on these days somewhere.
    """

    def __init__(self, reader: Reader, handle: str | None, period: ReviewPeriod) -> None:
        since = period.since
        # A local day begins before or after that day in UTC: instants get a wider margin.
        first = str(date.fromisoformat(since) - timedelta(days=1)) if since else ""
        last = str(date.fromisoformat(period.until) + timedelta(days=2))
        self.reader = reader
        self.parameters = {"since": since, "until": period.until, "first": first, "last": last}
        self.whose = f"coachee in (select handle from coachee where {_NOT_ARCHIVED_BEFORE})"  # noqa: S608 - as above
        if handle:
            self.whose = "coachee = :handle"
            self.parameters["handle"] = handle

    def view_lines(self, view: View[Any], condition: str) -> list[Any]:
        """Return the lines of *view* that meet *condition*."""
        where = f"where {self.whose} and {condition}"
        return view.all(self.reader, where, **self.parameters)

    def rows(self, kind: Any, sql: str) -> list[Any]:
        """Return the rows of *sql* as objects of *kind*; `{whose}` in it selects the people."""
        statement = sql.format(whose=self.whose)
        return list(self.reader.rows(kind, statement, **self.parameters))


def of_trajectory(
    reader: Reader, trajectory: TrajectoryLine, records: PeriodRecords
) -> PeriodRecords:
    """Return those of the *records* of one person that belong to *trajectory*.

    Actions and observations without a goal or conversation belong to it by their day.
    """
    sql = "select number from sessions where trajectory = :number"
    talk_numbers = set(reader.rows(int, sql, number=trajectory.number))
    goals = [goal for goal in records.goals if goal.trajectory == trajectory.number]
    goal_numbers = {goal.number for goal in goals}

    def is_in_its_days(day: str) -> bool:
        last_day = trajectory.closed_on or "9999"  # still open: no day is too late
        return trajectory.starts_on <= day <= last_day

    def has_action(action: ActionLine) -> bool:
        if action.goal is not None:
            return action.goal in goal_numbers
        if action.session is not None:
            return action.session in talk_numbers
        return is_in_its_days(action.agreed_on)

    def has_observation(observation: ObservationLine) -> bool:
        if observation.goal is not None:
            return observation.goal in goal_numbers
        return is_in_its_days(observation.observed_on)

    return records._replace(
        talks=[talk for talk in records.talks if talk.number in talk_numbers],
        goals=goals,
        actions=[action for action in records.actions if has_action(action)],
        observations=[line for line in records.observations if has_observation(line)],
        checkins=[line for line in records.checkins if line.trajectory == trajectory.number],
        trajectories=[line for line in records.trajectories if line.number == trajectory.number],
        reflections=[line for line in records.reflections if line.number in talk_numbers],
        communication=[line for line in records.communication if line.session in talk_numbers],
    )
