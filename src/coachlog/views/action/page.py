"""The page of an action: what, of whom, by when, how sure, and what it brought."""

from typing import cast

from coachlog.base.days import day_text
from coachlog.base.texts import C_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.interview.conversation import Review
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.common.standing import action_standing, behind_if, behind_then
from coachlog.journal.session.page import told_of_review
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS
from coachlog.terminal.context import Context, hint
from coachlog.views.action.read import ActionView


def page(known: ActionView, context: Context) -> Page:
    """The page of one action."""
    action = known.action
    title = f"{_('Action')} {action.number} · {action.what}"
    sign, _tone, told = action_standing(
        action.status, action.due_on, action.closed_on, context.today, language()
    )
    standing = f"{sign} {told or _(ACTION_STATUSES[action.status])}"
    parts = [
        Section("", _about(known)),
        Section(_("Confidence"), _sure(known)),
        Section(_("Look-back"), _told(known)),
    ]
    shown = [part for part in parts if part.lines]
    return Page(title, [known.name, standing], shown, _hints(action))


def _about(known: ActionView) -> list[Line]:
    action = known.action
    where = _where(action.session)
    which = _("goal {number}").format(number=action.goal)
    goal = [Line(_("Goal"), known.goal, which)] if known.goal else []
    by = _(DOERS[action.done_by]) if action.done_by else ""
    told = {
        _("Who does it"): by,
        _("Due"): day_text(action.due_on, language()),
        _("Confidence"): f"{action.confidence}/10" if action.confidence else "",
        _("If"): behind_if(action.obstacle),
        _("then"): behind_then(action.plan),
        _("With help from"): action.helper,
        _("What came of it"): action.outcome,
        _(C_("action", "Closed on")): day_text(action.closed_on, language()),
    }
    lines = [Line(label, text) for label, text in told.items() if text]
    talent = [Line(_("Talent"), known.talent, f"{action.talent}")] if known.talent else []
    return [
        *lines,
        *goal,
        *talent,
        Line(_(C_("action", "Agreed on")), day_text(action.agreed_on, language()), where),
    ]


def _sure(known: ActionView) -> list[Line]:
    """How sure the person was over time; one figure alone stands above already."""
    if len(known.confidences) < 2:
        return []
    return [
        Line(day_text(each.said_on, language()), f"{each.figure}/10", _where(each.session))
        for each in known.confidences
    ]


def _told(known: ActionView) -> list[Line]:
    lines = []
    for each in known.reviews:
        status = action_standing(each.status, None, None, None, language())
        told = status.told or _(ACTION_STATUSES[each.status])
        lines.append(Line("", told, _where(each.session), status.tone, status.sign))
        lines += told_of_review(cast("Review", each._asdict()))
    return lines


def _where(session: int | None) -> str:
    return _("conversation {number}").format(number=session) if session else ""


def _hints(action: ActionLine) -> list[tuple[str, str]]:
    done = [(hint(f"action done {action.number}"), _("mark it as done"))]
    return [
        *(done if action.status == "open" else []),
        (hint(f"action edit {action.number}"), _("change it")),
    ]
