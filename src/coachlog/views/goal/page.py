"""The page of a goal: what is wanted, how it goes, what was agreed to do."""

from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section, Trend
from coachlog.display.signs import DRAWN
from coachlog.journal.common.standing import action_line, at_target, goal_standing, seen_at_work
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.release.page import section as release_section
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import LEVEL_TEXTS
from coachlog.schema.vocabulary import GOAL_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.values.level_words import LEVELS, shown_level
from coachlog.views.gas import section as gas_section
from coachlog.views.goal.read import GoalView
from coachlog.views.momentum import summary


def page(view: GoalView, context: Context) -> Page:
    """Return the page of one goal; empty sections are left out."""
    goal, today = view.goal, context.today
    actions = [action_line(action, today, language()) for action in view.actions]
    sections = [
        Section("", [*_about(goal), *_lenses(view), *_momentum(view)]),
        Section(_("Objectives that it serves"), _linked_records(view, "objective")),
        Section(_("Talents that it uses"), _linked_records(view, "talent")),
        Section(_("Scores"), _scores(view), trend=_trend(view, today)),
        Section(_("Levels"), _levels(goal)),
        Section(_("Levels over time"), _ratings(view), note=_level_change(goal)),
        Section(_("Actions"), actions),
        seen_at_work(view.observations, today, language()),
        *([gas_section(view.gas)] if view.gas else []),
        *(release_section(release, language()) for release in view.releases),
    ]
    title = f"{_('Goal')} {goal.number} · {goal.statement}"
    filled = [section for section in sections if section.lines]
    return Page(title, [view.name, *_status_facts(goal, today)], filled, _hints(goal))


def _status_facts(goal: GoalLine, today: date) -> list[str]:
    """Status with the closing day, score, target, and whether the goal is at target or overdue."""
    status = _(GOAL_STATUSES[goal.status])
    sign = {"achieved": f"{DRAWN.done} ", "dropped": f"{DRAWN.dropped} "}.get(goal.status, "")
    closed_on = f" {day_text(goal.closed_on, language())}" if goal.closed_on else ""
    score = "" if goal.score is None else f"{goal.score}/10"
    target = "" if goal.target is None else _("target {figure}").format(figure=goal.target)
    standing = goal_standing(goal, goal.score, today, language())
    # The standing of a closed goal would only repeat its status.
    progress = f"{standing.sign} {standing.told}" if standing.sign and not sign else ""
    return [f"{sign}{status}{closed_on}", score, target, progress]


def _about(goal: GoalLine) -> list[Line]:
    session = _("conversation {number}").format(number=goal.session) if goal.session else ""
    texts = {
        _("Not wanted"): goal.anti_goal,
        _("Why"): goal.why,
        _("Signs of success"): goal.signs,
        _("Milestone"): goal.milestone,
        _("Talents"): goal.talents,
        _("Serves"): goal.serves,
        _("Due"): day_text(goal.target_on, language()),
    }
    lines = [Line(label, text) for label, text in texts.items() if text]
    return [*lines, Line(_("Set on"), day_text(goal.set_on, language()), session)]


def _lenses(view: GoalView) -> list[Line]:
    names = ", ".join(_(LENSES[lens]) for lens in view.lenses)
    return [Line(_("Workable work"), names)] if names else []


def _momentum(view: GoalView) -> list[Line]:
    return [Line(_("How it is going"), summary(view.moves))] if view.moves else []


def _linked_records(view: GoalView, noun: str) -> list[Line]:
    """The objectives or the talents, as *noun* says, that the goal is linked with."""
    records = [(getattr(link, noun), link.text) for link in view.links]
    return [Line("", text, number=number) for number, text in records if number is not None]


def _scores(view: GoalView) -> list[Line]:
    return [
        Line(
            day_text(score.scored_on, language()),
            f"{score.score}/10",
            _("conversation {number}").format(number=score.session) if score.session else "",
        )
        for score in view.scores
    ]


def _levels(goal: GoalLine) -> list[Line]:
    """What one would see at each level, the best one first; the current one is marked."""
    descriptions = {level: getattr(goal, column) for level, column in LEVEL_TEXTS.items()}
    if not any(descriptions.values()):
        return []
    lines = []
    for level, description in descriptions.items():
        is_current = level == goal.level
        shown = shown_level(level)
        label = _("{level} now").format(level=shown) if is_current else shown
        start = [_("at the start")] if level == goal.level_baseline else []
        meaning = ", ".join([_(LEVELS[level]).lower(), *start])
        lines.append(Line(label, description or "–", meaning, "good" if is_current else "quiet"))
    return lines


def _ratings(view: GoalView) -> list[Line]:
    """The baseline and each rating after it, oldest first; empty without a rating."""
    if not view.levels:
        return []
    baseline = view.goal.level_baseline
    start = [] if baseline is None else [(_("At the start"), baseline, None)]
    ratings = [
        (day_text(rating.rated_on, language()), rating.level, rating.session)
        for rating in view.levels
    ]
    return [
        Line(
            label,
            f"{shown_level(level)}  {_(LEVELS[level])}",
            _("conversation {number}").format(number=session) if session else "",
        )
        for label, level, session in (*start, *ratings)
    ]


def _level_change(goal: GoalLine) -> str:
    if goal.level is None or goal.level_baseline is None:
        return ""
    change = shown_level(goal.level - goal.level_baseline)
    return _("{change} since the start").format(change=change)


def _trend(view: GoalView, today: date) -> Trend:
    goal = view.goal
    start = None if goal.baseline is None else (date.fromisoformat(goal.set_on), goal.baseline)
    target_on = date.fromisoformat(goal.target_on) if goal.target_on else None
    scores = [(date.fromisoformat(score.scored_on), score.score) for score in view.scores]
    return Trend(scores, start, goal.target, target_on, today)


def _hints(goal: GoalLine) -> list[tuple[str, str]]:
    is_active = goal.status == "active"
    score = (hint(f"goal score {goal.number} 7"), _("score it"))
    if any(getattr(goal, text) for text in LEVEL_TEXTS.values()):
        score = (hint(f"goal level {goal.number} 0"), _("record at which level it is"))
    achieve = (hint(f"goal achieve {goal.number}"), _("mark it as reached"))
    return [
        *([achieve] if is_active and at_target(goal.score, goal.target) else []),
        *([score] if is_active else []),
        (hint(f"timeline --goal {goal.number}"), _("see what happened")),
        (hint(f"goal edit {goal.number}"), _("change it")),
    ]
