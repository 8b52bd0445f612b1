"""Asks of each name that is no contact yet whether to make one, inside or outside."""

from collections.abc import Sequence
from typing import Any

from coachlog.base.errors import StoppedError
from coachlog.base.texts import N_, _
from coachlog.journal.contact.fields import read_names
from coachlog.journal.network.fields import NEW_CONTACTS
from coachlog.journal.network.people import unknown_names
from coachlog.terminal.context import Context
from coachlog.terminal.fields import ask_field
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.prompt_commands import SKIP, Command
from coachlog.terminal.prompters import make_prompter

_LOCATION = NEW_CONTACTS._replace(
    label=N_("Inside the organisation, or outside?"),
    help=N_("internal or external"),
    hints=(N_("Enter leaves them out."),),
)


def with_location_of_new_names(
    run: Context, inputs: Sequence[InputValue], name: str
) -> list[InputValue]:
    """Return *inputs* with what to make of unknown names in the field *name*, if one can be asked.

    Without an answer, unknown names are refused when the input is saved.
    """
    return [item._replace(value=_with_location(run, item.value, name)) for item in inputs]


def _with_location(run: Context, value: Any, name: str) -> Any:
    """Return *value* with the location of new contacts, or else without the unknown names."""
    if not run.interactive or not isinstance(value, dict) or value.get("new_contacts"):
        return value
    with run.reader() as reader:
        unknown = unknown_names(reader, read_names(value.get(name)))
    if not unknown:
        return value
    location = _ask_location(run, unknown)
    if location:
        return value | {"new_contacts": location}
    known = [each for each in read_names(value[name]) if each not in unknown]
    return value | {name: ", ".join(known)}


def _ask_location(run: Context, names: Sequence[str]) -> str | None:
    """Return where the people of these *names* are; None to leave them out.

    Raises StoppedError for a command to stop.
    """
    prompter = make_prompter(run)
    text = _("No contact yet: {names}. They become contacts, so that you can find them again.")
    prompter.show(text.format(names=", ".join(names)), "question")
    answer = ask_field(prompter, _LOCATION, "")
    if isinstance(answer, Command):
        if answer.name == SKIP:
            return None
        raise StoppedError
    return _LOCATION.normalize(answer) if answer.strip() else None
