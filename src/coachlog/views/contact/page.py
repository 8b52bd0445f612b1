"""The page of a contact: from idea to what came of it, for the coach."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import _, language, ngettext
from coachlog.display.page import Line, Page, Section, labelled_lines, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import action_standing, conversation_text, doer_text
from coachlog.journal.common.show import page_command
from coachlog.schema.contact import CONTACT, YES_NAMED
from coachlog.terminal.context import Context, hint
from coachlog.views.contact.read import (
    ContactAction,
    ContactIdea,
    ContactView,
    Followed,
    read,
    record,
)


def page(view: ContactView, context: Context) -> Page:
    """Return the page of one contact; empty sections are left out."""
    contact, today = view.contact, context.today
    ideas = [line for followed in view.ideas for line in _idea(followed, today)]
    helped = [line for action in view.helped for line in _action(action, today, action.name)]
    chosen = sum(idea.chosen for idea, _actions in view.ideas)
    sections = [
        Section("", list(_about(view))),
        Section(_("Ideas, and what came of them"), ideas, note=_chosen(chosen, len(view.ideas))),
        Section(_("Helped with"), helped),
    ]
    facts = [_(CONTACT.by_key("where").words[contact.where]), contact.organisation or ""]
    title = f"{_(CONTACT.naming.found_as).format(n=contact.number)} · {contact.name}"
    return page_of(title, facts, sections, _hints(contact.number))


def _about(view: ContactView) -> Iterator[Line]:
    contact = view.contact
    rhythm = contact.rhythm_days
    days = ngettext("{n} day", "{n} days", rhythm or 0).format(n=rhythm) if rhythm else ""
    columns = {
        "expertise": contact.expertise,
        "reach": contact.reach,
        "may_be_named": _may_be_named(contact.may_be_named),
        "rhythm_days": days,
        "in_touch_on": day_text(contact.in_touch_on, language()),
    }
    texts = {_(CONTACT.field(key).label): text for key, text in columns.items()} | {
        _("Last helped"): day_text(contact.last_used_on, language()),
        _("Also written as"): ", ".join(view.also),
    }
    yield from labelled_lines(texts)
    if contact.may_be_named != YES_NAMED:
        yield Line("", _("The name stands on no page for others."))


def _may_be_named(code: str) -> str:
    return _(CONTACT.field("may_be_named").words[code])


def _chosen(chosen: int, ideas: int) -> str:
    return _("{n} of {all} chosen").format(n=chosen, all=ideas) if ideas else ""


def _idea(followed: Followed, today: date) -> Iterator[Line]:
    """Yield an idea, then the actions that followed it with their outcome and goal."""
    idea, actions = followed
    sign, tone = (DRAWN.done, "good") if idea.chosen else (DRAWN.day, "quiet")
    yield Line("", idea.text, note=_source(idea), tone=tone, sign=sign)
    for action in actions:
        yield from _action(action, today)


def _source(idea: ContactIdea) -> str:
    chosen = _("chosen") if idea.chosen else ""
    number = conversation_text(idea.session)
    day = day_text(idea.held_on, language())
    return ", ".join(filter(None, (chosen, idea.name, number, day)))


def _action(action: ContactAction, today: date, name: str = "") -> Sequence[Line]:
    """Return an action with its outcome and goal; *name* is that of the person, if it is shown."""
    standing = action_standing(action.status, action.due_on, action.closed_on, today, language())
    number = _("action {n}").format(n=action.number)
    details = ", ".join(filter(None, (number, name, doer_text(action.done_by), standing.text)))
    lines = [Line(_("Action"), action.what, details)]
    if action.outcome:
        lines.append(Line(_("What came of it"), action.outcome))
    if action.statement:
        lines.append(Line(_("Goal"), action.statement, _("goal {n}").format(n=action.goal)))
    return lines


def _hints(number: int) -> list[tuple[str, str]]:
    return [
        (hint(f"contact edit {number}"), _("change it")),
        (hint(f"contact who {_('WORD')}"), _("find who could help")),
        (hint(f"contact remove {number}"), _("remove this contact; ideas and actions stay")),
    ]


@page_command(CONTACT, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show a contact: their ideas, which were chosen, what was done and what came of it.

    coachlog contact show 1
    """
