"""The page of a goal: what is wanted, how it goes, what was agreed to do."""

from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section, Trend
from coachlog.display.signs import DRAWN
from coachlog.journal.common.standing import action_line, at_target, goal_standing, seen_at_work
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.release.page import section as copied
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import LEVEL_TEXTS
from coachlog.schema.vocabulary import GOAL_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.values.level_words import LEVELS, shown_level
from coachlog.views.gas import section
from coachlog.views.goal.read import GoalView
from coachlog.views.momentum import summary


def page(known: GoalView, context: Context) -> Page:
    """The page of one goal; empty parts are left out."""
    goal, today = known.goal, context.today
    actions = [action_line(action, today, language()) for action in known.actions]
    parts = [
        Section("", [*_about(goal), *_seen_through(known), *_moving(known)]),
        Section(_("Objectives that it serves"), _linked(known, "objective")),
        Section(_("Talents that it uses"), _linked(known, "talent")),
        Section(_("Scores"), _scores(known), trend=_trend(known, today)),
        Section(_("Levels"), _levels(goal)),
        Section(_("Levels over time"), _rated(known), note=_change(goal)),
        Section(_("Actions"), actions),
        seen_at_work(known.seen, today, language()),
        *([section(known.gas)] if known.gas else []),
        *(copied(each, language()) for each in known.copies),
    ]
    title = f"{_('Goal')} {goal.number} · {goal.statement}"
    shown = [part for part in parts if part.lines]
    return Page(title, [known.name, *_standing(goal, today)], shown, _hints(goal))


def _standing(goal: GoalLine, today: date) -> list[str]:
    status = _(GOAL_STATUSES[goal.status])
    sign = {"achieved": f"{DRAWN.done} ", "dropped": f"{DRAWN.dropped} "}.get(goal.status, "")
    day = f" {day_text(goal.closed_on, language())}" if goal.closed_on else ""
    figures = "" if goal.score is None else f"{goal.score}/10"
    target = "" if goal.target is None else _("target {figure}").format(figure=goal.target)
    standing = goal_standing(goal, goal.score, today, language())
    now = f"{standing.sign} {standing.told}" if standing.sign and not sign else ""
    return [f"{sign}{status}{day}", figures, target, now]


def _about(goal: GoalLine) -> list[Line]:
    where = _("conversation {number}").format(number=goal.session) if goal.session else ""
    told = {
        _("Not wanted"): goal.anti_goal,
        _("Why"): goal.why,
        _("Signs of success"): goal.signs,
        _("Milestone"): goal.milestone,
        _("Talents"): goal.talents,
        _("Serves"): goal.serves,
        _("Due"): day_text(goal.target_on, language()),
    }
    lines = [Line(label, text) for label, text in told.items() if text]
    return [*lines, Line(_("Set on"), day_text(goal.set_on, language()), where)]


def _seen_through(known: GoalView) -> list[Line]:
    told = ", ".join(_(LENSES[lens]) for lens in known.lenses)
    return [Line(_("Workable work"), told)] if told else []


def _moving(known: GoalView) -> list[Line]:
    return [Line(_("How it is going"), summary(known.moves))] if known.moves else []


def _linked(known: GoalView, kind: str) -> list[Line]:
    found = [(getattr(each, kind), each.text) for each in known.links]
    return [Line("", text, number=number) for number, text in found if number is not None]


def _scores(known: GoalView) -> list[Line]:
    return [
        Line(
            day_text(each.scored_on, language()),
            f"{each.score}/10",
            _("conversation {number}").format(number=each.session) if each.session else "",
        )
        for each in known.scores
    ]


def _levels(goal: GoalLine) -> list[Line]:
    """What one would see at each level, the best one first; the present one says so."""
    written = {figure: getattr(goal, text) for figure, text in LEVEL_TEXTS.items()}
    if not any(written.values()):
        return []
    lines = []
    for figure, text in written.items():
        now = figure == goal.level
        label = _("{level} now").format(level=shown_level(figure)) if now else shown_level(figure)
        start = [_("at the start")] if figure == goal.level_baseline else []
        told = ", ".join([_(LEVELS[figure]).lower(), *start])
        lines.append(Line(label, text or "–", told, "good" if now else "quiet"))
    return lines


def _rated(known: GoalView) -> list[Line]:
    start = known.goal.level_baseline
    before = [] if start is None else [(_("At the start"), start, None)]
    after = [
        (day_text(each.rated_on, language()), each.level, each.session) for each in known.levels
    ]
    if not after:
        return []
    return [
        Line(
            label,
            f"{shown_level(level)}  {_(LEVELS[level])}",
            _("conversation {number}").format(number=session) if session else "",
        )
        for label, level, session in (*before, *after)
    ]


def _change(goal: GoalLine) -> str:
    if goal.level is None or goal.level_baseline is None:
        return ""
    moved = shown_level(goal.level - goal.level_baseline)
    return _("{change} since the start").format(change=moved)


def _trend(known: GoalView, today: date) -> Trend:
    goal = known.goal
    start = None if goal.baseline is None else (date.fromisoformat(goal.set_on), goal.baseline)
    target_on = date.fromisoformat(goal.target_on) if goal.target_on else None
    scores = [(date.fromisoformat(each.scored_on), each.score) for each in known.scores]
    return Trend(scores, start, goal.target, target_on, today)


def _hints(goal: GoalLine) -> list[tuple[str, str]]:
    score = [(hint(f"goal score {goal.number} 7"), _("score it"))]
    if any(getattr(goal, text) for text in LEVEL_TEXTS.values()):
        score = [(hint(f"goal level {goal.number} 0"), _("record at which level it is"))]
    reached = [(hint(f"goal achieve {goal.number}"), _("mark it as reached"))]
    there = goal.status == "active" and at_target(goal.score, goal.target)
    return [
        *(reached if there else []),
        *(score if goal.status == "active" else []),
        (hint(f"timeline --goal {goal.number}"), _("see what happened")),
        (hint(f"goal edit {goal.number}"), _("change it")),
    ]
