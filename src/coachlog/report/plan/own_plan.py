"""The personal development plan of the person: filled from the shared goals, the rest left open.

Its fields are those of the plan for an employer, which holds only what was released. The columns
it may show are those of `visible_fields.PLAN`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

from coachlog.base.clock import local_moment
from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_moment
from coachlog.display.page import Line, Page, Section, Trend, blank
from coachlog.display.signs import DRAWN
from coachlog.interview.conversation import Conversation
from coachlog.journal.action.queries import ActionLine, of_goal
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.common.marks import action_standing, coach_word, doer_text
from coachlog.journal.contact.naming import hide_names, may_be_named_in
from coachlog.journal.goal.queries import GoalLine, set_in
from coachlog.journal.release.page import LABELS
from coachlog.report.released import TOGETHER
from coachlog.views.prep.read import GoalProgress, Prep, read

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

OWN = N_("my own plan")
HELP = N_("Who helps")


class _Idea(NamedTuple):
    """An idea that was chosen in a conversation, as its view has it."""

    text: str
    origin: str | None
    contact: str | None


class _Steps(NamedTuple):
    """What was agreed for a goal: ideas, what is done, also by the manager, and who helps."""

    ideas: Sequence[str]
    taken: Sequence[ActionLine]
    provided: Sequence[ActionLine]
    helpers: Sequence[str]


def page(reader: "Reader", person: Person, now: datetime, today: date) -> Page:
    """Return the plan of *person* in the current language: a section for each active goal."""
    prep = read(reader, person.handle, now)
    role = coach_word(prep.trajectory.kind if prep.trajectory else None)
    plans = [_plan(reader, progress, prep, today, role) for progress in prep.goals]
    others = [action for action in prep.open_actions if action.goal is None]
    also = Section(_("Also agreed"), [_also(action, role) for action in others])
    title = _("Personal development plan · {name}").format(name=person.name)
    sections = [*(plans or [_empty(prep)]), *([also] if others else [])]
    return Page(title, [_(OWN)], sections)


def _plan(reader: "Reader", progress: GoalProgress, prep: Prep, today: date, role: str) -> Section:
    """Return the section of one goal; what is not known is blank."""
    goal = progress.goal
    steps = _steps(reader, goal)
    values: dict[str, list[Line | str | None]] = {
        "text": [goal.statement],
        "why": [goal.why],
        "steps": [*steps.ideas, *(_step(action, role) for action in steps.taken)],
        "signs": [goal.signs],
        "milestone": [goal.milestone, _course(progress)],
        "starts_on": [day_text(goal.set_on, language())],
        "target_on": [day_text(goal.target_on, language())],
        "provided": [_step(action, "") for action in steps.provided],
    }
    lines = [line for field, found in values.items() for line in _field(_(LABELS[field]), found)]
    lines += [Line(_(HELP), name) for name in steps.helpers]
    return Section(_("The plan"), [*lines, _together(prep)], trend=_trend(progress, today))


def _empty(prep: Prep) -> Section:
    """Return the plan of somebody without a goal: all of it is to fill in."""
    order = ("text", "why", "steps", "signs", "milestone", "starts_on", "target_on", "provided")
    blanks = [blank(_(LABELS[field]), 2 if field == "steps" else 1) for field in order]
    note = _("no goal yet: to fill in together")
    return Section(_("The plan"), [*blanks, _together(prep)], note=note)


def _field(label: str, values: Sequence[Line | str | None]) -> Iterator[Line]:
    """Yield a line for each of *values*, or a blank one where there is none."""
    known = [value for value in values if value]
    for value in known:
        yield value._replace(label=label) if isinstance(value, Line) else Line(label, value)
    if not known:
        yield blank(label, 2 if label == _(LABELS["steps"]) else 1)


def _steps(reader: "Reader", goal: GoalLine) -> _Steps:
    """Read what was agreed for a goal; names of helpers only where they may be told to others."""
    actions = [action for action in of_goal(reader, goal.number) if action.status != "dropped"]
    ideas = _ideas(reader, goal)
    helpers = [name for action in actions if (name := _helper(reader, action))]
    return _Steps(
        ideas,
        [action for action in actions if action.done_by != "manager"],
        [action for action in actions if action.done_by == "manager"],
        list(dict.fromkeys(helpers)),
    )


def _ideas(reader: "Reader", goal: GoalLine) -> list[str]:
    """Return the ideas that were chosen where the goal was set, if it was the only one there."""
    if goal.session is None or len(set_in(reader, goal.session)) != 1:
        return []
    rows = reader.rows(_Idea, _CHOSEN, session=goal.session)
    talk = cast("Conversation", {"options": [idea._asdict() for idea in rows]})
    hide_names(talk, may_be_named_in(reader, goal.session))
    return [idea["text"] for idea in talk["options"]]


def _helper(reader: "Reader", action: ActionLine) -> str:
    """Return who helps with an action, or neutral words for somebody who is not to be named."""
    if not action.helper:
        return ""
    talk: Conversation = {"actions": [{"helper": action.helper}]}
    hide_names(talk, may_be_named_in(reader, action.session or 0))
    return str(talk["actions"][0]["helper"])


def _step(action: ActionLine, role: str) -> Line:
    """Return an action with who does it, unless that is the person, and how it stands."""
    standing = action_standing(action.status, action.due_on, action.closed_on, None, language())
    who = doer_text(action.done_by, role) if role else ""
    return Line("", action.what, ", ".join(filter(None, (who, standing.text))))


def _also(action: ActionLine, role: str) -> Line:
    return _step(action, role)._replace(sign=DRAWN.dot)


def _course(progress: GoalProgress) -> str:
    """Return the first and the last score and the target: `4 → 6, target 7`."""
    points = progress.points()
    change = (
        f" {DRAWN.arrow} ".join(map(str, dict.fromkeys((points[0], points[-1])))) if points else ""
    )
    target = progress.goal.target
    words = "" if target is None else _("target {figure}").format(figure=target)
    return ", ".join(filter(None, (change, words)))


def _trend(progress: GoalProgress, today: date) -> Trend:
    goal = progress.goal
    start = None if goal.baseline is None else (date.fromisoformat(goal.set_on), goal.baseline)
    due = date.fromisoformat(goal.target_on) if goal.target_on else None
    scores = [(date.fromisoformat(each.scored_on), each.score) for each in progress.scores]
    return Trend(scores, start, goal.target, due, today)


def _together(prep: Prep) -> Line:
    """Return the next conversation, or a blank for the day on which the plan is reviewed."""
    if prep.ahead is None:
        return blank(_(TOGETHER))
    moment = local_moment(prep.ahead.at, prep.ahead.time_zone)
    return Line(_(TOGETHER), show_moment(moment, language()))


_CHOSEN = (
    "select text, origin, contact from options"
    " where session = :session and chosen = 1 order by place"
)
