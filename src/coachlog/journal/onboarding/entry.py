"""`onboarding add`: an item of the coach's own on a checklist, by options or questions."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, keep_new
from coachlog.journal.common.forms import new_option, question
from coachlog.journal.onboarding.queries import ITEMS
from coachlog.schema.onboarding import ONBOARDING
from coachlog.terminal.command_options import with_parameters
from coachlog.terminal.context import context
from coachlog.terminal.fields import ask_in_turn
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.output import AsJson
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

RECORDS = Records(
    ONBOARDING,
    ITEMS,
    N_("Checklist item {n}"),
    N_("Checklist item {n} saved."),
    "",
    ["onboarding list {whose}"],
)
QUESTIONS = tuple(question(ONBOARDING.field(name)) for name in ("text", "moment", "task_of"))
PARAMETERS: dict[str, object] = {
    "which": Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
    "text": Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help=N_("What the newcomer should know.")),
    ],
    "moment": new_option(ONBOARDING.field("moment")),
    "task_of": new_option(ONBOARDING.field("task_of")),
    "as_json": AsJson,
}


@with_parameters(PARAMETERS)
def add(
    which: str, text: list[str] | None, moment: str | None, task_of: str | None, as_json: bool
) -> None:
    """Add an item of your own to the checklist of a newcomer.

    coachlog onboarding add jonas "Knows the code of the gate" --moment day_1
    """
    run = context()
    typed = {"text": parse.line(" ".join(text or ())), "moment": moment, "task_of": task_of}
    values = {name: value for name, value in typed.items() if value}
    unanswered = [field for field in QUESTIONS if field.name not in values]
    missing = [_NAMES[field.name] for field in unanswered if field.required]
    if missing and not run.interactive:
        raise MissingAnswersError(missing)
    if missing:
        values |= ask_in_turn(make_prompter(run), unanswered, {})
    answers = {field.name: field.parse(values.get(field.name, "")) for field in QUESTIONS}
    keep_new(run, RECORDS, [InputValue({"coachee": which, **answers})], as_json, "onboarding add")


_NAMES = {"text": "TEXT", "moment": "--moment"}
