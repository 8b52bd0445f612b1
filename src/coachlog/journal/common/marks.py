"""How goals, actions and observations are shown on every page: sign, style and words."""

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
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS, ROLES_OF_COACH, YES_NO


class StatusMark(NamedTuple):
    """A sign, its style, and what it means in words: neither sign nor colour is needed."""

    sign: str
    tone: str
    text: str


_CLOSED_STATUSES = {
    "done": (DRAWN.done, "good", N_("done {day}")),
    "partly": (DRAWN.partly, "none", N_("partly done {day}")),
    "dropped": (DRAWN.dropped, "quiet", N_("dropped {day}")),
}
"""By status of a closed action: its sign, its tone, and the words for its closing day."""


def action_standing(
    status: str, due_on: str | None, closed_on: str | None, today: date | None, language: str
) -> StatusMark:
    """Return the mark of an action: done, partly done, dropped, overdue, or its due day.

    Without *today* no action is overdue, and days are shown with their year.
    """
    due, closed = _format_day(due_on, today, language), _format_day(closed_on, today, language)
    if status in _CLOSED_STATUSES:
        sign, tone, text_with_day = _CLOSED_STATUSES[status]
        # A review in a conversation has a status, but no closing day.
        text = _(text_with_day).format(day=closed) if closed else _(ACTION_STATUSES[status])
        return StatusMark(sign, tone, text)
    is_overdue = due_on and today and due_on < today.isoformat()  # ISO days sort as text
    if is_overdue:
        return StatusMark(DRAWN.overdue, "late", _("was due {day}").format(day=due))
    return StatusMark(DRAWN.open, "none", _("by {day}").format(day=due) if due else "")


def doer_text(done_by: str | None, self_word: str = "") -> str:
    """Return who does an action in words; empty for the person coached.

    *self_word* is what the coach is called on a page that others read, such as "mentor".
    """
    if done_by in (None, "coachee"):
        return ""
    return self_word if done_by == "coach" and self_word else _(DOERS[done_by])


def coach_word(kind: str | None) -> str:
    """Return what the coach is called for others in a trajectory of that *kind*: "mentor"."""
    return _(ROLES_OF_COACH.get(kind or "", ROLES_OF_COACH["coaching"]))


_IF = re.compile(r"\s*(?:als|si|if)[,:]?\s+(?=\S)", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:dan|alors|then)[,:]?\s+(?=\S)", re.IGNORECASE)


def without_if(obstacle: str | None) -> str | None:
    """Return the obstacle of an if-then plan without its leading "if": the page adds that."""
    return _without_start(_IF, obstacle)


def without_then(plan: str | None) -> str | None:
    """Return the plan of an if-then plan without its leading "then"."""
    return _without_start(_THEN, plan)


def _without_start(pattern: re.Pattern[str], text: str | None) -> str | None:
    """Return *text* without the *pattern* that it starts with, if it does."""
    if not text:
        return text
    match = pattern.match(text)
    return text[match.end() :] if match else text


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


def conversation_text(number: int | None) -> str:
    """Return what people call the conversation with that *number*; empty for None."""
    return _("conversation {number}").format(number=number) if number else ""


def action_text(action: ActionLike, self_word: str) -> str:
    """Return what an action is, followed by who does it unless that is the person coached."""
    who = doer_text(action.done_by, self_word)
    return f"{action.what} ({who})" if who else action.what


def action_line(one: ActionLike, today: date, language: str) -> Line:
    """Return the line of an action: sign, number, what it is, who does it, how it stands."""
    sign, tone, text = action_standing(one.status, one.due_on, one.closed_on, today, language)
    parts = (doer_text(one.done_by), text)
    return Line(
        "", one.what, note=", ".join(filter(None, parts)), tone=tone, sign=sign, number=one.number
    )


class ObservationLike(Protocol):
    """What was seen at work, as every view gives it."""

    @property
    def number(self) -> int: ...
    @property
    def fact(self) -> str: ...
    @property
    def observed_on(self) -> str: ...


