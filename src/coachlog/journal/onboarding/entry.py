"""`onboarding add`: an item of the coach's own on a checklist, by options or questions."""

from typing import Annotated, Any

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, save_and_show
from coachlog.journal.common.forms import new_option, question
from coachlog.journal.onboarding.queries import ITEMS
from coachlog.schema.onboarding import ONBOARDING
from coachlog.terminal.collect import override_values
from coachlog.terminal.command_options import JsonFile, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.fields import ask_in_turn
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.output import AsJson, Who
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
    "which": Who,
    "text": Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help=N_("What the newcomer should know.")),
    ],
    "moment": new_option(ONBOARDING.field("moment")),
    "task_of": new_option(ONBOARDING.field("task_of")),
    "source": JsonFile,
    "as_json": AsJson,
}


@with_parameters(PARAMETERS)
def add(which: str, source: str | None, as_json: bool, **typed: Any) -> None:
    """Add an item of your own to the checklist of a newcomer.

    coachlog onboarding add jonas "Knows the code of the gate" --moment day_1
    """
    run = context()
    typed["text"] = parse.line(" ".join(typed["text"] or ()))
    values = {name: value for name, value in typed.items() if value}
    if source:
        own_values = {"coachee": which, **values}
        inputs = [override_values(each, own_values) for each in read_inputs(source)]
    else:
        inputs = [InputValue({"coachee": which, **_answers(run, values)})]
    save_and_show(run, RECORDS, inputs, as_json, "onboarding add")


def _answers(run: Context, values: dict[str, str]) -> dict[str, object]:
    """Return the checked *values* of options, and ask for the others where one is required.

    Raises MissingAnswersError where nobody can be asked.
    """
    unanswered = [field for field in QUESTIONS if field.name not in values]
    missing = [_NAMES[field.name] for field in unanswered if field.required]
    if missing and not run.interactive:
        raise MissingAnswersError(missing)
    if missing:
        values |= ask_in_turn(make_prompter(run), unanswered, {})
    return {field.name: field.parse(values.get(field.name, "")) for field in QUESTIONS}


_NAMES = {"text": "TEXT", "moment": "--moment"}
