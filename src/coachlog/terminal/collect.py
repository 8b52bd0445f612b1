"""Records by options, by JSON or by questions: one table of fields serves all three."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.errors import InputRefusedError, MissingAnswersError, RefusedError, UsageError
from coachlog.base.texts import N_
from coachlog.terminal.command_options import JsonFile, Run, option, with_docstring, with_parameters
from coachlog.terminal.context import Context
from coachlog.terminal.edit_loop import edit_record
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.record import Record, texts_of

NOT_ONE_OBJECT = (
    N_("A change is one JSON object with the fields to change."),
    N_("Nothing was saved. Give one object, for example {example}."),
)


NOTHING_TO_CHANGE = (
    N_("Say what should change, with at least one of: {options}."),
    N_("Or give JSON with --from FILE, or run it in a terminal to change it as text."),
)


class Change(NamedTuple):
    """Where a change comes from: values of options, JSON from *source*, or a person.

    A person edits the record as text, or with *guided* field by field.
    """

    option_values: dict[str, str]
    source: str | None
    guided: bool = False


Guided = Annotated[
    bool, typer.Option("--guided", help=N_("Ask field by field, without the editor."))
]


def with_options(
    fields: Sequence[FormField], *, more: Mapping[str, Any] | None = None
) -> Callable[[Run], Run]:
    """Return a decorator that gives a command an option for each field, and `--from`.

    The command is called with `given` (values by field name), `source` (of `--from`), and *more*.
    """
    return _with_parameters_of(fields, {}, more or {}, lambda values: values)


def with_change(
    fields: Sequence[FormField],
    *,
    which: str = "N",
    more: Mapping[str, Any] | None = None,
    always_asks: bool = False,
) -> Callable[[Run], Run]:
    """Return a decorator for a command that changes one record, with an option for each field.

    The command is called with `which`, the argument, whose name in the help is *which*, with the
    `change`, and *more*. One that *always_asks* field by field has no `--guided`.
    """

    def with_change_of(values: dict[str, Any]) -> dict[str, Any]:
        guided = values.pop("guided", True)
        change = Change(values.pop("given"), values.pop("source"), guided)
        return values | {"change": change}

    last = (more or {}) if always_asks else {"guided": Guided, **(more or {})}
    return _with_parameters_of(fields, {"which": _argument(which)}, last, with_change_of)


def _with_parameters_of(
    fields: Sequence[FormField],
    first: Mapping[str, Any],
    last: Mapping[str, Any],
    prepare: Callable[[dict[str, Any]], dict[str, Any]],
) -> Callable[[Run], Run]:
    """Return a decorator for a command with these parameters *first*, the *fields*, and *last*.

    *prepare* makes what the command is called with, of `given`, `source` and the other values.
    """
    options = {field.name: _option_of(field) for field in fields}
    parameters = {**first, **options, "source": JsonFile, **last}

    def decorate(function: Run) -> Run:
        def command(**values: Any) -> None:
            given = _pop_given(fields, values)
            prepared = prepare({"given": given, **values})
            if values["source"]:  # errors name the keys of the JSON, as they are
                function(**prepared)
            else:
                with options_named_in_errors(fields):
                    function(**prepared)

        return with_parameters(parameters)(with_docstring(command, function))

    return decorate


def _pop_given(fields: Sequence[FormField], values: dict[str, Any]) -> dict[str, str]:
    """Remove the options of *fields* from *values*; return those that were given, as texts."""
    options = {field.name: values.pop(field.name) for field in fields}
    return {
        name: _join_repeated(value) for name, value in options.items() if value not in (None, [])
    }


@contextmanager
def options_named_in_errors(fields: Sequence[FormField]) -> Iterator[None]:
    """Within the block, an InputRefusedError names the option of a field, not its key in JSON."""
    try:
        yield
    except InputRefusedError as error:
        flags = {field.name: field.flag for field in fields}
        path = error.values["path"]
        error.values["path"] = flags.get(str(path), path)
        raise


def collect(
    context: Context,
    fields: Sequence[FormField],
    given: dict[str, str],
    source: str | None,
    present_values: Mapping[str, str] | None = None,
) -> list[InputValue]:
    """Return the inputs: from *source* overridden by options, from options, or by asking.

    *given* are the values of options. *present_values* are those of a record that is changed: an
    empty answer leaves them as they are. Raises MissingAnswersError if a required field is
    missing and nobody can be asked.
    """
    option_values = _normalize(fields, given)
    if source:
        return [override_values(item, option_values) for item in read_inputs(source)]
    missing = [field.flag for field in fields if field.required and not given.get(field.name)]
    if given and not missing:
        return [InputValue(option_values)]
    if not context.interactive:
        raise MissingAnswersError(missing or [field.flag for field in fields])
    for field in fields:  # refuse an invalid option before asking ten questions
        field.parse(given.get(field.name, ""))
    unanswered = [field for field in fields if field.name not in given]
    answers = ask_in_turn(make_prompter(context), unanswered, present_values or {})
    return [InputValue(option_values | answers)]


def change_record(
    context: Context,
    label: str,
    read: Callable[[], Record],
    save: Callable[[dict[str, Any]], None],
    change: Change,
) -> None:
    """Call *save* with the fields that differ from what *read* returns, which may be none.

    On a terminal, without options, the person edits the record. Raises UsageError if nobody can
    be asked, and what `changes_given` raises.
    """
    if change.option_values or change.source:
        save(changes_given(context, read(), change.option_values, change.source))
    elif context.interactive:
        edit_record(context, label, read, save, guided=change.guided)
    else:
        raise UsageError(
            *NOTHING_TO_CHANGE, options=", ".join(field.flag for field in read().fields)
        )


def changes_given(
    context: Context, record: Record, given: dict[str, str], source: str | None
) -> dict[str, Any]:
    """Return the fields of *record* that options or JSON change; raises RefusedError."""
    change = collect(context, record.fields, given, source, texts_of(record.values))[0]
    is_one_of_several = change.line is not None  # or an item of an array
    if is_one_of_several or not isinstance(change.value, dict):
        raise RefusedError(*NOT_ONE_OBJECT, example='{"' + record.fields[0].name + '": "…"}')
    if not source:
        return change.value
    return _without_unchanged(change.value, record.values)  # JSON may hold the whole record


def _normalize(fields: Sequence[FormField], given: dict[str, str]) -> dict[str, str]:
    """Return the values of the options as the journal takes them; those of no field unchanged."""
    fields_by_name = {field.name: field for field in fields}
    return {
        name: fields_by_name[name].normalize(typed) if name in fields_by_name else typed
        for name, typed in given.items()
    }


def _without_unchanged(changes: dict[str, Any], present: Mapping[str, Any]) -> dict[str, Any]:
    """Return *changes* without the values that are equal to the *present* ones."""
    return {
        name: value
        for name, value in changes.items()
        if name not in present or present[name] != value
    }


def override_values(item: InputValue, options: Mapping[str, object]) -> InputValue:
    """Return *item* with the fields of *options* in place of its own, if it is an object."""
    value = item.value
    return item._replace(value=value | dict(options)) if isinstance(value, dict) else item


def _argument(metavar: str) -> Any:
    return Annotated[str, typer.Argument(metavar=metavar, help=N_("Its number or name."))]


def _option_of(field: FormField) -> Any:
    help_text = field.help or field.label
    if field.several:
        return option(field.flag, help_text, field.metavar, several=True)
    return option(field.flag, help_text, also=field.also)


def _join_repeated(value: str | list[str]) -> str:
    """Return the value of an option; those of a repeated option with commas between them."""
    return value if isinstance(value, str) else ", ".join(value)
