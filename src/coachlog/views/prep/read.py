"""What to know before a conversation with somebody: one page, read in few statements."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant
from coachlog.journal.action import queries as actions
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.coachee.queries import CoacheeLine, TalentLine
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.queries import GoalLine, LinkLine, ScoreLine
from coachlog.journal.observation import queries as observations
from coachlog.journal.observation.queries import ObservationLine
from coachlog.journal.session import queries as sessions
from coachlog.journal.session.queries import AnswerLine
from coachlog.journal.topic import queries as topics
from coachlog.journal.topic.queries import TopicLine
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.views.momentum import moves_by_goal

if TYPE_CHECKING:
    from datetime import datetime

    from coachlog.journal.goal.momentum import Momentum
    from coachlog.store.connection import Reader


class Last(NamedTuple):
    """The latest conversation that was held; *private_note* is for the coach only."""

    number: int
    held_on: str
    topic: str | None
    summary: str | None
    next_at: str | None
    time_zone: str
    reality_now: str | None
    reality_score: int | None
    method: str | None
    private_note: str | None


class Ahead(NamedTuple):
    """The next conversation: planned, or, without a *number*, agreed on by the last one."""

    number: int | None
    at: str
    time_zone: str
    topic: str | None


class GoalProgress(NamedTuple):
    """An active goal and its scores, oldest first.

    *moves* tells how it moves, where that was asked for: it is for the coach only.
    """

    goal: GoalLine
    scores: list[ScoreLine]
    moves: "Momentum | None" = None

    def points(self) -> list[int]:
        """The figures in order, the baseline first where there is one."""
        given = [(each.scored_on, each.score) for each in self.scores]
        start = goals.at_start(self.goal.baseline, self.goal.set_on, given)
        return [*([] if start is None else [start]), *(score for _day, score in given)]


class Prep(NamedTuple):
    """All that a page before a conversation tells.

    *done* are actions done since the last one, *observations* what was seen since then,
    *served* the objectives that the goals serve. *reality* are the figures of conversations, oldest
    first; *answers* what the last one asked, where it has neither summary nor topic, and *private*
    those of them that are for the coach only.
    """

    person: CoacheeLine
    trajectory: TrajectoryLine | None
    last: Last | None
    ahead: Ahead | None
    open_actions: list[ActionLine]
    done: list[ActionLine]
    goals: list[GoalProgress]
    topics: list[TopicLine]
    talents: list[TalentLine]
    observations: list[ObservationLine]
    served: list[LinkLine]
    reality: Sequence[int] = ()
    answers: Sequence[AnswerLine] = ()
    private: Sequence[AnswerLine] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing is written of the last conversation, so that its method is named."""
        last = self.last
        if last is None or last.summary or last.topic or last.reality_now or self.answers:
            return False
        return last.reality_score is None

    def telling(self, method: str) -> "Prep":
        """The same with what people call the *method* of the last conversation, not its id."""
        return self._replace(last=self.last and self.last._replace(method=method))


def read(reader: "Reader", who: str, now: "datetime") -> Prep:
    """Read all that a page to prepare shows of *who* (a handle or name); raises NotFoundError."""
    handle = coachees.find(reader, who).handle
    last = reader.one(Last, _LAST, coachee=handle)
    since = last.held_on if last else ""
    closed = actions.ACTIONS.all(reader, _DONE, coachee=handle, since=since, most=_DONE_MOST)
    scores: dict[int, list[ScoreLine]] = {}
    for score in goals.SCORES.all(reader, _SCORES, coachee=handle):
        scores.setdefault(score.goal, []).append(score)
    active = goals.active(reader, handle)
    return Prep(
        person=coachees.line(reader, handle),
        trajectory=trajectories.active(reader, handle),
        last=last,
        ahead=reader.one(Ahead, _AHEAD, coachee=handle, now=instant(now)) or _agreed(last, now),
        open_actions=actions.open_ones(reader, handle),
        done=closed,
        goals=[GoalProgress(one, scores.get(one.number, [])) for one in active],
        topics=topics.parked(reader, handle),
        talents=coachees.talents(reader, handle),
        observations=observations.since(reader, handle, since),
        served=_served(reader, handle, {one.number for one in active}),
        reality=list(reader.rows(int, _REALITY, coachee=handle)),
        **_asked(reader, last),
    )


def _asked(reader: "Reader", last: Last | None) -> "dict[str, list[AnswerLine]]":
    """What the last conversation asked besides, where nothing else tells what it was about."""
    if last is None or last.summary or last.topic:
        return {}
    return {
        "answers": sessions.answers(reader, last.number),
        "private": sessions.answers_private(reader, last.number),
    }


def with_momentum(reader: "Reader", prep: Prep, today: date) -> Prep:
    """The same, with how each goal moves."""
    handle = prep.person.handle
    moves = moves_by_goal(
        [(course.goal, course.scores) for course in prep.goals],
        actions.ACTIONS.all(reader, _OF_ACTIVE_GOALS, coachee=handle),
        observations.OBSERVATIONS.all(reader, _OF_ACTIVE_GOALS, coachee=handle),
        prep.trajectory.rhythm_days if prep.trajectory else None,
        today,
    )
    goals = [each._replace(moves=moves.get(each.goal.number)) for each in prep.goals]
    return prep._replace(goals=goals)


def _served(reader: "Reader", handle: str, active: set[int]) -> list[LinkLine]:
    links = goals.links_of(reader, handle) if active else []
    return [each for each in links if each.objective is not None and each.goal in active]


_DONE_MOST = 5
_LAST = (
    "select s.number, s.held_on, s.topic, s.summary, s.next_at, s.time_zone, s.reality_now,"
    " s.reality_score, s.method, (select private_note from sessions_private p"
    " where p.number = s.number) from sessions s"
    " where s.coachee = :coachee and s.status = 'held' order by s.starts_at desc limit 1"
)
_REALITY = (
    "select reality_score from sessions where coachee = :coachee and status = 'held'"
    " and reality_score is not null order by starts_at, number"
)
_AHEAD = (
    "select number, starts_at, time_zone, topic from sessions"
    " where coachee = :coachee and status = 'planned' and starts_at >= :now"
    " order by starts_at limit 1"
)
_DONE = (
    "where coachee = :coachee and status in ('done', 'partly') and closed_on >= :since"
    " order by closed_on desc, number limit :most"
)
_OF_ACTIVE_GOALS = (
    "where coachee = :coachee and goal in (select number from goals"
    " where coachee = :coachee and status = 'active')"
)
_SCORES = _OF_ACTIVE_GOALS + " order by scored_on, created_at"


def _agreed(last: Last | None, now: "datetime") -> Ahead | None:
    if last is None or last.next_at is None or last.next_at < instant(now):
        return None
    return Ahead(None, last.next_at, last.time_zone, None)