def observation_line(one: ObservationLike, today: date, language: str) -> Line:
    """Return the line of an observation: its number, the fact and the day."""
    return Line("", one.fact, _format_day(one.observed_on, today, language), number=one.number)


def seen_at_work(
    observations: Sequence[ObservationLike], today: date, language: str, *, since: bool = False
) -> Section:
    """Return the section with *observations*: all, or those *since* the last conversation."""
    title = _("Seen at work since then") if since else _("Seen at work")
    return Section(title, [observation_line(one, today, language) for one in observations])


def course_of_reality(figures: Sequence[int]) -> list[Line]:
    """Return a line with the first and last figure for reality, 0 to 10; [] for fewer than two."""
    if len(figures) < 2:
        return []
    change = f"{figures[0]} {DRAWN.arrow} {figures[-1]}"
    return [Line("", _("Reality"), note=change, tone="none", scores=figures)]


def role_lines(answers: Mapping[str, Any]) -> list[Line]:
    """Return a line for each answer about the roles of the coach."""
    lines = []
    for role in ROLES_SHOWN:
        answer = answers.get(role)
        if answer not in (None, ""):
            text = answer if isinstance(answer, str) else _(YES_NO[int(answer)])
            lines.append(Line(_(TRAJECTORY.field(role).label), text))
    return lines


def format_reached_goals(active: int, reached: int) -> str:
    """Return how many goals of an objective were *reached*, as in "2 reached, no active goal".

    Empty if none was reached.
    """
    if not reached:
        return ""
    text = ngettext("{n} reached", "{n} reached", reached).format(n=reached)
    return text if active else f"{text}, " + _("no active goal")


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
    """Return whether *figure* has reached *target*; False where either is None."""
    return figure is not None and target is not None and figure >= target


def goal_line(goal: GoalLike, figures: Sequence[int], today: date, language: str) -> Line:
    """Return the line of a goal with its *figures*, oldest first.

    For example "3 → 6, target 8", followed by how it stands if it is at its target or overdue.
    """
    first_and_last = figures if len(figures) < 2 else (figures[0], figures[-1])
    change = f" {DRAWN.arrow} ".join(map(str, first_and_last))
    target = "" if goal.target is None else _("target {figure}").format(figure=goal.target)
    change_and_target = ", ".join(filter(None, (change, target)))
    latest_figure = figures[-1] if figures else None
    standing = goal_standing(goal, latest_figure, today, language)
    status = f"{standing.sign} {standing.text}" if standing.sign else ""
    text = "  ".join(filter(None, (change_and_target, status)))
    return Line(
        "", goal.statement, note=text, tone=standing.tone, number=goal.number, scores=figures
    )


def goal_list_mark(goal: Any, today: date, language: str) -> StatusMark:
    """Return the mark of a goal in a list; an empty one where its status says enough."""
    if goal.status != "active":
        return StatusMark("", "none", "")
    return goal_standing(goal, goal.score, today, language)


def goal_standing(goal: GoalLike, figure: int | None, today: date, language: str) -> StatusMark:
    """Return the mark of a goal: reached, dropped, at its target, overdue, or an empty one."""
    if goal.status == "achieved":
        return StatusMark(DRAWN.done, "good", _("reached"))
    if goal.status == "dropped":
        return StatusMark(DRAWN.dropped, "quiet", _("dropped"))
    if at_target(figure, goal.target):
        return StatusMark(DRAWN.done, "good", _("at its target"))
    if goal.target_on and goal.target_on < today.isoformat():
        due = _("was due {day}").format(day=_format_day(goal.target_on, today, language))
        return StatusMark(DRAWN.overdue, "late", due)
    return StatusMark("", "none", "")


def _format_day(iso_day: str | None, today: date | None, language: str) -> str:
    """Return a day in words, without the year if it is that of *today*; "" for None."""
    if not iso_day:
        return ""
    day = date.fromisoformat(iso_day)
    return show_short(day, language, today) if today else show_day(day, language)
