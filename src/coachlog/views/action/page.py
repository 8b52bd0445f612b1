"""The page of an action: who does what by when, how confident they are, and what came of it."""

from typing import cast

from coachlog.base.days import day_text
from coachlog.base.texts import C_, _, language
from coachlog.display.page import Line, Page, Section, labelled_lines, page_of
from coachlog.interview.conversation import Review
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.common.marks import (
    action_standing,
    conversation_text,
    without_if,
    without_then,
)
from coachlog.journal.common.show import page_command
from coachlog.journal.session.page_records import review_details
from coachlog.schema.action import ACTION
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS
from coachlog.terminal.context import Context, hint
from coachlog.views.action.read import ActionView, read, record


def page(view: ActionView, context: Context) -> Page:
    """Return the page of one action; empty sections are left out."""
    action = view.action
    title = f"{_('Action')} {action.number} · {action.what}"
    standing = action_standing(
        action.status, action.due_on, action.closed_on, context.today, language()
    )
    status = f"{standing.sign} {standing.text or _(ACTION_STATUSES[action.status])}"
    sections = [
        Section("", _about(view)),
        Section(_("Confidence"), _confidences(view)),
        Section(_("Look-back"), _reviews(view)),
    ]
    return page_of(title, [view.name, status], sections, _hints(action))


def _about(view: ActionView) -> list[Line]:
    """Return what was agreed, the goal and the talent, and when and where it was agreed."""
    action = view.action
    agreed_on = day_text(action.agreed_on, language())
    texts = {
        _("Who does it"): _(DOERS[action.done_by]) if action.done_by else "",
        _("Due"): day_text(action.due_on, language()),
        _("Confidence"): f"{action.confidence}/10" if action.confidence else "",
        _("If"): without_if(action.obstacle),
        _("then"): without_then(action.plan),
        _("With help from"): action.helper,
        _("What came of it"): action.outcome,
        _(C_("action", "Closed on")): day_text(action.closed_on, language()),
    }
    lines = labelled_lines(texts)
    if view.goal:
        goal_number = _("goal {number}").format(number=action.goal)
        lines.append(Line(_("Goal"), view.goal, goal_number))
    if view.talent:
        lines.append(Line(_("Talent"), view.talent, str(action.talent)))
    source = conversation_text(action.session)
    return [*lines, Line(_(C_("action", "Agreed on")), agreed_on, source)]


def _confidences(view: ActionView) -> list[Line]:
    """Return how confident the person was over time; a single figure already stands above."""
    if len(view.confidences) < 2:
        return []
    return [
        Line(
            day_text(confidence.said_on, language()),
            f"{confidence.figure}/10",
            conversation_text(confidence.session),
        )
        for confidence in view.confidences
    ]


def _reviews(view: ActionView) -> list[Line]:
    """Return what later conversations said of the action: its status, then the answers."""
    lines = []
    for review in view.reviews:
        # Without days: only the status at that time counts, not whether it is overdue today.
        standing = action_standing(review.status, None, None, None, language())
        status = standing.text or _(ACTION_STATUSES[review.status])
        source = conversation_text(review.session)
        lines.append(Line("", status, note=source, tone=standing.tone, sign=standing.sign))
        lines += review_details(cast("Review", review._asdict()))
    return lines


def _hints(action: ActionLine) -> list[tuple[str, str]]:
    hints = [(hint(f"action edit {action.number}"), _("change it"))]
    if action.status == "open":
        hints.insert(0, (hint(f"action done {action.number}"), _("mark it as done")))
    return hints


@page_command(ACTION, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show one action: due date, confidence, what came of it.

    coachlog action show 1
    """
