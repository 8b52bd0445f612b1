"""Records by options, by JSON or by questions: one table of fields serves all three."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.errors import InputRefusedError, MissingAnswersError, RefusedError, UsageError
from coachlog.base.texts import N_
from coachlog.terminal.command_options import JsonFile, Run, option, with_parameters
from coachlog.terminal.context import Context
from coachlog.terminal.edit_loop import edit_record
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.record import Record, texts_of

__all__ = [
    "Change",
    "FormField",
    "change_record",
    "changes_given",
    "collect",
    "override_values",
    "with_options",
]


NOT_ONE_OBJECT = (
    N_("A change is one JSON object with the fields to change."),
    N_("Nothing was saved. Give one object, for example {example}."),
)


NOTHING_TO_CHANGE = (
    N_("Say what should change, with at least one of: {options}."),
    N_("Or give JSON with --from FILE, or run it in a terminal to change it as text."),
)


class Change(NamedTuple):
    """How the fields of a change come in: typed options, JSON, or by hand."""

    given: dict[str, str]
    source: str | None
    guided: bool = False


Guided = Annotated[
    bool, typer.Option("--guided", help=N_("Ask field by field, without the editor."))
]


def with_options(
    fields: Sequence[FormField],
    *,
    number: str = "",
    more: Mapping[str, Any] | None = None,
    always_asks: bool = False,
) -> Callable[[Run], Run]:
    """Give a command one option for each field, `--from`, and perhaps the argument *number*.

    The command is called with `source`, `given` (the fields that were given) and, with a number,
    `which` and `guided`. What *always_asks* has no `--guided`: its questions are what it is for.
    """

    def decorate(function: Run) -> Run:
        def command(**values: Any) -> None:
            found = {field.name: values.pop(field.name) for field in fields}
            given = {
                name: _one_text(value) for name, value in found.items() if value not in (None, [])
            }
            if values["source"]:
                function(given=given, **values)
            else:
                with options_named_in_errors(fields):
                    function(given=given, **values)

        parameters = {"which": _argument(number)} if number else {}
        parameters |= {field.name: _option_of(field) for field in fields}
        parameters |= {
            "source": JsonFile,
            **({"guided": Guided} if number and not always_asks else {}),
            **(more or {}),
        }
        command.__doc__ = function.__doc__
        return with_parameters(parameters)(command)

    return decorate


@contextmanager
def options_named_in_errors(fields: Sequence[FormField]) -> Iterator[None]:
    """Within it, what is refused goes by the option that was typed, not by its key in JSON."""
    try:
        yield
    except InputRefusedError as error:
        flags = {field.name: field.flag for field in fields}
        error.values["path"] = flags.get(str(error.values["path"]), error.values["path"])
        raise


def collect(
    context: Context,
    fields: Sequence[FormField],
    given: dict[str, str],
    source: str | None,
    now: Mapping[str, str] | None = None,
) -> list[InputValue]:
    """The inputs: from *source* with the options put over it, from options, or by asking.

    *now* holds present values when something is changed; then a question left empty changes
    nothing. Raises MissingAnswersError when nobody can be asked for what is required.
    """
    if source:
        return [override_values(each, _meant(fields, given)) for each in read_inputs(source)]
    missing = [field.flag for field in fields if field.required and not given.get(field.name)]
    if given and not missing:
        return [InputValue(_meant(fields, given))]
    if not context.interactive:
        raise MissingAnswersError(missing or [field.flag for field in fields])
    for field in fields:  # nobody shall answer ten questions and then hear that an option is wrong
        field.parse(given.get(field.name, ""))
    left = [field for field in fields if field.name not in given]
    return [
        InputValue(_meant(fields, given) | ask_in_turn(make_prompter(context), left, now or {}))
    ]


def change_record(
    context: Context,
    label: str,
    read: Callable[[], Record],
    save: Callable[[dict[str, Any]], None],
    change: Change,
) -> None:
    """Save the fields that differ from what *read* returns, which may be none.

    On a terminal, without options, the person edits the record. Raises UsageError where
    nobody can be asked, and what `changes_given` raises.
    """
    if change.given or change.source:
        save(changes_given(context, read(), change.given, change.source))
    elif context.interactive:
        edit_record(context, label, read, save, guided=change.guided)
    else:
        raise UsageError(
            *NOTHING_TO_CHANGE, options=", ".join(field.flag for field in read().fields)
        )


def changes_given(
    context: Context, record: Record, given: dict[str, str], source: str | None
) -> dict[str, Any]:
    """The fields of *record* that options or JSON change; raises RefusedError."""
    found = collect(context, record.fields, given, source, texts_of(record.values))
    # An item of an array has a line of its own, as one of several objects has.
    if found[0].line is not None or not isinstance(found[0].value, dict):
        raise RefusedError(*NOT_ONE_OBJECT, example='{"' + record.fields[0].name + '": "…"}')
    return _without_what_is_so(found[0].value, record.values) if source else found[0].value


def _meant(fields: Sequence[FormField], given: dict[str, str]) -> dict[str, str]:
    """What the options say, as the journal takes it."""
    known = {field.name: field for field in fields}
    return {
        name: known[name].normalize(typed) if name in known else typed
        for name, typed in given.items()
    }


def _without_what_is_so(changes: dict[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """*changes* without what is so already: all that a record tells of itself may come back."""
    return {name: value for name, value in changes.items() if name not in now or now[name] != value}


def override_values(given: InputValue, options: Mapping[str, object]) -> InputValue:
    """*given* with the fields of *options* in place of its own."""
    value = given.value
    return given._replace(value=value | dict(options)) if isinstance(value, dict) else given


def _argument(metavar: str) -> Any:
    return Annotated[str, typer.Argument(metavar=metavar, help=N_("Its number or name."))]


def _option_of(field: FormField) -> Any:
    told = field.help or field.label
    if field.several:
        return option(field.flag, told, field.metavar, several=True)
    return option(field.flag, told, also=field.also)


def _one_text(value: str | list[str]) -> str:
    """What was given; of an option that was repeated, all of it."""
    return value if isinstance(value, str) else ", ".join(value)
