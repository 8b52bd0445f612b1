"""How goals and actions stand, in words and with a sign: for every page that tells it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from coachlog.base.days import show_day
from coachlog.base.texts import N_, _, ngettext
from coachlog.dates.show import show_short
from coachlog.display.page import Line, Section
from coachlog.display.signs import DRAWN
from coachlog.schema.trajectory import ROLES_SHOWN, TRAJECTORY
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS, YES_NO


class StatusMark(NamedTuple):
    """A sign, its style, and what it means in words: neither sign nor colour is needed."""

    sign: str
    tone: str
    told: str


_CLOSED = {
    "done": (DRAWN.done, "good", N_("done {day}")),
    "partly": (DRAWN.partly, "none", N_("partly done {day}")),
    "dropped": (DRAWN.dropped, "quiet", N_("dropped {day}")),
}
"""Of an action that is no longer open: its sign, its tone, and how its day is told."""


def action_standing(
    status: str, due_on: str | None, closed_on: str | None, today: date | None, language: str
) -> StatusMark:
    """How an action stands; without *today* nothing is past its day, and days have their year."""
    due, closed = (_day(day, today, language) for day in (due_on, closed_on))
    if status in _CLOSED:
        sign, tone, dated = _CLOSED[status]
        told = _(dated).format(day=closed) if closed else _(ACTION_STATUSES[status])
        return StatusMark(sign, tone, told)
    if due_on and today and due_on < today.isoformat():
        return StatusMark(DRAWN.overdue, "late", _("was due {day}").format(day=due))
    return StatusMark(DRAWN.open, "none", _("by {day}").format(day=due) if due else "")


def doer(done_by: str | None) -> str:
    """Who does an action, where that is not the person coached."""
    return "" if done_by in (None, "coachee") else _(DOERS[done_by])


_IF = re.compile(r"\s*(?:als|si|if)[,:]?\s+(?=\S)", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:dan|alors|then)[,:]?\s+(?=\S)", re.IGNORECASE)


def behind_if(obstacle: str | None) -> str | None:
    """The obstacle of an if-then plan without a word for *if*, which stands before it already."""
    return obstacle and _IF.sub("", obstacle, count=1) if _IF.match(obstacle or "") else obstacle


def behind_then(plan: str | None) -> str | None:
    """The plan without a word for *then*, in the same way."""
    return plan and _THEN.sub("", plan, count=1) if _THEN.match(plan or "") else plan


class ActionLike(Protocol):
    """An action as every view gives it."""

    @property
    def number(self) -> int: ...
    @property
    def what(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def due_on(self) -> str | None: ...
    @property
    def closed_on(self) -> str | None: ...
    @property
    def done_by(self) -> str | None: ...


def step(action: ActionLike) -> str:
    """An action in a plan of the person, and who does it where that is somebody else."""
    who = doer(action.done_by)
    return f"{action.what} ({who})" if who else action.what


def action_line(one: ActionLike, today: date, language: str) -> Line:
    """An action with its sign and number, who does it, and how it stands."""
    sign, tone, told = action_standing(one.status, one.due_on, one.closed_on, today, language)
    parts = (doer(one.done_by), told)
    return Line("", one.what, ", ".join(filter(None, parts)), tone, sign, one.number)


class ObservationLike(Protocol):
    """What was seen at work, as every view gives it."""

    @property
    def number(self) -> int: ...
    @property
    def fact(self) -> str: ...
    @property
    def observed_on(self) -> str: ...


def observation_line(one: ObservationLike, today: date, language: str) -> Line:
    """What was seen, with its number and day."""
    return Line("", one.fact, _day(one.observed_on, today, language), number=one.number)


def seen_at_work(
    found: Sequence[ObservationLike], today: date, language: str, *, since: bool = False
) -> Section:
    """The part of a page that tells what was seen; *since* the last conversation, or at all."""
    title = _("Seen at work since then") if since else _("Seen at work")
    return Section(title, [observation_line(each, today, language) for each in found])


def course_of_reality(figures: Sequence[int]) -> list[Line]:
    """How the reality of somebody moved, from 0 to 10; nothing as long as it is one figure."""
    if len(figures) < 2:
        return []
    told = f"{figures[0]} {DRAWN.arrow} {figures[-1]}"
    return [Line("", _("Reality"), told, "none", scores=figures)]


def roles_told(answers: Mapping[str, Any]) -> list[Line]:
    """What was answered about the roles of the coach; what was not asked is left out."""
    given = {role: answers.get(role) for role in ROLES_SHOWN}
    return [
        Line(
            _(TRAJECTORY.labels[role]),
            answer if isinstance(answer, str) else _(YES_NO[int(answer)]),
        )
        for role, answer in given.items()
        if answer not in (None, "")
    ]


def under_way(active: int, reached: int) -> str:
    """How many goals of an objective were reached, and that nobody works on it; else nothing."""
    if not reached:
        return ""
    there = ngettext("{n} reached", "{n} reached", reached).format(n=reached)
    return there if active else f"{there}, " + _("no active goal")


class GoalLike(Protocol):
    """A goal as every view gives it."""

    @property
    def number(self) -> int: ...
    @property
    def statement(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def target(self) -> int | None: ...
    @property
    def target_on(self) -> str | None: ...


def at_target(figure: int | None, target: int | None) -> bool:
    """Whether a goal is where it was to be; nobody knows where one of both is missing."""
    return figure is not None and target is not None and figure >= target


def goal_line(goal: GoalLike, figures: Sequence[int], today: date, language: str) -> Line:
    """A goal with its *figures*, oldest first: the first and the last one in words.

    One that is at its target says so; so does one whose day has passed.
    """
    ends = figures if len(figures) < 2 else (figures[0], figures[-1])
    told = f" {DRAWN.arrow} ".join(map(str, ends))
    if goal.target is not None:
        told += (", " if told else "") + _("target {figure}").format(figure=goal.target)
    standing = goal_standing(goal, figures[-1] if figures else None, today, language)
    more = f"{standing.sign} {standing.told}" if standing.sign else ""
    told = "  ".join(filter(None, (told, more)))
    return Line("", goal.statement, told, standing.tone, number=goal.number, scores=figures)


def goal_stands(goal: Any, today: date, language: str) -> StatusMark:
    """How a goal out of a list of them stands, where its status does not tell enough."""
    if goal.status != "active":
        return StatusMark("", "none", "")
    return goal_standing(goal, goal.score, today, language)


def goal_standing(goal: GoalLike, figure: int | None, today: date, language: str) -> StatusMark:
    """How a goal ended, or that it could be: at its target, or past its day."""
    if goal.status == "achieved":
        return StatusMark(DRAWN.done, "good", _("reached"))
    if goal.status == "dropped":
        return StatusMark(DRAWN.dropped, "quiet", _("dropped"))
    if at_target(figure, goal.target):
        return StatusMark(DRAWN.done, "good", _("at its target"))
    if goal.target_on and goal.target_on < today.isoformat():
        due = _("was due {day}").format(day=_day(goal.target_on, today, language))
        return StatusMark(DRAWN.overdue, "late", due)
    return StatusMark("", "none", "")


def _day(day: str | None, today: date | None, language: str) -> str:
    if not day:
        return ""
    known = date.fromisoformat(day)
    return show_short(known, language, today) if today else show_day(known, language)
