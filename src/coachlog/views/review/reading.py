"""What a look back is made of, read in so many statements for one person and for everybody."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.journal.action.queries import ACTIONS, ActionLine
from coachlog.journal.common.reads import View
from coachlog.journal.goal.levels.queries import LEVEL_LINES, LevelLine
from coachlog.journal.goal.queries import GOALS, SCORES, GoalLine, ScoreLine
from coachlog.journal.observation.queries import OBSERVATIONS, ObservationLine
from coachlog.journal.session.mirror import Ideas, ideas_between
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.views.review.period import ReviewPeriod

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Whom(NamedTuple):
    """One of the people looked back on."""

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


class Spoken(NamedTuple):
    """A form of communication that the coach used in a conversation."""

    session: int
    coachee: str
    form: str


class CheckIn(NamedTuple):
    """That there was a check-in: it is counted, and what it says is for another page."""

    coachee: str
    trajectory: int


class Agreed(NamedTuple):
    """What a trajectory agrees that counts here."""

    number: int
    coachee: str
    kind: str
    status: str
    mirror: int | None
    rhythm_days: int | None


class Raw(NamedTuple):
    """All that was read. Goals are those of the period; what moved them is older as well."""

    talks: list[ReviewTalk]
    ideas: list[Ideas]
    goals: list[GoalLine]
    scores: list[ScoreLine]
    levels: list[LevelLine]
    actions: list[ActionLine]
    seen: list[ObservationLine]
    checkins: list[CheckIn]
    agreed: list[Agreed]
    reflections: list[Reflection]
    spoken: list[Spoken]


_THEN = "archived_at is null or archived_at >= :since"
"""Who came into the archive before the period has nothing in it."""


def people(reader: "Reader", handle: str | None, period: ReviewPeriod) -> list[Whom]:
    """One person, or everybody who was there in the period, by name."""
    sql = "select handle, name from coachee where "
    if handle:
        return list(reader.rows(Whom, sql + "handle = :handle", handle=handle))
    sql += f"{_THEN} order by name_sort, handle"
    return list(reader.rows(Whom, sql, since=period.since))


def raw(reader: "Reader", handle: str | None, period: ReviewPeriod) -> Raw:
    """Read all that the journal has of one person, or of everybody, until the end of the period."""
    ask = _PeriodQueries(reader, handle, period)
    held = f"status = 'held' and {_WITHIN} order by starts_at, number"
    return Raw(
        ask.rows(View("sessions", ReviewTalk), held),
        ideas_between(reader, ask.values["first"], ask.values["last"], handle),
        ask.rows(GOALS, f"{_GOING} order by number"),
        ask.rows(SCORES, "scored_on <= :until order by scored_on, created_at"),
        ask.rows(LEVEL_LINES, "rated_on <= :until order by rated_on, created_at"),
        ask.rows(ACTIONS, "agreed_on <= :until order by number"),
        ask.rows(OBSERVATIONS, "observed_on <= :until order by observed_on"),
        ask.rows(View("checkins", CheckIn), "checked_on between :since and :until"),
        ask.rows(View("trajectories", Agreed), "starts_on <= :until order by number"),
        ask.all(Reflection, _REFLECTIONS),
        ask.all(Spoken, _SPOKEN),
    )


_WITHIN = "starts_at >= :first and starts_at < :last and held_on between :since and :until"
_GOING = "set_on <= :until and coalesce(closed_on, :until) >= :since"
_REFLECTIONS = (
    "select p.number, p.coachee, s.held_on, p.reflection"  # noqa: S608 - names of our own
    " from sessions s join sessions_private p on p.number = s.number"
    f" where s.{{whose}} and s.status = 'held' and p.reflection is not null and s.{_WITHIN}"
    " order by s.starts_at, p.number"
)
_SPOKEN = (
    "select f.session, s.coachee, f.form"  # noqa: S608 - names of our own
    " from sessions s join communication_forms f on f.session = s.number"
    f" where s.{{whose}} and s.status = 'held' and s.{_WITHIN} order by f.session, f.form"
)


class _PeriodQueries:
    """The same whose and when for each statement."""

    def __init__(self, reader: "Reader", handle: str | None, period: ReviewPeriod) -> None:
        since, until = period.since, date.fromisoformat(period.until)
        # A day begins earlier or later elsewhere: the index of instants is asked for more.
        first = since and str(date.fromisoformat(since) - timedelta(days=1))
        self.reader = reader
        self.whose = f"coachee in (select handle from coachee where {_THEN})"  # noqa: S608 - as above
        self.values: dict[str, str] = {"since": since, "until": period.until}
        self.values |= {"first": first, "last": str(until + timedelta(days=2))}
        if handle:
            self.whose = "coachee = :handle"
            self.values["handle"] = handle

    def rows(self, view: View[Any], where: str) -> list[Any]:
        """The lines of a view."""
        behind = f"where {self.whose} and {where}"
        return view.all(self.reader, behind, **self._named_in(behind))

    def all(self, kind: Any, sql: str) -> list[Any]:
        """The rows of a statement about `{whose}`."""
        asked = sql.format(whose=self.whose)
        return list(self.reader.rows(kind, asked, **self._named_in(asked)))

    def _named_in(self, sql: str) -> dict[str, str]:
        return {name: value for name, value in self.values.items() if f":{name}" in sql}


def of_trajectory(reader: "Reader", course: TrajectoryLine, found: Raw) -> Raw:
    """What of *found* belongs to one trajectory.

    An action or observation that stands alone does where it is from the days of the trajectory.
    """
    sql = "select number from sessions where trajectory = :number"
    talks = set(reader.rows(int, sql, number=course.number))
    goals = [each for each in found.goals if each.trajectory == course.number]
    numbers = {each.number for each in goals}
    first, last = course.starts_on, course.closed_on or "9999"
    return found._replace(
        talks=[each for each in found.talks if each.number in talks],
        goals=goals,
        actions=[
            each
            for each in found.actions
            if each.goal in numbers
            or (each.goal is None and each.session in talks)
            or (each.goal is None and each.session is None and first <= each.agreed_on <= last)
        ],
        seen=[
            each
            for each in found.seen
            if each.goal in numbers or (each.goal is None and first <= each.observed_on <= last)
        ],
        checkins=[each for each in found.checkins if each.trajectory == course.number],
        agreed=[each for each in found.agreed if each.number == course.number],
        reflections=[each for each in found.reflections if each.number in talks],
        spoken=[each for each in found.spoken if each.session in talks],
    )
