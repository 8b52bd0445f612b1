"""What the journal knows when a conversation with somebody begins."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.interview.situation import ActionFact, GoalFact, MatchFact, Situation, TopicFact
from coachlog.journal.action import queries as action_queries
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.coachee.queries import talents
from coachlog.journal.goal import queries as goal_queries
from coachlog.journal.goal.fields import TEXTS
from coachlog.journal.objective.queries import active_for_team
from coachlog.journal.topic import queries as topic_queries
from coachlog.journal.trajectory.queries import active, last_kind
from coachlog.journal.trajectory.roles import Roles

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.terminal.context import Context
    from coachlog.terminal.prompter import Prompter


class LastSession(NamedTuple):
    """The latest conversation that was held; *held_on* is its local day.

    *gist* is the summary, or else the topic, the present situation or the first answer; none of
    these is private.
    """

    held_on: str
    gist: str | None
    method: str | None
    starts_at: str
    time_zone: str


class Facts(NamedTuple):
    """The situation of a conversation, the last conversation, and the trajectory it belongs to.

    *mirror*: whether the trajectory shows the mirror on options; None where its kind decides.
    *held_count* is the number of conversations held with the person.
    """

    situation: Situation
    last: LastSession | None
    roles: Roles = Roles()
    mirror: int | None = None
    held_count: int = 0

    @property
    def kind(self) -> str:
        """The kind of the trajectory; where none is active, that of the last one of anybody."""
        return self.situation.kind


def is_new_journal(reader: "Reader") -> bool:
    """Whether the journal has no conversation yet."""
    return reader.value("select 1 from sessions limit 1") is None


def welcome_at_first(context: "Context", prompter: "Prompter") -> None:
    """Welcome a coach at the first start, or in a new journal; one rule for all first commands.

    Asks for the settings that are not known yet, at a terminal. Raises StoppedError.
    """
    if context.first_run or (context.attended and _is_new(context)):
        from coachlog.guide.welcome import welcome  # once in the life of a journal

        welcome(context, prompter)


def _is_new(context: "Context") -> bool:
    with context.reader() as reader:
        return is_new_journal(reader)


def facts_of(reader: "Reader", person: Person | None, short: bool) -> Facts:
    """Return the facts about *person*; None is a new person, with a first conversation.

    *short* is whether the short form is asked. Without a trajectory, the conversation is the
    first one of the trajectory that it begins.
    """
    new = Situation(1, short, kind=last_kind(reader), kind_known=False)
    if person is None:
        return Facts(new._replace(objectives=_objectives(reader, None)), None)
    trajectory = active(reader, person.handle)
    last = _last_session(reader, person)
    held_count = _count_held(reader, person)
    goals = tuple(_goal(line) for line in goal_queries.active(reader, person.handle))
    actions = tuple(_action(line) for line in action_queries.open_ones(reader, person.handle))
    parked = topic_queries.parked(reader, person.handle)
    topics = tuple(TopicFact(topic.number, topic.text) for topic in parked)
    situation = new._replace(
        goals=goals,
        actions=actions,
        topics=topics,
        objectives=_objectives(reader, person),
        talents=tuple(
            MatchFact(talent.number, talent.strength) for talent in talents(reader, person.handle)
        ),
    )
    if trajectory is None:
        return Facts(situation, last, held_count=held_count)
    roles_known = any(answer is not None for answer in trajectory.roles)
    situation = situation._replace(
        number=trajectory.sessions + 1,
        roles_known=roles_known,
        kind=trajectory.kind,
        # An appointment alone begins one of coaching, without asking for the role.
        kind_known=trajectory.sessions > 0 or trajectory.kind != "coaching",
    )
    return Facts(situation, last, trajectory.roles, trajectory.mirror, held_count)


def _last_session(reader: "Reader", person: Person) -> LastSession | None:
    """Return the latest conversation that was held with *person*; None if there is none."""
    return reader.one(
        LastSession,
        "select held_on, coalesce(summary, topic, reality_now, (select text from answers a"
        " where a.session = sessions.number order by place limit 1)), method,"
        " starts_at, time_zone from sessions"
        " where coachee = :handle and status = 'held' order by starts_at desc, number desc limit 1",
        handle=person.handle,
    )


def _count_held(reader: "Reader", person: Person) -> int:
    """Return the number of conversations held with *person*, in all trajectories."""
    sql = "select count(*) from sessions where coachee = :handle and status = 'held'"
    return int(reader.value(sql, handle=person.handle) or 0)


def _objectives(reader: "Reader", person: Person | None) -> tuple[MatchFact, ...]:
    """Return the objectives of the person's team, and those of no team."""
    sql = "select team from coachee where id = :person"
    team = reader.value(sql, person=person.id) if person else None
    objectives = active_for_team(reader, team)
    return tuple(MatchFact(objective.number, objective.statement) for objective in objectives)


def _goal(line: goal_queries.GoalLine) -> GoalFact:
    """Return the goal with the names of its empty fields, which can still be asked for."""
    fields = (*TEXTS, "target", "target_on")
    empty_fields = tuple(field for field in fields if getattr(line, field) is None)
    return GoalFact(
        line.number, line.statement, line.anti_goal, line.score, line.target, lacks=empty_fields
    )


def _action(line: action_queries.ActionLine) -> ActionFact:
    plan = " → ".join(part for part in (line.obstacle, line.plan) if part)
    return ActionFact(line.number, line.what, line.due_on, plan or None, line.done_by)
