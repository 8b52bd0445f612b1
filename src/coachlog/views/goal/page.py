"""The page of a goal: what is wanted, how it goes, what was agreed to do."""

from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section, Trend, labelled_lines, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import (
    action_line,
    at_target,
    conversation_text,
    goal_standing,
    seen_at_work,
)
from coachlog.journal.common.show import page_command
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.release.page import section as release_section
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import GOAL, LEVEL_TEXTS
from coachlog.schema.vocabulary import GOAL_STATUSES
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import flag_option
from coachlog.terminal.context import Context, context, hint
from coachlog.values.level_words import LEVELS, shown_level
from coachlog.views.gas import section as gas_section
from coachlog.views.goal.read import GoalView, read, record
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
    return page_of(title, [view.name, *_status_facts(goal, today)], sections, _hints(goal))


def _status_facts(goal: GoalLine, today: date) -> list[str]:
    """Return status with closing day, score, target, and whether it is at target or overdue.

    What is not known is an empty text.
    """
    status = _(GOAL_STATUSES[goal.status])
    closing_signs = {"achieved": f"{DRAWN.done} ", "dropped": f"{DRAWN.dropped} "}
    closing_sign = closing_signs.get(goal.status, "")
    closed_on = f" {day_text(goal.closed_on, language())}" if goal.closed_on else ""
    score = "" if goal.score is None else f"{goal.score}/10"
    target = "" if goal.target is None else _("target {figure}").format(figure=goal.target)
    standing = goal_standing(goal, goal.score, today, language())
    # The standing of a closed goal would only repeat its status.
    shows_standing = standing.sign and not closing_sign
    progress = f"{standing.sign} {standing.text}" if shows_standing else ""
    return [f"{closing_sign}{status}{closed_on}", score, target, progress]


def _about(goal: GoalLine) -> list[Line]:
    """Return what is wanted and why, by when, and when and where the goal was set."""
    texts = {
        _("Not wanted"): goal.anti_goal,
        _("Why"): goal.why,
        _("Signs of success"): goal.signs,
        _("Milestone"): goal.milestone,
        _("Talents"): goal.talents,
        _("Serves"): goal.serves,
        _("Due"): day_text(goal.target_on, language()),
    }
    set_on = Line(_("Set on"), day_text(goal.set_on, language()), conversation_text(goal.session))
    return [*labelled_lines(texts), set_on]


def _lenses(view: GoalView) -> list[Line]:
    names = ", ".join(_(LENSES[lens]) for lens in view.lenses)
    return [Line(_("Workable work"), names)] if names else []


def _momentum(view: GoalView) -> list[Line]:
    return [Line(_("How it is going"), summary(view.momentum))] if view.momentum else []


def _linked_records(view: GoalView, noun: str) -> list[Line]:
    """Return the objectives or the talents that the goal is linked with.

    *noun* is "objective" or "talent": a link has the number of one of them, and None for the other.
    """
    records = [(getattr(link, noun), link.text) for link in view.links]
    return [Line("", text, number=number) for number, text in records if number is not None]


def _scores(view: GoalView) -> list[Line]:
    """Return each score with its day and the conversation in which it was given, oldest first."""
    return [
        Line(
            day_text(score.scored_on, language()),
            f"{score.score}/10",
            conversation_text(score.session),
        )
        for score in view.scores
    ]


def _levels(goal: GoalLine) -> list[Line]:
    """Return what one would see at each level, the best one first; the current one is marked.

    No line if no level was described.
    """
    descriptions = {level: getattr(goal, column) for level, column in LEVEL_TEXTS.items()}
    if not any(descriptions.values()):
        return []
    lines = []
    for level, description in descriptions.items():
        is_current = level == goal.level
        label, tone = shown_level(level), "quiet"
        if is_current:
            label, tone = _("{level} now").format(level=label), "good"
        meaning = _(LEVELS[level]).lower()
        if level == goal.level_baseline:
            meaning = f"{meaning}, {_('at the start')}"
        lines.append(Line(label, description or "–", note=meaning, tone=tone))
    return lines


def _ratings(view: GoalView) -> list[Line]:
    """Return the baseline and each rating after it, oldest first; empty without a rating."""
    if not view.levels:
        return []
    lines = []
    if view.goal.level_baseline is not None:
        lines.append(Line(_("At the start"), _level_in_words(view.goal.level_baseline)))
    for rating in view.levels:
        day, source = day_text(rating.rated_on, language()), conversation_text(rating.session)
        lines.append(Line(day, _level_in_words(rating.level), source))
    return lines


def _level_in_words(level: int) -> str:
    return f"{shown_level(level)}  {_(LEVELS[level])}"


def _level_change(goal: GoalLine) -> str:
    if goal.level is None or goal.level_baseline is None:
        return ""
    change = shown_level(goal.level - goal.level_baseline)
    return _("{change} since the start").format(change=change)


def _trend(view: GoalView, today: date) -> Trend:
    """Return the course of the scores, from the baseline on the day when the goal was set."""
    goal = view.goal
    start = None if goal.baseline is None else (date.fromisoformat(goal.set_on), goal.baseline)
    target_on = date.fromisoformat(goal.target_on) if goal.target_on else None
    scores = [(date.fromisoformat(score.scored_on), score.score) for score in view.scores]
    return Trend(scores, start, goal.target, target_on, today)


def _hints(goal: GoalLine) -> list[tuple[str, str]]:
    is_active = goal.status == "active"
    rate = (hint(f"goal score {goal.number} 7"), _("score it"))
    has_levels = any(getattr(goal, column) for column in LEVEL_TEXTS.values())
    if has_levels:
        rate = (hint(f"goal level {goal.number} 0"), _("record at which level it is"))
    hints = []
    if is_active and at_target(goal.score, goal.target):
        hints.append((hint(f"goal achieve {goal.number}"), _("mark it as reached")))
    if is_active:
        hints.append(rate)
    return [
        *hints,
        (hint(f"timeline --goal {goal.number}"), _("see what happened")),
        (hint(f"goal edit {goal.number}"), _("change it")),
    ]


def _read(reader: Reader, number: int, *, gas: bool) -> GoalView:
    return read(reader, number, context().today, with_gas=gas)


@page_command(
    GOAL,
    read=_read,
    as_json=record,
    as_page=page,
    options={"gas": flag_option("--gas", N_("Also the T-score of its levels."))},
)
def show() -> None:
    """Show one goal: its trend, its actions, what is wanted and what is not.

    coachlog goal show 1
    """
