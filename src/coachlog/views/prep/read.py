"""Reading what to know before a conversation with a person, in few statements."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant, local_moment
from coachlog.journal.action import queries as actions
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.coachee import lookup
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.coachee.queries import CoacheeLine, TalentLine
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.queries import GoalLine, LinkLine, ScoreLine
from coachlog.journal.network_meeting.ideas import UsedIdea, used_ideas
from coachlog.journal.observation import queries as observations
from coachlog.journal.observation.queries import ObservationLine
from coachlog.journal.onboarding.queries import ItemLine, to_do_by
from coachlog.journal.session import content
from coachlog.journal.session.content import AnswerLine
from coachlog.journal.topic import queries as topics
from coachlog.journal.topic.queries import TopicLine
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.store.connection import Reader
from coachlog.views.momentum import momentum_by_goal

if TYPE_CHECKING:
    from datetime import datetime

    from coachlog.journal.goal.momentum import Momentum


class LastTalk(NamedTuple):
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


class NextTalk(NamedTuple):
    """The next conversation: a planned one, or without *number* only agreed on in the last one.

    *at* is an instant in UTC.
    """

    number: int | None
    at: str
    time_zone: str
    topic: str | None


class GoalProgress(NamedTuple):
    """An active goal and its scores, oldest first.

    *momentum* is for the coach only; None unless `with_momentum` added it.
    """

    goal: GoalLine
    scores: list[ScoreLine]
    momentum: "Momentum | None" = None

    def points(self) -> list[int]:
        """Return the scores from 0 to 10, oldest first, after the baseline if there is one."""
        dated = [(line.scored_on, line.score) for line in self.scores]
        start = goals.separate_baseline(self.goal.baseline, self.goal.set_on, dated)
        scores = [score for _day, score in dated]
        return scores if start is None else [start, *scores]


class Prep(NamedTuple):
    """What the page before a conversation shows.

    *done* are actions done since the last conversation, *observations* what was seen since then,
    *objective_links* the objectives that the active goals serve. *reality* has the reality score
    of each conversation, oldest first. *checklist* is what a newcomer should know by the next one
    and is still to do. *answers* and *private_answers* are those of the last
    conversation; both are empty if it has a summary or a topic. *used_ideas* are what meetings of
    the coach's networks brought.
    """

    person: CoacheeLine
    trajectory: TrajectoryLine | None
    last: LastTalk | None
    ahead: NextTalk | None
    open_actions: list[ActionLine]
    done: list[ActionLine]
    goals: list[GoalProgress]
    topics: list[TopicLine]
    talents: list[TalentLine]
    observations: list[ObservationLine]
    objective_links: list[LinkLine]
    reality: Sequence[int] = ()
    checklist: Sequence[ItemLine] = ()
    answers: Sequence[AnswerLine] = ()
    private_answers: Sequence[AnswerLine] = ()
    used_ideas: Sequence[UsedIdea] = ()

    @property
    def has_notes(self) -> bool:
        """Whether anything but its method can be shown of the last conversation."""
        talk = self.last
        if talk is None:
            return False
        has_texts = talk.summary or talk.topic or talk.reality_now or self.answers
        return bool(has_texts) or talk.reality_score is not None


def read(reader: Reader, who: str, now: "datetime") -> Prep:
    """Read what to know before a conversation with *who* (a handle or name).

    Goals come without momentum; `with_momentum` adds it. Raises NotFoundError.
    """
    handle = lookup.find(reader, who).handle
    last = reader.one(LastTalk, _LAST_TALK, coachee=handle)
    planned = reader.one(NextTalk, _PLANNED_TALK, coachee=handle, now=instant(now))
    ahead = planned or _agreed_talk(last, now)
    trajectory = trajectories.active(reader, handle)
    since = last.held_on if last else ""  # "" is before every day
    done = actions.ACTIONS.all(reader, _DONE, coachee=handle, since=since, most=_DONE_MOST)
    scores_by_goal: dict[int, list[ScoreLine]] = {}
    for score in goals.SCORES.all(reader, _SCORES, coachee=handle):
        scores_by_goal.setdefault(score.goal, []).append(score)
    active = goals.active(reader, handle)
    answers, private_answers = _answers(reader, last)
    return Prep(
        person=coachees.line(reader, handle),
        trajectory=trajectory,
        last=last,
        ahead=ahead,
        open_actions=actions.open_ones(reader, handle),
        done=done,
        goals=[GoalProgress(goal, scores_by_goal.get(goal.number, [])) for goal in active],
        topics=topics.parked(reader, handle),
        talents=coachees.talents(reader, handle),
        observations=observations.since(reader, handle, since),
        objective_links=_objective_links(reader, handle, {goal.number for goal in active}),
        reality=list(reader.rows(int, _REALITY, coachee=handle)),
        checklist=_checklist(reader, trajectory, ahead, now),
        answers=answers,
        private_answers=private_answers,
        used_ideas=used_ideas(reader, handle),
    )


def _checklist(
    reader: Reader, trajectory: TrajectoryLine | None, ahead: NextTalk | None, now: "datetime"
) -> Sequence[ItemLine]:
    """Return what a newcomer should know by the next conversation, or now, and is still to do."""
    if trajectory is None or trajectory.kind != "onboarding":
        return ()
    day = local_moment(ahead.at, ahead.time_zone).date() if ahead else now.date()
    return to_do_by(reader, trajectory, day)


def _answers(
    reader: Reader, last: LastTalk | None
) -> tuple[Sequence[AnswerLine], Sequence[AnswerLine]]:
    """Return the answers of the last conversation, and those for the coach only.

    Both are empty if it has a summary or a topic: that says already what it was about.
    """
    if last is None or last.summary or last.topic:
        return (), ()
    shared = content.parts(reader, content.ANSWERS, last.number)
    return shared, content.parts(reader, content.PRIVATE_ANSWERS, last.number)


def with_momentum(reader: Reader, prep: Prep, today: date) -> Prep:
    """Return *prep* with the momentum of each goal."""
    handle = prep.person.handle
    momentum_by_number = momentum_by_goal(
        [(progress.goal, progress.scores) for progress in prep.goals],
        actions.ACTIONS.all(reader, _OF_ACTIVE_GOALS, coachee=handle),
        observations.OBSERVATIONS.all(reader, _OF_ACTIVE_GOALS, coachee=handle),
        prep.trajectory.rhythm_days if prep.trajectory else None,
        today,
    )
    goals = [
        progress._replace(momentum=momentum_by_number.get(progress.goal.number))
        for progress in prep.goals
    ]
    return prep._replace(goals=goals)


def _objective_links(reader: Reader, handle: str, active: set[int]) -> list[LinkLine]:
    """Return the links between the *active* goals, given by number, and objectives."""
    links = goals.links_of(reader, handle) if active else []
    return [link for link in links if link.objective is not None and link.goal in active]


_DONE_MOST = 5
_LAST_TALK = (
    "select s.number, s.held_on, s.topic, s.summary, s.next_at, s.time_zone, s.reality_now,"
    " s.reality_score, s.method, (select private_note from sessions_private p"
    " where p.number = s.number) from sessions s"
    " where s.coachee = :coachee and s.status = 'held' order by s.starts_at desc limit 1"
)
_REALITY = (
    "select reality_score from sessions where coachee = :coachee and status = 'held'"
    " and reality_score is not null order by starts_at, number"
)
_PLANNED_TALK = (
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


def _agreed_talk(last: LastTalk | None, now: "datetime") -> NextTalk | None:
    """Return the appointment that the last conversation agreed on; None if it is not to come."""
    if last is None or last.next_at is None or last.next_at < instant(now):
        return None
    return NextTalk(None, last.next_at, last.time_zone, None)
