"""`action new` and `action edit`: by options, JSON or questions."""

from collections.abc import Callable
from typing import Any

from coachlog.base.texts import N_
from coachlog.journal.action.fields import (
    CONFIDENCE_HIGH,
    CONFIDENCE_LOW,
    DOERS,
    STATUSES,
)
from coachlog.journal.action.queries import line
from coachlog.journal.common.checks import day, somebody, which_goal
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.schema.action import ACTION
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import context
from coachlog.terminal.created import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse


def _sure(text: str) -> object:
    return parse.scale(text, CONFIDENCE_LOW, CONFIDENCE_HIGH)


COACHEE = FormField(
    "coachee", N_("Who will do it?"), N_("Short name or full name."), somebody, required=True
)
GOAL = FormField(
    "goal", ACTION.field("goal_id").label, N_("The number of the goal it is for."), parse.number
)
ON = FormField(
    "agreed_on",
    N_("Day"),
    N_("The day; today if left out."),
    lambda text: context().past_day(text),
    option="on",
)
FIELDS = (
    FormField("what", ACTION.field("what").label, check=parse.text),
    FormField("due_on", ACTION.field("due_on").label, check=day),
    FormField("confidence", ACTION.field("confidence").label, N_("1 to 10"), _sure),
    FormField(
        "obstacle", ACTION.field("obstacle").label, N_("What may get in the way."), parse.text
    ),
    FormField("plan", ACTION.field("plan").label, N_("What the person will do then."), parse.text),
    FormField("helper", ACTION.field("helper").label, check=parse.line),
    FormField(
        "done_by",
        ACTION.field("done_by").label,
        N_("Who does it: coachee, coach or manager."),
        lambda text: parse.choice(text, DOERS),
        words=ACTION.field("done_by").words,
        option="by",
    ),
    FormField(
        "talent",
        ACTION.field("talent_id").label,
        N_("The number of a talent that it creates room for."),
        parse.number,
    ),
)
CLOSING = (
    FormField(
        "status",
        ACTION.field("status").label,
        N_("open, done, partly or dropped."),
        lambda text: parse.choice(text, STATUSES),
        words=ACTION.field("status").words,
    ),
    FormField("outcome", ACTION.field("outcome").label, check=parse.text),
)
QUESTIONS = (
    FormField("what", N_("What will be done?"), check=parse.text, required=True),
    FormField("due_on", N_("By when?"), check=day),
    FormField("confidence", N_("How sure are you that it will be done?"), N_("1 to 10"), _sure),
    FormField("obstacle", N_("What may get in the way?"), check=parse.text),
    FormField("plan", N_("And what then?"), check=parse.text),
    FormField("helper", N_("Who helps?"), check=parse.line),
)


@with_options((COACHEE._replace(label=COACHEE.help), ON, *FIELDS, GOAL), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Agree on an action with somebody, outside a conversation.

    coachlog action new --coachee amina --what "Call Koen"
    """
    run = context()
    if run.interactive and not source:
        given = collect(run, (COACHEE,), given, None)[0].value
    inputs = collect(run, (COACHEE, *QUESTIONS, *which_goal(run, given)), given, source)
    from coachlog.journal.action.model import NewActionInput
    from coachlog.journal.action.service import add
    from coachlog.journal.common.new import add_all

    numbers = add_all(
        run, "action new", NewActionInput, inputs, lambda work, data: add(work, data, run.today)
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Action {n} saved."),
        *("action show {n}", "action done {n}"),
        as_json=as_json,
    )


@with_options((*FIELDS, GOAL, *CLOSING), number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit an action: only what you give changes.

    coachlog action edit 1 --due-on 30/11
    """
    change_numbered(
        CHANGING, (*FIELDS, GOAL, *CLOSING), which, Change(given, source, guided), as_json
    )


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.action.model import ActionEdit
    from coachlog.journal.action.service import edit as change

    return ActionEdit, change


CHANGING = Changing(
    "action edit",
    N_("Action {n} of {name}"),
    N_("Action {n} updated."),
    "action list",
    line,
    _saving,
)
