"""The page of a goal: what is wanted, how it goes, what was agreed to do."""

from datetime import date

from coachlog.dateshow import show_day
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.told import action_line
from coachlog.journal.words import GOAL_STATUSES
from coachlog.overview.goal import Known
from coachlog.pages import Line, Page, Section, Trend
from coachlog.signs import DRAWN
from coachlog.terminal.context import Context, hint
from coachlog.texts import _, language


def page(known: Known, context: Context) -> Page:
    """The page of one goal; empty parts are left out."""
    goal, today = known.goal, context.today
    actions = [action_line(action, today, language()) for action in known.actions]
    parts = [
        Section("", _about(goal)),
        Section(_("Scores"), _scores(known), trend=_trend(known, today)),
        Section(_("Actions"), actions),
    ]
    title = f"{_('Goal')} {goal.number} · {goal.statement}"
    shown = [part for part in parts if part.lines]
    return Page(title, [known.name, *_standing(goal)], shown, _hints(goal))


def _standing(goal: GoalLine) -> list[str]:
    status = _(GOAL_STATUSES[goal.status])
    sign = {"achieved": f"{DRAWN.done} ", "dropped": f"{DRAWN.dropped} "}.get(goal.status, "")
    day = f" {_day(goal.closed_on)}" if goal.closed_on else ""
    figures = "" if goal.score is None else f"{goal.score}/10"
    target = "" if goal.target is None else _("target {figure}").format(figure=goal.target)
    return [f"{sign}{status}{day}", figures, target]


def _about(goal: GoalLine) -> list[Line]:
    where = _("conversation {number}").format(number=goal.session) if goal.session else ""
    told = {
        _("Not wanted"): goal.anti_goal,
        _("Why"): goal.why,
        _("Signs of success"): goal.signs,
        _("Milestone"): goal.milestone,
        _("Talents"): goal.talents,
        _("Serves"): goal.serves,
        _("By when"): _day(goal.target_on),
    }
    lines = [Line(label, text) for label, text in told.items() if text]
    return [*lines, Line(_("Set on"), _day(goal.set_on), where)]


def _scores(known: Known) -> list[Line]:
    return [
        Line(
            _day(each.scored_on),
            f"{each.score}/10",
            _("conversation {number}").format(number=each.session) if each.session else "",
        )
        for each in known.scores
    ]


def _trend(known: Known, today: date) -> Trend:
    goal = known.goal
    start = None if goal.baseline is None else (date.fromisoformat(goal.set_on), goal.baseline)
    target_on = date.fromisoformat(goal.target_on) if goal.target_on else None
    scores = [(date.fromisoformat(each.scored_on), each.score) for each in known.scores]
    return Trend(scores, start, goal.target, target_on, today)


def _day(day: str | None) -> str:
    return show_day(date.fromisoformat(day), language()) if day else ""


def _hints(goal: GoalLine) -> list[tuple[str, str]]:
    score = [(hint(f"goal score {goal.number} 7"), _("note where it stands"))]
    return [
        *(score if goal.status == "active" else []),
        (hint(f"timeline --goal {goal.number}"), _("see what happened")),
        (hint(f"goal edit {goal.number}"), _("change it")),
    ]
