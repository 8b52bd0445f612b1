"""The page of an action: what, of whom, by when, how sure, and what it brought."""

from datetime import date

from coachlog.dateshow import show_day
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.told import action_standing
from coachlog.journal.words import ACTION_STATUSES
from coachlog.overview.action import Known
from coachlog.pages import Line, Page, Section
from coachlog.terminal.context import Context, hint
from coachlog.texts import _, language


def page(known: Known, context: Context) -> Page:
    """The page of one action."""
    action = known.action
    title = f"{_('Action')} {action.number} · {action.what}"
    sign, _tone, told = action_standing(
        action.status, action.due_on, action.closed_on, context.today, language()
    )
    standing = f"{sign} {told or _(ACTION_STATUSES[action.status])}"
    return Page(title, [known.name, standing], [Section("", _about(known))], _hints(action))


def _about(known: Known) -> list[Line]:
    action = known.action
    where = _("conversation {number}").format(number=action.session) if action.session else ""
    which = _("goal {number}").format(number=action.goal)
    goal = [Line(_("Goal"), known.goal, which)] if known.goal else []
    told = {
        _("By when"): _day(action.due_on),
        _("Sure"): f"{action.confidence}/10" if action.confidence else "",
        _("If"): action.obstacle,
        _("then"): action.plan,
        _("Helped by"): action.helper,
        _("What it brought"): action.outcome,
        _("Closed on"): _day(action.closed_on),
    }
    lines = [Line(label, text) for label, text in told.items() if text]
    return [*lines, *goal, Line(_("Agreed on"), _day(action.agreed_on), where)]


def _day(day: str | None) -> str:
    return show_day(date.fromisoformat(day), language()) if day else ""


def _hints(action: ActionLine) -> list[tuple[str, str]]:
    done = [(hint(f"action done {action.number}"), _("note that it is done"))]
    return [
        *(done if action.status == "open" else []),
        (hint(f"action edit {action.number}"), _("change it")),
    ]
