"""The page with which a person prepares a conversation: what was agreed, and questions."""

from datetime import datetime
from typing import TYPE_CHECKING

from coachlog.base.clock import local_moment
from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_moment
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.common.marks import coach_word, doer_text
from coachlog.views.prep.read import GoalProgress, Prep, read

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

QUESTIONS = (
    N_("What is going better since last time?"),
    N_("What do you want to talk about, and why now?"),
    N_("What should come out of it for you?"),
    N_("What do you definitely not want?"),
    N_("What have you already tried, and what came of it?"),
)


def page(reader: "Reader", who: str, now: datetime) -> Page:
    """Return the page for *who*, a handle or a name; raises NotFoundError."""
    prep = read(reader, who, now)
    role = coach_word(prep.trajectory.kind if prep.trajectory else None)
    sections = [
        Section(_("Last time"), _last_conversation(prep)),
        Section(
            _("What you planned"), [_action_line(action, role) for action in prep.open_actions]
        ),
        Section(_("Your goals"), [_goal_line(progress) for progress in prep.goals]),
        Section(_("Not wanted"), _anti_goals(prep)),
        Section(_("Parked for later"), [_dotted(topic.text) for topic in prep.topics]),
        Section(_("To think about"), [_question(question) for question in QUESTIONS]),
    ]
    title = _("To prepare our conversation · {name}").format(name=prep.person.name)
    return Page(title, _appointment(prep), [section for section in sections if section.lines])


def _dotted(text: str, status: str = "") -> Line:
    return Line("", text, status, sign=DRAWN.dot)


def _question(question: str) -> Line:
    """Return a question, with room for the answer where the page is a file."""
    return Line("", _(question), sign=DRAWN.dot, room=3)


def _appointment(prep: Prep) -> list[str]:
    """Return the moment of the next conversation in words; [] if none was agreed."""
    if prep.ahead is None:
        return []
    return [show_moment(local_moment(prep.ahead.at, prep.ahead.time_zone), language())]


def _last_conversation(prep: Prep) -> list[Line]:
    """Return the day of the last conversation with its summary or topic; [] without either."""
    if prep.last is None:
        return []
    text = prep.last.summary or prep.last.topic
    return [Line(day_text(prep.last.held_on, language()), text)] if text else []


def _action_line(action: ActionLine, self_word: str) -> Line:
    due = _("by {day}").format(day=day_text(action.due_on, language())) if action.due_on else ""
    return _dotted(
        action.what, ", ".join(filter(None, (doer_text(action.done_by, self_word), due)))
    )


def _goal_line(progress: GoalProgress) -> Line:
    """Return a goal with its first and last score, or one of them where they are equal."""
    points = progress.points()
    change = ""
    if points:
        first_and_last = dict.fromkeys((points[0], points[-1]))  # one if they are equal
        change = f" {DRAWN.arrow} ".join(map(str, first_and_last))
    return _dotted(progress.goal.statement, change)


def _anti_goals(prep: Prep) -> list[Line]:
    goals = [progress.goal for progress in prep.goals]
    return [_dotted(goal.anti_goal) for goal in goals if goal.anti_goal]
